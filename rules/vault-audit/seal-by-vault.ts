import { nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['seal-status'],
  title: 'Vault is unsealed by another Vault',
  severity: 'info',
  confidence: 'high',
  why: "when the other one is away or sealed, this one can't start",
  fix: 'run the other Vault apart (other machines, other power), with Shamir shares or a key service of its own',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/seal/transit'],
  catalogue: ['VA034'],
  cwe: [320],
  *check({ data }) {
    for (const { node, data: seal } of nodeAnswersOf<{ type?: string }>(data, 'seal-status'))
      if (seal.type === 'transit')
        yield about(node.address, 'the node is unsealed by another Vault: its seal is transit');
  },
});
