import { labelOf, stanzaOf, stanzasOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

/** Storages that can't serve several nodes; of the others HashiCorp supports `raft` and `consul`. */
const SINGLE = new Set([
  'file',
  'azure',
  'couchdb',
  'cassandra',
  'manta',
  'mssql',
  's3',
  'swift',
  'cockroachdb',
  'aerospike',
]);

export default defineRule({
  artifact: 'vault-server',
  title: 'storage that allows one Vault node only',
  severity: 'medium',
  confidence: 'high',
  why: 'when this one node stops, every application is without secrets, and there is nothing to take a snapshot of',
  fix: 'use integrated storage, `storage "raft"`, with three or five nodes',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/storage'],
  catalogue: ['VS704'],
  *check({ data }) {
    if (stanzaOf(data.root, 'ha_storage', 'ha_backend')) return;
    for (const storage of stanzasOf(data.root, 'storage', 'backend')) {
      if (SINGLE.has(labelOf(storage)))
        yield {
          message: `storage ${labelOf(storage)} has no high availability`,
          range: storage.nameRange,
          paste: 'storage "raft" {',
        };
    }
  },
});
