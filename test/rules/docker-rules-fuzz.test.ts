import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { loadCatalog } from '../../src/catalog.ts';
import { Evaluator } from '../../src/engine/evaluate.ts';
import { mutated } from '../parsers/mutated.ts';

const catalog = loadCatalog();
const inputs = { options: { registries: ['docker.io/library'] }, now: new Date() };

test.each([
  ['dockerfile', 'Dockerfile', /dockerfile/i],
  ['compose', 'compose.yaml', /\.ya?ml$/],
])('no rule of %s fails on a broken file, and all that it finds is in the file', async (family, path, names) => {
  const folder = join(import.meta.dirname, '../../fixtures/rules', family);
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => expandFakes(readFileSync(join(entry.parentPath, entry.name), 'utf8'), entry.name));
  const selected = catalog.filter((rule) => rule.family === family && rule.type === 'code');
  expect(selected.length).toBeGreaterThan(15);
  const evaluator = new Evaluator(catalog, selected, inputs);
  await fc.assert(
    fc.asyncProperty(mutated(texts), async (text) => {
      const bytes = Buffer.from(text);
      const { findings, problems } = await evaluator.evaluate({
        origin: { kind: 'file', path },
        sizeBytes: bytes.length,
        windows: () => [{ bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true }],
      });
      expect(problems.filter(({ code }) => code === 'rule-failed')).toEqual([]);
      const lines = text.split('\n').length;
      for (const { region } of findings) {
        expect(region.startLine).toBeLessThanOrEqual(region.endLine);
        expect(region.endLine).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: 250 },
  );
});
