import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['rotate-config'],
  title: "the key that encrypts all of Vault's data is not rotated by itself",
  severity: 'high',
  confidence: 'high',
  why: 'after too many uses of one key AES-GCM no longer keeps data secret',
  fix: '`vault write sys/rotate/config enabled=true interval=8760h`',
  references: ['https://developer.hashicorp.com/vault/docs/internals/rotation'],
  catalogue: ['VA130'],
  cwe: [323],
  *check({ data }) {
    const config = answerOf<{ enabled?: boolean }>(data, 'rotate-config');
    if (config?.enabled === false) yield about('sys/rotate/config', 'the key of the storage is not rotated by itself');
  },
});
