import { answerOf } from '../../src/analysis/vault-answers.ts';
import { isOn, listenersOf, mountsOf, serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config', 'auth'],
  title: 'a listener takes no client certificates although an auth method needs them',
  severity: 'medium',
  confidence: 'high',
  why: 'logins by certificate fail there, and people go round them with something weaker',
  fix: 'remove `tls_disable_client_certs` from the listener, or disable the auth method',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#tls_disable_client_certs'],
  catalogue: ['VA088'],
  cwe: [295],
  *check({ data }) {
    const methods = mountsOf(data, 'auth', ['cert']);
    if (!serverConfig(data) || Object.keys(answerOf(data, 'auth') ?? {}).length === 0)
      return yield notTestable('it needs both sys/auth and sys/config/state/sanitized');
    for (const { subject, config } of listenersOf(data))
      if (isOn(config.tls_disable_client_certs) && methods.length > 0)
        yield about(
          subject,
          `the listener takes no client certificates, and ${methods.map(({ path }) => path).join(', ')} needs them`,
        );
  },
});
