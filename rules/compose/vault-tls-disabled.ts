import { blocksOf, localConfigs } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

const isOn = (value: unknown) => /^(?:1|true|t)$/i.test(String(value));
const isLoopback = (value: unknown) => typeof value === 'string' && /^(?:127\.|localhost|\[::1\])/.test(value);

export default defineRule({
  artifact: 'compose',
  title: 'Vault that listens without TLS',
  severity: 'high',
  confidence: 'high',
  why: 'whoever sits on the network reads every token and every secret that Vault gives out',
  fix: 'give the listener a certificate: `"tls_cert_file": "/vault/tls/tls.crt", "tls_key_file": "/vault/tls/tls.key"`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp'],
  catalogue: ['VS407'],
  cwe: [319],
  *check({ data }) {
    for (const service of data.services)
      for (const config of localConfigs(service, data)) {
        const open = blocksOf(config, 'listener').some(
          ({ type, fields }) => type === 'tcp' && isOn(fields.tls_disable) && !isLoopback(fields.address),
        );
        if (open)
          yield {
            message: `the listener of service ${service.name} has TLS off`,
            range: config.range,
            paste: '"tls_cert_file": "/vault/tls/tls.crt", "tls_key_file": "/vault/tls/tls.key"',
          };
      }
  },
});
