import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { bind_secret_id?: boolean; token_bound_cidrs?: string[] | null; secret_id_bound_cidrs?: string[] | null };

export default defineRule({
  artifact: 'vault',
  reads: ['approle-role'],
  title: 'an AppRole asks for no SecretID',
  severity: 'high',
  confidence: 'high',
  why: 'the RoleID, which is no secret, is enough to log in',
  fix: 'set `bind_secret_id=true`, and hand SecretIDs over wrapped',
  references: ['https://developer.hashicorp.com/vault/docs/auth/approle'],
  catalogue: ['VA084'],
  cwe: [287],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'approle-role')) {
      if (role.bind_secret_id !== false) continue;
      const cidrs = [...(role.token_bound_cidrs ?? []), ...(role.secret_id_bound_cidrs ?? [])];
      const isOpen = cidrs.length === 0 || cidrs.some((cidr) => /^(?:0\.0\.0\.0|::)\/0$/.test(cidr));
      yield about(
        path,
        `the AppRole asks for no SecretID${isOpen ? ' from anywhere' : ''}`,
        isOpen ? 'critical' : 'high',
      );
    }
  },
});
