import { stepVariables } from '../../src/analysis/build-step.ts';
import { isLiteral } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'secret in the history of an image',
  severity: 'high',
  confidence: 'high',
  why: 'build arguments and overwritten variables stay in the history: whoever pulls the image reads them with `docker history`',
  fix: 'change the value, and mount it for one command: `RUN --mount=type=secret,id=NAME,env=NAME COMMAND`',
  references: ['https://docs.docker.com/build/building/secrets/'],
  catalogue: ['VS101', 'VS102'],
  cwe: [526, 538],
  *check({ data, text }) {
    const set = new Set(data.env.map(({ name, value }) => `${name}=${value}`));
    for (const { value: step, range } of data.history) {
      for (const { kind, name, value } of stepVariables(step)) {
        // What is still in the environment is found there.
        if (!isSecretName(name) || !isLiteral(value) || (kind === 'ENV' && set.has(`${name}=${value}`))) continue;
        const at = text.slice(range.start, range.end).indexOf(`${name}=${value}`);
        const start = range.start + Math.max(0, at);
        const secret = at < 0 ? range : { start: start + name.length + 1, end: start + name.length + 1 + value.length };
        const what = kind === 'ENV' ? 'overwritten variable' : 'build argument';
        yield {
          message: `${what} ${name} is in the history`,
          range: at < 0 ? range : { start, end: start + name.length },
          secret,
        };
      }
    }
  },
});
