import { nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Seal = { initialized?: boolean; t?: number; n?: number };

export default defineRule({
  artifact: 'vault',
  reads: ['seal-status'],
  title: 'the key of Vault is split into too few shares',
  severity: 'high',
  confidence: 'high',
  why: 'one person alone can unseal Vault or make a root token, or the loss of one share locks it for good',
  fix: '`vault operator rekey -key-shares=5 -key-threshold=3`, each share with another person',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/seal#shamir-seals'],
  catalogue: ['VA032'],
  cwe: [320],
  *check({ data }) {
    for (const { node, data: seal } of nodeAnswersOf<Seal>(data, 'seal-status')) {
      const { initialized, t = 0, n = 0 } = seal;
      if (!initialized || n === 0) continue;
      if (t === 1) yield about(node.address, `one share of ${n} is enough for the key`, 'high');
      else if (t === n) yield about(node.address, `all ${n} shares are needed for the key: none may be lost`, 'medium');
      else if (t < 3) yield about(node.address, `${t} shares of ${n} are enough for the key`, 'medium');
    }
  },
});
