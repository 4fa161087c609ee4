import type { Range } from '../model/region.ts';
import type { HclError, HclOptions } from './hcl-ast.ts';

/** Errors beyond these say nothing new. */
const MOST_ERRORS = 100;

/** A text as the scanner reads it (line ends are `\n`), and the way back to the places of the original. */
export class HclSource {
  readonly text: string;
  readonly errors: HclError[] = [];
  /** Offsets in `text` of the `\n` before which a `\r` was taken out. */
  readonly #returns: number[] = [];
  readonly #lineStarts: number[] = [0];
  readonly #base: number;
  readonly #firstLine: number;

  constructor(original: string, options: HclOptions = {}) {
    // What is no Unicode reaches Vault as U+FFFD, since the request is JSON.
    const text = original.toWellFormed();
    this.text = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
    this.#base = options.base ?? 0;
    this.#firstLine = options.firstLine ?? 1;
    if (this.text.length !== text.length) {
      let at = -1;
      while ((at = text.indexOf('\r\n', at + 1)) !== -1) this.#returns.push(at - this.#returns.length);
    }
    let at = -1;
    while ((at = this.text.indexOf('\n', at + 1)) !== -1) this.#lineStarts.push(at + 1);
  }

  /** The range of the original text. */
  range(start: number, end: number): Range {
    return { start: this.#original(start), end: this.#original(end) };
  }

  /** Number of the line that an offset of `text` is in. */
  lineNumber(offset: number): number {
    return countUpTo(this.#lineStarts, offset) - 1 + this.#firstLine;
  }

  /** Notes what Vault would not accept. */
  report(message: string, offset: number): void {
    if (this.errors.length >= MOST_ERRORS) return;
    const line = this.lineNumber(offset);
    const column = offset - this.#lineStarts[line - this.#firstLine]! + 1;
    this.errors.push({ message, line, column, offset: this.#original(offset) });
  }

  #original(offset: number): number {
    // A `\r` stands before its `\n`: an offset after the `\n` counts it, the offset of the `\n` itself does not.
    return this.#base + offset + (this.#returns.length === 0 ? 0 : countUpTo(this.#returns, offset - 1));
  }
}

/** How many numbers of a rising list are at most `limit`. */
function countUpTo(list: readonly number[], limit: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
