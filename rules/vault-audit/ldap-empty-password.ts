import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Config = { deny_null_bind?: boolean };

export default defineRule({
  artifact: 'vault',
  reads: ['ldap-config'],
  title: 'a login to the directory may have an empty password',
  severity: 'high',
  confidence: 'high',
  why: 'a directory answers an empty password with an anonymous bind that succeeds: anybody logs in as anybody',
  fix: 'set `deny_null_bind=true` (the default)',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/ldap'],
  catalogue: ['VA087'],
  cwe: [258],
  *check({ data }) {
    for (const { path, data: config } of answersOf<Config>(data, 'ldap-config'))
      if (config.deny_null_bind === false)
        yield about(path, 'logins with an empty password reach the directory: deny_null_bind is false');
  },
});
