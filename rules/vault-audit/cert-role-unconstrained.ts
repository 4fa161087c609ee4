import { X509Certificate } from 'node:crypto';
import { advisoriesFor } from '../../src/analysis/vault-advisories.ts';
import { answersOf } from '../../src/analysis/vault-answers.ts';
import { valuesOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { certificate?: string; [allowed: string]: unknown };
const CONSTRAINTS = [
  'allowed_names',
  'allowed_common_names',
  'allowed_dns_sans',
  'allowed_email_sans',
  'allowed_uri_sans',
  'allowed_organizational_units',
  'allowed_organizations',
  'required_extensions',
];
function isAuthority(certificate: string | undefined): boolean | undefined {
  try {
    return certificate === undefined ? undefined : new X509Certificate(certificate).ca;
  } catch {
    return undefined;
  }
}

export default defineRule({
  artifact: 'vault',
  reads: ['cert-role'],
  title: 'a role takes every certificate of an authority',
  severity: 'high',
  confidence: 'high',
  why: 'whoever that authority gave any certificate gets the secrets of the role',
  fix: 'name who may log in: `allowed_common_names`, `allowed_dns_sans` or `allowed_uri_sans`',
  references: ['https://developer.hashicorp.com/vault/docs/auth/cert'],
  catalogue: ['VA088'],
  cwe: [295],
  *check({ data }) {
    const isMixedUp = advisoriesFor(data.serverVersion ?? '').some(({ cve }) => cve === 'CVE-2025-6037');
    for (const { path, data: role } of answersOf<Role>(data, 'cert-role')) {
      const isBound = CONSTRAINTS.some((name) => valuesOf(role[name]).some((one) => one !== '*'));
      const authority = isAuthority(role.certificate);
      if (isBound) continue;
      if (authority === true) yield about(path, 'the role takes every certificate of its authority');
      else if (authority === false && isMixedUp)
        yield about(
          path,
          `the role names nobody, and Vault ${data.serverVersion} compares too little of a pinned certificate (CVE-2025-6037)`,
        );
    }
  },
});
