import type { Anchor } from '../model/anchor.ts';
import type { Detector } from '../model/rule.ts';
import { acceptsValue } from './accept.ts';
import { type ByteSet, parseByteRanges } from './byte-set.ts';
import type { Candidate } from './candidate.ts';
import type { TextSlice, WindowText } from './window-text.ts';

/** Matches of one detector in one window beyond which it is given up and reported. */
const MATCH_BUDGET = 1000;

/** Places in vain that a detector may try in one window, and one more for every so many bytes. */
const TRY_BUDGET = 20_000;
const BYTES_PER_TRY = 100;

/** Places of one window are numbers, `from` times this and then how many bytes on `to` is. */
const PLACE_SPAN = 0x10000;

/** Why a detector did not look at all of a window. */
export interface CutOff {
  code: 'match-budget' | 'try-budget' | 'window-cut';
  message: string;
}

/** A detector with what its search needs; made once, used for every window. */
export class CompiledDetector {
  readonly detector: Detector;
  readonly anchor: Anchor;
  readonly #files: RegExp | undefined;
  readonly #first: ByteSet | undefined;
  #sticky: RegExp | undefined;
  #located: RegExp | undefined;
  /** Where matches could begin in the present window. */
  #places: number[] = [];

  constructor(detector: Detector) {
    this.detector = detector;
    if (!detector.anchor) throw new TypeError(`${detector.id} has no anchor`);
    this.anchor = detector.anchor;
    this.#files = detector.files === undefined ? undefined : new RegExp(detector.files);
    this.#first = this.anchor.first === undefined ? undefined : parseByteRanges(this.anchor.first);
  }

  looksAt(path: string): boolean {
    return this.#files === undefined || this.#files.test(path);
  }

  /** Notes that a match may begin at the offsets `from` to `to`; true for the first place of a window. */
  notePlace(from: number, to: number): boolean {
    return this.#places.push(from * PLACE_SPAN + Math.min(to - from, PLACE_SPAN - 1)) === 1;
  }

  forgetPlaces(): void {
    this.#places = [];
  }

  /**
   * Adds the matches that begin at the noted places, leftmost first and none overlapping another: what the pattern would
   * find if it were run over the whole window.
   */
  confirm(bytes: Uint8Array, text: WindowText, candidates: Candidate[]): CutOff | undefined {
    const { longest, back, ahead, isOpen } = this.anchor;
    const first = this.#first;
    let tries = TRY_BUDGET + Math.floor(bytes.length / BYTES_PER_TRY);
    let matches = MATCH_BUDGET;
    let next = 0;
    let cutOff: CutOff | undefined;
    for (const place of this.#places.sort((a, b) => a - b)) {
      const from = Math.floor(place / PLACE_SPAN);
      const to = from + (place % PLACE_SPAN);
      let slice: TextSlice | undefined;
      for (let at = Math.max(from, next); at <= to; at++) {
        next = at + 1;
        if (first && !first[bytes[at]!]) continue;
        if (tries-- === 0) return tryBudget(TRY_BUDGET);
        slice ??= text.slice(from - back, to + longest + ahead);
        const index = slice.indexAt(at);
        if (index < 0 || !this.#matchesAt(slice.text, index)) continue;
        const end = this.#add(slice, index, candidates);
        if (isOpen && slice.end < bytes.length && end > slice.end - ahead) cutOff = windowCut(longest);
        if (matches-- === 0) return matchBudget(MATCH_BUDGET);
        tries++;
        next = Math.max(end, at + 1);
        at = next - 1;
      }
    }
    return cutOff;
  }

  #matchesAt(text: string, index: number): boolean {
    const { pattern, ignoreCase } = this.detector;
    // Made on first use: most detectors never meet anything to try.
    this.#sticky ??= new RegExp(pattern, ignoreCase ? 'iy' : 'y');
    this.#sticky.lastIndex = index;
    return this.#sticky.test(text);
  }

  /** Adds what is known to match; gives the offset of the match's end. */
  #add(slice: TextSlice, index: number, candidates: Candidate[]): number {
    const { detector } = this;
    // Offsets of groups cost twice the time of the match itself: asked for only where there is one.
    this.#located ??= new RegExp(detector.pattern, detector.ignoreCase ? 'diy' : 'dy');
    this.#located.lastIndex = index;
    const match = this.#located.exec(slice.text)!;
    const [start, end] = match.indices!.groups!.secret ?? [0, 0];
    if (end > start) {
      candidates.push({
        detector,
        start: slice.offsetAt(start),
        end: slice.offsetAt(end),
        matchStart: slice.offsetAt(index),
        isAccepted: acceptsValue(detector, slice.text.slice(start, end)),
      });
    }
    return slice.offsetAt(index + match[0].length);
  }
}

/** The offsets at which a match could begin that has its literal at `at`; nothing where that can't be. */
export function placeAt(
  bytes: Uint8Array,
  at: number,
  { least, most, between }: { least: number; most: number; between: ByteSet | undefined },
): { from: number; to: number } | undefined {
  const to = Math.min(at - least, bytes.length - 1);
  let from = Math.max(0, at - most);
  if (between && most > least) {
    let start = at;
    while (start > from && between[bytes[start - 1]!]) start--;
    from = start;
  }
  return from > to ? undefined : { from, to };
}

function matchBudget(budget: number): CutOff {
  return {
    code: 'match-budget',
    message: `matched ${budget} times in one stretch; the rest of that stretch was not looked at for it`,
  };
}

function tryBudget(budget: number): CutOff {
  return {
    code: 'try-budget',
    message: `met more than ${budget} places that it might match; the rest of that stretch was not looked at for it`,
  };
}

function windowCut(bytes: number): CutOff {
  return { code: 'window-cut', message: `matches more than ${bytes} bytes; what follows was not looked at for it` };
}
