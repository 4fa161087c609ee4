import { answerOf } from '../../src/analysis/vault-answers.ts';
import { defineRule, NO_RANGE } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'Vault has no audit device',
  severity: 'critical',
  confidence: 'high',
  why: 'whoever steals a token reads secrets and leaves no trace: nobody can tell afterwards what was taken',
  fix: 'enable two devices of different types, one of them off the machine: `vault audit enable file file_path=/vault/logs/audit.log`',
  references: ['https://developer.hashicorp.com/vault/docs/audit'],
  catalogue: ['VA050'],
  cwe: [778],
  *check({ data }) {
    const devices = answerOf(data, 'audit-devices');
    if (devices && Object.keys(devices).length === 0)
      yield { message: 'no audit device is enabled', subject: 'sys/audit', range: NO_RANGE };
  },
});
