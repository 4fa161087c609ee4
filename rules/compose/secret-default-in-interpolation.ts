import { isLiteral } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import { eachVariable } from '../../src/parsers/compose.ts';
import { interpolations } from '../../src/parsers/interpolation.ts';
import { defineRule } from '../define-rule.ts';

/** `name`: the variable that the text is the value of. */
function hasSecretDefault(text: string, name?: string): boolean {
  for (const { name: inner, operator, argument, start, end } of interpolations(text)) {
    // The id of a key is no secret.
    if (/ACCESS_?KEY_?ID$/i.test(inner)) continue;
    if ((operator !== '-' && operator !== ':-') || !isLiteral(argument)) continue;
    const isWhole = start === 0 && end === text.length;
    if (isSecretName(inner) || (name !== undefined && isWhole && isSecretName(name))) return true;
  }
  return false;
}

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
    for (const { service, variable } of eachVariable(data)) {
      const { name, value, nameRange, valueRange } = variable;
      if (!valueRange || !hasSecretDefault(value ?? '', name)) continue;
      yield {
        message: `${name} of service ${service.name} has a default value`,
        range: nameRange,
        secret: valueRange,
        paste: `${name}: \${${name}:?set ${name}}`,
      };
    }
    for (const service of data.services) {
      for (const { value, range } of [...service.command, ...service.entrypoint, ...service.healthcheck]) {
        if (!hasSecretDefault(value)) continue;
        yield {
          message: `a command of service ${service.name} has a default value`,
          range,
          secret: range,
          paste: '${NAME:?set NAME}',
        };
      }
    }
  },
});
