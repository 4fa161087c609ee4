import { answersOf } from '../../src/analysis/vault-answers.ts';
import { daysBetween } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['kv-metadata'],
  title: 'a static secret was not changed for half a year',
  severity: 'low',
  confidence: 'medium',
  why: 'whoever got it in that time still has it',
  fix: 'rotate it, or replace it by a dynamic one; only its metadata was read',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2'],
  catalogue: ['VA103'],
  cwe: [262],
  *check({ data }) {
    for (const { path, data: secret } of answersOf<{ updated_time?: string }>(data, 'kv-metadata')) {
      const days = secret.updated_time === undefined ? undefined : daysBetween(secret.updated_time, data.takenAt);
      if (days !== undefined && days > 180) yield about(path, `the secret was last changed ${days} d ago`);
    }
  },
});
