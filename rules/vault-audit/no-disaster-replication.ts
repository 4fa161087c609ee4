import { nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['health'],
  title: 'no second cluster holds a copy for a disaster',
  severity: 'info',
  confidence: 'high',
  why: 'when this cluster is lost, secrets are away until it is restored from a snapshot',
  fix: 'replicate to a second cluster elsewhere (`vault write -f sys/replication/dr/primary/enable`)',
  references: ['https://developer.hashicorp.com/vault/docs/enterprise/replication'],
  catalogue: ['VA043'],
  cwe: [693],
  *check({ data }) {
    if (data.flavour !== 'vault-enterprise') return yield notTestable('only Vault Enterprise replicates');
    for (const { node, data: health } of nodeAnswersOf<{ replication_dr_mode?: string }>(data, 'health'))
      if (health.replication_dr_mode === 'disabled') yield about(node.address, 'disaster replication is off');
  },
});
