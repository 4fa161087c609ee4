import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = {
  allow_any_name?: boolean;
  enforce_hostnames?: boolean;
  allow_glob_domains?: boolean;
  allowed_domains?: string[] | null;
  allowed_uri_sans?: string[] | null;
  allowed_other_sans?: string[] | null;
};

export default defineRule({
  artifact: 'vault',
  reads: ['pki-role'],
  title: 'a role issues certificates for any name',
  severity: 'high',
  confidence: 'high',
  why: 'whoever may use the role poses as any server that trusts this authority',
  fix: 'name the domains in `allowed_domains`, with `allow_any_name=false` and `enforce_hostnames=true`',
  references: ['https://developer.hashicorp.com/vault/api-docs/secret/pki#create-update-role'],
  catalogue: ['VA104'],
  cwe: [295],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'pki-role')) {
      const isOpenGlob =
        role.allow_glob_domains && (role.allowed_domains ?? []).some((domain) => /^\*(?:\.[^.]*)?$/.test(domain));
      if (role.allow_any_name || isOpenGlob) yield about(path, 'the role issues certificates for any name');
      else if (role.enforce_hostnames === false)
        yield about(
          path,
          'the role issues certificates for what is no host name: enforce_hostnames is false',
          'medium',
        );
      if (role.allowed_uri_sans?.includes('*') || role.allowed_other_sans?.includes('*'))
        yield about(path, 'the role issues certificates for any URI or other name');
    }
  },
});
