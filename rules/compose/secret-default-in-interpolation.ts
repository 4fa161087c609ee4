import { isLiteral } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'secret as the default of a compose variable',
  severity: 'high',
  confidence: 'high',
  why: 'the default is in the repository, and it is what runs wherever nobody sets the variable',
  fix: 'write `${NAME:?set NAME}` so that a missing value stops the start',
  references: ['https://docs.docker.com/reference/compose-file/interpolation/'],
  catalogue: ['VS406'],
  cwe: [798, 1392],
  *check({ data }) {
    for (const service of data.services) {
      for (const { name, value, nameRange, valueRange } of service.variables) {
        const parts = /^\$\{(\w+):?-([^${}]+)\}$/.exec(value ?? '');
        if (!parts || !valueRange || !isLiteral(parts[2])) continue;
        if (!isSecretName(name) && !isSecretName(parts[1]!)) continue;
        yield {
          message: `${name} of service ${service.name} has a default value`,
          range: nameRange,
          secret: valueRange,
        };
      }
    }
  },
});
