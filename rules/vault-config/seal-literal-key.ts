import { isRealValue } from '../../src/analysis/literal-value.ts';
import { labelOf, settingOf, stanzasOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

/** Settings of each seal that are credentials, by the documentation of the seals. */
const CREDENTIALS: Readonly<Record<string, readonly string[]>> = {
  alicloudkms: ['access_key', 'secret_key'],
  awskms: ['access_key', 'secret_key', 'session_token'],
  azurekeyvault: ['client_secret'],
  gcpckms: ['credentials'],
  kmip: ['client_key'],
  ocikms: [],
  pkcs11: ['pin'],
  hsm: ['pin'],
  static: ['current_key', 'previous_key'],
  transit: ['token'],
};

export default defineRule({
  artifact: 'vault-server',
  title: 'credential of the seal written into the configuration',
  severity: 'critical',
  confidence: 'high',
  why: 'with it and a copy of the storage an attacker unseals Vault on a machine of their own',
  fix: "give the machine an identity in the cloud, or set the seal's variable from a file that only Vault reads",
  references: [
    'https://developer.hashicorp.com/vault/docs/configuration/seal',
    'https://developer.hashicorp.com/vault/docs/concepts/production-hardening',
  ],
  catalogue: ['VS704'],
  cwe: [798],
  *check({ data }) {
    for (const seal of stanzasOf(data.root, 'seal', 'hsm')) {
      const kind = labelOf(seal);
      for (const name of CREDENTIALS[kind] ?? []) {
        const setting = settingOf(seal, name);
        const isPin = name === 'pin' && /^\d{4,}$/.test(setting?.value ?? '');
        if (!setting || isReference(setting.value) || !(isPin || isRealValue(setting.value))) continue;
        // The access key without its secret names an account only.
        const severity = name === 'access_key' ? ({ severity: 'medium' } as const) : {};
        yield {
          message: `${name} of seal ${kind} is written out`,
          range: setting.nameRange,
          secret: setting.range,
          ...severity,
        };
      }
    }
  },
});

/** `env://NAME` and `file:///path` of the static seal, and paths. */
function isReference(value: string | undefined): boolean {
  return /^(?:env|file):\/\/|^\//.test(value ?? '');
}
