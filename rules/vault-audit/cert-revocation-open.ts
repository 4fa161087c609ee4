import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { ocsp_enabled?: boolean; ocsp_fail_open?: boolean };

export default defineRule({
  artifact: 'vault',
  reads: ['cert-role'],
  title: "a role takes certificates whose revocation can't be checked",
  severity: 'high',
  confidence: 'high',
  why: 'who holds a revoked certificate only has to keep Vault from the responder',
  fix: 'set `ocsp_fail_open=false`',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/cert'],
  catalogue: ['VA088'],
  cwe: [299],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'cert-role'))
      if (role.ocsp_enabled && role.ocsp_fail_open)
        yield about(path, 'a certificate counts as good where nobody answers for it: ocsp_fail_open');
  },
});
