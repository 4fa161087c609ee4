import { vaultServers } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

/** Fewer lose their majority with the first that fails. */
const LEAST_NODES = 3;

export default defineRule({
  artifact: 'compose',
  title: 'Vault on fewer than three nodes',
  severity: 'info',
  confidence: 'medium',
  why: 'while its only node is down or sealed no service gets a secret, and every lease runs out',
  fix: 'run three nodes with raft storage on three hosts, each with `retry_join`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/integrated-storage'],
  catalogue: ['VS407'],
  cwe: [693],
  *check({ data, text }) {
    const servers = vaultServers(data);
    const [first] = servers;
    if (!first || data.isPartial || /^\$/.test(first.deploy?.replicas?.value ?? '')) return;
    const nodes = servers.reduce((sum, { deploy }) => sum + Number(deploy?.replicas?.value ?? 1), 0);
    // Clusters of one file, such as three clusters of one node each, can not be told apart: only a few nodes are few.
    if (nodes < LEAST_NODES && !/retry_join/.test(text))
      yield {
        message: `${nodes === 1 ? 'one node runs' : 'two nodes run'} Vault`,
        range: first.range,
        paste: 'retry_join { leader_api_addr = "https://vault-2:8200" }',
      };
  },
});
