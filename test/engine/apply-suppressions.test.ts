import { describe, expect, test } from 'vitest';
import { applySuppressions } from '../../src/engine/apply-suppressions.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { ConfigSuppression, InlineSuppression } from '../../src/model/suppression.ts';

const rule = (id: string, aliases: string[] = []): Rule => ({
  id,
  aliases,
  family: id.slice(0, id.indexOf('/')),
  title: id,
  severity: 'high',
  confidence: 'high',
  why: 'w',
  fix: 'f',
  references: [],
  frameworks: [],
});
const RULES = [rule('a/x', ['old/x']), rule('a/y'), rule('b/z')];

const finding = (ruleId: string, startLine = 3, endLine = startLine, path = 'f'): Finding => ({
  ruleId,
  title: ruleId,
  severity: 'high',
  confidence: 'high',
  message: ruleId,
  origin: { kind: 'file', path },
  region: { startLine, startColumn: 1, endLine, endColumn: 9 },
  excerpt: { startLine, lines: [] },
  fingerprint: '',
});
const comment = (names: string[], fields: Partial<InlineSuppression> = {}): InlineSuppression => ({
  path: 'f',
  line: 3,
  aboutLine: 3,
  names,
  reason: 'why',
  ...fields,
});

function apply(
  findings: Finding[],
  options: { inline?: InlineSuppression[]; config?: ConfigSuppression[]; ran?: Rule[] } = {},
) {
  const { inline = [], config = [], ran = RULES } = options;
  const result = applySuppressions(findings, { inline, config, known: RULES, ran });
  return {
    ...result,
    live: result.live.map(({ ruleId }) => ruleId),
    by: result.suppressed.map(({ finding: { ruleId }, by, reason }) => `${ruleId} ${by} ${reason}`),
    codes: result.problems.map(({ code }) => code),
  };
}

describe('a comment', () => {
  test('takes out the rules that it names, and no others', () => {
    const { live, by } = apply([finding('a/x'), finding('a/y'), finding('b/z')], { inline: [comment(['a/y'])] });
    expect(live).toEqual(['a/x', 'b/z']);
    expect(by).toEqual(['a/y comment why']);
  });
  test('may name an old id or a family', () => {
    expect(apply([finding('a/x')], { inline: [comment(['old/x'])] }).live).toEqual([]);
    expect(apply([finding('a/x'), finding('a/y'), finding('b/z')], { inline: [comment(['a'])] }).live).toEqual(['b/z']);
  });
  test('is about its line, the one below when alone, and any line of a region', () => {
    const inline = [comment(['a/x'], { line: 5, aboutLine: 6 })];
    expect(apply([finding('a/x', 6)], { inline }).live).toEqual([]);
    expect(apply([finding('a/x', 2, 9)], { inline }).live).toEqual([]);
    expect(apply([finding('a/x', 7)], { inline }).live).toEqual(['a/x']);
    expect(apply([finding('a/x', 4)], { inline }).live).toEqual(['a/x']);
    expect(apply([finding('a/x', 6, 6, 'other')], { inline }).live).toEqual(['a/x']);
  });
  test.each([
    ['without a reason', comment(['a/x'], { reason: '' }), 'suppression-without-reason'],
    ['without a rule', comment([]), 'suppression-without-rule'],
    ['with an unknown rule', comment(['a/x', 'a/q']), 'suppression-unknown-rule'],
    ['misspelt', comment(['a/x'], { misspelt: 'ignore' }), 'suppression-misspelt'],
  ])('%s does not work and is told', (_name, faulty, code) => {
    const { live, codes, problems, unused } = apply([finding('a/x')], { inline: [faulty] });
    expect(live).toEqual(['a/x']);
    expect(codes).toEqual([code]);
    expect(problems[0]).toMatchObject({ kind: 'coverage', path: 'f', line: 3 });
    expect(unused).toEqual([]);
  });
  test('an unknown rule is told with the nearest name', () => {
    const { problems } = apply([], { inline: [comment(['b/zz'])] });
    expect(problems[0]!.message).toContain('nearest is b/z');
  });
  test('that suppresses nothing is told, but not when its rule did not run', () => {
    expect(apply([], { inline: [comment(['a/x'])] }).unused).toEqual([
      { by: 'comment', path: 'f', line: 3, names: ['a/x'] },
    ]);
    expect(apply([], { inline: [comment(['a/x'])], ran: [RULES[2]!] }).unused).toEqual([]);
    expect(apply([finding('a/x')], { inline: [comment(['a/x'])] }).unused).toEqual([]);
  });
});

describe('the configuration', () => {
  test('takes out rules in paths', () => {
    const config = [{ rules: ['a'], paths: ['examples/'], reason: 'shown' }];
    const findings = [
      finding('a/x', 1, 1, 'examples/deep/f'),
      finding('a/x', 1, 1, 'src/f'),
      finding('b/z', 1, 1, 'examples/f'),
    ];
    const { live, by } = apply(findings, { config });
    expect(live).toEqual(['a/x', 'b/z']);
    expect(by).toEqual(['a/x config shown']);
  });
  test('without paths covers all, and is told when it suppresses nothing', () => {
    const config = [{ rules: ['a/x'], paths: [], reason: 'r' }];
    expect(apply([finding('a/x', 1, 1, 'any/where')], { config }).live).toEqual([]);
    expect(apply([], { config }).unused).toEqual([{ by: 'config', path: '**', names: ['a/x'] }]);
  });
});

test('many comments and findings cost no more than their number', { timeout: 60_000 }, () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => i + 1);
  const inline = lines.map((line) => comment(['a/x'], { line, aboutLine: line }));
  expect(
    apply(
      lines.map((line) => finding('a/x', line)),
      { inline },
    ).live,
  ).toEqual([]);
});
