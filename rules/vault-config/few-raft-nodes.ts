import { artifactsOf, type Project } from '../../src/parsers/artifact.ts';
import { labelOf, type Stanza, stanzasOf, textOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

/** Below this, the loss of one node stops the cluster. */
const LEAST_NODES = 3;

export default defineRule({
  artifact: 'project',
  needs: ['vault-server'],
  title: 'Vault cluster of fewer than three nodes',
  severity: 'low',
  confidence: 'medium',
  why: 'with one or two nodes the loss of one stops Vault, and every application with it: raft needs a majority',
  fix: 'run three or five nodes, and name the others in `retry_join` (or use `auto_join`)',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/storage/raft#retry_join-stanza'],
  catalogue: ['VS704'],
  *check({ data }) {
    const nodes = raftNodes(data);
    const [first] = nodes;
    if (!first || nodes.length >= LEAST_NODES) return;
    const joins = nodes.flatMap(({ storage }) => stanzasOf(storage, 'retry_join'));
    const leaders = new Set(joins.flatMap((join) => textOf(join, 'leader_api_addr') ?? []));
    // One file may serve all nodes: with one leader in it nobody can tell here how many there are.
    const isClear = nodes.length > 1 ? leaders.size < LEAST_NODES : leaders.size === 0;
    if (!isClear || joins.some((join) => textOf(join, 'auto_join') !== undefined)) return;
    const message =
      nodes.length === 1 ? 'the only raft node of this project joins no other' : 'this project has two raft nodes';
    const paste = 'retry_join { leader_api_addr = "https://vault-2.example.com:8200" }';
    yield { message, path: first.path, range: first.storage.nameRange, paste };
  },
});

/** Whole configurations with integrated storage. */
function raftNodes(project: Project): { path: string; storage: Stanza }[] {
  return artifactsOf(project, 'vault-server').flatMap(({ path, data }) => {
    const storage = stanzasOf(data.root, 'storage', 'backend').find((stanza) => labelOf(stanza) === 'raft');
    return storage && data.isWhole ? { path, storage } : [];
  });
}
