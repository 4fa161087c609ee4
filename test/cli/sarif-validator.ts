import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from './run.ts';

/** Asks Microsoft's own validator; any error of it fails the test. */
export function expectValidSarif(file: string): void {
  const tool = spawnSync(
    join(ROOT, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool'),
    ['validate', file],
    { encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } },
  );
  expect(tool.stdout).toContain('.sarif');
  expect(tool.stdout).not.toMatch(/: error /);
  expect(tool.status).toBe(0);
}
