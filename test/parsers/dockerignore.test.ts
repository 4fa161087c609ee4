import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ignoreMatcher, parseDockerignore } from '../../src/parsers/dockerignore.ts';
import { mutated, strayRanges } from './mutated.ts';

const isIgnored = (text: string, path: string) => ignoreMatcher(parseDockerignore(text))(path);

describe('what a pattern takes', () => {
  test.each([
    ['**', 'a/b', true],
    ['**/', 'a', true],
    ['dir/**', 'dir/file', true],
    ['dir/**', 'dir2/file', false],
    ['**/dir2/*', 'dir/dir2/file', true],
    ['**/dir2/**', 'dir/dir2/dir2/file', true],
    ['**file', 'dir/dir/file', true],
    ['**/file', 'file', true],
    ['**/file*txt', 'dir/dir/file.txt', true],
    ['a**/*.txt', 'a/file/dir/file.txt', true],
    ['a/*.txt', 'a/dir/file.txt', false],
    ['a[b-d]e', 'ace', true],
    ['a[b-d]e', 'aze', false],
    ['[^.]*', 'a', true],
    ['abc.def', 'abcdef', false],
    ['abc.def', 'abcZdef', false],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['?', 'ab', false],
    ['?', 'ä', true],
    ['.*', '.env', true],
    ['.*', 'a/.env', false],
    ['**/.env', 'a/b/.env', true],
    ['.env', 'a/.env', false],
    ['a(b)c', 'a(b)c', true],
    ['ä*', 'äé', true],
    ['a', 'a/b/c', true],
    ['*', 'a/b', true],
    ['*/b', 'a/b/c', true],
    ['*/b', 'b', false],
    ['./a/../b/', 'b', true],
    ['/b', 'b', true],
    ['//b', 'b', true],
    ['.', 'b', false],
    ['a ', 'a', true],
    [' # no comment', '# no comment', true],
    ['# a comment', '# a comment', false],
    ['\uFEFFa', 'a', true],
    ['a\r\nb\r', 'b', true],
    // What moby does, not what it means: `|` is a choice, and `!` is read anew after the cleaning.
    ['a|b*', 'xb', true],
    ['a{2}*', 'aa', true],
    ['a{b}', 'a{b}', true],
    ['*\n/!a', 'a', false],
  ])('%j and %j: %s', (text, path, expected) => {
    expect(isIgnored(text, path)).toBe(expected);
  });
});

describe('the last pattern that matches', () => {
  test.each([
    ['*\n!a', 'a/b', false],
    ['*\n!a\na/b', 'a/b', true],
    ['*\n!a\na/b', 'a/c', false],
    ['!a\n*', 'a', true],
    ['*.md\n!README*.md\nREADME-secret.md', 'README-secret.md', true],
    ['*.md\nREADME-secret.md\n!README*.md', 'README-secret.md', false],
    ['**\n! a', 'a', false],
    ['a\n!a/b', 'a/b', false],
    ['a\n!a/b', 'a/c', true],
    ['!/a\n', 'a', false],
    ['*\n!/a/', 'a', false],
  ])('%j and %j: %s', (text, path, expected) => {
    expect(isIgnored(text, path)).toBe(expected);
  });
});

test.each(['!', '!/', 'a[', '[]a]', 'a\\', '[a-]', '[^]', '[-x]', '!['])('%j is refused, with its line', (pattern) => {
  const { errors, patterns } = parseDockerignore(`ok\n${pattern}\n`);
  expect(errors).toEqual([{ message: 'a pattern that Docker refuses', line: 2 }]);
  expect(patterns.map((one) => one.pattern)).toEqual(['ok']);
});

test('ranges point at what is written', () => {
  const text = '\uFEFF  a/ \n#b\n!  /c\r\n';
  expect(parseDockerignore(text).patterns.map(({ range }) => text.slice(range.start, range.end))).toEqual([
    'a/',
    '!  /c',
  ]);
});

test('any text parses and any path is judged', () => {
  const texts = ['*\n!src\n**/*.key\n.env*\n[a-c]?/\\*x\n', '# c\n!a/**/b\n\n**.pem\n'];
  fc.assert(
    fc.property(mutated(texts), fc.string({ unit: 'binary' }), (text, path) => {
      const parsed = parseDockerignore(text);
      expect(strayRanges(parsed, text)).toEqual([]);
      expect(typeof ignoreMatcher(parsed)(path)).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});
