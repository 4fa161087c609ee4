import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Ha = {
  nodes?: {
    api_address?: string;
    hostname?: string;
    active_node?: boolean;
    version?: string;
    last_echo?: string | null;
  }[];
};

export default defineRule({
  artifact: 'vault',
  reads: ['ha-status'],
  title: 'nodes of the cluster run different versions, or one is silent',
  severity: 'medium',
  confidence: 'high',
  why: 'when the leader stops, an older node may take over, without the mended weaknesses and perhaps unable to read the data',
  fix: 'finish the upgrade; look at the node that no longer echoes',
  references: ['https://developer.hashicorp.com/vault/docs/upgrading'],
  catalogue: ['VA039'],
  cwe: [1104],
  *check({ data }) {
    const nodes = answerOf<Ha>(data, 'ha-status')?.nodes ?? [];
    const versions = [...new Set(nodes.flatMap(({ version }) => (version ? [version] : [])))].sort();
    if (versions.length > 1) yield about('sys/ha-status', `nodes run different versions: ${versions.join(', ')}`);
    for (const { api_address, hostname, active_node, last_echo } of nodes) {
      const seconds = last_echo ? (Date.parse(data.takenAt) - Date.parse(last_echo)) / 1000 : 0;
      if (!active_node && seconds > 60)
        yield about(api_address ?? hostname ?? 'node', `the node was last heard of ${Math.round(seconds)} s ago`);
    }
  },
});
