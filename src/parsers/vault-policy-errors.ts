import type { PolicyError } from '../model/policy.ts';
import type { Range } from '../model/region.ts';
import type { HclError } from './hcl.ts';

/** Errors beyond these say nothing new. */
const MOST_ERRORS = 100;

/** What Vault refuses of one policy, with lines and columns. */
export class PolicyErrors {
  readonly list: PolicyError[] = [];
  readonly #text: string;
  readonly #base: number;
  readonly #firstLine: number;
  #lineStarts: number[] | undefined;

  constructor(text: string, { base = 0, firstLine = 1 }: { base?: number; firstLine?: number }) {
    this.#text = text;
    this.#base = base;
    this.#firstLine = firstLine;
  }

  /** Notes an error at a range, or at an offset of the text. */
  at(message: string, place: Range | number): void {
    if (this.list.length >= MOST_ERRORS) return;
    const range = typeof place === 'number' ? { start: this.#base + place, end: this.#base + place } : place;
    const line = this.lineOf(range.start);
    const column = range.start - this.#base - this.#starts()[line - this.#firstLine]! + 1;
    this.list.push({ message, line, column, range });
  }

  /** Takes the errors of the grammar over. */
  addHcl(errors: readonly HclError[]): void {
    for (const { message, line, column, offset } of errors)
      this.list.push({ message, line, column, range: { start: offset, end: offset } });
  }

  /** Number of the line that an offset of the surrounding file is in. */
  lineOf(offset: number): number {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset - this.#base) low = middle;
      else high = middle - 1;
    }
    return this.#firstLine + low;
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    this.#lineStarts = [0];
    let at = -1;
    while ((at = this.#text.indexOf('\n', at + 1)) !== -1) this.#lineStarts.push(at + 1);
    return this.#lineStarts;
  }
}
