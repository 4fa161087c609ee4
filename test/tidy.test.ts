import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { type CatalogueRow, catalogueMistakes, designCodes } from '../scripts/catalogue.ts';
import { type Framework, joinFrameworks } from '../scripts/frameworks.ts';
import { loadCatalog } from '../src/catalog.ts';
import { Matcher } from '../src/engine/detect.ts';
import type { Detector } from '../src/model/rule.ts';
import {
  docstringMistakes,
  functionMistakes,
  importMistakes,
  lengthMistakes,
  nameMistakes,
  processMistakes,
  registryMistakes,
  type SourceFile,
} from './tidy/checks.ts';

const ROOT = join(import.meta.dirname, '..');
const GENERATED = new Set(['rules/index.ts', 'rules/detectors.ts']);
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)));
const files: SourceFile[] = tracked.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const code = files.filter(({ path }) => /^(?:src|rules|scripts|test)\/.*\.ts$/.test(path) && !GENERATED.has(path));
const source = code.filter(({ path }) => path.startsWith('src/'));
const catalog = loadCatalog();

test('the repository is looked at', () => {
  expect(source.length).toBeGreaterThan(40);
  expect(code.map(({ path }) => path)).toContain('test/tidy.test.ts');
});

describe('imports', () => {
  test('go down only', () => {
    expect(files.filter(({ path }) => path.endsWith('.ts')).flatMap(importMistakes)).toEqual([]);
  });
  test.each([
    ['src/model/a.ts', "import { b } from '../engine/b.ts';"],
    ['src/parsers/a.ts', "import type { B } from '../analysis/b.ts';"],
    ['src/reporters/a.ts', "export { b } from '../sources/b.ts';"],
    ['src/engine/a.ts', "const b = await import('../catalog.ts');"],
    ['rules/dockerfile/a.ts', "import { b } from '../../src/engine/b.ts';"],
    ['src/sources/a.ts', "import { scan } from '../scan.ts';"],
    ['src/engine/a.ts', "import { b } from '../../scripts/b.ts';"],
  ])('%s may not say %s', (path, text) => {
    expect(importMistakes({ path, text })).toHaveLength(1);
  });
  test.each([
    ['src/engine/a.ts', "import { b } from '../model/b.ts';\nimport { c } from './c.ts';"],
    ['src/commands/rules/a.ts', "import { b } from '../../scan.ts';"],
    ['src/catalog.ts', "import { b } from '../rules/index.ts';"],
  ])('%s may say %s', (path, text) => {
    expect(importMistakes({ path, text })).toEqual([]);
  });
});

describe('sizes', () => {
  test('no file is too long', () => {
    expect(code.flatMap(lengthMistakes)).toEqual([]);
    expect(lengthMistakes({ path: 'a.ts', text: 'x\n'.repeat(301) })).toEqual(['a.ts has 301 lines']);
    expect(lengthMistakes({ path: 'a.ts', text: 'x\n'.repeat(300) })).toEqual([]);
  });
  test('no function is too long', () => {
    expect(code.flatMap(functionMistakes)).toEqual([]);
  });
  test.each([
    ['function', 'export function a(b: string): void {', '}'],
    ['async generator', 'async function* a(): AsyncGenerator<string> {', '}'],
    ['arrow function', 'const a = (b: number) => {', '};'],
    ['method', '  private async run({ a, b }: Options): Promise<void> {', '  }'],
    ['rule', '  *check({ data }) {', '  },'],
    ['broken signature', 'function a(\n  b: string,\n): Map<string, string> {', '}'],
    ['test', "test('a', async () => {", '});'],
  ])('a %s of more than 70 lines is seen', (_name, open, close) => {
    const body = (lines: number) => `${open}\n${'    if (b) {\n    }\n'.repeat(lines / 2)}${close}\n`;
    expect(functionMistakes({ path: 'a.ts', text: body(70) })).toHaveLength(1);
    expect(functionMistakes({ path: 'a.ts', text: body(66) })).toEqual([]);
  });
});

describe('names and words', () => {
  test('our names say something', () => {
    expect(code.flatMap(nameMistakes)).toEqual([]);
  });
  test.each([
    ['src/string-utils.ts', ''],
    ['src/helper.ts', ''],
    ['src/fooBar.ts', ''],
    ['src/a.ts', 'class TokenManager {'],
    ['src/a.ts', 'export class ScanService extends Base {'],
    ['src/a.ts', 'interface IRule {'],
  ])('%s with %j is refused', (path, text) => {
    expect(nameMistakes({ path, text })).toHaveLength(1);
  });
  test('every exported name has a sentence', () => {
    expect(source.flatMap(docstringMistakes)).toEqual([]);
    const text = '/** Said. */\nexport const a = 1;\nexport async function b() {}\nexport default class C {}\n';
    expect(docstringMistakes({ path: 'a.ts', text })).toEqual(['a.ts:3: b', 'a.ts:4: C']);
  });
  test('only the top layer touches the process', () => {
    expect(source.flatMap(processMistakes)).toEqual([]);
    expect(processMistakes({ path: 'src/engine/a.ts', text: 'process.exit(1);' })).toHaveLength(1);
    expect(processMistakes({ path: 'src/commands/a.ts', text: 'process.exit(1);' })).toEqual([]);
  });
  test('no host of a package registry is named', () => {
    expect(files.flatMap(registryMistakes)).toEqual([]);
    expect(registryMistakes({ path: 'a', text: `https://registry.${'npmjs'}.org/` })).toHaveLength(1);
  });
});

