import { answerOf } from '../../src/analysis/vault-answers.ts';
import { daysBetween } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['key-status'],
  title: "the key that encrypts all of Vault's data is older than a year",
  severity: 'low',
  confidence: 'high',
  why: 'whoever got it in that time reads everything that was written',
  fix: '`vault operator rotate`, and an `interval` in sys/rotate/config',
  references: ['https://developer.hashicorp.com/vault/docs/internals/rotation'],
  catalogue: ['VA131'],
  cwe: [324],
  *check({ data }) {
    const installed = answerOf<{ install_time?: string }>(data, 'key-status')?.install_time;
    const days = installed === undefined ? undefined : daysBetween(installed, data.takenAt);
    if (days !== undefined && days > 365) yield about('sys/key-status', `the key of the storage is ${days} d old`);
  },
});
