import { blocksOf, localConfigs } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

const PASTE: Record<string, string> = {
  consul: '"scheme": "https", "tls_ca_file": "/vault/tls/consul-ca.pem"',
  etcd: '"address": "https://etcd:2379", "tls_ca_file": "/vault/tls/etcd-ca.pem"',
  postgresql: '"connection_url": "postgres://vault@postgres:5432/vault?sslmode=verify-full"',
  mysql: '"tls_ca_file": "/vault/tls/mysql-ca.pem"',
};

function isPlain(type: string, fields: Record<string, unknown>): boolean {
  const address = String(fields.address ?? '');
  if (type === 'consul')
    return (
      fields.scheme !== 'https' && !/^(?:https:|unix:|127\.|localhost)/.test(address === '' ? '127.0.0.1' : address)
    );
  if (type === 'etcd') return /\bhttp:\/\/(?!127\.|localhost)/.test(address);
  if (type === 'postgresql') return /[?&]sslmode=(?:disable|allow|prefer)\b/.test(String(fields.connection_url ?? ''));
  if (type === 'mysql')
    return /^(?:1|true)$/i.test(String(fields.plaintext_connection_allowed ?? '')) && fields.tls_ca_file === undefined;
  return false;
}

export default defineRule({
  artifact: 'compose',
  title: 'Vault that reaches its storage without TLS',
  severity: 'medium',
  confidence: 'high',
  why: 'who reads or changes the traffic sees which secrets there are, replays old ones, and takes the password or token of the storage',
  fix: 'turn TLS on for the storage: `scheme = "https"` for Consul, `sslmode=verify-full` for PostgreSQL, `https://` for etcd',
  references: [
    'https://developer.hashicorp.com/vault/docs/configuration/storage/consul',
    'https://developer.hashicorp.com/vault/docs/configuration/storage/postgresql',
  ],
  catalogue: ['VS407'],
  cwe: [319],
  *check({ data }) {
    for (const service of data.services)
      for (const config of localConfigs(service, data))
        for (const { type, fields } of [
          ...blocksOf(config, 'storage'),
          ...blocksOf(config, 'ha_storage'),
          ...blocksOf(config, 'backend'),
        ])
          if (isPlain(type, fields))
            yield {
              message: `service ${service.name} reaches ${type} without TLS`,
              range: config.range,
              paste: PASTE[type]!,
            };
  },
});
