import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog.ts';
import { Evaluator } from '../../src/engine/evaluate.ts';
import { OwnRulesMatcher } from '../../src/engine/own-rules-matcher.ts';
import type { Detector } from '../../src/model/rule.ts';

const own = (pattern: string, fields: Partial<Detector> = {}): Detector => ({
  type: 'detector',
  id: 'own/x',
  family: 'own',
  title: 'x',
  severity: 'high',
  confidence: 'high',
  why: 'w',
  fix: 'f',
  references: [],
  frameworks: [],
  keywords: ['acme'],
  pattern,
  isLinear: true,
  ...fields,
});

function find(detector: Detector, text: string | Buffer, path = 'f') {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const { candidates, problems } = new OwnRulesMatcher([detector]).find(bytes, path);
  const values = candidates.map(({ start, end }) => bytes.toString('utf8', start, end));
  return { candidates, values, codes: problems.map(({ code }) => code) };
}

describe('own rules find', () => {
  test('the group, or the whole match where there is none', () => {
    expect(find(own('acme=(?<secret>\\w+)'), 'x acme=one; acme=two').values).toEqual(['one', 'two']);
    expect(find(own('acme=\\w+'), 'x acme=one').values).toEqual(['acme=one']);
  });
  test('at file start and end, in any case, beyond ASCII', () => {
    const rule = own('acme=(?<secret>\\pL+)', { ignoreCase: true });
    expect(find(rule, 'ACME=größe€ 😀 Acme=ключ').values).toEqual(['größe', 'ключ']);
  });
  test('with boundaries, also where a piece of the text begins', () => {
    const rule = own('\\bacme(?<secret>[0-9]{3})\\b', { reachBytes: 32 });
    const text = 'xacme123 acme456 acme7890 '.repeat(200);
    expect(new Set(find(rule, text).values)).toEqual(new Set(['456']));
    expect(find(rule, text).values).toHaveLength(200);
  });
  test('each match once, however many pieces the text has', () => {
    const values = Array.from({ length: 900 }, (_, i) => `v${String(i).padStart(4, '0')}ü`);
    const rule = own('acme=(?<secret>v\\d+ü)', { reachBytes: 40 });
    expect(find(rule, values.map((value) => `acme=${value} `).join('')).values).toEqual(values);
  });
  test('only where a keyword stands in the match', () => {
    const rule = own('(?i)[a-z]+=(?<secret>\\w+)');
    expect(find(rule, 'acme=one other=two').values).toEqual(['one']);
  });
  test('only in the files that they want', () => {
    const rule = own('acme=(?<secret>\\w+)', { files: '\\.conf$' });
    expect(find(rule, 'acme=one', 'a.conf').values).toEqual(['one']);
    expect(find(rule, 'acme=one', 'a.txt').values).toEqual([]);
  });
  test('values that are ruled out as candidates to be masked', () => {
    const rule = own('acme=(?<secret>\\w+)', { reject: '^test', stopWords: ['demo'], minEntropy: 1 });
    const { candidates } = find(rule, 'acme=test1 acme=demo12 acme=aaaa acme=real1');
    expect(candidates.map(({ isAccepted }) => isAccepted)).toEqual([false, false, false, true]);
  });
});

describe('what is cut off is told', () => {
  test('a match that goes on beyond its reach', () => {
    const { values, codes } = find(own('acme=(?<secret>\\w+)', { reachBytes: 32 }), `acme=${'x'.repeat(500)} `);
    expect(values).toEqual([]);
    expect(codes).toEqual(['match-cut-off']);
  });
  test('more matches than the budget', () => {
    const { values, codes } = find(own('acme=(?<secret>\\w)'), 'acme=x '.repeat(1500));
    expect(values).toHaveLength(1000);
    expect(codes).toEqual(['match-budget']);
  });
});

describe('a hostile pattern stays linear on 100 KB', () => {
  const line = 'a'.repeat(100_000);
  test.each([
    ['(a+)+$', `${line}!`],
    ['(?<secret>(a+)+)$', line],
    ['(?<secret>(a|a)*)b', line],
    ['(?<secret>(a|aa)+)$', `${line}!`],
    ['(?<secret>a.*z|a)', line],
    ['(?<secret>(.*)(.*)(.*)(.*)(.*)aaa)x', line],
    ['(?<secret>a{1,500}){1,2}b', line],
  ])('%s', { timeout: 60_000 }, (pattern, text) => {
    const { codes, candidates } = find(own(pattern, { keywords: ['aaa'] }), text);
    expect(candidates.length).toBeLessThanOrEqual(1000);
    expect(codes.every((code) => code === 'match-cut-off' || code === 'match-budget')).toBe(true);
  });
});

describe('in the evaluator', () => {
  const rule = own('acme=(?<secret>\\w{4,40})');
  const rules = [...loadCatalog(), rule];
  const evaluator = new Evaluator(rules, rules, undefined, { extra: new OwnRulesMatcher([rule]) });
  const evaluate = async (bytes: Buffer) => {
    const window = { bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true };
    return evaluator.evaluate({
      origin: { kind: 'file', path: 'f' },
      sizeBytes: bytes.length,
      windows: () => [window],
    });
  };
  test.each([
    ['utf8', ''],
    ['utf16le', '\ufeff'],
  ] as const)('findings stand at their place in %s, and are masked', async (encoding, mark) => {
    const { findings } = await evaluate(Buffer.from(`${mark}größe 😀 = 1\n😀 acme=geheim99 # x\n`, encoding));
    expect(findings).toMatchObject([
      {
        ruleId: 'own/x',
        masked: '****',
        region: { startLine: 2, startColumn: 9, endLine: 2, endColumn: 17 },
        excerpt: { lines: ['größe 😀 = 1', '😀 acme=**** # x', ''] },
      },
    ]);
  });
  test('a rule that does not run still masks', async () => {
    const others = rules.filter(({ id }) => id !== 'own/x');
    const quiet = new Evaluator(rules, others, undefined, { extra: new OwnRulesMatcher([rule]) });
    const bytes = Buffer.from('acme=geheim99 password=qX7wLm92pTz4\n');
    const window = { bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true };
    const { findings } = await quiet.evaluate({
      origin: { kind: 'file', path: 'f' },
      sizeBytes: bytes.length,
      windows: () => [window],
    });
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toContain('geheim99');
  });
});
