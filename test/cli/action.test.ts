import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { recordOutput } from '../../scripts/leaks.ts';
import { loadCatalog } from '../../src/catalog.ts';
import { emptyFolder, ROOT, recordFile } from './run.ts';
import { expectValidSarif } from './sarif-validator.ts';

/** Runs the bundle as the runner does: inputs and files by environment, the checkout as workspace. */
function runAction(workspace: string, environment: Record<string, string> = {}) {
  const files = emptyFolder();
  const summary = join(files, 'summary');
  const output = join(files, 'output');
  writeFileSync(summary, '');
  writeFileSync(output, '');
  const run = spawnSync(process.execPath, [join(ROOT, 'action/index.js')], {
    cwd: workspace,
    encoding: 'utf8',
    timeout: 100_000,
    env: {
      PATH: process.env.PATH,
      GITHUB_WORKSPACE: workspace,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: output,
      GITHUB_EVENT_NAME: 'push',
      ...environment,
    },
  });
  recordOutput(`${run.stdout}${run.stderr}`);
  for (const file of [summary, output, join(workspace, 'vaultcheck.sarif')]) recordFile(file);
  return { run, summary: readFileSync(summary, 'utf8'), output: readFileSync(output, 'utf8') };
}

function shop(name: string): string {
  const workspace = emptyFolder();
  cpSync(join(ROOT, 'fixtures/projects', name), join(workspace, 'code'), { recursive: true });
  return workspace;
}

test('the bundle scans a checkout, annotates, summarises and writes SARIF', () => {
  const workspace = shop('shop');
  const { run, summary, output } = runAction(workspace);
  expect(run.status).toBe(1);
  expect(run.stderr).toBe('');
  expect(run.stdout).toMatch(/^::error file=code\//m);
  expect(summary).toContain('## vaultcheck');
  expect(output).toContain(`sarif-file=${join(workspace, 'vaultcheck.sarif')}`);
  const sarif = JSON.parse(readFileSync(join(workspace, 'vaultcheck.sarif'), 'utf8'));
  const uris = sarif.runs[0].results.map(
    (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
      result.locations[0]!.physicalLocation.artifactLocation.uri,
  );
  expect(uris.length).toBeGreaterThan(150);
  expect(uris).toContain('code/compose.yaml');
});

test('a path below the checkout keeps its place in annotations and SARIF', () => {
  const workspace = shop('shop');
  const { run } = runAction(workspace, { INPUT_PATH: 'code/vault' });
  expect(run.stdout).toMatch(/^::error file=code\/vault\/init.txt,/m);
});

test('the fixed shop passes', () => {
  const { run, output } = runAction(shop('shop-fixed'));
  expect(run.status).toBe(0);
  expect(output).toContain('findings=0');
});

test('a pull request can not silence itself by its own configuration', () => {
  const workspace = shop('shop');
  writeFileSync(join(workspace, '.vaultcheck.yml'), 'exclude: [code]\n');
  expect(runAction(workspace).run.status).toBe(0);
  expect(runAction(workspace, { GITHUB_EVENT_NAME: 'pull_request' }).run.status).toBe(1);
});

test('a wrong input is one clear error', () => {
  const { run } = runAction(shop('shop-fixed'), { 'INPUT_FAIL-ON': 'everything' });
  expect(run.status).toBe(2);
  expect(run.stdout).toMatch(/^::error title=vaultcheck::fail-on must be one of/m);
});

test('the SARIF file is valid, and its places lead to files of the checkout', () => {
  const workspace = shop('shop');
  runAction(workspace);
  const file = join(workspace, 'vaultcheck.sarif');
  expectValidSarif(file);
  const { results } = JSON.parse(readFileSync(file, 'utf8')).runs[0] as Log['runs'][0];
  const named = loadCatalog().filter((rule) => rule.type === 'code' && rule.artifact === 'file');
  const withoutLine = new Set(named.map(({ id }) => id));
  for (const { ruleId, locations, partialFingerprints } of results!) {
    const { uri } = locations![0]!.physicalLocation!.artifactLocation!;
    expect(existsSync(join(workspace, decodeURIComponent(uri!))), uri).toBe(true);
    // What is found by a file's name is about no line.
    if (withoutLine.has(ruleId!)) continue;
    expect(partialFingerprints!.primaryLocationLineHash, ruleId).toMatch(/^[0-9a-f]{1,16}:\d+$/);
  }
});

test('what the runner shows is within its limits', () => {
  const { run, summary } = runAction(shop('shop'));
  for (const level of ['error', 'warning', 'notice'])
    expect(run.stdout.match(new RegExp(`^::${level} `, 'gm'))?.length ?? 0).toBeLessThanOrEqual(10);
  expect(run.stdout).toMatch(/^vaultcheck: \d+ findings in \d+ files; \d+ annotations are shown$/m);
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
});

test('hostile names in the checkout start no command, and nothing behind a link is read', () => {
  const outside = emptyFolder();
  const token = expandFakes('hvs.{{fake 24}}', 'action');
  writeFileSync(join(outside, 'outside.env'), `VAULT_TOKEN=${token}\n`);
  const workspace = emptyFolder();
  writeFileSync(join(workspace, 'a\n::error::forged,line=1.env'), `VAULT_TOKEN=${token}\n`);
  writeFileSync(join(workspace, '::set-output name=a::b.env'), `VAULT_TOKEN=${token}\n`);
  symlinkSync(outside, join(workspace, 'linked'));
  const { run, output } = runAction(workspace);
  expect(run.status).toBe(1);
  expect(run.stdout.match(/^\s*::/gm)).toHaveLength(2);
  expect(run.stdout).not.toMatch(/^\s*::(?!error file=)/m);
  expect(output).toContain('findings=2\n');
});

test('runs by hand as well, without the files of a runner', () => {
  const workspace = shop('shop-fixed');
  const run = spawnSync(process.execPath, [join(ROOT, 'action/index.js')], {
    cwd: workspace,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  expect(run.status).toBe(0);
  expect(run.stdout).toMatch(/^vaultcheck: 0 findings in/m);
});

test('a path that is not there is one clear error', () => {
  const { run } = runAction(shop('shop-fixed'), { INPUT_PATH: 'no/such' });
  expect(run.status).toBe(2);
  expect(run.stdout).toMatch(/^::error title=vaultcheck::.*no\/such is not there$/m);
  expect(run.stdout.trim().split('\n')).toHaveLength(1);
});
