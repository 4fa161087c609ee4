import { isRealValue } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { agentParts } from '../../src/parsers/vault-config.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-agent',
  title: "credential written into the Agent's configuration",
  severity: 'high',
  confidence: 'high',
  why: 'whoever reads the file, the image or the repository logs in to Vault as this application',
  fix: 'use a file that is mounted at run time, or the identity of the platform',
  references: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth'],
  catalogue: ['VS307'],
  cwe: [798],
  *check({ data }) {
    for (const setting of agentParts(data).login?.settings ?? []) {
      if (isSecretName(setting.name) && isRealValue(setting.value))
        yield { message: `${setting.name} is written out`, range: setting.nameRange, secret: setting.range };
    }
  },
});
