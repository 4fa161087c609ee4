import { serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'memory of Vault may be written to swap',
  severity: 'low',
  confidence: 'high',
  why: 'secrets in memory land on the disk in the clear and stay there',
  fix: 'remove `disable_mlock` and give the program the right to lock memory; with raft leave it and turn swap off',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#disable_mlock'],
  catalogue: ['VA042'],
  cwe: [591],
  *check({ data }) {
    const config = serverConfig(data);
    if (data.flavour === 'openbao') return yield notTestable('OpenBao does not lock memory: swap has to be off');
    if (config?.disable_mlock && config.storage?.type !== 'raft')
      yield about('disable_mlock', `memory may be written to swap: disable_mlock with storage ${config.storage?.type}`);
  },
});
