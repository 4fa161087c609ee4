import { labelOf, stanzaOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'cache that a restart of the Agent throws away',
  severity: 'info',
  confidence: 'medium',
  why: 'after a restart each pod logs in again and asks for new leases, which all of them do at once after an outage',
  fix: 'add `persist "kubernetes" { path = "/vault/agent-cache" }` on a volume in memory that the init container shares',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/caching/persistent-caches'],
  catalogue: ['VS313'],
  *check({ data }) {
    const { cache, method } = agentParts(data);
    // Vault keeps a cache in Kubernetes only.
    if (!cache || !method || labelOf(method) !== 'kubernetes' || stanzaOf(cache, 'persist')) return;
    yield {
      message: 'the cache is not persisted',
      range: cache.nameRange,
      paste: 'persist "kubernetes" { path = "/vault/agent-cache" }',
    };
  },
});
