import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { allowed_policies?: string[] | null; allowed_policies_glob?: string[] | null };

export default defineRule({
  artifact: 'vault',
  reads: ['token-role'],
  title: 'a token role gives any policy',
  severity: 'high',
  confidence: 'high',
  why: 'whoever may use the role makes a token with policies that they do not hold themselves',
  fix: 'name the policies in `allowed_policies`, or narrow `allowed_policies_glob`',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/token#create-update-token-role'],
  catalogue: ['VA077'],
  cwe: [269],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'token-role'))
      if (role.allowed_policies_glob?.includes('*'))
        yield about(path, 'the token role gives any policy: allowed_policies_glob has *');
  },
});
