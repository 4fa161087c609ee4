import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { loadCatalog } from '../../src/catalog.ts';
import { Evaluator } from '../../src/engine/evaluate.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/rules');
const catalog = loadCatalog();

async function evaluate(path: string, bytes: Buffer, ruleId: string) {
  const selected = catalog.filter((rule) => rule.id === ruleId);
  return new Evaluator(catalog, selected).evaluate({
    origin: { kind: 'file', path },
    sizeBytes: bytes.length,
    windows: () => [{ bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true }],
  });
}

/** Lines below a `# expect: ID` comment. */
function expectedLines(text: string, ruleId: string): number[] {
  return text.split('\n').flatMap((line, i) => (line.includes(`# expect: ${ruleId}`) ? [i + 2] : []));
}

describe.each(catalog.filter((rule) => rule.type === 'code'))('$id', (rule) => {
  const folder = join(FIXTURES, rule.id);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const isText = rule.artifact !== 'file';

  test('has bad and good fixtures', () => {
    expect(files.some((file) => file.startsWith('bad'))).toBe(true);
    expect(files.some((file) => file.startsWith('good'))).toBe(true);
  });

  test.each(files)('%s', async (file) => {
    const raw = readFileSync(join(folder, file));
    const text = isText ? expandFakes(raw.toString(), file) : raw.toString();
    const { findings, problems } = await evaluate(file, isText ? Buffer.from(text) : raw, rule.id);
    expect(problems).toEqual([]);
    const lines = findings.map((finding) => finding.region.startLine).sort((a, b) => a - b);
    if (file.startsWith('good')) expect(lines).toEqual([]);
    else if (isText) expect(lines).toEqual(expectedLines(text, rule.id));
    else expect(lines).toEqual([1]);
  });
});
