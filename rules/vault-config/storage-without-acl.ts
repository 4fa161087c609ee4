import { labelOf, settingOf, stanzasOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'storage of Vault that asks for no login',
  severity: 'info',
  confidence: 'low',
  why: 'whoever reaches the storage deletes it, or puts back an old state; the configuration shows no login to it',
  fix: 'give Vault a Consul token (`CONSUL_HTTP_TOKEN`) or an etcd user of its own, with rights to its own path only',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/storage/consul#acls'],
  catalogue: ['VS704'],
  cwe: [306],
  *check({ data }) {
    for (const storage of stanzasOf(data.root, 'storage', 'backend')) {
      const kind = labelOf(storage);
      const login = kind === 'consul' ? ['token'] : kind === 'etcd' ? ['username', 'tls_cert_file'] : [];
      if (login.length === 0 || login.some((name) => settingOf(storage, name))) continue;
      const paste = kind === 'consul' ? 'CONSUL_HTTP_TOKEN' : 'tls_cert_file = "/vault/tls/etcd-client.pem"';
      yield { message: `no login to ${kind} is set here`, range: storage.nameRange, paste };
    }
  },
});
