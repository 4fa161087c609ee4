import { labelOf, stanzasOf, textOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

/** Nodes beside this one that a cluster of three has. */
const OTHER_NODES = 2;

export default defineRule({
  artifact: 'vault-server',
  title: 'Vault cluster of fewer than three nodes',
  severity: 'low',
  confidence: 'medium',
  why: 'with one or two nodes the loss of one stops Vault: integrated storage needs a majority',
  fix: 'run three or five nodes, and name the others in `retry_join` (or use `auto_join`)',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/storage/raft#retry_join-stanza'],
  catalogue: ['VS704'],
  *check({ data }) {
    if (!data.isWhole) return;
    for (const storage of stanzasOf(data.root, 'storage', 'backend')) {
      if (labelOf(storage) !== 'raft') continue;
      const joins = stanzasOf(storage, 'retry_join');
      if (joins.some((join) => textOf(join, 'auto_join') !== undefined)) continue;
      const leaders = new Set(joins.flatMap((join) => textOf(join, 'leader_api_addr') ?? []));
      // The node itself may be in the list, so that two addresses are one other node at least: nobody can tell here.
      if (leaders.size >= OTHER_NODES) continue;
      const message = leaders.size === 0 ? 'no other node is named' : 'one other node only is named';
      yield {
        message,
        range: storage.nameRange,
        paste: 'retry_join { leader_api_addr = "https://vault-2.example.com:8200" }',
      };
    }
  },
});
