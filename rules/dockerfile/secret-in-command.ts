import { isLiteral, isRealValue } from '../../src/analysis/literal-value.ts';
import { isSecretName } from '../../src/analysis/secret-name.ts';
import type { Match } from '../../src/model/rule.ts';
import type { DockerInstruction } from '../../src/parsers/dockerfile.ts';
import { placeIn, sourceOf } from '../../src/parsers/dockerfile-source.ts';
import { defineRule } from '../define-rule.ts';

const COMMANDS = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/** Shorter words of scripts are no secrets. */
const SHORTEST = 6;

/** What a build gives a program that wants to have something. */
const STAND_IN = /dummy|fake|build[-_]?(?:time|key|only)|placeholder|not[-_]?(?:a[-_]?)?(?:real|secret)|unused/i;

/** `NAME=value`, `--name=value` and `--name value` of a shell; quotes around a value belong to it. */
const ASSIGNMENT =
  /(?<![\w$}./-])(?:--)?([A-Za-z_][\w.-]{0,80})(?:=|(?<=--[\w.-]+)[^\S\n]+)(\\?"[^"\n]{1,400}?\\?"|'[^'\n]{1,400}'|[^\s"'`;&|()<>,\]-][^\s"'`;&|()<>,\]\\]{0,400})/g;

const idOf = (name: string) => name.toLowerCase().replaceAll(/[_.]/g, '-');

function* judgeLabels({ assignments }: DockerInstruction): Iterable<Match> {
  for (const { name, value, nameRange, valueRange } of assignments) {
    if (!isSecretName(name) || !isLiteral(value) || !isRealValue(value) || !valueRange) continue;
    yield {
      message: `LABEL holds a value for ${name}`,
      range: nameRange,
      secret: valueRange,
      paste: 'LABEL org.opencontainers.image.source=https://HOST/REPOSITORY',
    };
  }
}

export default defineRule({
  artifact: 'dockerfile',
  title: 'secret written into an instruction',
  severity: 'high',
  confidence: 'medium',
  why: 'the value is in the history or the configuration of the image: whoever pulls it reads it with `docker history --no-trunc`',
  fix: 'mount the secret for the one command that needs it: `RUN --mount=type=secret,id=NAME,env=NAME COMMAND`',
  references: ['https://docs.docker.com/build/building/secrets/'],
  catalogue: ['VS102'],
  cwe: [798, 538],
  *check({ data, text }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword === 'LABEL') yield* judgeLabels(instruction);
      if (!COMMANDS.has(instruction.keyword)) continue;
      const source = sourceOf(text, instruction);
      for (const { 0: all, 1: name, 2: written, index } of source.matchAll(ASSIGNMENT)) {
        const value = written!.replace(/^\\?(["'])(.*?)\\?\1$/, '$2');
        if (!isSecretName(name!) || !isRealValue(value) || value.length < SHORTEST || STAND_IN.test(value)) continue;
        const start = index + all.length - written!.length;
        const secret = placeIn(instruction, { start, end: index + all.length });
        yield {
          message: `${instruction.keyword} holds a value for ${name}`,
          range: placeIn(instruction, { start: index, end: index + all.length }),
          secret,
          paste: `RUN --mount=type=secret,id=${idOf(name!)},env=${name!.toUpperCase().replaceAll(/[.-]/g, '_')} COMMAND`,
        };
      }
    }
  },
});
