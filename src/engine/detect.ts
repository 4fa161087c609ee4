import type { Problem } from '../model/problem.ts';
import type { Detector } from '../model/rule.ts';
import { type ByteSet, parseByteRanges } from './byte-set.ts';
import type { Candidate } from './candidate.ts';
import { CompiledDetector, type CutOff, placeAt } from './compiled-detector.ts';
import { type Literal, Prefilter } from './prefilter.ts';
import { WindowText } from './window-text.ts';

/** What a literal says about the match around it. */
interface Use {
  compiled: CompiledDetector;
  /** Least and greatest distance from the match's start. */
  least: number;
  most: number;
  between: ByteSet | undefined;
}

/** All detectors, ready to look at windows of bytes. */
export class Matcher {
  readonly #prefilter: Prefilter;
  /** What each literal of the prefilter is good for, by its number. */
  readonly #uses: Use[] = [];
  /** Detectors that have a place to look at in the present window. */
  #touched: CompiledDetector[] = [];

  constructor(detectors: readonly Detector[]) {
    const literals: Literal[] = [];
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
  find(bytes: Uint8Array, path: string): { candidates: Candidate[]; problems: Problem[] } {
    this.#findPlaces(bytes);
    const candidates: Candidate[] = [];
    const problems: Problem[] = [];
    if (this.#touched.length === 0) return { candidates, problems };
    const text = new WindowText(bytes);
    for (const compiled of this.#touched) {
      const cutOff = compiled.looksAt(path) ? compiled.confirm(bytes, text, candidates) : undefined;
      if (cutOff) problems.push(cutOffProblem(compiled.detector, cutOff, path));
      compiled.forgetPlaces();
    }
    this.#touched = [];
    candidates.sort((a, b) => a.start - b.start || b.end - a.end);
    return { candidates, problems };
  }

  /** Notes for each detector where its matches could begin. */
  #findPlaces(bytes: Uint8Array): void {
    this.#prefilter.forEach(bytes, (literal, at) => {
      const { compiled, least, most, between } = this.#uses[literal]!;
      const place = placeAt(bytes, at, { least, most, between });
      if (place && compiled.notePlace(place.from, place.to)) this.#touched.push(compiled);
    });
  }
}

function cutOffProblem({ id }: Detector, cutOff: CutOff, path: string): Problem {
  return { kind: 'unread', code: cutOff.code, message: `${id} ${cutOff.message}`, path };
}
