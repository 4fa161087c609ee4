import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GitError, runGit, trackedFiles } from '../../src/clients/git.ts';

let folder: string;
let trap: string;

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: folder,
    stdio: 'ignore',
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vaultcheck-git-'));
  trap = join(folder, 'sprung');
  git('init', '-q');
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'sub', 'a b.txt'), 'one\n');
  writeFileSync(join(folder, 'c.txt'), 'two\n');
  git('add', 'sub/a b.txt', 'c.txt');
  git('commit', '-q', '-m', 'first');
  const script = join(folder, 'trap.sh');
  writeFileSync(script, `#!/bin/sh\ntouch '${trap}'\n`);
  chmodSync(script, 0o755);
  const hooks = join(folder, 'hooks');
  mkdirSync(hooks);
  for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'pre-commit'])
    writeFileSync(join(hooks, hook), `#!/bin/sh\ntouch '${trap}'\n`, { mode: 0o755 });
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'core.sshCommand',
    'diff.external',
    'diff.x.textconv',
    'filter.x.clean',
    'filter.x.smudge',
    'filter.x.process',
    'credential.helper',
    'alias.ls-files',
  ])
    git('config', key, key === 'alias.ls-files' ? `!${script}` : script);
  git('config', 'core.hooksPath', hooks);
  writeFileSync(join(folder, '.gitattributes'), '* filter=x diff=x\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('git', () => {
  test('the trap would spring for whoever calls git plainly', () => {
    spawnSync('git', ['status'], { cwd: folder });
    expect(existsSync(trap)).toBe(true);
    rmSync(trap);
  });

  test('tells what is tracked, relative to the folder, and runs nothing of it', async () => {
    const names = await trackedFiles(folder);
    expect(names.map(String)).toEqual(['c.txt', 'sub/a b.txt']);
    expect((await trackedFiles(join(folder, 'sub'))).map(String)).toEqual(['a b.txt']);
    await runGit(folder, ['rev-list', '--all']);
    await runGit(folder, ['diff-tree', '-r', '--root', '--no-ext-diff', '--no-textconv', 'HEAD']);
    expect(existsSync(trap)).toBe(false);
  });

  test('a failure is an error with its first line', async () => {
    await expect(runGit(folder, ['cat-file', '-p', 'nothing'])).rejects.toThrow(GitError);
    await expect(trackedFiles(tmpdir())).rejects.toThrow(/not a git repository/);
  });
});
