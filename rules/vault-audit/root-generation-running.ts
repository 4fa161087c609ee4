import { nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Attempt = { started?: boolean; progress?: number; required?: number };
const READS = {
  'generate-root': 'a root token is being generated',
  rekey: 'the unseal key is being replaced',
  'rekey-recovery': 'the recovery key is being replaced',
} as const;

export default defineRule({
  artifact: 'vault',
  reads: ['generate-root', 'rekey', 'rekey-recovery'],
  title: 'somebody is generating a root token or new keys',
  severity: 'high',
  confidence: 'high',
  why: 'at its end somebody holds a root token, or the old shares of the key are worth nothing',
  fix: 'ask who started it; where nobody did, cancel it (`vault operator generate-root -cancel`) and look into the audit log',
  references: ['https://developer.hashicorp.com/vault/api-docs/system/generate-root'],
  catalogue: ['VA016'],
  cwe: [250],
  *check({ data }) {
    for (const [read, what] of Object.entries(READS) as [keyof typeof READS, string][])
      for (const { node, data: attempt } of nodeAnswersOf<Attempt>(data, read))
        if (attempt.started)
          yield about(node.address, `${what}: ${attempt.progress} of ${attempt.required} shares given`);
  },
});
