import { blocksOf, localConfigs } from '../../src/parsers/compose-vault.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'Vault that keeps its data in memory or in plain files',
  severity: 'medium',
  confidence: 'high',
  why: 'a restart loses every secret, or one broken disk does, and there is neither a second node nor a snapshot',
  fix: 'use the integrated storage on a volume: `"storage": {"raft": {"path": "/vault/file", "node_id": "vault-1"}}`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/storage/raft'],
  catalogue: ['VS407'],
  cwe: [693],
  *check({ data }) {
    for (const service of data.services)
      for (const config of localConfigs(service, data))
        for (const { type } of [...blocksOf(config, 'storage'), ...blocksOf(config, 'backend')]) {
          if (type !== 'inmem' && type !== 'file') continue;
          const severity = type === 'file' ? ({ severity: 'low' } as const) : {};
          yield {
            message: `service ${service.name} stores in ${type}`,
            range: config.range,
            paste: '"storage": {"raft": {"path": "/vault/file", "node_id": "vault-1"}}',
            ...severity,
          };
        }
  },
});
