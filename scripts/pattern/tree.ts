import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { CharSet } from './char-set.ts';

/** A regular expression as far as the search for anchors needs it. */
export type Node =
  | { kind: 'set'; set: CharSet }
  | { kind: 'seq'; items: readonly Node[] }
  | { kind: 'alt'; items: readonly Node[] }
  | { kind: 'repeat'; item: Node; min: number; max: number }
  | { kind: 'look'; item: Node; isBehind: boolean; isNegative: boolean }
  | { kind: 'edge'; name: 'start' | 'end' | 'word' };

/** Bytes that a repeat without an upper limit counts for. */
export const OPEN_BYTES = 4096;

/** Bytes of one UTF-16 code unit at most, in UTF-8. */
const MOST_UNIT_BYTES = 3;

/** The tree of a pattern. @throws Error for what no detector may use. */
export function parsePattern(pattern: string, ignoreCase = false): Node {
  const { alternatives } = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(pattern);
  return either(alternatives.map((alternative) => sequence(alternative, ignoreCase)));
}

function either(items: Node[]): Node {
  return items.length === 1 ? items[0]! : { kind: 'alt', items };
}

function sequence(alternative: AST.Alternative, ignoreCase: boolean): Node {
  const items = alternative.elements.map((element) => toNode(element, ignoreCase));
  return { kind: 'seq', items: items.flatMap((item) => (item.kind === 'seq' ? item.items : [item])) };
}

function toNode(element: AST.Element, ignoreCase: boolean): Node {
  switch (element.type) {
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
      return { kind: 'set', set: ignoreCase ? setOf(element).folded() : setOf(element) };
    case 'Group':
    case 'CapturingGroup':
      if (element.type === 'Group' && element.modifiers) throw new Error('inline modifiers are not supported');
      return either(element.alternatives.map((alternative) => sequence(alternative, ignoreCase)));
    case 'Quantifier':
      return { kind: 'repeat', item: toNode(element.element, ignoreCase), min: element.min, max: element.max };
    case 'Assertion':
      if (element.kind === 'lookahead' || element.kind === 'lookbehind') {
        const item = either(element.alternatives.map((alternative) => sequence(alternative, ignoreCase)));
        return { kind: 'look', item, isBehind: element.kind === 'lookbehind', isNegative: element.negate };
      }
      return { kind: 'edge', name: element.kind };
    default:
      throw new Error(`${element.raw} is not supported`);
  }
}

/** The set of one character, a class or an escape such as `\w`. */
function setOf(element: AST.Character | AST.CharacterClass | AST.CharacterSet): CharSet {
  if (element.type === 'Character') return CharSet.of((code) => code === element.value, element.value >= 128);
  // A class is asked rather than read: the engine that will run the pattern knows best what is in it.
  const regex = new RegExp(`^(?:${element.raw})$`);
  const hasOthers = ['\u00a0', '\u00df', '\u2028', '\u4e00', '\ud83d'].some((char) => regex.test(char));
  return CharSet.of((code) => regex.test(String.fromCharCode(code)), hasOthers || mentionsOthers(element.raw));
}

function mentionsOthers(raw: string): boolean {
  return /[\u0080-\uffff]|\\u|\\x[89a-f]/i.test(raw);
}

/** Least bytes that a node matches. */
export function leastBytes(node: Node): number {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'seq':
      return sum(node.items.map(leastBytes));
    case 'alt':
      return Math.min(...node.items.map(leastBytes));
    case 'repeat':
      return node.min * leastBytes(node.item);
    default:
      return 0;
  }
}

/** Most bytes that a node matches; a repeat without a limit counts for `OPEN_BYTES`. */
export function mostBytes(node: Node): number {
  switch (node.kind) {
    case 'set':
      return node.set.hasOthers ? MOST_UNIT_BYTES : 1;
    case 'seq':
      return sum(node.items.map(mostBytes));
    case 'alt':
      return Math.max(...node.items.map(mostBytes));
    case 'repeat':
      return node.max === Number.POSITIVE_INFINITY ? OPEN_BYTES : node.max * mostBytes(node.item);
    default:
      return 0;
  }
}

/** Every character that may stand in what a node matches. */
export function charactersOf(node: Node): CharSet {
  switch (node.kind) {
    case 'set':
      return node.set;
    case 'seq':
    case 'alt':
      return node.items.map(charactersOf).reduce((a, b) => a.union(b), CharSet.none);
    case 'repeat':
      return node.max === 0 ? CharSet.none : charactersOf(node.item);
    default:
      return CharSet.none;
  }
}

/** Every character that what a node matches may begin with; `undefined` where it may match nothing. */
export function firstOf(node: Node): CharSet | undefined {
  if (leastBytes(node) === 0) return undefined;
  switch (node.kind) {
    case 'set':
      return node.set;
    case 'repeat':
      return firstOf(node.item);
    case 'alt':
      return node.items.map((item) => firstOf(item)!).reduce((a, b) => a.union(b));
    case 'seq': {
      let first = CharSet.none;
      for (const item of node.items) {
        const own = firstOf(item);
        first = first.union(own ?? charactersOf(item));
        if (own) break;
      }
      return first;
    }
    default:
      return undefined;
  }
}

/** Every node of a tree, parents first. */
export function* everyNode(node: Node): Generator<Node> {
  yield node;
  if (node.kind === 'seq' || node.kind === 'alt') for (const item of node.items) yield* everyNode(item);
  else if (node.kind === 'repeat' || node.kind === 'look') yield* everyNode(node.item);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
