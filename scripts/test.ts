// Runs every test, keeps all that the run prints and writes, and fails when any of it holds a value that was planted.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RECORDING, recordOutput, searchLeaks } from './leaks.ts';

const STEPS = [
  ['npm', 'run', '--silent', 'expand'],
  ['npm', 'run', 'check'],
  ['vitest', 'run', '--project', 'cli'],
  ['vitest', 'run', '--project', 'docker'],
];

const folder = mkdtempSync(join(tmpdir(), 'vaultcheck-recording-'));
process.env[RECORDING] = folder;
try {
  process.exitCode = (await runSteps()) || reportLeaks();
} finally {
  if (process.exitCode === 0) rmSync(folder, { recursive: true, force: true });
}

/** Exit code of the first step that fails, or 0. */
async function runSteps(): Promise<number> {
  for (const [command, ...args] of STEPS) {
    const code = await runStep(command!, args);
    if (code !== 0) return code;
  }
  return 0;
}

function runStep(command: string, args: readonly string[]): Promise<number> {
  const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(command, args, { stdio: ['inherit', 'pipe', 'pipe'], env: { ...process.env, ...color } });
  const chunks: Buffer[] = [];
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      process[name].write(chunk);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      recordOutput(Buffer.concat(chunks).toString());
      resolve(code ?? 1);
    });
  });
}

/** Exit code: 1 when an output leaks, or when nothing was recorded and the search would say nothing. */
function reportLeaks(): number {
  const { planted, leaking } = searchLeaks(folder);
  const outputs = readdirSync(join(folder, 'outputs')).length;
  console.log(`leaks: ${leaking.length} of ${outputs} outputs hold one of ${planted} planted values`);
  for (const file of leaking) console.log(`  ${file}`);
  return leaking.length === 0 && planted > 200 && outputs > 20 ? 0 : 1;
}
