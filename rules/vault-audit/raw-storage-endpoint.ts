import { serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'the raw storage of Vault can be read and written by its API',
  severity: 'critical',
  confidence: 'high',
  why: 'whoever holds the right reads every policy, token and secret below all checks',
  fix: 'remove `raw_storage_endpoint` from the configuration',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#raw_storage_endpoint'],
  catalogue: ['VA120'],
  cwe: [749],
  *check({ data }) {
    if (serverConfig(data)?.raw_storage_endpoint)
      yield about('raw_storage_endpoint', 'the raw storage can be reached: raw_storage_endpoint');
  },
});
