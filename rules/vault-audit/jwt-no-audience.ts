import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { role_type?: string; bound_audiences?: string[] | null };

export default defineRule({
  artifact: 'vault',
  reads: ['jwt-role'],
  title: 'a role asks for no audience',
  severity: 'medium',
  confidence: 'high',
  why: 'a token that was made for another service logs in here as well',
  fix: 'set `bound_audiences` on the role to a name that only Vault has',
  references: ['https://developer.hashicorp.com/vault/docs/auth/jwt'],
  catalogue: ['VA086'],
  cwe: [346],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'jwt-role'))
      if (role.role_type === 'jwt' && !role.bound_audiences?.length) yield about(path, 'the role asks for no audience');
  },
});
