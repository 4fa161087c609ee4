import { serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: "the inside of Vault's router can be looked at by its API",
  severity: 'high',
  confidence: 'high',
  why: 'it shows mounts, their keys and storage paths of all namespaces to whoever holds the right',
  fix: 'remove `introspection_endpoint` from the configuration',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#introspection_endpoint'],
  catalogue: ['VA121'],
  cwe: [749],
  *check({ data }) {
    if (serverConfig(data)?.introspection_endpoint)
      yield about('introspection_endpoint', 'the router can be looked at: introspection_endpoint');
  },
});
