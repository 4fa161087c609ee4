import { stanzaOf, textOf } from '../../src/parsers/stanza.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: 'Agent that hands requests on without a cache',
  severity: 'low',
  confidence: 'medium',
  why: 'every read of every replica reaches Vault: a burst of restarts becomes an outage, and each read a lease of its own',
  fix: 'add a `cache {}` stanza, so that one token and one lease serve all requests of the container',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/caching'],
  catalogue: ['VS313'],
  *check({ data }) {
    const { cache, listeners } = agentParts(data);
    const serving = listeners.find((listener) => textOf(listener, 'role') !== 'metrics_only');
    if (!serving || cache || !stanzaOf(data.root, 'auto_auth')) return;
    yield { message: 'requests are handed on without a cache', range: serving.nameRange, paste: 'cache {}' };
  },
});
