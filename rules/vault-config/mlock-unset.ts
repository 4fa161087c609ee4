import { labelOf, settingOf, stanzaOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'integrated storage without a word on mlock',
  severity: 'low',
  confidence: 'medium',
  why: 'Vault 1.20 and later do not start with integrated storage unless `disable_mlock` is set: an upgrade stops here',
  fix: 'set `disable_mlock = true` and switch swap off, or `false` where the memory is large enough',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#disable_mlock'],
  catalogue: ['VS704'],
  *check({ data }) {
    const storage = stanzaOf(data.root, 'storage', 'backend');
    if (!data.isWhole || !storage || labelOf(storage) !== 'raft' || settingOf(data.root, 'disable_mlock')) return;
    yield { message: 'disable_mlock is not set', range: storage.nameRange, paste: 'disable_mlock = true' };
  },
});
