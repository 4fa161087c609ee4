import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health'],
  title: 'the certificate of Vault leads to no authority that clients trust',
  severity: 'medium',
  confidence: 'high',
  why: "clients can't tell Vault from whoever poses as it",
  fix: 'issue the certificate from an authority that clients know, and name that authority in `VAULT_CACERT`',
  references: ['https://developer.hashicorp.com/vault/docs/commands#vault_cacert'],
  catalogue: ['VA008'],
  cwe: [295],
  *check({ data }) {
    if (data.nodes.every(({ tls }) => !tls?.certificate)) return yield notTestable('no node showed a certificate');
    for (const { address, tls } of data.nodes) {
      if (!tls?.chainError || tls.chainError === 'CERT_HAS_EXPIRED') continue;
      const what = tls.certificate?.isSelfSigned ? 'is self-signed' : 'leads to no trusted authority';
      yield about(address, `the certificate ${what}: ${tls.chainError}`);
    }
  },
});
