import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fakesOf } from '../../scripts/fake.ts';
import { FORMATS } from '../../src/reporters/index.ts';
import { emptyFolder, ROOT, vaultcheck } from './run.ts';
import { expectValidSarif } from './sarif-validator.ts';

const TEMPLATES = join(ROOT, 'fixtures/templates');

/** Every value that was planted in the shop. */
const PLANTED = readdirSync(join(TEMPLATES, 'shop'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    return fakesOf(readFileSync(file, 'utf8'), file.slice(TEMPLATES.length + 1));
  });

describe('the shop', () => {
  test('has many planted values, and every one of them is found on its line', () => {
    expect(PLANTED.length).toBeGreaterThan(100);
    const run = vaultcheck(['scan', 'fixtures/projects/shop', '--format', 'json']);
    expect(run.status).toBe(1);
    const { findings } = JSON.parse(run.stdout);
    const marked = new Set(
      findings.flatMap(({ path, region }: { path: string; region: { startLine: number; endLine: number } }) =>
        Array.from({ length: region.endLine - region.startLine + 1 }, (_, i) => `${path}:${region.startLine + i}`),
      ),
    );
    const shop = join(ROOT, 'fixtures/projects/shop');
    const missed: string[] = [];
    for (const entry of readdirSync(shop, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name).slice(shop.length + 1);
      readFileSync(join(shop, path), 'utf8')
        .split('\n')
        .forEach((line, i) => {
          const isPlanted = PLANTED.some((value) => line.includes(value));
          if (isPlanted && !marked.has(`${path}:${i + 1}`)) missed.push(`${path}:${i + 1}`);
        });
    }
    expect(missed).toEqual([]);
  });

  test.each(FORMATS)('format %s holds no planted value', (format) => {
    const run = vaultcheck(['scan', 'fixtures/projects/shop', '--format', format, '--verbose', '--fail-on', 'none']);
    expect(run.status).toBe(0);
    expect(run.stdout.length).toBeGreaterThan(1000);
    const leaked = PLANTED.filter((value) => value.length >= 5 && (run.stdout + run.stderr).includes(value));
    expect(leaked).toHaveLength(0);
  });

  test('masks also what rules that do not run would find', () => {
    const run = vaultcheck([
      'scan',
      'fixtures/projects/shop',
      '--only',
      'dockerfile/unpinned-base-image,compose/vault-address-http',
      '--fail-on',
      'none',
    ]);
    expect(run.status).toBe(0);
    expect(PLANTED.filter((value) => value.length >= 5 && run.stdout.includes(value))).toHaveLength(0);
  });

  test('the fixed shop has no finding', () => {
    const run = vaultcheck(['scan', 'fixtures/projects/shop-fixed', '--fail-on', 'info', '--strict']);
    expect(run.stdout).toContain('no findings');
    expect(run.status).toBe(0);
  });

  test('the SARIF file is valid', () => {
    const file = join(emptyFolder(), 'shop.sarif');
    const run = vaultcheck(['scan', 'fixtures/projects/shop', '--format', 'sarif', '--output', file]);
    expect(run.status).toBe(1);
    expectValidSarif(file);
  });
});
