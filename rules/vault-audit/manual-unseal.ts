import { nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Seal = { type?: string; initialized?: boolean };

export default defineRule({
  artifact: 'vault',
  reads: ['seal-status'],
  title: 'Vault has to be unsealed by hand',
  severity: 'medium',
  confidence: 'high',
  why: 'after every restart secrets are away until enough people are awake, and the shares of the key lie around meanwhile',
  fix: 'add a `seal` stanza with a key service or an HSM and migrate',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/seal#auto-unseal'],
  catalogue: ['VA031'],
  cwe: [320],
  *check({ data }) {
    for (const { node, data: seal } of nodeAnswersOf<Seal>(data, 'seal-status'))
      if (seal.type === 'shamir' && seal.initialized)
        yield about(node.address, 'the node is unsealed by hand: its seal is shamir');
  },
});
