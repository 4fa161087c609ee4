import { listenersOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'a listener is configured for TLS 1.0 or 1.1',
  severity: 'high',
  confidence: 'high',
  why: 'both are broken and withdrawn: who sits on the way can bring clients down to them',
  fix: 'remove `tls_min_version` (1.2 is the default), or set `tls13`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#tls_min_version'],
  catalogue: ['VA004'],
  cwe: [326],
  *check({ data }) {
    for (const { subject, config } of listenersOf(data))
      if (/^tls1[01]$/.test(String(config.tls_min_version ?? '')))
        yield about(subject, `the listener has tls_min_version ${config.tls_min_version}`);
  },
});
