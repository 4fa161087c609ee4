import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Config = { tls_min_version?: string };

export default defineRule({
  artifact: 'vault',
  reads: ['ldap-config'],
  title: 'Vault talks TLS 1.0 or 1.1 to the directory',
  severity: 'high',
  confidence: 'high',
  why: 'both are broken: the passwords of everybody who logs in can be read on the way',
  fix: 'set `tls_min_version=tls12`',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/ldap'],
  catalogue: ['VA087'],
  cwe: [326],
  *check({ data }) {
    for (const { path, data: config } of answersOf<Config>(data, 'ldap-config'))
      if (/^tls1[01]$/.test(config.tls_min_version ?? ''))
        yield about(path, `Vault talks to the directory with tls_min_version ${config.tls_min_version}`);
  },
});
