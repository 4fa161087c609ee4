/**
 * Finds many literals in one pass over bytes, ASCII letters without regard to case (Aho-Corasick over a dense
 * transition table; classes of bytes keep the table small).
 */
export class KeywordIndex {
  readonly #classOf = new Uint8Array(256);
  readonly #classes: number;
  readonly #next: Int32Array;
  /** Keyword numbers that end at a state; most states have none. */
  readonly #ends: (readonly number[] | undefined)[];
  readonly #lengths: readonly number[];

  /** `keywords` are ASCII; the index of each is the number that `forEach` gives. */
  constructor(keywords: readonly string[]) {
    this.#lengths = keywords.map((keyword) => keyword.length);
    this.#classes = assignClasses(this.#classOf, keywords);
    const { next, ends, fail } = buildTrie(keywords, this.#classOf, this.#classes);
    resolveFailures(next, ends, fail, this.#classes);
    this.#next = Int32Array.from(next, (state) => state * this.#classes);
    this.#ends = ends;
  }

  /** Calls `found(keyword number, offset of its first byte)` for every occurrence, in order of their ends. */
  forEach(bytes: Uint8Array, found: (keyword: number, start: number) => void): void {
    const classOf = this.#classOf;
    const next = this.#next;
    const ends = this.#ends;
    const classes = this.#classes;
    let state = 0;
    for (let i = 0; i < bytes.length; i++) {
      state = next[state + classOf[bytes[i]!]!]!;
      if (state === 0) continue;
      const here = ends[state / classes];
      if (here) for (const keyword of here) found(keyword, i + 1 - this.#lengths[keyword]!);
    }
  }
}

/** Gives every byte that occurs in a keyword a class from 1, both cases the same; class 0 is every other byte. */
function assignClasses(classOf: Uint8Array, keywords: readonly string[]): number {
  let classes = 1;
  for (const char of new Set(keywords.join('').toLowerCase())) {
    classOf[char.charCodeAt(0)] = classes;
    classOf[char.toUpperCase().charCodeAt(0)] = classes;
    classes++;
  }
  return classes;
}

function buildTrie(keywords: readonly string[], classOf: Uint8Array, classes: number) {
  const next: number[] = new Array(classes).fill(-1);
  const ends: (number[] | undefined)[] = [undefined];
  keywords.forEach((keyword, number) => {
    let state = 0;
    for (const char of keyword) {
      const slot = state * classes + classOf[char.charCodeAt(0)]!;
      if (next[slot] === -1) {
        next[slot] = ends.length;
        ends.push(undefined);
        for (let c = 0; c < classes; c++) next.push(-1);
      }
      state = next[slot]!;
    }
    (ends[state] ??= []).push(number);
  });
  return { next, ends, fail: new Array<number>(ends.length).fill(0) };
}

/** Breadth first: fills missing transitions from the failure state, and joins the keywords that end there. */
function resolveFailures(next: number[], ends: (number[] | undefined)[], fail: number[], classes: number): void {
  const queue: number[] = [];
  for (let c = 0; c < classes; c++) {
    if (next[c] === -1) next[c] = 0;
    else queue.push(next[c]!);
  }
  for (const state of queue) {
    const failed = ends[fail[state]!];
    if (failed) ends[state] = [...(ends[state] ?? []), ...failed];
    for (let c = 0; c < classes; c++) {
      const slot = state * classes + c;
      const through = next[fail[state]! * classes + c]!;
      if (next[slot] === -1) next[slot] = through;
      else {
        fail[next[slot]!] = through;
        queue.push(next[slot]!);
      }
    }
  }
}
