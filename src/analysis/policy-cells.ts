import type { Pattern } from './policy-pattern.ts';

/**
 * A set of paths that no pattern tells apart, given by one of them. The paths of all cells together are all paths there
 * are, as far as the patterns can see.
 */
export interface Cell {
  /** A path of the cell, as short as the patterns allow. */
  witness: string;
  /** Indexes of the patterns that match the witness. */
  matching: readonly number[];
  /** Indexes of the patterns that match the witness with a slash behind it, as a list request has it. */
  matchingWithSlash: readonly number[];
}

/** Patterns that may still match, and those that match whatever follows. */
interface State {
  /** Segments of the witness so far. */
  path: readonly string[];
  /** Patterns whose segments so far match, and which have more. */
  active: readonly number[];
  /** Patterns with `*` that match already. */
  settled: readonly number[];
  /** Patterns that end exactly here. */
  ending: readonly number[];
}

/** Cells beyond these are not looked at. */
export const MOST_CELLS = 1_000_000;

/** Thrown where patterns make more cells than can be looked at. */
export class TooManyCellsError extends Error {}

/**
 * Splits all paths into cells by the patterns: segment by segment, each segment being one that a pattern names, one
 * that starts as a pattern with `*` says, or any other. Two prefixes of paths that leave the same patterns open are one.
 *
 * @throws TooManyCellsError
 */
export function* cellsOf(patterns: readonly Pattern[]): Generator<Cell> {
  const seen = new Set<string>();
  const queue: State[] = [{ path: [], active: patterns.map((_pattern, i) => i), settled: [], ending: [] }];
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at]!;
    if (state.path.length > 0) yield toCell(state, patterns);
    // Behind this nothing changes any more.
    if (state.active.length + state.ending.length === 0) continue;
    for (const segment of segmentsAfter(state, patterns)) {
      const next = step(state, segment, patterns);
      const key = `${next.path.length}:${next.active.join()}|${next.settled.join()}|${next.ending.join()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (queue.length >= MOST_CELLS) throw new TooManyCellsError(`more than ${MOST_CELLS} cells`);
      queue.push(next);
    }
  }
}

function toCell(state: State, patterns: readonly Pattern[]): Cell {
  const slash = step(state, '', patterns);
  return {
    witness: state.path.join('/'),
    matching: [...state.ending, ...state.settled],
    matchingWithSlash: [...slash.ending, ...slash.settled],
  };
}

/** What is left open after one more segment. */
function step({ path, active, settled }: State, segment: string, patterns: readonly Pattern[]): State {
  const depth = path.length;
  const next: number[] = [];
  const nowSettled = [...settled];
  const ending: number[] = [];
  for (const index of active) {
    const { segments, isPrefix } = patterns[index]!;
    const wanted = segments[depth]!;
    const isLast = depth === segments.length - 1;
    if (isLast && isPrefix) {
      if (segment.startsWith(wanted)) nowSettled.push(index);
    } else if (wanted === '+' || wanted === segment) (isLast ? ending : next).push(index);
  }
  return { path: [...path, segment], active: next, settled: nowSettled, ending };
}

/** One segment for each way in which the next one can matter. */
function segmentsAfter({ path, active }: State, patterns: readonly Pattern[]): string[] {
  const named = new Set<string>();
  const starts = new Set<string>();
  for (const index of active) {
    const { segments, isPrefix } = patterns[index]!;
    const wanted = segments[path.length]!;
    if (isPrefix && path.length === segments.length - 1) starts.add(wanted);
    else if (wanted !== '+') named.add(wanted);
  }
  // No request's path is empty or begins with a slash: Vault takes those off.
  if (path.length === 0) named.delete('');
  const found = [...named];
  for (const start of starts) {
    const segment = freshSegment(start, named, starts);
    if (segment !== undefined) found.push(segment);
  }
  if (!starts.has('')) {
    const other = freshSegment('', named, starts);
    if (other !== undefined) found.push(other);
  }
  return found;
}

/** Words that a witness is made of where anything will do. */
const ANYTHING = ['x', 'any', 'other', 'y0', 'q'];

/** A segment that starts so, and is neither named nor starts as a longer start says. */
function freshSegment(start: string, named: ReadonlySet<string>, starts: ReadonlySet<string>): string | undefined {
  const isFresh = (segment: string) =>
    segment !== '' &&
    !named.has(segment) &&
    ![...starts].some((other) => other.length > start.length && segment.startsWith(other));
  for (const word of ANYTHING) if (isFresh(start + word)) return start + word;
  // More words than patterns can name; each begins with a character of its own.
  for (let code = 0x4e00; code < 0x4e00 + named.size + starts.size + 1; code++) {
    const segment = start + String.fromCharCode(code);
    if (isFresh(segment)) return segment;
  }
  return undefined;
}
