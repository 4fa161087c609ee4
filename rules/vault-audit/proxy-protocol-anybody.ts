import { listenersOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'a listener takes the proxy protocol from everybody',
  severity: 'high',
  confidence: 'high',
  why: 'whoever connects says which address they have: bindings to addresses mean nothing, and the audit log is wrong',
  fix: 'set `proxy_protocol_behavior = "deny_unauthorized"` with `proxy_protocol_authorized_addrs`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#proxy_protocol_behavior'],
  catalogue: ['VA128'],
  cwe: [290, 348],
  *check({ data }) {
    for (const { subject, config } of listenersOf(data))
      if (config.proxy_protocol_behavior === 'use_always')
        yield about(subject, 'the listener takes the proxy protocol from everybody');
  },
});
