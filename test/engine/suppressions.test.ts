import { describe, expect, test } from 'vitest';
import { findSuppressions } from '../../src/engine/suppressions.ts';

/** Suppressions of a text as `line>about names (reason)`. */
function suppressions(path: string, text: string): string[] {
  const bytes = Buffer.from(text);
  return findSuppressions(bytes, path, { ownStart: 0, ownEnd: bytes.length, line: 1, column: 1 }).map(
    ({ line, aboutLine, names, reason, misspelt }) =>
      `${line}>${aboutLine} ${names.join('+')} (${reason})${misspelt ? ` ${misspelt}` : ''}`,
  );
}

describe('a comment suppresses', () => {
  test.each([
    ['a.yaml', 'a: 1 # vaultcheck: suppress x/y -- why'],
    ['a.yaml', "note: don't # vaultcheck: suppress x/y -- why"],
    ['templates/a.yaml', '{{/* vaultcheck: suppress x/y -- why */}}a: 1'],
    ['templates/a.yaml', '{{- /* vaultcheck: suppress x/y -- why */ -}} a: 1'],
    ['Dockerfile', 'FROM a # vaultcheck: suppress x/y -- why'],
    ['.env.local', 'A=1 ## vaultcheck: suppress x/y -- why'],
    ['a.ts', 'const a = "b"; // vaultcheck: suppress x/y -- why'],
    ['a.ts', 'const a = 1; /* vaultcheck: suppress x/y -- why */ const b = 1;'],
    ['a.ts', 'f();/** vaultcheck: suppress x/y -- why */'],
    ['a.sql', 'select 1; -- vaultcheck: suppress x/y -- why'],
    ['a.ini', 'a=1 ; vaultcheck: suppress x/y -- why'],
    ['a.xml', '<a/> <!-- vaultcheck: suppress x/y -- why -->'],
    ['a.xml', '<a/> <!-- vaultcheck: suppress x/y — why -->'],
    ['a.md', 'text <!-- vaultcheck: suppress x/y -- why --> text'],
    ['a.tex', 'a % vaultcheck: suppress x/y -- why'],
    ['a.bat', 'echo a & REM vaultcheck: suppress x/y -- why'],
    ['a.tf', 'a = 1 # vaultcheck: suppress x/y -- why'],
    ['a.hcl', 'a = 1 // vaultcheck: suppress x/y -- why'],
    ['noextension', 'a = 1 -- vaultcheck: suppress x/y -- why'],
    ['a.py', "a = 'it\\'s' # vaultcheck: suppress x/y -- why\r"],
  ])('in %s: %s', (path, line) => {
    expect(suppressions(path, `\n${line}\n`)).toEqual(['2>2 x/y (why)']);
  });

  test.each([
    ['a.bat', '  REM vaultcheck: suppress x/y -- why'],
    ['a.bat', ':: vaultcheck: suppress x/y -- why'],
    ['a.xml', '  <!-- vaultcheck: suppress x/y -- why -->  '],
    ['a.js', '/* vaultcheck: suppress x/y -- why */'],
    ['a.yaml', '    {{- /* vaultcheck: suppress x/y -- why */ -}}'],
    ['a.yaml', '# vaultcheck: suppress x/y -- why'],
  ])('alone on a line it is about the next one, in %s: %s', (path, line) => {
    expect(suppressions(path, `${line}\nsecret`)).toEqual(['1>2 x/y (why)']);
  });

  test('a stack of them is about the line below all', () => {
    const text = '# vaultcheck: suppress a/b -- one\n# vaultcheck: suppress c/d -- two\nsecret\n';
    expect(suppressions('a.sh', text)).toEqual(['1>3 a/b (one)', '2>3 c/d (two)']);
  });

  test('several rules, also over commas without spaces', () => {
    expect(suppressions('a.sh', '# vaultcheck: suppress a/b, c/d,e -- why -- really')).toEqual([
      '1>2 a/b+c/d+e (why -- really)',
    ]);
  });
});

describe('no suppression is', () => {
  test.each([
    ['a text in quotes', 'a.sh', 'echo "# vaultcheck: suppress x/y -- why"'],
    ['a text without a sign', 'a.sh', 'echo "vaultcheck: suppress x/y -- why"'],
    ['a text in single quotes', 'a.py', "a = '# vaultcheck: suppress x/y -- why'"],
    ['a template string', 'a.ts', 'const a = `// vaultcheck: suppress x/y -- why`;'],
    ['a sign inside a word', 'a.yaml', 'a: b#vaultcheck: suppress x/y -- why'],
    ['an address', 'a.ts', 'http://vaultcheck: suppress x/y -- why'],
    ['a sign of another language', 'a.py', 'a // vaultcheck: suppress x/y -- why'],
    ['a line of prose', 'a.md', '# vaultcheck: suppress x/y -- why'],
    ['anything in JSON', 'a.json', '{"a": 1} // vaultcheck: suppress x/y -- why'],
    ['a word after the beginning', 'a.sh', '# see vaultcheck: suppress x/y -- why'],
    ['another word', 'a.sh', '# vaultcheck: scans this'],
  ])('%s', (_name, path, line) => {
    expect(suppressions(path, line)).toEqual([]);
  });
});

test('faults are kept for triage to tell', () => {
  expect(suppressions('a.sh', 'x # vaultcheck: suppress a/b')).toEqual(['1>1 a/b ()']);
  expect(suppressions('a.sh', 'x # vaultcheck: suppress a/b --')).toEqual(['1>1 a/b ()']);
  expect(suppressions('a.sh', 'x # vaultcheck: suppress -- why')).toEqual(['1>1  (why)']);
  expect(suppressions('a.sh', 'x # vaultcheck: ignore a/b -- why')).toEqual(['1>1 a/b (why) ignore']);
});

test('each window gives those of its own part, at the lines of the file', () => {
  const line = '# vaultcheck: suppress a/b -- why\n';
  const bytes = Buffer.from(line.repeat(3));
  const window = { ownStart: line.length, ownEnd: 2 * line.length, line: 40, column: 1 };
  expect(findSuppressions(bytes, 'a.sh', window).map((found) => found.line)).toEqual([41]);
});
