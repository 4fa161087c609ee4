import { describe, expect, test } from 'vitest';
import { pathTest } from '../../src/engine/glob.ts';

describe('a glob', () => {
  test.each([
    ['testdata', 'testdata/a', true],
    ['testdata', 'deep/testdata/a/b', true],
    ['testdata', 'testdata2/a', false],
    ['*.md', 'a/b/c.md', true],
    ['*.md', 'a/b/c.mdx', false],
    ['/a.md', 'a.md', true],
    ['/a.md', 'b/a.md', false],
    ['docs/*.md', 'docs/a.md', true],
    ['docs/*.md', 'docs/b/a.md', false],
    ['docs/*.md', 'x/docs/a.md', false],
    ['docs/**', 'docs/a/b', true],
    ['docs/**', 'docs', false],
    ['docs/**/x', 'docs/x', true],
    ['docs/**/x', 'docs/a/b/x', true],
    ['**/x', 'x', true],
    ['a/**/b/**/c', 'a/1/b/2/3/c', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['[a-c]x', 'bx', true],
    ['[!a-c]x', 'bx', false],
    ['[!a-c]x', 'dx', true],
    ['\\*x', '*x', true],
    ['\\*x', 'ax', false],
    ['./a', 'b/a', true],
    ['a.b', 'axb', false],
    ['*', 'anything/at/all', true],
    ['', 'a', false],
  ])('%j on %s is %s', (glob, path, expected) => {
    expect(pathTest([glob])(path)).toBe(expected);
  });

  test('with a slash at its end means folders only', () => {
    const test = pathTest(['build/']);
    expect(test('build', false)).toBe(false);
    expect(test('build', true)).toBe(true);
    expect(test('a/build/x', false)).toBe(true);
  });

  test('with ! takes a path back, the last that matches wins', () => {
    const test = pathTest(['*.env', '!example.env']);
    expect(test('a.env')).toBe(true);
    expect(test('deep/example.env')).toBe(false);
    expect(pathTest(['!example.env', '*.env'])('example.env')).toBe(true);
  });

  test('can not take back what lies in a folder that is out, as in git', () => {
    expect(pathTest(['out/', '!out/keep'])('out/keep')).toBe(true);
  });

  test('of hostile stars is no trap', { timeout: 60_000 }, () => {
    const glob = `${'*a'.repeat(200)}*b`;
    expect(pathTest([glob])('a'.repeat(4000))).toBe(false);
    expect(pathTest([`${'**/'.repeat(60)}b`])(`${'a/'.repeat(150)}c`)).toBe(false);
  });
});
