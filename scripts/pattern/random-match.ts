import type { Detector } from '../../src/model/rule.ts';
import { type Node, parsePattern } from './tree.ts';

/** Random numbers that are the same for the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, not including, `limit`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** Characters beyond ASCII that negated classes are filled with, now and then; all of them are in Latin-1. */
const OTHERS = ['é', 'ß', 'Ü'];

/** A class of so many ASCII characters is a negated one, which takes all others as well. */
const LEAST_OF_NEGATED = 90;

/** Random repeats above this length are rare, so that not every match is as long as it can be. */
const USUAL_REPEATS = 24;

/** A random text that the pattern probably matches, and with it what its look-behind wants before it. */
export function randomText(node: Node, random: Random): string {
  switch (node.kind) {
    case 'set': {
      // A NUL would make the file a binary one.
      const chars = node.set.ascii.filter((char) => char !== '\0');
      if (node.set.hasOthers && chars.length >= LEAST_OF_NEGATED && random.below(12) === 0) return random.pick(OTHERS);
      // Printable characters are the usual ones: controls belong to many classes and to few secrets.
      const usual = chars.filter((char) => char > ' ' && char < '\x7f');
      return random.pick(usual.length > 0 && random.below(20) > 0 ? usual : chars);
    }
    case 'seq':
      return node.items.map((item) => randomText(item, random)).join('');
    case 'alt':
      return randomText(random.pick(node.items), random);
    case 'repeat': {
      const most = Math.min(node.max, random.below(10) === 0 ? 1000 : node.min + USUAL_REPEATS);
      const extremes = [node.min, Math.max(node.min, most)];
      const count =
        random.below(4) === 0 ? random.pick(extremes) : node.min + random.below(extremes[1]! - node.min + 1);
      return Array.from({ length: count }, () => randomText(node.item, random)).join('');
    }
    case 'look':
      return node.isBehind && !node.isNegative ? randomText(node.item, random) : '';
    default:
      return '';
  }
}

const trees = new Map<string, Node>();

/** A text with a match of the detector in it. @throws Error where none was found among many. */
export function randomMatch(detector: Detector, random: Random): string {
  const { pattern, ignoreCase } = detector;
  let tree = trees.get(detector.id);
  if (!tree) trees.set(detector.id, (tree = parsePattern(pattern, ignoreCase)));
  const regex = new RegExp(pattern, ignoreCase ? 'i' : '');
  for (let attempt = 0; attempt < 300; attempt++) {
    const text = randomText(tree, random);
    if (regex.test(text)) return text;
  }
  throw new Error(`no random match of ${detector.id} could be made`);
}
