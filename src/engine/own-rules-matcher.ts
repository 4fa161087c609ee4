import { isUtf8 } from 'node:buffer';
import { RE2JS } from 're2js';
import type { Problem } from '../model/problem.ts';
import type { Detector } from '../model/rule.ts';
import { acceptsValue } from './accept.ts';
import type { Candidate } from './candidate.ts';
import { Prefilter } from './prefilter.ts';
import { decode } from './text.ts';

const DEFAULT_REACH_BYTES = 1024;

/** Bytes before a stretch that `\b` and `^` can see. */
const CONTEXT_BYTES = 16;

/** Stretches are cut into pieces of so many times the reach: one search costs at most the length of a piece. */
const PIECE_REACHES = 8;

/** Matches of one rule in one window beyond which it is given up and reported. */
const MATCH_BUDGET = 1000;

interface Compiled {
  detector: Detector;
  reach: number;
  keywords: string[];
  regex: RE2JS;
  files: RE2JS | undefined;
  reject: RE2JS | undefined;
  hasGroup: boolean;
}

/**
 * The users' own rules, ready to look at windows of bytes.
 *
 * Their patterns are not ours and may be hostile, so they run on an engine whose time is linear in the text, in pieces
 * around their keywords, and at most so many times.
 */
export class OwnRulesMatcher {
  readonly #rules: Compiled[];
  readonly #prefilter: Prefilter | undefined;
  /** For each keyword, the rules that want it. */
  readonly #wantedBy: Compiled[][] = [];

