import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Backends = { healthy?: boolean; fully_wrapped?: boolean; backends?: { name: string; healthy?: boolean }[] };

export default defineRule({
  artifact: 'vault',
  reads: ['seal-backend-status'],
  title: 'what unseals Vault is not healthy',
  severity: 'high',
  confidence: 'high',
  why: 'Vault goes on until it restarts, and then stays sealed',
  fix: "look at the key service that the `seal` stanza names, and at Vault's right to use it",
  references: ['https://developer.hashicorp.com/vault/docs/configuration/seal/seal-ha'],
  catalogue: ['VA034'],
  cwe: [320],
  *check({ data }) {
    const seal = answerOf<Backends>(data, 'seal-backend-status');
    for (const { name, healthy } of seal?.backends ?? [])
      if (healthy === false) yield about(`seal ${name}`, 'the seal is not healthy');
    if (seal?.fully_wrapped === false)
      yield about('sys/seal-backend-status', 'not everything is wrapped by the present seal', 'medium');
  },
});
