import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['ui-headers'],
  title: "the web interface's security headers were changed",
  severity: 'low',
  confidence: 'high',
  why: 'a weaker Content-Security-Policy lets a script that got in read the token of whoever is logged in',
  fix: 'look at it (`vault read sys/config/ui/headers/Content-Security-Policy`) and delete it where nothing needs it',
  references: ['https://developer.hashicorp.com/vault/api-docs/system/config-ui'],
  catalogue: ['VA125'],
  cwe: [1021],
  *check({ data }) {
    for (const name of answerOf<{ keys?: string[] }>(data, 'ui-headers')?.keys ?? [])
      if (/^(?:content-security-policy|x-content-type-options|x-frame-options|strict-transport-security)$/i.test(name))
        yield about(`sys/config/ui/headers/${name}`, `the header ${name} of the web interface was changed`);
  },
});
