import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names the folder in which a whole run of the tests keeps what was planted, printed and written. */
export const RECORDING = 'VAULTCHECK_TEST_RECORDING';

/** Shorter values stand in harmless text by chance. */
const LEAST_LENGTH = 8;

const noted = new Set<string>();
let outputs = 0;

/** Notes values that no output may hold; does nothing outside a recorded run. */
export function notePlanted(values: readonly string[]): void {
  const folder = process.env[RECORDING];
  if (!folder) return;
  const fresh = values.filter((value) => value.length >= LEAST_LENGTH && !noted.has(value));
  for (const value of fresh) noted.add(value);
  if (fresh.length > 0) appendFileSync(join(folder, 'planted'), `${fresh.join('\n')}\n`);
}

/** Keeps a text that was printed or written; does nothing outside a recorded run. */
export function recordOutput(text: string): void {
  const folder = process.env[RECORDING];
  if (!folder || text === '') return;
  mkdirSync(join(folder, 'outputs'), { recursive: true });
  writeFileSync(join(folder, 'outputs', `${process.pid}-${process.hrtime.bigint()}-${outputs++}`), text);
}

/** What a search through a recording gave. */
export interface LeakSearch {
  /** Values that were looked for. */
  planted: number;
  /** Outputs that hold one of them. */
  leaking: string[];
}

/** Looks for every planted value in every recorded output. */
export function searchLeaks(folder: string): LeakSearch {
  const file = join(folder, 'planted');
  const planted = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).length : 0;
  if (planted === 0) return { planted, leaking: [] };
  const grep = spawnSync('grep', ['-rlaF', '-f', file, join(folder, 'outputs')], { encoding: 'utf8' });
  // 0: some output holds a value; 1: none does; else it could not look.
  if (grep.status !== 0 && grep.status !== 1) throw new Error(`grep could not search: ${grep.stderr || grep.error}`);
  return { planted, leaking: grep.stdout.split('\n').filter(Boolean).sort() };
}
