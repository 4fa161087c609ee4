import { isLiteral } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'secret in the environment of an image',
  severity: 'high',
  confidence: 'high',
  why: 'the value is in the configuration of the image: whoever pulls it reads it with `docker inspect`',
  fix: 'change the value, leave it out of the image, and let the container get it at run time from Vault Agent or a mounted file',
  references: ['https://docs.docker.com/build/building/secrets/'],
  catalogue: ['VS101', 'VS102'],
  cwe: [526, 798],
  *check({ data }) {
    for (const { name, value, nameRange, valueRange } of data.env) {
      if (isSecretName(name) && isLiteral(value))
        yield { message: `environment variable ${name} holds a secret`, range: nameRange, secret: valueRange };
    }
  },
});