  constructor(detectors: readonly Detector[]) {
    this.#rules = detectors.map(compile);
    const numbers = new Map<string, number>();
    for (const rule of this.#rules) {
      for (const keyword of new Set(rule.keywords)) {
        const number = numbers.get(keyword) ?? numbers.size;
        numbers.set(keyword, number);
        (this.#wantedBy[number] ??= []).push(rule);
      }
    }
    if (detectors.length === 0) return;
    const literals = [...numbers.keys()].map((text) => ({ text, anyCase: true, at: 0, steps: [] }));
    this.#prefilter = new Prefilter(literals);
  }

  /** Every rule's matches in some bytes, by start; `path` decides which rules look, and all do where there is none. */
  find(bytes: Uint8Array, path: string | undefined): { candidates: Candidate[]; problems: Problem[] } {
    const candidates: Candidate[] = [];
    const problems: Problem[] = [];
    if (!this.#prefilter) return { candidates, problems };
    for (const [rule, spans] of this.#stretches(this.#prefilter, bytes, path)) {
      const search = new Search(rule, bytes);
      for (let i = 0; i < spans.length && search.mayGoOn; i += 2) search.run(spans[i]!, spans[i + 1]!);
      candidates.push(...search.candidates);
      for (const [code, message] of search.problems)
        problems.push({ kind: 'unread', code, message, ...(path === undefined ? {} : { path }) });
    }
    candidates.sort((a, b) => a.start - b.start || b.end - a.end);
    return { candidates, problems };
  }

  /** Per rule the stretches around its keywords, joined where they touch. */
  #stretches(prefilter: Prefilter, bytes: Uint8Array, path: string | undefined): Map<Compiled, number[]> {
    const places = new Map<Compiled, number[]>();
    prefilter.forEach(bytes, (keyword, at) => {
      for (const rule of this.#wantedBy[keyword]!) {
        const known = places.get(rule);
        if (known) known.push(at);
        else if (path === undefined || (rule.files?.test(path) ?? true)) places.set(rule, [at]);
      }
    });
    for (const [rule, starts] of places) {
      const spans: number[] = [];
      for (const at of starts.sort((a, b) => a - b)) {
        const start = Math.max(0, at - rule.reach);
        const end = Math.min(bytes.length, at + rule.reach);
        if (spans.length > 0 && start <= spans.at(-1)!) spans[spans.length - 1] = end;
        else spans.push(start, end);
      }
      places.set(rule, spans);
    }
    return places;
  }
}

function compile(detector: Detector): Compiled {
  const regex = RE2JS.compile(detector.pattern, detector.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  const optional = (source: string | undefined) => (source === undefined ? undefined : RE2JS.compile(source));
  return {
    detector,
    reach: detector.reachBytes ?? DEFAULT_REACH_BYTES,
    keywords: (detector.keywords ?? []).map((word) => word.toLowerCase()),
    regex,
    files: optional(detector.files),
    reject: optional(detector.reject),
    hasGroup: 'secret' in regex.namedGroups(),
  };
}

/** One rule's search in one window. */
class Search {
  readonly candidates: Candidate[] = [];
  /** Messages by code. */
  readonly problems = new Map<string, string>();
  readonly #rule: Compiled;
  readonly #bytes: Uint8Array;
  #matches = 0;

  constructor(rule: Compiled, bytes: Uint8Array) {
    this.#rule = rule;
    this.#bytes = bytes;
  }

  get mayGoOn(): boolean {
    return this.#matches < MATCH_BUDGET;
  }

  /** Looks at one stretch, piece by piece; each piece sees two reaches beyond itself, as much as a match may need. */
  run(start: number, end: number): void {
    const step = this.#rule.reach * PIECE_REACHES;
    let from = start;
    while (from < end && this.mayGoOn) {
      const next = characterStart(this.#bytes, Math.min(end, from + step));
      from = Math.max(next, this.#piece(characterStart(this.#bytes, from), next, end));
    }
  }

  /** Matches that begin in [from, next); gives where the last of them ended. */
  #piece(from: number, next: number, end: number): number {
    const { reach, regex } = this.#rule;
    const textStart = characterStart(this.#bytes, Math.max(0, from - CONTEXT_BYTES));
    const textEnd = characterStart(this.#bytes, Math.min(end, next + 2 * reach));
    const part = this.#bytes.subarray(textStart, textEnd);
    const encoding = isUtf8(part) ? 'utf8' : 'latin1';
    const text = decode(part, encoding);
    const isCut = textEnd < this.#bytes.length;
    const matcher = regex.matcher(text);
    let at = decode(this.#bytes.subarray(textStart, from), encoding).length;
    let last = from;
    while (at <= text.length && matcher.find(at)) {
      const [start, stop] = [matcher.start(), matcher.end()];
      const startByte = textStart + Buffer.byteLength(text.slice(0, start), encoding);
      if (startByte >= next) break;
      at = stop > start ? stop : stop + 1;
      if (++this.#matches >= MATCH_BUDGET) this.#giveUp();
      // The end of a piece is no end of the text: a pattern that ends in `$`, or goes on, has not been seen whole.
      if (isCut && stop === text.length) this.#cutOff();
      else this.#add(text, textStart, encoding, matcher, startByte);
      last = textStart + Buffer.byteLength(text.slice(0, stop), encoding);
      if (!this.mayGoOn) break;
    }
    return last;
  }

  #add(
    text: string,
    textStart: number,
    encoding: 'utf8' | 'latin1',
    matcher: ReturnType<RE2JS['matcher']>,
    matchStart: number,
  ): void {
    const { detector, keywords, hasGroup, reject } = this.#rule;
    const group = hasGroup ? 'secret' : 0;
    const [start, end] = [matcher.start(group), matcher.end(group)];
    if (start < 0 || end <= start) return;
    const whole = text.slice(matcher.start(), matcher.end()).toLowerCase();
    if (!keywords.some((word) => whole.includes(word))) return;
    const value = text.slice(start, end);
    const { reject: _, ...plain } = detector;
    const isAccepted = acceptsValue(plain, value) && !(reject?.test(value) ?? false);
    const byte = (offset: number) => textStart + Buffer.byteLength(text.slice(0, offset), encoding);
    this.candidates.push({ detector, start: byte(start), end: byte(end), matchStart, isAccepted });
  }

  #giveUp(): void {
    const message = `${this.#rule.detector.id} matched ${MATCH_BUDGET} times in one stretch; the rest of that stretch was not looked at for it`;
    this.problems.set('match-budget', message);
  }

  #cutOff(): void {
    const { detector, reach } = this.#rule;
    const message = `a match of ${detector.id} goes on beyond ${reach} bytes from its keyword and was cut off (raise its reachBytes)`;
    this.problems.set('match-cut-off', message);
  }
}

/** Moves back to the first byte of a UTF-8 character, three bytes at most. */
function characterStart(bytes: Uint8Array, at: number): number {
  if (at >= bytes.length) return bytes.length;
  for (let start = at; start > Math.max(0, at - 4); start--) if ((bytes[start]! & 0xc0) !== 0x80) return start;
  return at;
}