/** Values shorter than this, such as the `root` of a dev server, are told by their name and not by their shape. */
const LEAST_TOKEN_LENGTH = 12;

/** Masked descriptions of everything in a text that a sure detector takes for a secret. */
function secretMistakes(matcher: Matcher, { path, text }: SourceFile): string[] {
  const bytes = Buffer.from(text);
  return matcher.find(bytes, path).candidates.flatMap(({ detector, start, end, isAccepted }) => {
    const line = bytes.toString('latin1', 0, start).split('\n').length;
    const isToken = isAccepted && end - start >= LEAST_TOKEN_LENGTH;
    return isToken ? [`${path}:${line}: ${detector.id} (${bytes.toString('latin1', start, start + 4)}...)`] : [];
  });
}

describe('secrets', () => {
  const sure = catalog.filter((rule): rule is Detector => rule.type === 'detector' && rule.confidence === 'high');
  const matcher = new Matcher(sure);

  test('no tracked file holds anything that is shaped like one', () => {
    expect(sure.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => secretMistakes(matcher, file))).toEqual([]);
  });
  test('one would be seen, and not be printed', () => {
    const value = ['hv', 's.', 'CAESIJ4k2ZpQ7xWm9rTn3vLd'].join('');
    const [mistake] = secretMistakes(matcher, { path: 'a', text: `\nVAULT_TOKEN=${value}\n` });
    expect(mistake).toBe('a:2: secrets/vault-service-token (hvs....)');
  });
});

describe('the catalogue', () => {
  const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
  const ids = catalog.map(({ id }) => id);
  const rules = catalog.map(({ id, catalogue }) => ({ id, codes: catalogue ?? [] }));

  test.each(ids)('%s has a page and examples', (id) => {
    expect(read(`docs/rules/${id}.md`)).toContain('## Found');
    expect(read('docs/rules/README.md')).toContain(`[${id}](${id}.md)`);
    expect(existsSync(join(ROOT, `rules/${id}.yaml`)) || existsSync(join(ROOT, `fixtures/rules/${id}`))).toBe(true);
  });

  test('every code of the design has rules or a reason', () => {
    const rows = load(read('docs/catalogue.yaml')) as Record<string, CatalogueRow>;
    expect(catalogueMistakes(rows, rules)).toEqual([]);
    expect(designCodes()).toEqual(expect.arrayContaining(['VS101', 'VS214', 'VA001', 'VP021', 'E22', 'VX40']));
  });
  test('a silent gap is seen', () => {
    const all = Object.fromEntries(designCodes().map((name): [string, CatalogueRow | null] => [name, { reason: 'x' }]));
    const known = [{ id: 'a/b', codes: ['VS101'] }];
    expect(catalogueMistakes(all, [])).toEqual([]);
    expect(catalogueMistakes(all, known)).toEqual(['VS101 does not list a/b']);
    expect(catalogueMistakes({ ...all, VS101: { rules: ['a/b'] } }, known)).toEqual([]);
    expect(catalogueMistakes({ ...all, VS102: null }, [])).toEqual(['VS102 has neither rules nor a reason']);
    expect(catalogueMistakes({ ...all, VS102: { rules: ['a/c'] } }, [])).toEqual(['VS102 lists a/c, which is no rule']);
    expect(catalogueMistakes(all, [{ id: 'a/b', codes: ['VS999'] }])).toEqual(['a/b names VS999, which has no row']);
    const { VS101: _, ...short } = all;
    expect(catalogueMistakes(short, [])).toEqual(['VS101 has no row']);
  });

  test('every framework row names real rules', () => {
    const names = tracked.filter((path) => path.startsWith('rules/frameworks/'));
    expect(names).toHaveLength(6);
    const parsed = names.map((path): [string, Framework] => [path, load(read(path)) as Framework]);
    expect(joinFrameworks(Object.fromEntries(parsed), ids).mistakes).toEqual([]);
  });
  test('a framework row without a rule is seen', () => {
    const framework = (row: object) => ({ f: { title: 'F', version: '1', controls: { c: { title: 'C', ...row } } } });
    expect(joinFrameworks(framework({ rules: ['a/x'] }), ['a/b']).mistakes).toEqual(['f c names no rule: a/x']);
    expect(joinFrameworks(framework({}), ['a/b']).mistakes).toHaveLength(1);
    expect(joinFrameworks(framework({ manual: true }), ['a/b']).mistakes).toEqual([]);
    const { controls, mistakes } = joinFrameworks(framework({ rules: ['a/*'] }), ['a/b', 'b/c']);
    expect(mistakes).toEqual([]);
    expect([...controls]).toEqual([['a/b', [{ framework: 'f', control: 'c' }]]]);
  });
});
