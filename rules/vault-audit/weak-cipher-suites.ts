import { about, defineRule, notTestable } from '../define-rule.ts';

const BROKEN = /3DES|DES-CBC|RC4|NULL|EXP|MD5/;
const FORWARD_SECRET = /^(?:ECDHE|DHE|TLS_AES|TLS_CHACHA)/;

export default defineRule({
  artifact: 'vault',
  reads: ['health'],
  title: 'Vault negotiates weak cipher suites',
  severity: 'medium',
  confidence: 'high',
  why: 'with 3DES and RC4 parts of a long connection can be read, and with RSA key exchange who gets the key later reads what was recorded; Vault prefers better suites, but a client may ask for these',
  fix: 'set `tls_min_version = "tls13"`, or `tls_cipher_suites` to the ECDHE suites with GCM or CHACHA20',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#tls_cipher_suites'],
  catalogue: ['VA005'],
  cwe: [326, 327],
  *check({ data }) {
    if (data.nodes.every(({ tls }) => tls === undefined)) return yield notTestable('no node answers over TLS');
    for (const { address, tls } of data.nodes) {
      const suites = tls?.suites ?? [];
      const weak = suites.filter((suite) => BROKEN.test(suite) || !FORWARD_SECRET.test(suite));
      const cbc = suites.filter((suite) => !weak.includes(suite) && !/GCM|CCM|POLY1305/.test(suite));
      if (weak.length > 0) yield about(address, `the node negotiates ${weak.join(', ')}`);
      else if (cbc.length > 0) yield about(address, `the node negotiates suites with CBC: ${cbc.join(', ')}`, 'low');
    }
  },
});
