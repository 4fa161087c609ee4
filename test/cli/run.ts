import { type ChildProcess, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { recordOutput } from '../../scripts/leaks.ts';

export { emptyFolder } from '../temporary-folder.ts';

/** The repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** Variables that change what commands print; a run in CI and one by hand must be the same. */
const SCRUBBED = /^(?:CI|GITHUB_.*|NO_COLOR|FORCE_COLOR|VAULT.*|TERM|COLUMNS|NODE_OPTIONS)$/;

/** Runs the real command, waits for it, and records what it printed and wrote. */
export function vaultcheck(
  args: readonly string[],
  options: { cwd?: string; node?: string[]; uid?: number; env?: Record<string, string> } = {},
): SpawnSyncReturns<string> {
  const cwd = options.cwd ?? ROOT;
  const kept = Object.entries(process.env).filter(([name]) => !SCRUBBED.test(name));
  const env = { ...Object.fromEntries(kept), ...options.env };
  const run = spawnSync(process.execPath, [...(options.node ?? []), join(ROOT, 'bin/run.js'), ...args], {
    cwd,
    env,
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    encoding: 'utf8',
    timeout: 100_000,
    maxBuffer: 256 * 1024 * 1024,
  });
  recordOutput(`${run.stdout}${run.stderr}`);
  const written = args[args.findIndex((arg) => arg === '--output' || arg === '-o') + 1];
  if (args.some((arg) => arg === '--output' || arg === '-o') && written) recordFile(resolve(cwd, written));
  return run;
}

/** Records a file that a command wrote, where it did. */
export function recordFile(file: string): void {
  if (existsSync(file)) recordOutput(readFileSync(file, 'utf8'));
}

/** Waits until a running command is in the middle of its files: it has read more than its own code is long. */
export async function untilReading(child: ChildProcess): Promise<void> {
  const readBytes = () => Number(/^rchar: (\d+)/m.exec(readFileSync(`/proc/${child.pid}/io`, 'utf8'))?.[1]);
  while (child.exitCode === null && readBytes() < 60_000_000) await new Promise((resolve) => setTimeout(resolve, 20));
}
