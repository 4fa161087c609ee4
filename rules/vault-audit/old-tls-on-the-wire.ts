import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health'],
  title: 'Vault accepts TLS 1.0 or 1.1',
  severity: 'high',
  confidence: 'high',
  why: 'both are broken and withdrawn: who sits on the way can bring clients down to them',
  fix: 'remove `tls_min_version` from the listener (1.2 is the default), or set `tls13`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#tls_min_version'],
  catalogue: ['VA003'],
  cwe: [326, 327],
  *check({ data }) {
    if (data.nodes.every(({ tls }) => tls === undefined)) return yield notTestable('no node answers over TLS');
    for (const { address, tls } of data.nodes) {
      const old = (tls?.versions ?? []).filter((version) => /^(?:SSLv|TLSv1$|TLSv1\.[01]$)/.test(version));
      if (old.length > 0) yield about(address, `the node accepts ${old.join(' and ')}`);
    }
  },
});
