import { answersOf } from '../../src/analysis/vault-answers.ts';
import { DAY, inDays } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['database-static-role'],
  title: 'the password of a static user of a database is seldom rotated',
  severity: 'medium',
  confidence: 'high',
  why: 'a leaked password works for months',
  fix: 'set `rotation_period` to a day, or to 90 days at most',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases#static-roles'],
  catalogue: ['VA102'],
  cwe: [262],
  *check({ data }) {
    for (const { path, data: role } of answersOf<{ rotation_period?: number; rotation_schedule?: string }>(
      data,
      'database-static-role',
    ))
      if (!role.rotation_schedule && (role.rotation_period ?? 0) > 90 * DAY)
        yield about(path, `the password is rotated every ${inDays(role.rotation_period!)}`);
  },
});
