/** Index that stands for every character beyond ASCII. */
const OTHERS = 128;

/** A set of characters: any of ASCII one by one, and all others together. */
export class CharSet {
  readonly #has: readonly boolean[];

  private constructor(has: readonly boolean[]) {
    this.#has = has;
  }

  static of(test: (code: number) => boolean, hasOthers: boolean): CharSet {
    return new CharSet(Array.from({ length: OTHERS + 1 }, (_, i) => (i < OTHERS ? test(i) : hasOthers)));
  }

  static readonly none = CharSet.of(() => false, false);

  /** True where the set has characters beyond ASCII. */
  get hasOthers(): boolean {
    return this.#has[OTHERS]!;
  }

  /** The ASCII characters of the set. */
  get ascii(): string[] {
    return Array.from({ length: OTHERS }, (_, code) => code)
      .filter((code) => this.#has[code])
      .map((code) => String.fromCharCode(code));
  }

  has(code: number): boolean {
    return this.#has[Math.min(code, OTHERS)]!;
  }

  union(other: CharSet): CharSet {
    return new CharSet(this.#has.map((has, i) => has || other.#has[i]!));
  }

  complement(): CharSet {
    return new CharSet(this.#has.map((has) => !has));
  }

  overlaps(other: CharSet): boolean {
    return this.#has.some((has, i) => has && other.#has[i]!);
  }

  /** With both cases of every ASCII letter in it. */
  folded(): CharSet {
    const code = (i: number, change: (char: string) => string) => change(String.fromCharCode(i)).charCodeAt(0);
    return CharSet.of(
      (i) =>
        this.#has[i]! ||
        this.#has[code(i, (char) => char.toLowerCase())]! ||
        this.#has[code(i, (char) => char.toUpperCase())]!,
      this.hasOthers,
    );
  }

  /** Pairs of first and last character of each range, as `Anchor` holds sets. */
  toRanges(): string {
    let ranges = '';
    for (let i = 0; i < OTHERS; i++) {
      if (!this.#has[i] || (i > 0 && this.#has[i - 1])) continue;
      let last = i;
      while (last + 1 < OTHERS && this.#has[last + 1]) last++;
      ranges += String.fromCharCode(i, last);
    }
    return this.hasOthers ? `${ranges}\u0080\u00ff` : ranges;
  }
}
