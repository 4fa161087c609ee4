import { directiveOf } from '../../src/parsers/systemd.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'systemd',
  title: "unit that lets Vault's memory be dumped",
  severity: 'low',
  confidence: 'high',
  why: 'a crash writes the memory of Vault to disk: the root of all keys, and secrets in clear',
  fix: 'add `LimitCORE=0` to the [Service] section',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VS705'],
  cwe: [528],
  *check({ data }) {
    if (data.vaultCommand !== 'server') return;
    const limit = directiveOf(data, 'LimitCORE');
    if (limit && /^0(?::0)?$/.test(limit.value)) return;
    const range = limit?.nameRange ?? directiveOf(data, 'ExecStart')!.nameRange;
    yield { message: limit ? 'LimitCORE allows core dumps' : 'LimitCORE is not set', range, paste: 'LimitCORE=0' };
  },
});
