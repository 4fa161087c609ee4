import { labelOf, stanzasOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'Vault that keeps its secrets in memory only',
  severity: 'high',
  confidence: 'high',
  why: 'every secret, key and policy is gone with the first restart',
  fix: 'use integrated storage: `storage "raft"` on a volume that is backed up',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/storage/in-memory'],
  catalogue: ['VS704'],
  *check({ data }) {
    for (const storage of stanzasOf(data.root, 'storage', 'backend')) {
      if (/^inmem/.test(labelOf(storage)))
        yield { message: `storage is ${labelOf(storage)}`, range: storage.nameRange, paste: 'storage "raft" {' };
    }
  },
});
