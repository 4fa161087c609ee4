/** Characters that one hash covers, from the line's first. */
const WINDOW = 100;

/** What stands behind the last character of the file. */
const END_OF_FILE = 65535;

/** Numbers are unsigned 64-bit in two halves; the base is 37. */
const BASE = 37;

const LINE_FEED = 10;

/**
 * GitHub's `primaryLocationLineHash` of the lines of a text: a polynomial hash (base 37, 64 bits) over 100 characters from
 * the line's start, without spaces and tabs, every line end as one line feed, then a counter of equal lines in the file.
 */
export class LineHashes {
  readonly #chars: Uint16Array;
  /** Index in `#chars` of each line's first character. */
  readonly #starts: readonly number[];

  constructor(text: string) {
    const { chars, starts } = visibleCharacters(text);
    this.#chars = chars;
    this.#starts = starts;
  }

  /** How many lines there are. */
  get count(): number {
    return this.#starts.length;
  }

  /** The hash of a line, from 1. */
  of(line: number): string | undefined {
    const start = this.#starts[line - 1];
    return start === undefined ? undefined : `${this.#hash(start)}:${this.#equalLinesUpTo(line)}`;
  }

  #hash(start: number): string {
    let high = 0;
    let low = 0;
    for (let i = start; i < start + WINDOW; i++) {
      const product = low * BASE + (this.#chars[i] ?? 0);
      low = product % 0x1_0000_0000;
      high = (high * BASE + Math.floor(product / 0x1_0000_0000)) % 0x1_0000_0000;
    }
    return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
  }

  /** Compares characters, of which few tell lines apart, rather than hash every line before this one. */
  #equalLinesUpTo(line: number): number {
    const chars = this.#chars;
    const start = this.#starts[line - 1]!;
    let equal = 0;
    for (let i = 0; i < line; i++) {
      const other = this.#starts[i]!;
      let length = 0;
      while (length < WINDOW && (chars[other + length] ?? 0) === (chars[start + length] ?? 0)) length++;
      if (length === WINDOW) equal++;
    }
    return equal;
  }
}

function visibleCharacters(text: string): { chars: Uint16Array; starts: number[] } {
  const chars = new Uint16Array(text.length + 1);
  const starts = [0];
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 32 || char === 9) continue;
    if (char === 13 && text.charCodeAt(i + 1) === LINE_FEED) continue;
    const isLineEnd = char === 13 || char === LINE_FEED;
    chars[count++] = isLineEnd ? LINE_FEED : char;
    if (isLineEnd) starts.push(count);
  }
  chars[count++] = END_OF_FILE;
  return { chars: chars.subarray(0, count), starts };
}
