import { isLiteral } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'dockerfile',
  title: 'secret set by ENV',
  severity: 'high',
  confidence: 'high',
  why: 'the value is in the configuration of the image: whoever pulls it reads it with `docker inspect`',
  fix: 'leave it out of the image, and let the container get it at run time from Vault Agent or a mounted file',
  references: ['https://docs.docker.com/build/building/secrets/'],
  catalogue: ['VS101', 'VS102'],
  cwe: [526, 798],
  *check({ data }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword !== 'ENV') continue;
      for (const { name, value, nameRange, valueRange } of instruction.assignments) {
        if (!isSecretName(name) || !isLiteral(value) || !valueRange) continue;
        yield {
          message: `environment variable ${name} holds a secret`,
          range: nameRange,
          secret: valueRange,
          paste: `ENV ${name}_FILE=/run/secrets/${name.toLowerCase()}`,
        };
      }
    }
  },
});
