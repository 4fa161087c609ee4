import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { user_claim?: string };

export default defineRule({
  artifact: 'vault',
  reads: ['jwt-role'],
  title: 'identities are told by a claim that their owner can change',
  severity: 'medium',
  confidence: 'high',
  why: "who renames their account, or takes over a name that became free, gets another's identity and rights",
  fix: 'set `user_claim` to a claim that never changes, such as `sub`',
  references: ['https://developer.hashicorp.com/vault/docs/auth/jwt'],
  catalogue: ['VA086'],
  cwe: [290],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'jwt-role'))
      if (
        /^\/?(?:actor|email|name|nickname|login|preferred_username|user_login|user_email|username|upn)$/.test(
          role.user_claim ?? '',
        )
      )
        yield about(path, `the role tells identities by the claim ${role.user_claim}`);
  },
});
