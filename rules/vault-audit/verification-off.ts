import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health'],
  title: "the auditor's own shell does not check the certificate of Vault",
  severity: 'high',
  confidence: 'high',
  why: 'with VAULT_SKIP_VERIFY every program of this shell talks to whoever poses as Vault; what this audit says of TLS is about an unknown peer',
  fix: '`unset VAULT_SKIP_VERIFY`, and name the authority in `VAULT_CACERT`',
  references: ['https://developer.hashicorp.com/vault/docs/commands#vault_skip_verify'],
  catalogue: ['VA022'],
  cwe: [295],
  *check({ data }) {
    if (data.environment.skipVerify)
      yield about('VAULT_SKIP_VERIFY', 'the check of the certificate is turned off by VAULT_SKIP_VERIFY');
  },
});
