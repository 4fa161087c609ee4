import type { Problem } from '../model/problem.ts';
import type { Detector } from '../model/rule.ts';
import { type ByteSet, parseByteRanges } from './byte-set.ts';
import type { Candidate } from './candidate.ts';
import { CompiledDetector, type CutOff, placeAt } from './compiled-detector.ts';
import { type Literal, Prefilter } from './prefilter.ts';
import { Stopwatch } from './stopwatch.ts';
import { WindowText } from './window-text.ts';

/** What a literal says about the match around it. */
interface Use {
  compiled: CompiledDetector;
  /** Least and greatest distance from the match's start. */
  least: number;
  most: number;
  between: ByteSet | undefined;
}

/** What stands in one window. */
export interface Found {
  candidates: Candidate[];
  problems: Problem[];
  /** Those of the words that were asked for which the window holds. */
  words: ReadonlySet<string>;
}

/** All detectors, ready to look at windows of bytes. */
export class Matcher {
  readonly #prefilter: Prefilter;
  /** What each literal of the prefilter is good for, by its number. */
  readonly #uses: Use[] = [];
  /** Detectors that have a place to look at in the present window. */
  #touched: CompiledDetector[] = [];
  readonly #words: readonly string[];
  /** 1 for each word that the present window holds. */
  readonly #seenWords: Uint8Array;
  readonly #watch: Stopwatch;

  /** `words` are looked for beside the detectors' literals, for other questions that are about few files only. */
  constructor(detectors: readonly Detector[], words: readonly string[] = [], watch = new Stopwatch()) {
    this.#words = words;
    this.#seenWords = new Uint8Array(words.length);
    this.#watch = watch;
    const literals: Literal[] = words.map((text) => ({ text, anyCase: false, at: 0, steps: [] }));
    for (const detector of detectors) {
      const compiled = new CompiledDetector(detector);
      for (const group of compiled.anchor.groups) {
        const between = group.between === undefined ? undefined : parseByteRanges(group.between);
        const use: Use = { compiled, least: group.least, most: group.most, between };
        group.texts.forEach((text, i) => {
          const { anyCase, before, steps } = group;
          literals.push({ text, anyCase, at: group.at[i] ?? 0, before, steps });
          this.#uses.push(use);
        });
      }
    }
    this.#prefilter = new Prefilter(literals);
  }

  /** Memory to read windows into; others are copied before they are looked at. */
  get memory(): Buffer {
    return this.#prefilter.memory;
  }

  /** Every pattern's matches in `bytes`, by start; `path` decides which detectors look. */
  find(bytes: Uint8Array, path: string): Found {
    this.#seenWords.fill(0);
    const started = this.#watch.start();
    this.#findPlaces(bytes);
    this.#watch.stopStage('find literals', started);
    const words = new Set(this.#words.filter((_, i) => this.#seenWords[i]));
    const candidates: Candidate[] = [];
    const problems: Problem[] = [];
    if (this.#touched.length === 0) return { candidates, problems, words };
    const confirming = this.#watch.start();
    const text = new WindowText(bytes);
    for (const compiled of this.#touched) {
      const trying = this.#watch.start();
      const cutOff = compiled.looksAt(path) ? compiled.confirm(bytes, text, candidates) : undefined;
      if (cutOff) problems.push(cutOffProblem(compiled.detector, cutOff, path));
      compiled.forgetPlaces();
      this.#watch.stopRule(compiled.detector.id, trying);
    }
    this.#watch.stopStage('try patterns', confirming);
    this.#touched = [];
    candidates.sort((a, b) => a.start - b.start || b.end - a.end);
    return { candidates, problems, words };
  }

  /** Notes for each detector where its matches could begin. */
  #findPlaces(bytes: Uint8Array): void {
    this.#prefilter.forEach(bytes, (literal, at) => {
      if (literal < this.#words.length) {
        this.#seenWords[literal] = 1;
        return;
      }
      const { compiled, least, most, between } = this.#uses[literal - this.#words.length]!;
      const place = placeAt(bytes, at, { least, most, between });
      if (place && compiled.notePlace(place.from, place.to)) this.#touched.push(compiled);
    });
  }
}

function cutOffProblem({ id }: Detector, cutOff: CutOff, path: string): Problem {
  return { kind: 'unread', code: cutOff.code, message: `${id} ${cutOff.message}`, path };
}
