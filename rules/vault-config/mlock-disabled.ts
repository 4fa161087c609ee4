import { isOn, labelOf, settingOf, stanzaOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: "Vault's memory that may be swapped to disk",
  severity: 'low',
  confidence: 'medium',
  why: 'a page that is swapped out leaves keys and secrets in clear on the disk of the machine',
  fix: 'take `disable_mlock` out and give the container IPC_LOCK, or encrypt or switch off swap',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#disable_mlock'],
  catalogue: ['VS704'],
  cwe: [591],
  *check({ data }) {
    const setting = settingOf(data.root, 'disable_mlock');
    const storage = stanzaOf(data.root, 'storage', 'backend');
    // With integrated storage, whose file is mapped into memory, HashiCorp advises to switch it off; a storage in memory
    // has a finding of its own.
    if (!setting || !isOn(setting) || !storage || /^(?:raft|inmem\w*)$/.test(labelOf(storage))) return;
    yield {
      message: `disable_mlock is on with storage ${labelOf(storage)}`,
      range: setting.nameRange,
      paste: 'disable_mlock = false',
    };
  },
});
