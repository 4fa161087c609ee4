import { RARITY, RARITY_BEHIND, SYMBOLS } from './byte-pairs.ts';
import type { CharSet } from './char-set.ts';

const DIGITS_PER_BIT = 2;

function symbolOf(char: string): number {
  const index = SYMBOLS.indexOf(char.toLowerCase());
  return index < 0 ? SYMBOLS.length : index;
}

function probability(digit: string): number {
  return 2 ** (-Number.parseInt(digit, 36) / DIGITS_PER_BIT);
}

/** Share of the places of ordinary source code at which a text stands, about, letters without regard to case. */
export function frequencyOf(text: string): number {
  let result = 1;
  for (let i = 0; i < text.length; i++) {
    const symbol = symbolOf(text[i]!);
    result *= probability(i === 0 ? RARITY[symbol]! : RARITY_BEHIND[symbolOf(text[i - 1]!)]![symbol]!);
  }
  return result;
}

/** Share of the bytes of ordinary source code that are in a set, about. */
export function frequencyOfSet(set: CharSet): number {
  const symbols = new Set(set.ascii.map(symbolOf));
  if (set.hasOthers) symbols.add(SYMBOLS.length);
  let result = 0;
  for (const symbol of symbols) result += probability(RARITY[symbol]!);
  return Math.min(1, result);
}

/** Index of a text's rarest three characters. */
export function rarestThree(text: string): number {
  let best = 0;
  for (let at = 1; at + 3 <= text.length; at++) {
    if (frequencyOf(text.slice(at, at + 3)) < frequencyOf(text.slice(best, best + 3))) best = at;
  }
  return best;
}
