import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordOutput } from '../../scripts/leaks.ts';
import { emptyFolder, ROOT } from './run.ts';

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Folders of the packages that `npm install vaultcheck` would bring, by their path below the repository. */
function productionPackages(): string[] {
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: ROOT, encoding: 'utf8' });
  return listed
    .split('\n')
    .filter(Boolean)
    .map((path) => relative(ROOT, path))
    .filter((path) => path.startsWith('node_modules/') && path.lastIndexOf('node_modules/') === 0);
}

describe('the package', () => {
  let folder: string;

  /** Runs what was installed, as a user of the package does. */
  function installed(...args: string[]) {
    const bin = join(folder, 'node_modules/vaultcheck', manifest.bin.vaultcheck);
    const run = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', timeout: 100_000 });
    recordOutput(run.stdout + run.stderr);
    return run;
  }

  beforeAll(() => {
    folder = emptyFolder();
    // The scripts would build again beside tests that use the build.
    const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const packed = JSON.parse(execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8' }));
    const [{ filename }] = Array.isArray(packed) ? packed : Object.values(packed);
    const target = join(folder, 'node_modules/vaultcheck');
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', join(folder, filename), '--strip-components=1', '-C', target]);
    // What npm would install beside it, without asking the network.
    for (const path of productionPackages()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      symlinkSync(join(ROOT, path), join(folder, path));
    }
  });

  test('brings what it needs and nothing of its development', () => {
    const has = (path: string) => existsSync(join(folder, 'node_modules/vaultcheck', path));
    for (const path of ['bin/run.js', 'dist/main.js', 'schemas/report.schema.json', 'docs/rules/README.md', 'LICENSE'])
      expect(has(path), path).toBe(true);
    for (const path of ['src', 'test', 'fixtures', 'scripts', 'node_modules']) expect(has(path), path).toBe(false);
    expect(existsSync(join(folder, 'node_modules/vitest'))).toBe(false);
  });

  test('scans', () => {
    const run = installed('scan', join(ROOT, 'fixtures/projects/shop'));
    expect(run.stderr).toBe('');
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(/^\d+ findings \(/m);
    expect(installed('scan', join(ROOT, 'fixtures/projects/shop-fixed')).status).toBe(0);
  });

  test('brings the grammar of shells', () => {
    writeFileSync(join(folder, 'deploy.sh'), '#!/bin/sh\nset -x\nexport VAULT_ADDR=http://vault.example:8200\n');
    const run = installed('scan', join(folder, 'deploy.sh'), '--only', 'shell');
    expect(run.stdout).toContain('shell/vault-address-http');
    expect(run.status).toBe(1);
  });

  test('lists its rules, all that the repository has', () => {
    const ids = (text: string) => JSON.parse(text).map(({ id }: { id: string }) => id);
    const run = installed('rules', 'list', '--format', 'json');
    const here = spawnSync(process.execPath, [join(ROOT, 'bin/run.js'), 'rules', 'list', '--format', 'json'], {
      encoding: 'utf8',
    });
    expect(ids(run.stdout)).toEqual(ids(here.stdout));
  });

  test('says which Node it needs', () => {
    const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(manifest.engines.node)!;
    const text = readFileSync(join(folder, 'node_modules/vaultcheck/bin/run.js'), 'utf8');
    expect(text).toContain(`var wanted = [${major}, ${minor}];`);
  });
});
