import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeywordIndex } from '../../src/engine/keyword-index.ts';

/** What a plain search finds, case folded for ASCII. */
function plainSearch(text: string, keywords: readonly string[]): string[] {
  const lower = text.replace(/[A-Z]/g, (char) => char.toLowerCase());
  return keywords.flatMap((keyword, number) => {
    const found: string[] = [];
    for (let at = lower.indexOf(keyword); at !== -1; at = lower.indexOf(keyword, at + 1)) found.push(`${number}@${at}`);
    return found;
  });
}

function indexSearch(text: string, keywords: readonly string[]): string[] {
  const found: string[] = [];
  new KeywordIndex(keywords).forEach(Buffer.from(text, 'latin1'), (number, at) => found.push(`${number}@${at}`));
  return found;
}

test('finds overlapping keywords in any case, and those that end in one another', () => {
  expect(indexSearch('SHE sees hers', ['he', 'she', 'hers', 'his']).sort()).toEqual(['0@1', '0@9', '1@0', '2@9']);
});

test('finds exactly what a plain search finds, on any text', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.', '_', '\xe9'), maxLength: 60 });
  const keyword = fc.string({ unit: fc.constantFrom('a', 'b', '.', '_'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(letters, fc.uniqueArray(keyword, { minLength: 1, maxLength: 6 }), (text, keywords) => {
      expect(indexSearch(text, keywords).sort()).toEqual(plainSearch(text, keywords).sort());
    }),
    { numRuns: 500 },
  );
});
