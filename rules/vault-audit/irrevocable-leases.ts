import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['irrevocable-leases'],
  title: "leases can't be revoked",
  severity: 'high',
  confidence: 'high',
  why: 'the credentials behind them still work although Vault takes them for ended',
  fix: 'look for the cause (`vault read sys/leases?type=irrevocable`), mend the connection or remove the accounts by hand, then revoke with force',
  references: ['https://developer.hashicorp.com/vault/docs/troubleshoot/lease-explosions'],
  catalogue: ['VA075'],
  cwe: [613],
  *check({ data }) {
    const count = answerOf<{ lease_count?: number }>(data, 'irrevocable-leases')?.lease_count ?? 0;
    if (count > 0) yield about('sys/leases', `${count} leases can't be revoked`);
  },
});
