import { hostOf, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { isOn, labelOf, settingOf, stanzasOf, textOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'listener that asks clients for no certificate (mutual TLS)',
  severity: 'info',
  confidence: 'medium',
  why: 'a stolen token or SecretID works from every machine that reaches Vault',
  fix: 'set `tls_require_and_verify_client_cert = true` and `tls_client_ca_file`, and give each client a certificate',
  references: [
    'https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#tls_require_and_verify_client_cert',
  ],
  catalogue: ['VS704'],
  cwe: [306],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, 'listener')) {
      if (labelOf(listener) !== 'tcp' || isOn(settingOf(listener, 'tls_disable'))) continue;
      if (isOn(settingOf(listener, 'tls_require_and_verify_client_cert'))) continue;
      if (isLoopbackHost(hostOf(textOf(listener, 'address') ?? '127.0.0.1'))) continue;
      const range = settingOf(listener, 'tls_disable_client_certs')?.nameRange ?? listener.nameRange;
      yield {
        message: 'no client certificate is asked for',
        range,
        paste: 'tls_require_and_verify_client_cert = true',
      };
    }
  },
});
