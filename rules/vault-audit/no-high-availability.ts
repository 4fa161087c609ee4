import { nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['leader'],
  title: 'Vault is not highly available',
  severity: 'high',
  confidence: 'high',
  why: "when this one node stops, every secret is away, and its storage can't be shared with a second node",
  fix: 'move to integrated storage (raft) with three or five nodes',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/ha'],
  catalogue: ['VA035'],
  cwe: [654],
  *check({ data }) {
    for (const { node, data: leader } of nodeAnswersOf<{ ha_enabled?: boolean }>(data, 'leader'))
      if (leader.ha_enabled === false) yield about(node.address, 'the node runs without high availability');
  },
});
