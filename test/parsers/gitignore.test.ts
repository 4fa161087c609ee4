import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGitignored, parseGitignore } from '../../src/parsers/gitignore.ts';

const PATHS = [
  '.env',
  'a/.env',
  'a/b/.env',
  'a/b/key.pem',
  'key.pem',
  'b/key.pem',
  'a/x.env',
  'doc/a.txt',
  'doc/b/a.txt',
  'a b',
  '#x',
  '!y',
];

/** What the real git ignores. */
function gitIgnores(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'vaultcheck-gitignore-'));
  try {
    execFileSync('git', ['init', '-q'], { cwd: folder });
    for (const path of PATHS) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), '');
    }
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    const args = ['-c', 'core.excludesFile=', 'ls-files', '-z', '--others', '--ignored', '--exclude-standard'];
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
      .split('\0')
      .filter((path) => PATHS.includes(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ours(files: Record<string, string>): string[] {
  const placed = Object.entries(files).map(([path, text]) => ({ path, data: parseGitignore(text) }));
  return PATHS.filter((path) => isGitignored(path, placed));
}

describe('a .gitignore', () => {
  test.each([
    ['.env'],
    ['/.env'],
    ['*.env'],
    ['a/'],
    ['a/b'],
    ['a/*'],
    ['**/b'],
    ['a/**'],
    ['a/**/key.pem'],
    ['**/.env\n!a/b/.env'],
    ['a/\n!a/.env'],
    ['*\n!.env'],
    ['*.p?m'],
    ['*.[pq]em'],
    ['*.[!p]em'],
    ['doc/*.txt'],
    ['doc/**/*.txt'],
    ['a\\ b'],
    ['a b   '],
    ['\\#x\n\\!y'],
    ['# .env\n\n'],
    ['[open'],
    ['key.pem/'],
    ['.env\r\nkey.pem\r\n'],
  ])('%j is read as git reads it', (text) => {
    expect(ours({ '.gitignore': text })).toEqual(
      gitIgnores({ '.gitignore': text }).sort((a, b) => PATHS.indexOf(a) - PATHS.indexOf(b)),
    );
  });
  test('in a deeper folder counts more', () => {
    const files = { '.gitignore': '*.pem', 'a/b/.gitignore': '!key.pem\n/.env' };
    expect(ours(files).sort()).toEqual(gitIgnores(files).sort());
    expect(ours(files)).not.toContain('a/b/key.pem');
  });
  test('never makes a pattern that throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(typeof isGitignored('a/b/.env', [{ path: '.gitignore', data: parseGitignore(text) }])).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });
});
