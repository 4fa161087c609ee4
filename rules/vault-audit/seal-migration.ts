import { nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['seal-status'],
  title: 'a migration of the seal was left open',
  severity: 'medium',
  confidence: 'high',
  why: 'until it ends the old seal still opens Vault, and the next restart fails where the old one is gone',
  fix: 'unseal every node with `-migrate`, and remove the old `seal` stanza',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/seal#seal-migration'],
  catalogue: ['VA033'],
  cwe: [320],
  *check({ data }) {
    for (const { node, data: seal } of nodeAnswersOf<{ migration?: boolean }>(data, 'seal-status'))
      if (seal.migration) yield about(node.address, 'a migration of the seal is open');
  },
});
