import { describe, expect, test } from 'vitest';
import { parseOwnRule } from '../../src/engine/own-rule-file.ts';
import { RuleFileError } from '../../src/model/errors.ts';

const GOOD = `title: deploy key of the shop
severity: high
confidence: high
pattern: '(?<secret>shopd_[a-z0-9]{12})'
why: whoever has it deploys
fix: revoke it
examples:
  bad:
    - "key = shopd_{{fake 12 lower}}"
  good:
    - shopd_short
`;
const options = { file: 'rules/deploy.yaml', id: 'own/deploy' };

/** Keywords of a rule with another pattern; its example is one that the pattern finds. */
function keywordsOf(pattern: string, example: string, more = ''): readonly string[] | undefined {
  const text = `title: t\nseverity: low\nconfidence: low\npattern: '${pattern}'\nwhy: w\nfix: f\n${more}examples: { bad: [${JSON.stringify(example)}] }\n`;
  return parseOwnRule(text, options).detector.keywords;
}

test('reads a rule, with the keywords that its pattern shows', () => {
  const { detector, examples } = parseOwnRule(GOOD, options);
  expect(detector).toMatchObject({
    type: 'detector',
    id: 'own/deploy',
    family: 'own',
    severity: 'high',
    keywords: ['shopd_'],
    references: [],
    frameworks: [],
    isLinear: true,
  });
  expect(examples.good).toEqual(['shopd_short']);
});

describe('keywords', () => {
  test.each([
    ['of a choice are all its literals', 'acme_[a-z]+|shop_[a-z]+', 'acme_x', ['acme_', 'shop_']],
    ['of a sequence are its longest literal', 'ab[0-9]+token=x', 'ab1token=x', ['token=x']],
    ['are lower case', 'ACME_[0-9]+', 'ACME_1', ['acme_']],
  ])('%s', (_name, pattern, example, expected) => {
    expect(keywordsOf(pattern, example)?.toSorted()).toEqual(expected.toSorted());
  });
  test('are needed where the pattern shows none', () => {
    expect(() => keywordsOf('[a-z]{8}', 'abcdefgh')).toThrow('rules/deploy.yaml:4: keywords is missing');
    expect(() => keywordsOf('(?i)acme_[0-9]+', 'acme_1')).toThrow('keywords is missing');
    expect(() => keywordsOf('ab|acme_', 'acme_')).toThrow('keywords is missing');
    expect(keywordsOf('(?i)acme_[0-9]+', 'Acme_1', 'keywords: [ACME_]\n')).toEqual(['acme_']);
  });
  test('that no match holds are an error', () => {
    expect(() => keywordsOf('acme', 'acme', 'keywords: [shop]\n')).toThrow(':7: keywords: a match');
    expect(() => keywordsOf('[a-z]{8}', 'abcdefgh', 'keywords: [shop]\n')).toThrow(':8: bad example 1 is not found');
  });
});

describe('a mistake is an error that names file and line:', () => {
  test.each([
    ['a missing field', GOOD.replace(/^why: .*\n/m, ''), ':1: why is missing'],
    ['a wrong severity', GOOD.replace('severity: high', 'severity: hgih'), ':2: severity must be one of'],
    ['an unknown key', GOOD.replace('fix:', 'keyword: [a]\nfix:'), ':6: unknown key "keyword"; did you mean keywords?'],
    ['a look-ahead', GOOD.replace('shopd_[', '(?=x)shopd_['), ':4: pattern is not RE2 syntax'],
    ['a back-reference', GOOD.replace('{12}', '{12}\\1'), ':4: pattern is not RE2 syntax'],
    ['a broken pattern', GOOD.replace('{12})', '{12}'), ':4: pattern is not RE2 syntax'],
    ['a broken reject', GOOD.replace('fix:', 'reject: "["\nfix:'), ':6: reject is not RE2 syntax'],
    ['too wide a reach', GOOD.replace('fix:', 'reachBytes: 99999\nfix:'), ':6: reachBytes must be at most'],
    ['a bad example that is not found', GOOD.replace('key = shopd_', 'key = shop_'), ':9: bad example 1 is not found'],
    ['a good example that is found', `${GOOD}    - shopd_abcdefghijkl\n`, ':12: good example 2 is found'],
    [
      'a value that is ruled out',
      GOOD.replace('fix:', 'minEntropy: 9\nfix:'),
      ':10: bad example 1 is not found: its value',
    ],
    ['a template that is none', GOOD.replace('12 lower', '12 klingon'), ":9: the template can't be expanded"],
    ['no bad example', GOOD.replace(/ {2}bad:\n.*\n/, '  bad: []\n'), ':8: examples.bad must name at least 1'],
    ['a title of two lines', GOOD.replace('title: deploy', 'title: "a\\nb"\n#'), ':1: title must look like'],
    ['broken YAML', `${GOOD}  - x: [`, ':12: '],
  ])('%s', (_name, text, message) => {
    let error: unknown;
    try {
      parseOwnRule(text, options);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(RuleFileError);
    expect((error as Error).message).toContain(`rules/deploy.yaml${message}`);
  });
});
