import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'compose',
  title: 'compose secret that is taken from a variable',
  severity: 'info',
  confidence: 'high',
  why: 'the value lies in the environment of whoever starts the services, or in a `.env` file next to them',
  fix: 'let Vault Agent write it to a file in memory, or fetch it when it is used',
  references: ['https://docs.docker.com/reference/compose-file/secrets/'],
  catalogue: ['VS404'],
  cwe: [526],
  *check({ data }) {
    for (const { name, environment } of data.secrets)
      if (environment)
        yield {
          message: `secret ${name} is taken from the variable ${environment.value}`,
          range: environment.range,
          paste: `file: /run/vault/${name}`,
        };
  },
});
