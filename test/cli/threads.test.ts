import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { emptyFolder, vaultcheck } from './run.ts';

const folder = emptyFolder();
const FILES = 900;

beforeAll(() => {
  for (let i = 0; i < FILES; i++) {
    mkdirSync(join(folder, `${i % 30}`), { recursive: true });
    const token = expandFakes('hvs.{{fake 24}}', `threads-${i}`);
    writeFileSync(join(folder, `${i % 30}`, `${i}.env`), `# file ${i}\nVAULT_TOKEN=${token}\n`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a report does not depend on the number of threads', () => {
  const reports = ['1', '2', '5'].map(
    (jobs) => vaultcheck(['scan', folder, '--format', 'json', '--jobs', jobs]).stdout,
  );
  expect(JSON.parse(reports[0]!).findings).toHaveLength(FILES);
  expect(reports[1]).toBe(reports[0]);
  expect(reports[2]).toBe(reports[0]);
});
