import { answersOf } from '../../src/analysis/vault-answers.ts';
import { valuesOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { bound_claims_type?: string; bound_claims?: Record<string, unknown> | null };

export default defineRule({
  artifact: 'vault',
  reads: ['jwt-role'],
  title: 'a role is bound to a claim that may be anything',
  severity: 'high',
  confidence: 'high',
  why: 'the pattern `*` matches every value: the claim has only to be there',
  fix: 'write the value, or a pattern with a fixed beginning that nobody else can choose',
  references: ['https://developer.hashicorp.com/vault/docs/auth/jwt#bound-claims'],
  catalogue: ['VA086'],
  cwe: [155],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'jwt-role')) {
      if (role.bound_claims_type !== 'glob') continue;
      const open = Object.entries(role.bound_claims ?? {}).filter(([, value]) =>
        valuesOf(value).some((one) => /^[*]+$/.test(one)),
      );
      if (open.length > 0)
        yield about(path, `the role takes any value of the claim ${open.map(([claim]) => claim).join(', ')}`);
    }
  },
});
