import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordOutput } from '../../scripts/leaks.ts';
import { emptyFolder, ROOT, recordFile } from './run.ts';

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
