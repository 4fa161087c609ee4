import { isSecretName } from '../../src/analysis/secret-name.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'dockerfile',
  title: 'secret passed as a build argument',
  severity: 'high',
  confidence: 'high',
  why: 'build arguments stay in the image history: whoever pulls the image reads them with `docker history`',
  fix: 'mount it for one command: `RUN --mount=type=secret,id=NAME,env=NAME COMMAND`',
  references: ['https://docs.docker.com/build/building/secrets/'],
  catalogue: ['VS101'],
  cwe: [526, 538],
  *check({ data }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword !== 'ARG') continue;
      for (const { name, nameRange, valueRange } of instruction.assignments) {
        if (!isSecretName(name)) continue;
        const paste = `RUN --mount=type=secret,id=${name.toLowerCase().replaceAll('_', '-')},env=${name} COMMAND`;
        const secret = valueRange ? { secret: valueRange } : {};
        yield { message: `build argument ${name} looks like a secret`, range: nameRange, ...secret, paste };
      }
    }
  },
});
