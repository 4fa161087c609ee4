import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expandFakes } from '../scripts/fake.ts';
import { NO_CONFIG } from '../src/config.ts';
import { InterruptedError } from '../src/model/errors.ts';
import { type ScanOptions, scan } from '../src/scan.ts';
import { emptyFolder } from './temporary-folder.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'scan');

function optionsFor(target: string, changes: Partial<ScanOptions> = {}): ScanOptions {
  const signal = new AbortController().signal;
  return { target, only: [], skip: [], config: NO_CONFIG, isExcluded: () => false, jobs: 1, signal, ...changes };
}

/** Scans a folder in which `change` happens after the walk has seen `first` and before anything is read. */
function scanWhile(folder: string, change: () => void) {
  writeFileSync(join(folder, 'last'), 'the walk asks for this one after all others');
  const isExcluded = (path: string) => {
    if (path === 'last') change();
    return false;
  };
  return scan(optionsFor(folder, { isExcluded }));
}

describe('between the walk and the reading', () => {
  test('a file that vanishes is told, and the others are read', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a'), 'x');
    writeFileSync(join(folder, 'b.env'), `VAULT_TOKEN=${TOKEN}\n`);
    const { findings, problems } = await scanWhile(folder, () => rmSync(join(folder, 'a')));
    expect(problems).toMatchObject([{ kind: 'unread', code: 'vanished', path: 'a' }]);
    expect(findings.map(({ origin }) => origin.path)).toEqual(['b.env']);
  });

  test('a file that becomes a FIFO does not hang', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a'), 'x');
    const { problems } = await scanWhile(folder, () => {
      rmSync(join(folder, 'a'));
      execFileSync('mkfifo', [join(folder, 'a')]);
    });
    expect(problems).toMatchObject([{ kind: 'coverage', code: 'not-a-regular-file', path: 'a' }]);
  });

  test('a file that becomes a link out of the target is not read', async () => {
    const outside = join(emptyFolder(), 'outside.env');
    writeFileSync(outside, `VAULT_TOKEN=${TOKEN}\n`);
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a'), 'x');
    const { findings, problems } = await scanWhile(folder, () => {
      rmSync(join(folder, 'a'));
      symlinkSync(outside, join(folder, 'a'));
    });
    expect(findings).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'unread', path: 'a' }]);
  });

  test('a folder that vanishes is told', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'b'));
    const isExcluded = (path: string) => {
      if (path === 'b') rmSync(join(folder, 'b'), { recursive: true });
      return false;
    };
    const { problems } = await scan(optionsFor(folder, { isExcluded }));
    expect(problems).toMatchObject([{ kind: 'unread', code: 'vanished', path: 'b' }]);
  });
});

describe('a scan', () => {
  test('stops when it is told to', async () => {
    const folder = emptyFolder();
    for (let i = 0; i < 20; i++) writeFileSync(join(folder, `${i}`), Buffer.alloc(4 * 1024 * 1024, 'word '));
    const controller = new AbortController();
    const running = scan(optionsFor(folder, { signal: controller.signal, onProgress: () => controller.abort() }));
    await expect(running).rejects.toThrow(InterruptedError);
  });

  test('reports the same whatever order the threads end in', async () => {
    const report = await scan(optionsFor(join(import.meta.dirname, '../fixtures/projects/shop')));
    const places = report.findings.map(({ origin, region }) => [origin.path, region.startLine] as const);
    const sorted = [...places].sort(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : i - j));
    expect(places).toEqual(sorted);
    expect(new Set(report.findings.map(({ fingerprint }) => fingerprint)).size).toBe(report.findings.length);
  });
});
