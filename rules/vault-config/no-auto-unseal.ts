import { labelOf, stanzasOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'Vault that people have to unseal by hand',
  severity: 'low',
  confidence: 'medium',
  why: 'after each restart Vault is down until enough people type their keys, so the keys end up in scripts and chats',
  fix: 'add a `seal` stanza with the KMS of the cloud, or `transit` of another Vault',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/seal#auto-unseal'],
  catalogue: ['VS704'],
  *check({ data }) {
    const seals = stanzasOf(data.root, 'seal', 'hsm').filter((seal) => labelOf(seal) !== 'shamir');
    if (!data.isWhole || seals.length > 0) return;
    const storage = stanzasOf(data.root, 'storage', 'backend').at(-1)!;
    yield {
      message: 'no seal stanza: Vault is unsealed by hand',
      range: storage.nameRange,
      paste: 'seal "awskms" { kms_key_id = "alias/vault" }',
    };
  },
});
