import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health'],
  title: 'the certificate of Vault does not name its host',
  severity: 'high',
  confidence: 'high',
  why: "clients that check the name can't connect, so somebody turns the check off, and then anybody can pose as Vault",
  fix: 'issue a certificate whose alternative names hold every name and address that clients use',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VA007'],
  cwe: [297],
  *check({ data }) {
    if (data.nodes.every(({ tls }) => !tls?.certificate)) return yield notTestable('no node showed a certificate');
    for (const { address, tls } of data.nodes)
      if (tls?.isNameRight === false) yield about(address, 'the certificate does not name the host that was asked');
  },
});
