import { settingOf, stanzasOf } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-server',
  title: 'Vault that any web page may call',
  severity: 'medium',
  confidence: 'high',
  why: "a page that an operator visits may send requests to Vault from the operator's browser and read the answers",
  fix: 'name the origins of your own pages in `cors_allowed_origins`',
  references: ['https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#cors_allowed_origins'],
  catalogue: ['VS704'],
  cwe: [942],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, 'listener')) {
      const origins = settingOf(listener, 'cors_allowed_origins');
      if (origins?.items.some(({ value }) => value === '*'))
        yield {
          message: 'cors_allowed_origins is *',
          range: origins.nameRange,
          paste: 'cors_allowed_origins = ["https://console.example.com"]',
        };
    }
  },
});
