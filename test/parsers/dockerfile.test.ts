import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instructionsOf, parseDockerfile } from '../../src/parsers/dockerfile.ts';
import { placeIn, sourceOf } from '../../src/parsers/dockerfile-source.ts';
import { mutated, strayRanges } from './mutated.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/rules/dockerfile');
const TEXTS = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /dockerfile/i.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

describe('stages', () => {
  const file = parseDockerfile(`# syntax=docker/dockerfile:1
FROM golang:1.25 AS Build
RUN go build
FROM build AS test
RUN go test
FROM alpine:3.22 AS base
USER 10001
FROM base
COPY --from=build /a /a
COPY --from=1 /b /b
COPY --from=nginx:1 /c /c
RUN --mount=from=test,source=/d,target=/d ls /d
`);

  test('know what they are built on, what they read, and which are in the image', () => {
    expect(file.directives).toEqual({ syntax: 'docker/dockerfile:1' });
    expect(file.stages.map(({ parent }) => parent)).toEqual([undefined, 0, undefined, 2]);
    expect(file.stages.map(({ reads }) => reads)).toEqual([[], [], [], [0, 1]]);
    expect(file.stages.map(({ isFinal }) => isFinal)).toEqual([false, false, true, true]);
  });
  test('have the instructions of what they are built on before their own', () => {
    const keywords = instructionsOf(file, file.stages.at(-1)!).map(({ keyword }) => keyword);
    expect(keywords).toEqual(['USER', 'COPY', 'COPY', 'COPY', 'RUN']);
  });
  test('of the same name: the later one counts', () => {
    const { stages } = parseDockerfile('FROM a AS x\nFROM b AS x\nFROM x\n');
    expect(stages.at(-1)!.parent).toBe(1);
  });
  test('a number that is no earlier stage is none', () => {
    const { stages } = parseDockerfile('FROM a\nCOPY --from=0 / /\nCOPY --from=7 / /\n');
    expect(stages[0]!.reads).toEqual([]);
  });
});

describe('mounts', () => {
  const mountsOf = (text: string) => parseDockerfile(`FROM a\n${text}\n`).instructions[1]!.mounts;
  test.each([
    ['RUN --mount=type=secret,id=a,dst=/x cat /x', { type: 'secret', id: 'a', target: '/x' }],
    [
      'RUN --mount=type=secret,id=a,env=TOKEN,required true',
      { type: 'secret', id: 'a', env: 'TOKEN', required: 'true' },
    ],
    ['ONBUILD RUN --mount=type=cache,destination=/c,ro ls', { type: 'cache', target: '/c', readonly: 'true' }],
    ['RUN --network=none --mount=from=x,src=/y,target=/z ls', { from: 'x', source: '/y', target: '/z' }],
  ])('%s', (text, options) => {
    const [mount] = mountsOf(text);
    expect(mount!.options).toEqual(options);
    expect(mount!.type).toBe((options as { type?: string }).type ?? 'bind');
  });
  test('other instructions have none', () => {
    expect(mountsOf('COPY --chown=a:b c d')).toEqual([]);
  });
});

describe('instructions', () => {
  test('the escape directive changes what continues a line', () => {
    const text = '# escape=`\nFROM a\nRUN dir C:\\x `\n  && dir\n';
    expect(parseDockerfile(text).instructions[1]!.text).toBe('dir C:\\x   && dir');
  });
  test('heredocs are bodies and no words', () => {
    const text = 'FROM a\nRUN <<A <<-"B" cat\none\nA\n\ttwo\nB\nCOPY <<F /f\nthree\nF\nUSER b\n';
    const [, run, copy, user] = parseDockerfile(text).instructions;
    expect(run!.heredocs.map(({ name, text: body }) => [name, body])).toEqual([
      ['A', 'one'],
      ['B', '\ttwo'],
    ]);
    expect(copy!.heredocs[0]!.text).toBe('three');
    expect(user!.keyword).toBe('USER');
  });
  test('the JSON form is told from a shell that begins with a bracket', () => {
    const [, json, shell] = parseDockerfile('FROM a\nCMD ["a", "b\\"c"]\nRUN [ -f x ] && y\n').instructions;
    expect(json!.isJson).toBe(true);
    expect(json!.args.map(({ value }) => value)).toEqual(['a', 'b"c']);
    expect(shell!.isJson).toBe(false);
  });
  test('comments between continued lines are blank in the source', () => {
    const text = 'FROM a\nRUN b \\\n  # c=d\n  && e\n';
    const [, run] = parseDockerfile(text).instructions;
    const source = sourceOf(text, run!);
    expect(source).toBe('RUN b \\\n       \n  && e');
    const { start, end } = placeIn(run!, { start: source.indexOf('&&'), end: source.length });
    expect(text.slice(start, end)).toBe('&& e');
  });
});

test('any text parses, fast, and every range lies in it', () => {
  expect(TEXTS.length).toBeGreaterThan(40);
  fc.assert(
    fc.property(mutated(TEXTS), (text) => {
      const file = parseDockerfile(text);
      expect(strayRanges(file, text)).toEqual([]);
      for (const instruction of file.instructions) sourceOf(text, instruction);
      for (const stage of file.stages) instructionsOf(file, stage);
    }),
    { numRuns: 400 },
  );
});
