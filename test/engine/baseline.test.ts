import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { loadCatalog } from '../../src/catalog.ts';
import { applyBaseline, type Baseline, toBaseline } from '../../src/engine/baseline.ts';
import { Evaluator } from '../../src/engine/evaluate.ts';
import { sortFindings } from '../../src/engine/triage.ts';
import { valueTag } from '../../src/engine/value-tag.ts';
import type { Finding } from '../../src/model/finding.ts';

const SALT = '00112233445566778899aabbccddeeff';
const [TOKEN, OTHER] = ['one', 'two'].map((seed) => expandFakes('hvs.{{fake 24}}', `baseline-${seed}`));
const catalog = loadCatalog();
const evaluator = new Evaluator(catalog, catalog, undefined, { salt: SALT });

/** Findings of some files. */
async function find(files: Record<string, string>): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [path, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const window = { bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true };
    const blob = { origin: { kind: 'file' as const, path }, sizeBytes: bytes.length, windows: () => [window] };
    findings.push(...(await evaluator.evaluate(blob)).findings);
  }
  return sortFindings(findings);
}

/** What is new, as `path:line`, after some files became others. */
async function newAfter(before: Record<string, string>, after: Record<string, string>, ran = (_id: string) => true) {
  const baseline = toBaseline(await find(before), SALT);
  const context = { isThere: (path: string) => path in after, ran };
  const { live, baselined, gone } = applyBaseline(await find(after), baseline, context);
  const place = ({ origin, region }: Finding) => `${origin.path}:${region.startLine}`;
  return { live: live.map(place), baselined: baselined.map(place), gone };
}

const FILE = `# settings\nVAULT_TOKEN=${TOKEN}\nPORT=1\n`;

describe('a baselined finding stays known', () => {
  test('when nothing changes', async () => {
    expect(await newAfter({ a: FILE }, { a: FILE })).toEqual({ live: [], baselined: ['a:2'], gone: 0 });
  });
  test('when its lines move', async () => {
    expect((await newAfter({ a: FILE }, { a: `x: 1\n\n\n${FILE}` })).live).toEqual([]);
  });
  test('when its indent or line ends change', async () => {
    expect((await newAfter({ a: FILE }, { a: FILE.replaceAll('\n', '\r\n  ') })).live).toEqual([]);
  });
  test('when a neighbour changes', async () => {
    expect((await newAfter({ a: FILE }, { a: FILE.replace('PORT=1', 'PORT=2') })).live).toEqual([]);
  });
  test('when its file is renamed', async () => {
    expect(await newAfter({ a: FILE }, { 'b/c': FILE })).toEqual({ live: [], baselined: ['b/c:2'], gone: 0 });
  });
});

describe('a finding is new', () => {
  test('when the value at its place is another one', async () => {
    expect((await newAfter({ a: FILE }, { a: FILE.replace(TOKEN!, OTHER!) })).live).toEqual(['a:2']);
  });
  test('when the secret is copied to another file', async () => {
    expect((await newAfter({ a: FILE }, { a: FILE, b: FILE })).live).toEqual(['b:2']);
    expect((await newAfter({ b: FILE }, { a: FILE, b: FILE })).live).toEqual(['a:2']);
  });
  test('when it is the second copy of a file that is gone', async () => {
    expect((await newAfter({ a: FILE }, { b: FILE, c: FILE })).live).toHaveLength(1);
  });
  test('when it is the second of its kind in the file', async () => {
    expect((await newAfter({ a: FILE }, { a: FILE + FILE })).live).toHaveLength(1);
    expect((await newAfter({ a: FILE + FILE }, { a: FILE + FILE })).live).toEqual([]);
    expect((await newAfter({ a: FILE + FILE }, { a: FILE + FILE + FILE })).live).toHaveLength(1);
  });
  test('when a file of the same name but no lines turns up elsewhere', async () => {
    const binary = Buffer.from([0, 1, 2, 3]).toString('latin1');
    expect((await newAfter({ '.vault-token': binary }, { '.vault-token': binary })).live).toEqual([]);
    expect((await newAfter({ '.vault-token': binary }, { 'x/.vault-token': binary })).live).toHaveLength(1);
  });
});

test('what is there no more is counted, of rules that ran', async () => {
  expect((await newAfter({ a: FILE + FILE }, { a: FILE })).gone).toBe(1);
  expect((await newAfter({ a: FILE }, {})).gone).toBe(1);
  expect((await newAfter({ a: FILE }, {}, () => false)).gone).toBe(0);
});

describe('the baseline', () => {
  test('holds neither the value nor more than 16 bits that depend on it', async () => {
    const write = async (token: string): Promise<Baseline> =>
      toBaseline(await find({ a: FILE.replace(TOKEN!, token) }), SALT);
    const [one, two] = [await write(TOKEN!), await write(OTHER!)];
    expect(JSON.stringify(one)).not.toContain(TOKEN!.slice(4, 12));
    const withoutTag = ({ entries }: Baseline) => entries.map(({ value: _, ...entry }) => entry);
    expect(withoutTag(one)).toEqual(withoutTag(two));
    expect(one.entries.map(({ value }) => value)).not.toEqual(two.entries.map(({ value }) => value));
    for (const { value } of one.entries) expect(value).toMatch(/^[0-9a-f]{1,4}$/);
  });
  test('tells of a value that could be guessed 4 bits only', async () => {
    const password = expandFakes('{{fake 24}}', 'baseline-password');
    const { entries } = toBaseline(await find({ a: `DB_PASSWORD=${password}\n` }), SALT);
    expect(entries.map(({ value }) => value)).toEqual([expect.stringMatching(/^[0-9a-f]$/)]);
  });
  test('gives copies of one value one tag, so that many tell no more than one', async () => {
    const { entries } = toBaseline(await find({ a: FILE, b: `other: 1\nTOKEN: ${TOKEN}\n` }), SALT);
    expect(entries).toHaveLength(2);
    expect(new Set(entries.map(({ value }) => value)).size).toBe(1);
  });
  test('has one order, whatever the order of the findings', async () => {
    const findings = await find({ b: FILE, a: FILE, c: FILE + FILE });
    expect(toBaseline(findings.toReversed(), SALT)).toEqual(toBaseline(findings, SALT));
  });
});

test('a tag depends on salt and value, and a short one begins a long one', () => {
  const value = Buffer.from(TOKEN!);
  const long = valueTag(SALT, value, { isGuessable: false });
  const short = valueTag(SALT, value, { isGuessable: true });
  expect([long.length, short.length]).toEqual([4, 1]);
  expect(long.startsWith(short)).toBe(true);
  expect(valueTag('ff'.repeat(16), value, { isGuessable: false })).not.toBe(long);
  expect(valueTag(SALT, Buffer.from('short'), { isGuessable: false })).toHaveLength(1);
});

test('many findings of one line cost no more than their number', { timeout: 60_000 }, async () => {
  const [sample] = await find({ a: FILE });
  const tagged = (tags: number) =>
    Array.from({ length: 30_000 }, (_, i): Finding => ({ ...sample!, valueTag: String(i % tags).padStart(4, '0') }));
  const known = toBaseline(tagged(2000), SALT);
  const entries = known.entries.map((entry, i) => ({ ...entry, around: String(i), value: 'ffff' }));
  const context = { isThere: () => true, ran: () => true };
  expect(applyBaseline(tagged(2000), known, context).live).toEqual([]);
  expect(applyBaseline(tagged(2000), { salt: SALT, entries }, context).live).toHaveLength(30_000);
});
