import { serverConfig } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['sanitized-config'],
  title: 'Vault may run plugins from a folder',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever may write there and in sys/plugins/catalog runs code with all that Vault holds',
  fix: 'remove `plugin_directory` where only built-in plugins are used; else let root own it, and nobody else write to it',
  references: ['https://developer.hashicorp.com/vault/docs/configuration#plugin_directory'],
  catalogue: ['VA134'],
  cwe: [94],
  *check({ data }) {
    const folder = serverConfig(data)?.plugin_directory;
    if (folder) yield about('plugin_directory', `plugins are run from ${folder}`);
  },
});
