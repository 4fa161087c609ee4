import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['snapshot-auto'],
  title: 'no snapshot of Vault is taken by itself',
  severity: 'medium',
  confidence: 'high',
  why: 'after the loss of the machines every secret is gone',
  fix: '`vault write sys/storage/raft/snapshot-auto/config/daily interval=24h retain=14 ...`, and rehearse the way back',
  references: ['https://developer.hashicorp.com/vault/docs/enterprise/automated-integrated-storage-snapshots'],
  catalogue: ['VA041'],
  cwe: [693],
  *check({ data }) {
    if (data.flavour !== 'vault-enterprise')
      return yield notTestable(
        'only Vault Enterprise takes snapshots by itself; whether somebody else does can not be read',
      );
    const { keys = [] } = answerOf<{ keys?: string[] }>(data, 'snapshot-auto') ?? {};
    if (keys.length === 0) yield about('sys/storage/raft/snapshot-auto/config', 'no snapshot is taken by itself');
  },
});
