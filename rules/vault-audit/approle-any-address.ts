import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { secret_id_bound_cidrs?: string[] | null; token_bound_cidrs?: string[] | null };

export default defineRule({
  artifact: 'vault',
  reads: ['approle-role'],
  title: 'an AppRole takes logins from any address',
  severity: 'low',
  confidence: 'high',
  why: 'a SecretID that leaked can be used from outside',
  fix: 'set `secret_id_bound_cidrs` and `token_bound_cidrs` to the network of the application',
  references: ['https://developer.hashicorp.com/vault/docs/auth/approle'],
  catalogue: ['VA084'],
  cwe: [668],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'approle-role'))
      if (!role.secret_id_bound_cidrs?.length && !role.token_bound_cidrs?.length)
        yield about(path, 'the AppRole is bound to no address');
  },
});
