import type { Anchor, AnchorGroup } from '../../src/model/anchor.ts';
import { CharSet } from './char-set.ts';
import { joined, type Texts, textsOf } from './literals.ts';
import { frequencyOf, frequencyOfSet, rarestThree } from './rarity.ts';
import { followOf } from './steps.ts';
import { charactersOf, everyNode, firstOf, leastBytes, mostBytes, type Node, parsePattern } from './tree.ts';

/** The prefilter looks for three bytes at a time. */
const SHORTEST = 3;

/** What trying a pattern costs, in lookups of three bytes. */
const TRY_COST = 60;

/** Bytes of one character at most. */
const CHARACTER_BYTES = 4;

/** Where a node stands in its pattern. */
interface Place {
  /** Least and greatest distance from the match's start to the first node of `before`. */
  least: number;
  most: number;
  before: readonly Node[];
  after: readonly Node[];
}

/** Literals of which every match holds one, and what looking for them costs. */
interface Choice {
  groups: AnchorGroup[];
  cost: number;
}

/** The cheapest anchor of a pattern. @throws Error where its matches need hold no literal of three characters. */
export function computeAnchor(pattern: string, ignoreCase = false): Anchor {
  const root = parsePattern(pattern, ignoreCase);
  const choice = choose(root, { least: 0, most: 0, before: [], after: [] });
  if (!choice) throw new Error('no literal of three characters or more stands in every match');
  const nodes = [...everyNode(root)];
  const reach = (isBehind: boolean) =>
    Math.max(
      CHARACTER_BYTES,
      ...nodes.map((node) => (node.kind === 'look' && node.isBehind === isBehind ? mostBytes(node.item) : 0)),
    );
  const first = firstOf(root);
  const isOpen = nodes.some((node) => node.kind === 'repeat' && node.max === Number.POSITIVE_INFINITY);
  return {
    groups: choice.groups,
    ...(first ? { first: first.toRanges() } : {}),
    longest: mostBytes(root),
    back: reach(true),
    ahead: reach(false),
    ...(isOpen ? { isOpen } : {}),
  };
}

function choose(node: Node, place: Place): Choice | undefined {
  switch (node.kind) {
    case 'seq':
      return chooseInSequence(node.items.flatMap(opened), place);
    case 'alt': {
      const choices = node.items.map((item) => choose(item, place));
      if (choices.some((choice) => choice === undefined)) return undefined;
      return {
        groups: choices.flatMap((choice) => choice!.groups),
        cost: choices.reduce((sum, choice) => sum + choice!.cost, 0),
      };
    }
    case 'repeat': {
      if (node.min === 0) return undefined;
      const rest: Node = { ...node, min: node.min - 1, max: node.max - 1 };
      return choose(node.item, { ...place, after: [rest, ...place.after] });
    }
    case 'look': {
      if (!node.isBehind || node.isNegative) return undefined;
      const start = distance(place);
      const least = start.least - mostBytes(node.item);
      return choose(node.item, { ...place, least, most: start.most - leastBytes(node.item), before: [] });
    }
    case 'set':
      return chooseInSequence([node], place);
    default:
      return undefined;
  }
}

/** The first characters of a repeat stand alone, so that a literal before it can take them in. */
function opened(node: Node): Node[] {
  if (node.kind !== 'repeat' || node.item.kind !== 'set' || node.min === 0) return [node];
  const count = Math.min(node.min, SHORTEST);
  return [...Array<Node>(count).fill(node.item), { ...node, min: node.min - count, max: node.max - count }];
}

function chooseInSequence(items: readonly Node[], place: Place): Choice | undefined {
  let best: Choice | undefined;
  const consider = (choice: Choice | undefined) => {
    if (choice && (!best || choice.cost < best.cost)) best = choice;
  };
  for (let start = 0; start < items.length; start++) {
    const item = items[start]!;
    const before = [...place.before, ...items.slice(0, start)];
    let texts: Texts | undefined = { texts: [''], anyCase: false };
    for (let end = start; end < items.length; end++) {
      texts = joined(texts, items[end]!);
      if (!texts) break;
      // A longer literal is never worse: where neighbours add no choice, only the longest is looked at.
      const isLongest = !isOneText(items[start - 1]) && !(isOneText(items[end + 1]) && joined(texts, items[end + 1]!));
      const after = [...items.slice(end + 1), ...place.after];
      if (isLongest) consider(literalChoice(texts, { ...place, before, after }));
    }
    // Single characters were seen with their neighbours.
    if (item.kind !== 'set')
      consider(choose(item, { ...place, before, after: [...items.slice(start + 1), ...place.after] }));
  }
  return best;
}

function isOneText(item: Node | undefined): boolean {
  const texts = item && textsOf(item)?.texts;
  return texts?.length === 1 && texts[0] !== '';
}

function literalChoice({ texts, anyCase }: Texts, place: Place): Choice | undefined {
  if (texts.length === 0 || texts.some((text) => text.length < SHORTEST)) return undefined;
  const { least, most } = distance(place);
  const { steps, frequency } = followOf(place.after);
  const before = precedingSet(place.before);
  const tries = (before ? frequencyOfSet(before) : 1) * frequency * (1 + Math.min(most - least, 50) / 10);
  const at = texts.map(rarestThree);
  const cost = texts.reduce((sum, text, i) => {
    return sum + frequencyOf(text.slice(at[i]!, at[i]! + SHORTEST)) + frequencyOf(text) * tries * TRY_COST;
  }, 0);
  const between = most > least && least >= 0 ? charactersOf({ kind: 'seq', items: place.before }) : undefined;
  const group: AnchorGroup = {
    texts,
    at,
    anyCase,
    least,
    most,
    ...(before ? { before: before.toRanges() } : {}),
    ...(between ? { between: between.toRanges() } : {}),
    steps,
  };
  return { groups: [group], cost };
}

function distance({ least, most, before }: Place): { least: number; most: number } {
  const node: Node = { kind: 'seq', items: before };
  return { least: least + leastBytes(node), most: most + mostBytes(node) };
}

/** What the byte before a place must be, where the node before it says so. */
function precedingSet(before: readonly Node[]): CharSet | undefined {
  const last = before.at(-1);
  if (!last) return undefined;
  if (last.kind === 'look') {
    const isOneCharacter = last.isBehind && last.isNegative && last.item.kind === 'seq' && last.item.items.length === 1;
    const [only] = isOneCharacter ? (last.item as Extract<Node, { kind: 'seq' }>).items : [];
    // The bytes of another character may be the last of many: only ASCII can be ruled out.
    return only?.kind === 'set' ? only.set.complement().union(CharSet.of(() => false, true)) : undefined;
  }
  if (last.kind === 'set') return last.set;
  if (last.kind === 'repeat' && last.min > 0 && last.item.kind === 'set') return last.item.set;
  if (last.kind === 'seq') return precedingSet(last.items);
  return undefined;
}
