import { isLiteral } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { eachVariable } from '../../src/parsers/compose.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'secret written into a compose file',
  severity: 'high',
  confidence: 'high',
  why: 'whoever reads the repository, or inspects the container, has the value',
  fix: 'use `secrets:` with a `_FILE` variable, or let Vault Agent render the value at run time',
  references: ['https://docs.docker.com/compose/how-tos/use-secrets/'],
  catalogue: ['VS401', 'VS403'],
  cwe: [798, 526],
  *check({ data }) {
    for (const { service, variable } of eachVariable(data)) {
      const { name, value, nameRange, valueRange, section } = variable;
      // That of a development server has its own rule.
      if (/^(?:VAULT|BAO)_DEV_ROOT_TOKEN_ID$/.test(name)) continue;
      // What stands in for a value that nobody needs.
      if (/^(?:dummy|unused|none|n\/a)$/i.test(value ?? '')) continue;
      if (section === 'labels' || !isSecretName(name) || !isLiteral(value) || !valueRange) continue;
      yield {
        message: `${section} of service ${service.name} holds a value for ${name}`,
        range: nameRange,
        secret: valueRange,
        paste:
          section === 'environment'
            ? `${name}_FILE: /run/secrets/${name.toLowerCase()}`
            : `secrets: [${name.toLowerCase()}]`,
      };
    }
  },
});
