import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { envFileParser, parseEnvFile } from '../../src/parsers/env-file.ts';
import { type Interpolation, interpolations } from '../../src/parsers/interpolation.ts';
import { mutated, strayRanges } from './mutated.ts';

describe('variables of an environment file', () => {
  test.each([
    ['A=b', 'b'],
    ['export A=b', 'b'],
    ['  A = b c  # d', 'b c'],
    ['A: b', 'b'],
    ['A="b # c"', 'b # c'],
    ["A='b\nc'", 'b\nc'],
    ['A="b\\"c"', 'b\\"c'],
    ['A=b#c', 'b#c'],
    ['A=', ''],
    ['A=# c', ''],
    ['A="b', '"b'],
    ['A', undefined],
    ['A=b\r', 'b'],
  ])('%j gives %j', (text, value) => {
    const [variable] = parseEnvFile(`# first\n${text}\n`).variables;
    expect(variable!.name).toBe('A');
    expect(variable!.value).toBe(value);
    const { start, end } = variable!.valueRange ?? { start: 0, end: 0 };
    expect(`# first\n${text}\n`.slice(start, end)).toBe(value ?? '');
  });
  test('what is no assignment is left out', () => {
    expect(parseEnvFile('#A=b\n1A=b\nif [ x ]; then\n=c\n').variables).toEqual([]);
  });
  test.each([
    ['.env', true],
    ['.env.production', true],
    ['db.env', true],
    ['.envrc', true],
    ['environment', false],
    ['env.ts', false],
  ])('%s: %s', (name, expected) => {
    expect(envFileParser.wants({ path: name, name, head: '' })).toBe(expected);
  });
  test('any text parses, and every range lies in it', () => {
    const texts = ['export A="b"\nC=\'d\ne\'\nF=g # h\n', 'A: b\n# c\nD\n'];
    fc.assert(
      fc.property(mutated(texts), (text) => {
        expect(strayRanges(parseEnvFile(text), text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
  test('many quotes that nothing closes do not take long', () => {
    expect(parseEnvFile('A="\\\n'.repeat(20_000)).variables.length).toBeGreaterThan(0);
  });
});

describe('interpolations of a compose file', () => {
  const read = (value: string) =>
    [...interpolations(value)].map(({ name, operator, argument }) => [name, operator, argument]);
  test.each([
    ['$A', [['A', undefined, undefined]]],
    ['${A}', [['A', undefined, undefined]]],
    ['${A:-b}', [['A', ':-', 'b']]],
    ['${A-b}', [['A', '-', 'b']]],
    ['${A:?set it}', [['A', ':?', 'set it']]],
    ['${A?}', [['A', '?', '']]],
    ['${A:+b}', [['A', ':+', 'b']]],
    ['$$A $${B}', []],
    [
      '${A:-${B:-c}}d',
      [
        ['A', ':-', '${B:-c}'],
        ['B', ':-', 'c'],
      ],
    ],
    ['${A:-$$x}', [['A', ':-', '$$x']]],
    ['${A', []],
    ['${1}', []],
    ['$', []],
  ])('%s', (value, expected) => {
    expect(read(value)).toEqual(expected);
  });
  test('places are those of the value, and any text is read', () => {
    const slice = (value: string, { start, end }: Interpolation) => value.slice(start, end);
    expect([...interpolations('a ${B:-${C}} $D')].map((one) => slice('a ${B:-${C}} $D', one))).toEqual([
      '${B:-${C}}',
      '${C}',
      '$D',
    ]);
    fc.assert(
      fc.property(mutated(['${A:-${B:-c}}$D$$', 'x${Y:?z}$']), (value) => {
        for (const one of interpolations(value)) expect(slice(value, one)).toMatch(/^\$\{?[A-Za-z_]/);
      }),
    );
  });
});
