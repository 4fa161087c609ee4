import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Raft = { config?: { servers?: { voter?: boolean }[] } };

export default defineRule({
  artifact: 'vault',
  reads: ['raft-configuration'],
  title: 'the raft cluster has too few voters, or an even number',
  severity: 'high',
  confidence: 'high',
  why: 'one node less and no majority is left: Vault stops',
  fix: 'run three voters, or five, in different failure domains',
  references: ['https://developer.hashicorp.com/vault/docs/internals/integrated-storage#deployment-table'],
  catalogue: ['VA036'],
  cwe: [654],
  *check({ data }) {
    const servers = answerOf<Raft>(data, 'raft-configuration')?.config?.servers ?? [];
    const voters = servers.filter(({ voter }) => voter).length;
    const subject = 'sys/storage/raft/configuration';
    if (servers.length === 0) return;
    if (voters < 3) yield about(subject, `the raft cluster has ${voters} voter${voters === 1 ? '' : 's'}`);
    else if (voters % 2 === 0)
      yield about(subject, `the raft cluster has an even number of voters: ${voters}`, 'medium');
    if (voters < servers.length && data.flavour === 'vault')
      yield about(subject, `${servers.length - voters} nodes of the raft cluster have no vote`, 'medium');
  },
});
