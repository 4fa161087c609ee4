import { listenersOf, valuesOf } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'a listener believes everybody who says where they come from',
  severity: 'high',
  confidence: 'high',
  why: 'whoever writes the header X-Forwarded-For gets past every binding to addresses, and the audit log holds what they wrote',
  fix: 'set `x_forwarded_for_authorized_addrs` to the addresses of the load balancers',
  references: [
    'https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#x_forwarded_for_authorized_addrs',
  ],
  catalogue: ['VA127'],
  cwe: [290, 348],
  *check({ data }) {
    for (const { subject, config } of listenersOf(data))
      if (valuesOf(config.x_forwarded_for_authorized_addrs).some((one) => /\/0$/.test(one)))
        yield about(subject, 'the listener believes the header x-forwarded-for of everybody');
  },
});
