import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Config = { cleanup_dead_servers?: boolean; min_quorum?: number };

export default defineRule({
  artifact: 'vault',
  reads: ['autopilot-config'],
  title: 'autopilot keeps dead nodes in the raft cluster',
  severity: 'low',
  confidence: 'high',
  why: 'nodes that are gone count for the majority: after a few replacements one loss stops Vault',
  fix: '`vault operator raft autopilot set-config -cleanup-dead-servers=true -min-quorum=3`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/integrated-storage/autopilot#dead-server-cleanup'],
  catalogue: ['VA038'],
  cwe: [654],
  *check({ data }) {
    const config = answerOf<Config>(data, 'autopilot-config');
    const subject = 'sys/storage/raft/autopilot/configuration';
    if (config?.cleanup_dead_servers === false)
      yield about(subject, 'dead nodes are not removed: cleanup_dead_servers is false');
    else if (config?.min_quorum === 0) yield about(subject, 'no least number of nodes is set: min_quorum is 0');
  },
});
