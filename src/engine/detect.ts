import type { Problem } from '../model/problem.ts';
import type { Detector } from '../model/rule.ts';
import { acceptsValue } from './accept.ts';
import { KeywordIndex } from './keyword-index.ts';
import { decode } from './text.ts';

const DEFAULT_REACH_BYTES = 1024;

/** Matches of one detector in one window beyond which it is given up and reported. */
const MATCH_BUDGET = 1000;

/** Text that one pattern matched. */
export interface Candidate {
  detector: Detector;
  /** Byte offsets of the secret in the window. */
  start: number;
  end: number;
  /** Byte offset of the whole match's first byte; decides which window it belongs to. */
  matchStart: number;
  /** False for values that entropy, stop words or a placeholder rule out: no finding, but masked all the same. */
  isAccepted: boolean;
}

interface Compiled {
  detector: Detector;
  files: RegExp | undefined;
  reach: number;
  regex: RegExp | undefined;
}

/** All detectors, ready to look at windows of bytes. */
export class Matcher {
  readonly #index: KeywordIndex;
  readonly #detectors: Compiled[];
  /** For each keyword, the numbers of the detectors that want it. */
  readonly #wantedBy: number[][] = [];

  constructor(detectors: readonly Detector[]) {
    this.#detectors = detectors.map((detector) => ({
      detector,
      files: detector.files === undefined ? undefined : new RegExp(detector.files),
      reach: detector.reachBytes ?? DEFAULT_REACH_BYTES,
      regex: undefined,
    }));
    const numbers = new Map<string, number>();
    detectors.forEach((detector, i) => {
      for (const keyword of new Set(detector.keywords.map((word) => word.toLowerCase()))) {
        const number = numbers.get(keyword) ?? numbers.size;
        numbers.set(keyword, number);
        (this.#wantedBy[number] ??= []).push(i);
      }
    });
    this.#index = new KeywordIndex([...numbers.keys()]);
  }

  /** Every pattern's matches in `bytes`, by start; `path` decides which detectors look. */
  find(bytes: Uint8Array, path: string): { candidates: Candidate[]; problems: Problem[] } {
    const regions = this.#searchRegions(bytes, path);
    const candidates: Candidate[] = [];
    const problems: Problem[] = [];
    for (const [number, spans] of regions) {
      const compiled = this.#detectors[number]!;
      const found = search(compiled, bytes, spans);
      candidates.push(...found.candidates);
      if (found.isCutOff) problems.push(budgetProblem(compiled.detector, path));
    }
    candidates.sort((a, b) => a.start - b.start || b.end - a.end);
    return { candidates, problems };
  }

  /** Per detector the stretches around its keywords, joined where they touch. */
  #searchRegions(bytes: Uint8Array, path: string): Map<number, number[]> {
    const regions = new Map<number, number[]>();
    const looksHere: boolean[] = [];
    this.#index.forEach(bytes, (keyword, at) => {
      for (const number of this.#wantedBy[keyword]!) {
        const { files, reach } = this.#detectors[number]!;
        if (!(looksHere[number] ??= files === undefined || files.test(path))) continue;
        const start = Math.max(0, at - reach);
        const end = Math.min(bytes.length, at + reach);
        const spans = regions.get(number);
        if (!spans) regions.set(number, [start, end]);
        else if (start <= spans.at(-1)!) spans[spans.length - 1] = end;
        else spans.push(start, end);
      }
    });
    return regions;
  }
}

/** Runs one pattern over its stretches; the bytes around a stretch are there for look-behind and look-ahead. */
function search(compiled: Compiled, bytes: Uint8Array, spans: number[]) {
  const { detector } = compiled;
  compiled.regex ??= new RegExp(detector.pattern, detector.ignoreCase ? 'dgi' : 'dg');
  const candidates: Candidate[] = [];
  for (let i = 0; i < spans.length; i += 2) {
    const offset = spans[i]!;
    const text = decode(bytes.subarray(offset, spans[i + 1]!), 'latin1');
    for (const match of text.matchAll(compiled.regex)) {
      const [start, end] = match.indices!.groups!.secret ?? [0, 0];
      if (end === start) continue;
      const isAccepted = acceptsValue(detector, text.slice(start, end));
      candidates.push({
        detector,
        start: offset + start,
        end: offset + end,
        matchStart: offset + match.index,
        isAccepted,
      });
      if (candidates.length >= MATCH_BUDGET) return { candidates, isCutOff: true };
    }
  }
  return { candidates, isCutOff: false };
}

function budgetProblem(detector: Detector, path: string): Problem {
  return {
    kind: 'unread',
    code: 'match-budget',
    message: `${detector.id} matched ${MATCH_BUDGET} times in one stretch; the rest of that stretch was not looked at for it`,
    path,
  };
}

/** Of candidates on one value only the most specific stays: a named format before a generic one, then the longest. */
export function mostSpecific(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  const order = [...candidates].sort(
    (a, b) =>
      Number(a.detector.generic ?? false) - Number(b.detector.generic ?? false) || b.end - b.start - (a.end - a.start),
  );
  for (const candidate of order) {
    if (!kept.some((other) => candidate.start < other.end && other.start < candidate.end)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
