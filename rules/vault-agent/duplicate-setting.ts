import { repeatedSettings } from '../../src/parsers/stanza.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: "setting that stands twice in an Agent's configuration",
  severity: 'medium',
  confidence: 'high',
  why: 'Vault 1.21 and later refuse the file and the Agent does not start; before, one of the two lines did nothing',
  fix: 'delete one of the two lines',
  references: ['https://developer.hashicorp.com/vault/docs/updates/important-changes'],
  catalogue: ['VS704'],
  *check({ data }) {
    for (const { name, nameRange } of repeatedSettings(data.root))
      yield { message: `${name} is set twice`, range: nameRange };
  },
});
