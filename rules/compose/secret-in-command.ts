import { isRealValue } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import type { Match } from '../../src/model/rule.ts';
import { type Compose, eachVariable } from '../../src/parsers/compose.ts';
import { defineRule, onePerPlace } from '../define-rule.ts';

/** Shorter words of a command are no secrets. */
const SHORTEST = 6;

/** `--name=value`, `--name value` and `NAME=value`, with quotes around the value or not. */
const ASSIGNMENT =
  /(?<![\w$}./-])(?:--?)?([A-Za-z_][\w.-]{1,80})(?:=|(?<=--?[\w.-]+)[^\S\n]+)\\?(["']?)([^\s"'\\`;&|()<>,\]-][^\s"'\\`;&|()<>,\]]{0,400})/g;

function* matches(data: Compose, text: string): Iterable<Match> {
  for (const { name, command, entrypoint, healthcheck } of data.services) {
    for (const words of [entrypoint, command, healthcheck]) {
      for (const [i, { value, range }] of words.entries()) {
        const option = words[i - 1]?.value;
        // `["--password", "..."]` is two words.
        if (
          option !== undefined &&
          /^--?[\w-]+$/.test(option) &&
          isSecretOption(option.replace(/^-+/, '')) &&
          isSecret(value)
        )
          yield {
            message: `a command of service ${name} holds a value for ${option}`,
            range,
            paste: `${option}-file=/run/secrets/NAME`,
            secret: range,
          };
        const source = text.slice(range.start, range.end);
        for (const { 0: all, 1: variable, 3: written, index } of source.matchAll(ASSIGNMENT)) {
          if (variable === 'dev-root-token-id' || !isSecretOption(variable!) || !isSecret(written!)) continue;
          const end = range.start + index + all.length;
          const secret = { start: end - written!.length, end };
          yield {
            message: `a command of service ${name} holds a value for ${variable}`,
            range: { start: range.start + index, end },
            paste: `--${variable!.toLowerCase().replaceAll('_', '-')}-file=/run/secrets/NAME`,
            secret,
          };
        }
      }
    }
  }
  for (const { service, variable } of eachVariable(data)) {
    const { name, value, nameRange, valueRange, section } = variable;
    if (section === 'labels' && isSecretName(name) && isSecret(value) && valueRange)
      yield {
        message: `a label of service ${service.name} holds a value for ${name}`,
        range: nameRange,
        paste: 'secrets: [NAME]',
        secret: valueRange,
      };
  }
}

/** Redis writes its options as one word. */
function isSecretOption(name: string): boolean {
  return isSecretName(name) || /^(?:requirepass|masterauth)$/.test(name);
}

function isSecret(value: string | undefined): boolean {
  return isRealValue(value) && value.length >= SHORTEST && !value.startsWith('-');
}

export default defineRule({
  artifact: 'compose',
  title: 'secret written into a command of a service',
  severity: 'high',
  confidence: 'medium',
  why: 'arguments stand in the repository, in `docker inspect` and in the list of processes of the host',
  fix: 'give the program a file: `secrets:` and an option such as `--password-file=/run/secrets/NAME`',
  references: ['https://docs.docker.com/compose/how-tos/use-secrets/'],
  catalogue: ['VS401'],
  cwe: [798, 214],
  *check({ data, text }) {
    yield* onePerPlace(matches(data, text));
  },
});
