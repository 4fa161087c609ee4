import { hostOf, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { isOn, listenersOf, serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'a listener is configured without TLS',
  severity: 'critical',
  confidence: 'high',
  why: 'every token and every secret passes readable on the way to this listener',
  fix: 'give the listener a certificate and remove `tls_disable`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#tls_disable'],
  catalogue: ['VA002'],
  cwe: [319],
  *check({ data }) {
    for (const { subject, config } of listenersOf(data)) {
      if (config.type === 'unix' || !isOn(config.tls_disable)) continue;
      const isLocal = isLoopbackHost(hostOf(String(config.address ?? '')));
      yield about(subject, 'the listener has no TLS: tls_disable', isLocal ? 'medium' : 'critical');
    }
    const { api_addr = '' } = serverConfig(data) ?? {};
    if (api_addr.startsWith('http://') && !isLoopbackHost(hostOf(api_addr)))
      yield about('api_addr', 'clients are sent to plain HTTP by api_addr', 'high');
  },
});
