import { hostOf, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { role_type?: string; allowed_redirect_uris?: string[] | null };

export default defineRule({
  artifact: 'vault',
  reads: ['jwt-role'],
  title: 'a role sends its users to plain HTTP, or anywhere',
  severity: 'high',
  confidence: 'high',
  why: 'the code of the login arrives where others can read it, and they log in with it',
  fix: 'allow https addresses written out in full, and `http://localhost:8250/oidc/callback` for the command line',
  references: ['https://developer.hashicorp.com/vault/docs/auth/jwt#redirect-uris'],
  catalogue: ['VA086'],
  cwe: [601],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'jwt-role')) {
      const uris = role.allowed_redirect_uris ?? [];
      const open = uris.filter(
        (uri) => uri.includes('*') || (uri.startsWith('http://') && !isLoopbackHost(hostOf(uri))),
      );
      if (open.length > 0) yield about(path, `the role sends its users to ${open.join(', ')}`);
    }
  },
});
