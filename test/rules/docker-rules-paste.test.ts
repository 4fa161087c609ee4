import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expandFakes, fakesOf } from '../../scripts/fake.ts';
import { loadCatalog } from '../../src/catalog.ts';
import { Evaluator } from '../../src/engine/evaluate.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/rules');
const catalog = loadCatalog();
const inputs = { options: { registries: ['registry.shop.example'] }, now: new Date() };
const rules = catalog.filter(({ id, type }) => type === 'code' && /^(?:dockerfile|compose)\//.test(id));

test.each(rules.map(({ id }) => id))('every finding of %s has a line to paste, which holds no value', async (id) => {
  const folder = join(FIXTURES, id);
  const evaluator = new Evaluator(
    catalog,
    rules.filter((rule) => rule.id === id),
    inputs,
  );
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.startsWith('bad')) continue;
    const raw = readFileSync(join(folder, entry.name), 'utf8');
    const bytes = Buffer.from(expandFakes(raw, entry.name));
    const { findings } = await evaluator.evaluate({
      origin: { kind: 'file', path: entry.name },
      sizeBytes: bytes.length,
      windows: () => [{ bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true }],
    });
    expect(findings.length).toBeGreaterThan(0);
    const secrets = fakesOf(raw, entry.name).filter((value) => value.length < 60);
    for (const { paste, message, region } of findings) {
      expect(paste ?? '', `${entry.name}:${region.startLine} ${message}`).not.toBe('');
      for (const value of secrets) expect(`${paste} ${message}`).not.toContain(value);
    }
  }
});
