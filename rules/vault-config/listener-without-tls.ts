import { hostOf, isLoopbackHost } from '../../src/analysis/network-address.ts';
import { isOn, labelOf, settingOf, stanzasOf, textOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'Vault served over plain HTTP',
  severity: 'high',
  confidence: 'high',
  why: 'whoever sits on the network reads every token and every secret of every application',
  fix: 'take `tls_disable` out, and give the listener `tls_cert_file` and `tls_key_file`',
  references: [
    'https://developer.hashicorp.com/vault/docs/configuration/listener/tcp',
    'https://developer.hashicorp.com/vault/docs/concepts/production-hardening',
  ],
  catalogue: ['VS704'],
  cwe: [319],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, 'listener')) {
      const setting = settingOf(listener, 'tls_disable');
      if (labelOf(listener) !== 'tcp' || !setting || !isOn(setting)) continue;
      // A proxy of the same pod or machine may end TLS.
      const isLocal = isLoopbackHost(hostOf(textOf(listener, 'address') ?? '127.0.0.1'));
      yield {
        message: isLocal ? 'tls_disable is on for the loopback address' : 'tls_disable is on',
        range: setting.nameRange,
        paste: 'tls_cert_file = "/vault/tls/tls.crt"',
        ...(isLocal ? { severity: 'low' as const } : {}),
      };
    }
  },
});
