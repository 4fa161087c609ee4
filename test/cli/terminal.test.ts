import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { recordOutput } from '../../scripts/leaks.ts';
import { ROOT, vaultcheck } from './run.ts';

const SHOP = ['scan', 'fixtures/projects/shop', '--fail-on', 'none'];

/** Runs the command on a terminal of its own (`script` of util-linux makes one). */
function onTerminal(args: readonly string[], env: Record<string, string> = {}): string {
  const command = [process.execPath, 'bin/run.js', ...args].map((word) => `'${word}'`).join(' ');
  const run = spawnSync('script', ['-qec', `stty cols 80; ${command}`, '/dev/null'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env.PATH!, TERM: 'xterm-256color', HOME: process.env.HOME ?? '/', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 100_000,
  });
  recordOutput(run.stdout + run.stderr);
  expect(run.status).toBe(0);
  return run.stdout;
}

/** Sets a colour or a weight; the line of progress has other sequences. */
const COLOUR = /\x1b\[[\d;]*m/;

describe('colours', () => {
  test('are there on a terminal', () => {
    expect(onTerminal(SHOP)).toMatch(COLOUR);
  });
  test.each([
    { NO_COLOR: '1' },
    { TERM: 'dumb' },
    { FORCE_COLOR: '0' },
    { NO_COLOR: '1', FORCE_COLOR: '1' },
  ])('are not there with %j', (env) => {
    expect(onTerminal(SHOP, env as unknown as Record<string, string>)).not.toMatch(COLOUR);
  });
  test('are not there in a pipe, unless they are asked for', () => {
    expect(vaultcheck(SHOP).stdout).not.toContain('\x1b');
    expect(vaultcheck(SHOP, { env: { FORCE_COLOR: '1' } }).stdout).toMatch(COLOUR);
  });
});

describe('80 columns', () => {
  const lines = vaultcheck(SHOP).stdout.split('\n');

  test('are kept by all but lines to paste and names that are longer themselves', () => {
    const wide = lines.filter((line, i) => {
      const isToPaste = lines.slice(0, i).findLast((earlier) => !earlier.startsWith('    ')) === '  write:';
      return line.length > 80 && !isToPaste && line.trim().includes(' ');
    });
    expect(wide).toEqual([]);
    expect(lines.length).toBeGreaterThan(1000);
  });

  test('are kept on a terminal as well', () => {
    const shown = stripVTControlCharacters(onTerminal(SHOP)).split(/\r?\n/);
    expect(shown).toContain(lines.at(-2));
  });
});

test('what is piped into a reader that goes away ends without a word', () => {
  const command = `"${process.execPath}" bin/run.js scan fixtures/projects/shop | head -1; exit "\${PIPESTATUS[0]}"`;
  const run = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect([0, 1]).toContain(run.status);
  expect(run.stdout.split('\n')).toHaveLength(2);
});
