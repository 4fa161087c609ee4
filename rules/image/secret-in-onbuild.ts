import { isLiteral } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { isSecretPath } from '../../src/analysis/secret-path.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'secret that an image puts into every image built on it',
  severity: 'high',
  confidence: 'high',
  why: 'each image that is built on this one gets the value in its history',
  fix: 'take the ONBUILD line out; images that need the secret mount it in their own build',
  references: ['https://docs.docker.com/reference/dockerfile/#onbuild'],
  catalogue: ['VS102'],
  cwe: [526, 798],
  *check({ data, text }) {
    for (const { value: step, range } of data.onBuild) {
      const [, name, value] = /^(?:ENV|ARG)\s+([\w.-]+)[= ](.+)$/i.exec(step) ?? [];
      const [, files] = /^(?:COPY|ADD)\s+(.+)\s+\S+$/i.exec(step) ?? [];
      if (name && isSecretName(name) && isLiteral(value)) {
        const at = text.slice(range.start, range.end).indexOf(value);
        const start = range.start + at;
        yield { message: `ONBUILD sets ${name}`, range, secret: at < 0 ? range : { start, end: start + value.length } };
      } else if (files?.split(/\s+/).some((file) => isSecretPath(file))) {
        yield { message: 'ONBUILD copies a file of secrets', range };
      }
    }
  },
});
