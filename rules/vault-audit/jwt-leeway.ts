import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = Record<'clock_skew_leeway' | 'expiration_leeway' | 'not_before_leeway', number | undefined>;

export default defineRule({
  artifact: 'vault',
  reads: ['jwt-role'],
  title: 'a role takes tokens long after their end',
  severity: 'medium',
  confidence: 'high',
  why: 'a token that was stolen stays good',
  fix: 'leave the leeways at their default, or at most five minutes',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/jwt'],
  catalogue: ['VA086'],
  cwe: [613],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'jwt-role')) {
      const wide = (['clock_skew_leeway', 'expiration_leeway', 'not_before_leeway'] as const).filter(
        (one) => (role[one] ?? 0) > 300,
      );
      if (wide.length > 0)
        yield about(
          path,
          `the role takes tokens past their time: ${wide.map((one) => `${one} ${role[one]} s`).join(', ')}`,
        );
    }
  },
});
