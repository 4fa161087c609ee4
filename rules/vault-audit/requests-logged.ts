import { serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'Vault logs every request in its own log',
  severity: 'low',
  confidence: 'high',
  why: 'paths and addresses lie unhashed beside the audit log, where fewer guards are',
  fix: 'remove `log_requests_level`; the audit devices hold the same',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#log_requests_level'],
  catalogue: ['VA123'],
  cwe: [532],
  *check({ data }) {
    const level = serverConfig(data)?.log_requests_level;
    if (level && !/^(?:off|unset)$/i.test(level))
      yield about('log_requests_level', `requests are written to the server's log: log_requests_level ${level}`);
  },
});
