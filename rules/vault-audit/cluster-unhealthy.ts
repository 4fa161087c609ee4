import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type State = { healthy?: boolean; failure_tolerance?: number; servers?: Record<string, { healthy?: boolean }> };

export default defineRule({
  artifact: 'vault',
  reads: ['autopilot-state'],
  title: 'the raft cluster is not healthy, or survives no loss',
  severity: 'high',
  confidence: 'high',
  why: 'the next node that stops takes Vault with it',
  fix: 'bring the failed nodes back or remove them (`vault operator raft remove-peer`), and run three or five',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/integrated-storage/autopilot'],
  catalogue: ['VA037'],
  cwe: [654],
  *check({ data }) {
    const state = answerOf<State>(data, 'autopilot-state');
    for (const [name, { healthy }] of Object.entries(state?.servers ?? {}))
      if (healthy === false) yield about(`raft node ${name}`, 'the node is not healthy');
    if (state?.failure_tolerance === 0)
      yield about('sys/storage/raft/autopilot/state', 'the cluster survives the loss of no node');
  },
});
