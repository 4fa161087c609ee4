import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { role_type?: string; bound_subject?: string; bound_claims?: Record<string, unknown> | null };

export default defineRule({
  artifact: 'vault',
  reads: ['jwt-role'],
  title: 'a role takes every token of its issuer',
  severity: 'high',
  confidence: 'high',
  why: 'whoever the issuer knows, person or machine, gets the secrets of the role',
  fix: 'set `bound_subject` or `bound_claims` on the role',
  references: ['https://developer.hashicorp.com/vault/docs/auth/jwt#bound-claims'],
  catalogue: ['VA086'],
  cwe: [284],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'jwt-role'))
      if (!role.bound_subject && Object.keys(role.bound_claims ?? {}).length === 0)
        yield about(
          path,
          'the role is bound to no subject and no claim',
          role.role_type === 'oidc' ? 'medium' : 'high',
        );
  },
});
