import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Config = { url?: string; starttls?: boolean; insecure_tls?: boolean };

export default defineRule({
  artifact: 'vault',
  reads: ['ldap-config'],
  title: 'Vault talks to the directory without TLS, or without checking it',
  severity: 'high',
  confidence: 'high',
  why: 'the password of everybody who logs in passes readable, or goes to whoever poses as the directory',
  fix: 'use `ldaps://` or `starttls=true`, with `insecure_tls=false` and the authority in `certificate`',
  references: ['https://developer.hashicorp.com/vault/docs/auth/ldap'],
  catalogue: ['VA087'],
  cwe: [319, 295],
  *check({ data }) {
    for (const { path, data: config } of answersOf<Config>(data, 'ldap-config')) {
      const plain = (config.url ?? '').split(',').filter((url) => url.trim().startsWith('ldap://'));
      if (plain.length > 0 && !config.starttls) yield about(path, 'Vault talks to the directory without TLS');
      else if (config.insecure_tls)
        yield about(path, 'Vault does not check the certificate of the directory: insecure_tls');
    }
  },
});
