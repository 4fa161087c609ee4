import { describe, expect, test } from 'vitest';
import { computeAnchor } from '../../scripts/pattern/anchors.ts';

function textsOf(pattern: string, ignoreCase = false): string[] {
  return computeAnchor(pattern, ignoreCase).groups.flatMap(({ texts }) => texts);
}

describe('the anchor of a pattern', () => {
  test('is a literal of every match, with its distance from the start', () => {
    const { groups, longest } = computeAnchor('[a-z]{2,4}_token_[^a-z]{3}');
    expect(groups).toMatchObject([{ texts: ['_token_'], least: 2, most: 4, between: 'az', anyCase: false }]);
    // Characters beyond ASCII have up to three bytes.
    expect(longest).toBe(4 + 7 + 9);
  });

  test.each([
    ['(?:ghp|gho)_[A-Z]{9}', ['ghp_', 'gho_']],
    ['x[_-]?yz', ['xyz', 'x-yz', 'x_yz']],
    ['[Tt]oken', ['token']],
    ['(?:hello|[0-9]+world)', ['hello', 'world']],
    ['SK[0-2]', ['SK0', 'SK1', 'SK2']],
    ['(?<="keys": )"[a-z]+"', ['"keys": ']],
  ])('%s is found by %j', (pattern, texts) => {
    expect(textsOf(pattern)).toEqual(texts);
  });

  test('without regard to case is one literal in lower case', () => {
    const { groups } = computeAnchor('Authorization', true);
    expect(groups).toMatchObject([{ texts: ['authorization'], anyCase: true }]);
  });

  test('says what stands before it and what must follow it', () => {
    const [group] = computeAnchor('(?<![!-~])key_ {0,2}[0-9]{30}').groups;
    expect(group).toMatchObject({ texts: ['key_'], before: '\0 \x7f\x7f\x80\xff', steps: [['  ', 2, '09', 24]] });
  });

  test('tells a pattern whose repeats have no limit', () => {
    expect(computeAnchor('key_[0-9]+').isOpen).toBe(true);
    expect(computeAnchor('key_[0-9]{1,9}').isOpen).toBeUndefined();
  });

  test.each([
    ['[a-z]{40}', 'no literal of three characters'],
    ['(?:abc)?x[0-9]+', 'no literal of three characters'],
    ['(abc)\\1', 'is not supported'],
  ])('of %s is an error', (pattern, message) => {
    expect(() => computeAnchor(pattern)).toThrow(message);
  });
});
