import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health'],
  title: 'the certificate of Vault has a weak key or signature',
  severity: 'medium',
  confidence: 'high',
  why: 'a short key can be computed, and a SHA-1 signature forged: then somebody else poses as Vault',
  fix: 'issue it with an EC key, or RSA of 2048 bits and more, signed with SHA-256',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VA009'],
  cwe: [326, 328],
  *check({ data }) {
    if (data.nodes.every(({ tls }) => !tls?.certificate)) return yield notTestable('no node showed a certificate');
    for (const { address, tls } of data.nodes) {
      const { keyType = '', keyBits, signatureAlgorithm = '' } = tls?.certificate ?? {};
      if (/rsa/i.test(keyType) && keyBits !== undefined && keyBits < 2048)
        yield about(address, `the certificate has an RSA key of ${keyBits} bits`);
      if (/sha-?1(?!\d)|md5/i.test(signatureAlgorithm))
        yield about(address, `the certificate is signed with ${signatureAlgorithm}`);
    }
  },
});
