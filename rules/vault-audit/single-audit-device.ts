import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['audit-devices'],
  title: 'Vault has only one audit device',
  severity: 'high',
  confidence: 'high',
  why: 'Vault answers no request that it cannot log: when the one device blocks or its disk is full, all of Vault stops',
  fix: 'enable a second device of another type, such as `vault audit enable socket address=logs.example.com:9090`',
  references: ['https://developer.hashicorp.com/vault/docs/audit/best-practices'],
  catalogue: ['VA051'],
  cwe: [778],
  *check({ data }) {
    const paths = Object.keys(answerOf(data, 'audit-devices') ?? {});
    if (paths.length === 1) yield about('sys/audit', `only one audit device is enabled: ${paths[0]}`);
  },
});
