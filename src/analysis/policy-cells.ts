import { VaultcheckError } from '../model/errors.ts';
import type { Pattern } from './policy-pattern.ts';

/** Indexes of the patterns that match a path. */
export interface Matches {
  readonly matching: readonly number[];
  /** Of those that match it with a slash behind it, as a list request has it. */
  readonly matchingWithSlash: readonly number[];
}

/**
 * A set of paths that no pattern tells apart, given by one of them. The paths of all cells together are all paths
 * that a request can have, as far as the patterns can see.
 */
export interface Cell extends Matches {
  /** A path of the cell, as short as the patterns allow. */
  readonly witness: string;
}

/** Patterns that may still match, and those that match whatever follows. */
interface State {
  /** The last segment of the witness, and what stands before it; none at the start. */
  segment: string;
  before?: State;
  /** Number of segments. */
  depth: number;
  /** Patterns whose segments so far match, and which have more. */
  active: readonly number[];
  /** Patterns with `*` that match already. */
  settled: readonly number[];
  /** Patterns that end exactly here. */
  ending: readonly number[];
}

/** Work that is done at most, counted in patterns looked at; a second or two. */
const MOST_STEPS = 20_000_000;

/** Thrown where patterns make more cells than can be looked at. */
export class TooManyCellsError extends VaultcheckError {
  constructor() {
    super('too-many-cells', 'the policies make more kinds of paths than can be looked at', {
      hint: 'compare fewer policies at once; rules with many + segments cost most',
    });
  }
}

/**
 * Splits all paths into cells by the patterns: segment by segment, each segment being one that a pattern names, one
 * that starts as a pattern with `*` says, or any other. Two prefixes of paths that leave the same patterns open are one.
 *
 * @throws TooManyCellsError
 */
export function* cellsOf(patterns: readonly Pattern[], mostSteps = MOST_STEPS): Generator<Cell> {
  const seen = new Set<string>();
  const all = patterns.map((_pattern, i) => i);
  const queue: State[] = [{ segment: '', depth: 0, active: all, settled: [], ending: [] }];
  let steps = 0;
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at]!;
    const choices = choicesAfter(state, patterns);
    if (state.depth > 0) yield toCell(state, choices);
    // Behind this nothing changes any more.
    if (state.active.length + state.ending.length === 0) continue;
    for (const segment of segmentsOf(choices, state.depth === 0)) {
      const next = step(state, segment, choices);
      steps += 1 + next.active.length + next.settled.length + next.ending.length;
      if (steps > mostSteps) throw new TooManyCellsError();
      const key = `${next.depth}:${next.active.join()}|${next.settled.join()}|${next.ending.join()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
}

/** What the open patterns want of the next segment. */
interface Choices {
  /** Patterns that name it. */
  named: Map<string, { next: number[]; ending: number[] }>;
  /** Patterns with `+` here. */
  any: { next: number[]; ending: number[] };
  /** Patterns with `*` here, by the text before it. */
  starts: Map<string, number[]>;
  /** Lengths of those texts. */
  startLengths: Set<number>;
}

function choicesAfter({ depth, active }: State, patterns: readonly Pattern[]): Choices {
  const choices: Choices = {
    named: new Map(),
    any: { next: [], ending: [] },
    starts: new Map(),
    startLengths: new Set(),
  };
  for (const index of active) {
    const { segments, isPrefix } = patterns[index]!;
    const wanted = segments[depth]!;
    const isLast = depth === segments.length - 1;
    if (isLast && isPrefix) {
      const list = choices.starts.get(wanted) ?? [];
      choices.starts.set(wanted, list);
      choices.startLengths.add(wanted.length);
      list.push(index);
      continue;
    }
    let place = choices.any;
    if (wanted !== '+') {
      place = choices.named.get(wanted) ?? { next: [], ending: [] };
      choices.named.set(wanted, place);
    }
    (isLast ? place.ending : place.next).push(index);
  }
  return choices;
}

function toCell(state: State, choices: Choices): Cell {
  const slash = step(state, '', choices);
  return {
    // Most witnesses are never asked for.
    get witness() {
      return witnessOf(state);
    },
    matching: [...state.ending, ...state.settled],
    matchingWithSlash: [...slash.ending, ...slash.settled],
  };
}

function witnessOf(state: State): string {
  const segments: string[] = [];
  for (let at: State | undefined = state; at?.before; at = at.before) segments.push(at.segment);
  return segments.reverse().join('/');
}

/** What is left open after one more segment. */
function step(before: State, segment: string, { named, any, starts, startLengths }: Choices): State {
  const place = named.get(segment);
  const started = [...startLengths].flatMap((length) =>
    length <= segment.length ? (starts.get(segment.slice(0, length)) ?? []) : [],
  );
  return {
    segment,
    before,
    depth: before.depth + 1,
    active: place ? [...place.next, ...any.next] : any.next,
    ending: place ? [...place.ending, ...any.ending] : any.ending,
    settled: started.length > 0 ? [...before.settled, ...started] : before.settled,
  };
}

/** One segment for each way in which the next one can matter. */
function segmentsOf({ named, starts }: Choices, isFirst: boolean): string[] {
  const names = new Set(named.keys());
  // No request's path is empty or begins with a slash: Vault takes those off.
  if (isFirst) names.delete('');
  const found = [...names];
  // Sorted, so that what begins as a start does follows it.
  const beginnings = [...new Set([...starts.keys(), ''])].sort();
  for (const [i, start] of beginnings.entries()) {
    let end = i + 1;
    while (end < beginnings.length && beginnings[end]!.startsWith(start)) end++;
    const segment = freshSegment(start, names, beginnings.slice(i + 1, end));
    if (segment !== undefined) found.push(segment);
  }
  return found;
}

/** Words that a witness is made of where anything will do. */
const ANYTHING = ['x', 'any', 'other', 'y0', 'q'];

/** A segment that starts so, and is neither named nor starts as a longer start says. */
function freshSegment(start: string, named: ReadonlySet<string>, longer: readonly string[]): string | undefined {
  const isFresh = (segment: string) => !named.has(segment) && !longer.some((other) => segment.startsWith(other));
  for (const word of ANYTHING) if (isFresh(start + word)) return start + word;
  // More words than patterns can name; each begins with a character of its own.
  for (let code = 0x4e00; code < 0x4e00 + named.size + longer.length + 1; code++) {
    const segment = start + String.fromCharCode(code);
    if (isFresh(segment)) return segment;
  }
  return undefined;
}
