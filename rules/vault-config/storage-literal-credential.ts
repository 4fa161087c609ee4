import { isRealValue } from '../../src/analysis/literal-value.ts';
import { isFilledInLater } from '../../src/analysis/network-address.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { labelOf, type Setting, stanzasOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

/** Names that `isSecretName` does not know: storage accounts of Azure, Swift and the keys of object stores. */
const KEY = /^(?:accountkey|account_key|key|secret_key|session_token|zk_auth|auth_info|circonus_api_token)$/i;

/** `user:password@` of an URL, or `password=` of a connection string. */
const URL_PASSWORD = /:\/\/[^/\s:@]*:([^/\s@]+)@|\bpassword=([^\s;&]+)/i;

export default defineRule({
  artifact: 'vault-server',
  title: "credential of Vault's storage written into the configuration",
  severity: 'high',
  confidence: 'high',
  why: 'whoever reads it deletes the storage, or puts back an old state with policies and tokens that were revoked',
  fix: 'take it from the environment (`VAULT_PG_CONNECTION_URL`, `CONSUL_HTTP_TOKEN`) or use the identity of the machine',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/storage'],
  catalogue: ['VS704'],
  cwe: [798],
  *check({ data }) {
    for (const stanza of stanzasOf(
      data.root,
      'storage',
      'backend',
      'ha_storage',
      'ha_backend',
      'service_registration',
      'telemetry',
    )) {
      const kind = labelOf(stanza) || stanza.type;
      for (const setting of stanza.settings) {
        const secret = secretOf(setting);
        if (secret)
          yield { message: `${setting.name} of ${kind} holds a credential`, range: setting.nameRange, secret };
      }
    }
  },
});

/** Where the credential stands. */
function secretOf({ name, value, range }: Setting): { start: number; end: number } | undefined {
  if (value === undefined) return undefined;
  if (isSecretName(name) || KEY.test(name)) return isRealValue(value) && !value.startsWith('/') ? range : undefined;
  const match = URL_PASSWORD.exec(value);
  const password = match?.[1] ?? match?.[2];
  if (!match || password === undefined || isFilledInLater(password) || /^(?:\*+|x+)$/i.test(password)) return undefined;
  return range;
}
