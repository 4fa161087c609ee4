import { nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Seal = { storage_type?: string; t?: number; n?: number };

export default defineRule({
  artifact: 'vault',
  reads: ['seal-status'],
  title: 'a development server of Vault is running',
  severity: 'critical',
  confidence: 'high',
  why: 'it keeps everything in memory, unsealed with one key, and its root token is on its command line: at the next restart all secrets are gone',
  fix: 'run `vault server -config=...` with raft storage and TLS',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/dev-server'],
  catalogue: ['VA019'],
  cwe: [489],
  *check({ data }) {
    for (const { node, data: seal } of nodeAnswersOf<Seal>(data, 'seal-status'))
      if (/^inmem/.test(seal.storage_type ?? ''))
        yield about(node.address, 'the node keeps its data in memory, as a development server does');
  },
});
