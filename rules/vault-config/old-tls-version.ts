import { settingOf, stanzasOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'Vault that speaks outdated TLS',
  severity: 'medium',
  confidence: 'high',
  why: 'TLS 1.0 and 1.1 have known weaknesses: whoever sits on the network may break the connection open',
  fix: 'take `tls_min_version` out (its default is `tls12`) or set `tls13`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#tls_min_version'],
  catalogue: ['VS704'],
  cwe: [326],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, 'listener')) {
      for (const name of ['tls_min_version', 'tls_max_version']) {
        const setting = settingOf(listener, name);
        if (/^tls1[01]$/i.test(setting?.value ?? ''))
          yield {
            message: `${name} is ${setting!.value}`,
            range: setting!.nameRange,
            paste: 'tls_min_version = "tls12"',
          };
      }
    }
  },
});
