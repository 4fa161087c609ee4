import { secretArguments } from '../../src/analysis/secret-argument.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'secret in a command of an image',
  severity: 'high',
  confidence: 'high',
  why: 'the command is in the configuration of the image, and every process on the host sees the arguments',
  fix: 'change the value, and let the program read it from a file that Vault Agent writes',
  references: ['https://docs.docker.com/build/building/secrets/'],
  catalogue: ['VS102'],
  cwe: [214, 798],
  *check({ data, text }) {
    const commands = [data.entrypoint, data.cmd, data.healthcheck, data.onBuild];
    for (const words of commands) {
      for (const { option, word, name, value } of secretArguments(words.map(({ value }) => value))) {
        const { range } = words[word]!;
        const at = text.slice(range.start, range.end).indexOf(value);
        const start = range.start + at;
        yield {
          message: `argument ${name} holds a secret`,
          range: words[option]!.range,
          secret: at < 0 ? range : { start, end: start + value.length },
        };
      }
    }
  },
});
