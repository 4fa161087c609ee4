import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, vaultcheck } from './run.ts';

const APP =
  'path "secret/*" {\n  capabilities = ["read", "list"]\n}\npath "secret/+/admin" {\n  capabilities = ["deny"]\n}\n';

/** A folder with files. */
function folderWith(files: Record<string, string>): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('policy can', () => {
  test('answers as JSON', () => {
    const cwd = folderWith({ 'app.hcl': APP, paths: 'secret/a/admin\r\n\nother\n' });
    const run = vaultcheck(
      ['policy', 'can', '--policy', 'app.hcl', '--path', 'secret/x', '--paths-from', 'paths', '--format', 'json'],
      { cwd },
    );
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toEqual({
      answers: [
        {
          path: 'secret/x',
          capabilities: ['list', 'read'],
          rules: [{ pattern: 'secret/*', file: 'app.hcl', line: 1 }],
        },
        {
          path: 'secret/a/admin',
          capabilities: ['deny'],
          rules: [{ pattern: 'secret/+/admin', file: 'app.hcl', line: 4 }],
        },
        { path: 'other', capabilities: ['deny'], rules: [] },
      ],
    });
  });

  test('several policies and a folder count as those of one token', () => {
    const cwd = folderWith({
      'app.hcl': APP,
      'more.json': '{"path": {"secret/*": {"policy": "write"}}}',
      'a.txt': 'x',
    });
    for (const named of [['app.hcl', 'more.json'], ['.']]) {
      const run = vaultcheck(['policy', 'can', '--policy', ...named, '--path', 'secret/x'], { cwd });
      expect(run.stdout).toMatch(
        /^secret\/x {2}create, delete, list, read, update {2}secret\/\* \(app.hcl:1, more.json:1\)/,
      );
    }
  });

  test('templates are filled from an identity', () => {
    const cwd = folderWith({
      'app.hcl': 'path "secret/{{identity.entity.name}}/*" { capabilities = ["read"] }',
      'identity.json': '{"entity": {"name": "alice"}}',
    });
    const args = ['policy', 'can', '--policy', 'app.hcl', '--path', 'secret/alice/x'];
    expect(vaultcheck([...args, '--identity', 'identity.json'], { cwd }).stdout).toContain('read');
    const without = vaultcheck(args, { cwd });
    expect(without.stdout).toContain('deny  no rule matches');
    expect(without.stderr).toContain('1 rule is left out, the first at app.hcl:1: no --identity fills its template');
  });

  test('answers for other dialects say that they are unproven', () => {
    const cwd = folderWith({ 'app.hcl': APP });
    const args = ['policy', 'can', '--policy', 'app.hcl', '--path', 'x', '--format', 'json'];
    expect(JSON.parse(vaultcheck([...args, '--flavour', 'openbao'], { cwd }).stdout).notes).toEqual([
      expect.stringContaining('unproven for OpenBao 2.4.0'),
    ]);
    expect(JSON.parse(vaultcheck([...args, '--vault-version', '1.21.0'], { cwd }).stdout).notes).toBeUndefined();
  });

  test.each([
    ['no policy', ['--path', 'x'], {}, 'no policy is given'],
    ['no path', ['--policy', 'a.hcl'], {}, 'no path is given'],
    ['an empty path', ['--policy', 'a.hcl', '--path', ''], {}, 'a path is empty'],
    ['no such file', ['--policy', 'none.hcl', '--path', 'x'], {}, "policy none.hcl can't be read: no such file"],
    ['an empty file', ['--policy', 'e.hcl', '--path', 'x'], { 'e.hcl': '' }, 'e.hcl:1:1: empty policy'],
    ['an empty folder', ['--policy', '.', '--path', 'x'], { 'a.hcl': null }, 'no policy below .'],
    [
      'a byte-order mark',
      ['--policy', 'e.hcl', '--path', 'x'],
      { 'e.hcl': `\ufeff${APP}` },
      'e.hcl:1:1: byte-order mark',
    ],
    ['NUL bytes', ['--policy', 'e.hcl', '--path', 'x'], { 'e.hcl': `${APP}\0` }, 'e.hcl:7:1: NUL character'],
    ['+*', ['--policy', 'e.hcl', '--path', 'x'], { 'e.hcl': 'path "a/+*" {}' }, 'e.hcl:1:6: path a/+* holds +*'],
    [
      '10 MB',
      ['--policy', 'e.hcl', '--path', 'x'],
      { 'e.hcl': `#${'x'.repeat(1e7)}` },
      'e.hcl:1:1: policy longer than',
    ],
    ['depth', ['--policy', 'e.hcl', '--path', 'x'], { 'e.hcl': 'a {'.repeat(1e5) }, 'more than 2000 levels'],
    [
      'an unknown capability',
      ['--policy', 'e.hcl', '--path', 'x'],
      { 'e.hcl': APP.replace('list', 'lst') },
      'e.hcl:2:27: unknown capability "lst"',
    ],
    [
      'two mistakes',
      ['--policy', 'e.hcl', '--path', 'x'],
      { 'e.hcl': 'a = 1\nb = 2' },
      'e.hcl:1:1: unknown key a, expected path or name (and 1 more)',
    ],
    ['a bad version', ['--policy', 'a.hcl', '--path', 'x', '--vault-version', 'new'], {}, '"new" is no version'],
    [
      'a bad identity',
      ['--policy', 'a.hcl', '--path', 'x', '--identity', 'i'],
      { i: '{"entities": 1}' },
      'unknown key entities',
    ],
    [
      'an identity that is no JSON',
      ['--policy', 'a.hcl', '--path', 'x', '--identity', 'i'],
      { i: 'x' },
      'identity i is no JSON',
    ],
  ])('%s is one clear error', (_name, args, files, message) => {
    const all = Object.entries({ 'a.hcl': APP, ...files }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    const run = vaultcheck(['policy', 'can', ...args], { cwd: folderWith(Object.fromEntries(all)) });
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(message);
    expect(run.stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(3);
  });
});
