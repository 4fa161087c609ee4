import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** Variables that change what commands print; a run in CI and one by hand must be the same. */
const SCRUBBED = /^(?:CI|GITHUB_.*|NO_COLOR|FORCE_COLOR|VAULT.*|TERM)$/;

/** Runs the real command and waits for it. */
export function vaultcheck(
  args: readonly string[],
  options: { cwd?: string; node?: string[]; uid?: number } = {},
): SpawnSyncReturns<string> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SCRUBBED.test(name)));
  return spawnSync(process.execPath, [...(options.node ?? []), join(ROOT, 'bin/run.js'), ...args], {
    cwd: options.cwd ?? ROOT,
    env,
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    encoding: 'utf8',
    timeout: 100_000,
    maxBuffer: 256 * 1024 * 1024,
  });
}

/** An empty folder. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'vaultcheck-test-'));
}
