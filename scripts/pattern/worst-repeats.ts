import type { Detector } from '../../src/model/rule.ts';
import { Random, randomMatch } from './random-match.ts';

/** What stands between the repeats: nothing, or what ends a word, a value or a line. */
const SEPARATORS = ['', ' ', '\n', '"'];

/**
 * Texts that are as dear as possible for one detector: beginnings of its matches, over and over, so that everywhere
 * something seems to begin and nothing ends. The same for the same detector on every machine.
 */
export function worstRepeats(detector: Detector, sizeBytes: number, cuts = 12): string[] {
  const random = new Random(detector.id.length * 31 + detector.pattern.length);
  const match = shortOf(detector, random);
  const texts: string[] = [];
  for (let i = 1; i <= cuts; i++) {
    const part = match.slice(0, Math.max(1, Math.ceil((match.length * i) / cuts))) + SEPARATORS[i % SEPARATORS.length]!;
    texts.push(part.repeat(Math.ceil(sizeBytes / part.length)).slice(0, sizeBytes));
  }
  return texts;
}

/** A short match: the shorter a repeat, the more of them fit into a file. */
function shortOf(detector: Detector, random: Random): string {
  const matches = Array.from({ length: 5 }, () => randomMatch(detector, random));
  return matches.reduce((a, b) => (b.length < a.length ? b : a));
}
