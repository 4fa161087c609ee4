import { openNodes, serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['ui', 'sanitized-config'],
  title: 'the web interface of Vault is on',
  severity: 'info',
  confidence: 'high',
  why: 'it is one more program that everybody who reaches the port can try',
  fix: 'leave `ui` out of the configuration where nobody uses it',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/ui'],
  catalogue: ['VA021'],
  cwe: [668],
  *check({ data }) {
    for (const { address } of openNodes(data, 'ui')) yield about(address, 'the web interface answers');
    if (serverConfig(data)?.enable_ui && openNodes(data, 'ui').length === 0)
      yield about('ui', 'the web interface is on');
  },
});
