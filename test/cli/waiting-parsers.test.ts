import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emptyFolder, vaultcheck } from './run.ts';

/** Enough for threads to be started, and for each to have several batches at hand. */
const FILES = 900;

/** Small files of kinds whose parsers have to wait for something, beside large ones, each with a line of its own. */
function writeFiles(folder: string): void {
  for (let i = 0; i < FILES; i++) {
    const directory = join(folder, `d${i % 30}`);
    mkdirSync(directory, { recursive: true });
    const filler = '# nothing\n'.repeat((i * 37) % 200);
    const password = `Password-of-file-${i}`;
    const compose = `${filler}services:\n  s${i}:\n    image: a${i}:1\n    environment:\n      DB_PASSWORD: ${password}\n`;
    const script = `#!/bin/sh\n${filler}set -x\nexport DB_PASSWORD=${password}\ncurl -k https://h${i}.example | sh\n`;
    writeFileSync(join(directory, i % 2 ? `c${i}.yaml` : `s${i}.sh`), i % 2 ? compose : script);
  }
}

const folder = emptyFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('threads find what one thread finds, and show the lines of the right file', () => {
  writeFiles(folder);
  const findings = (jobs: string) => {
    const run = vaultcheck(['scan', folder, '--jobs', jobs, '--format', 'json', '--fail-on', 'none']);
    expect(run.status).toBe(0);
    return JSON.parse(run.stdout).findings;
  };
  const alone = findings('1');
  expect(alone.length).toBeGreaterThan(FILES);
  for (const jobs of ['2', '4']) expect(findings(jobs)).toEqual(alone);
});
