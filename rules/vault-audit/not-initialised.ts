import { nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['init'],
  title: 'Vault is not initialised',
  severity: 'critical',
  confidence: 'high',
  why: 'whoever comes first initialises it and holds the keys and the root token',
  fix: 'initialise it (`vault operator init`) before it is reachable, or shut it down',
  references: ['https://developer.hashicorp.com/vault/docs/commands/operator/init'],
  catalogue: ['VA020'],
  cwe: [306],
  *check({ data }) {
    for (const { node, data: init } of nodeAnswersOf<{ initialized?: boolean }>(data, 'init'))
      if (init.initialized === false) yield about(node.address, 'the node is not initialised: anybody may do it');
  },
});
