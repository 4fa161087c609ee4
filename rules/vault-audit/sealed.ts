import { nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { defineRule, NO_RANGE } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['seal-status'],
  title: 'Vault is sealed',
  severity: 'critical',
  confidence: 'high',
  why: 'a sealed node serves no secret: what depends on it fails at its next fetch or renewal',
  fix: 'unseal it, and let a key service unseal it from now on (a `seal` stanza)',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/seal'],
  catalogue: ['VA030'],
  *check({ data }) {
    for (const { node, data: status } of nodeAnswersOf<{ sealed?: boolean }>(data, 'seal-status'))
      if (status.sealed) yield { message: 'the node is sealed', subject: node.address, range: NO_RANGE };
  },
});
