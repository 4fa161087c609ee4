import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { verbose_oidc_logging?: boolean };

export default defineRule({
  artifact: 'vault',
  reads: ['jwt-role'],
  title: 'a role logs the tokens of its provider',
  severity: 'medium',
  confidence: 'high',
  why: "the server's log holds tokens and personal data of everybody who logs in",
  fix: 'set `verbose_oidc_logging=false`',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/jwt'],
  catalogue: ['VA086'],
  cwe: [532],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'jwt-role'))
      if (role.verbose_oidc_logging) yield about(path, 'the role logs what its provider sends: verbose_oidc_logging');
  },
});
