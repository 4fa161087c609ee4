import { appendFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { isMainThread, workerData } from 'node:worker_threads';
import { exitCode, type FailOn } from './engine/triage.ts';
import { UsageError, VaultcheckError } from './model/errors.ts';
import { SEVERITIES } from './model/severity.ts';
import { writeWhole } from './output.ts';
import { escapeCommandData } from './reporters/escape.ts';
import { REPORTERS } from './reporters/index.ts';
import { scan } from './scan.ts';
import { scanSetup } from './scan-setup.ts';
import { serveBatches } from './worker.ts';

/** Bytes that GitHub takes as the summary of one step. */
const LARGEST_SUMMARY_BYTES = 1024 * 1024;

/** An input of the Action, as the runner hands it over. */
function input(name: string, otherwise = ''): string {
  return process.env[`INPUT_${name.toUpperCase()}`]?.trim() || otherwise;
}

/** True on events whose checkout holds what a stranger wrote: its configuration could silence the scan. */
function isPullRequest(): boolean {
  return /^pull_request/.test(process.env.GITHUB_EVENT_NAME ?? '');
}

/** Scans the checkout, writes annotations, the job summary and the SARIF file, and sets the outputs. */
async function runAction(): Promise<void> {
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const target = resolve(workspace, input('path', '.'));
  const failOn = input('fail-on', 'high');
  if (failOn !== 'none' && !SEVERITIES.includes(failOn as never)) {
    throw new UsageError('fail-on', `fail-on must be one of none, ${SEVERITIES.join(', ')}`);
  }
  // On a pull request nothing that the change brings may silence it.
  const trust = isPullRequest() ? ({ readsConfig: false, baseline: 'none' } as const) : { readsConfig: true };
  const report = await scan({
    ...(await scanSetup({ target, ...trust })),
    hashesLines: true,
    jobs: availableParallelism(),
    workerUrl: new URL(import.meta.url),
    signal: new AbortController().signal,
  });
  const below = relative(workspace, target).split(sep).join('/');
  const repositoryPrefix = below === '' ? '' : `${below}/`;
  const options = { color: false, width: 120, verbose: false, quiet: false, repositoryPrefix };
  const sarif = resolve(workspace, input('sarif-file', 'vaultcheck.sarif'));
  writeWhole(sarif, REPORTERS.sarif(report, options));
  process.stdout.write(REPORTERS.github(report, options));
  if (isPullRequest())
    process.stdout.write('vaultcheck: .vaultcheck.yml and the baseline are not read on pull requests\n');
  appendTo('GITHUB_STEP_SUMMARY', REPORTERS.markdown(report, options).slice(0, LARGEST_SUMMARY_BYTES / 4));
  appendTo('GITHUB_OUTPUT', `sarif-file=${sarif}\nfindings=${report.findings.length}\n`);
  process.exitCode = exitCode(report, {
    failOn: failOn as FailOn,
    failConfidence: 'medium',
    allowIncomplete: input('allow-incomplete') === 'true',
    strict: false,
  });
}

/** Appends to a file of the runner, where there is one. */
function appendTo(variable: string, text: string): void {
  const file = process.env[variable];
  if (file) appendFileSync(file, text);
}

if (isMainThread) {
  runAction().catch((error: unknown) => {
    const message = error instanceof VaultcheckError ? error.message : `internal error: ${(error as Error).name}`;
    process.stdout.write(`::error title=vaultcheck::${escapeCommandData(message)}\n`);
    process.exitCode = 2;
  });
} else if (workerData?.role === 'vaultcheck-scan') serveBatches(workerData);
