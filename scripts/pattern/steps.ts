import type { AnchorStep } from '../../src/model/anchor.ts';
import { CharSet } from './char-set.ts';
import { frequencyOfSet } from './rarity.ts';
import { charactersOf, firstOf, leastBytes, mostBytes, type Node } from './tree.ts';

/** More steps cost more than they save. */
const MOST_STEPS = 4;

/** What varies by more than this is not walked over. */
const MOST_SKIPPED = 1000;

/** Bytes of one kind that a step counts at most. */
const MOST_COUNTED = 24;

/** What must follow a literal, and how often that is so in ordinary code, about. */
export interface Follow {
  steps: AnchorStep[];
  frequency: number;
}

/** Necessary conditions on the bytes behind a literal, from the nodes that come after it in its pattern. */
export function followOf(after: readonly Node[]): Follow {
  const steps: AnchorStep[] = [];
  let frequency = 1;
  let skip = CharSet.none;
  let most = 0;
  for (const node of flat(after)) {
    if (leastBytes(node) === 0) {
      skip = skip.union(charactersOf(node));
      most += mostBytes(node);
      if (most > MOST_SKIPPED) break;
      continue;
    }
    const { need, count, rest } = mandatory(node);
    if (steps.length === MOST_STEPS) break;
    steps.push([skip.toRanges(), most, need.toRanges(), count]);
    frequency *= Math.min(1, (most + 1) * frequencyOfSet(need) ** Math.min(count, 8));
    // Where the skipped and the needed overlap, a later place would do as well: the next step may walk that far.
    const isAmbiguous = most > 0 && skip.overlaps(need);
    skip = isAmbiguous ? skip.union(need).union(charactersOf(node)) : charactersOf(node);
    most = (isAmbiguous ? most : 0) + rest;
    if (most === 0) skip = CharSet.none;
    if (most > MOST_SKIPPED) break;
  }
  return { steps, frequency };
}

/** The first bytes that a node must have: so many of one set, and how many bytes may follow them in the node. */
function mandatory(node: Node): { need: CharSet; count: number; rest: number } {
  const isRun = node.kind === 'repeat' && node.item.kind === 'set';
  const count = isRun ? Math.min(node.min, MOST_COUNTED) : 1;
  return { need: firstOf(node)!, count: Math.max(1, count), rest: mostBytes(node) - count };
}

/** Nodes one after the other, sequences opened, and neighbours of one set joined to one repeat. */
function flat(nodes: readonly Node[]): Node[] {
  const all: Node[] = [];
  for (const node of opened(nodes)) {
    const last = all.at(-1);
    const run = last && joinedRun(last, node);
    if (run) all[all.length - 1] = run;
    else all.push(node);
  }
  return all;
}

function opened(nodes: readonly Node[]): Node[] {
  return nodes
    .flatMap((node): Node[] => (node.kind === 'seq' ? opened(node.items) : [node]))
    .filter((node) => node.kind !== 'look' && node.kind !== 'edge' && !(node.kind === 'repeat' && node.max === 0));
}

function joinedRun(a: Node, b: Node): Node | undefined {
  const [first, second] = [asRun(a), asRun(b)];
  if (!first || !second || first.item.set.toRanges() !== second.item.set.toRanges()) return undefined;
  return { kind: 'repeat', item: first.item, min: first.min + second.min, max: first.max + second.max };
}

function asRun(node: Node): { item: Extract<Node, { kind: 'set' }>; min: number; max: number } | undefined {
  if (node.kind === 'set') return { item: node, min: 1, max: 1 };
  return node.kind === 'repeat' && node.item.kind === 'set' ? { ...node, item: node.item } : undefined;
}
