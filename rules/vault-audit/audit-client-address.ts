import { answerOf } from '../../src/analysis/vault-answers.ts';
import { listenersOf, serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['request-headers', 'sanitized-config'],
  title: "behind a load balancer the audit log holds no client's address",
  severity: 'low',
  confidence: 'low',
  why: 'every line has the address of the load balancer, and nobody can tell where a thief came from',
  fix: "set `x_forwarded_for_authorized_addrs` or `proxy_protocol_behavior` on the listener to the load balancer's address; harmless where clients come directly",
  references: [
    'https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#x_forwarded_for_authorized_addrs',
  ],
  catalogue: ['VA063'],
  cwe: [223],
  *check({ data }) {
    const headers = answerOf<{ headers?: Record<string, unknown> }>(data, 'request-headers')?.headers ?? {};
    const isAudited = Object.keys(headers).some((name) => name.toLowerCase() === 'x-forwarded-for');
    if (!serverConfig(data)) return yield notTestable('it needs sys/config/state/sanitized');
    for (const { subject, config } of listenersOf(data))
      if (!isAudited && !config.x_forwarded_for_authorized_addrs && !config.proxy_protocol_behavior)
        yield about(subject, 'the listener takes no address from a load balancer, and x-forwarded-for is not audited');
  },
});
