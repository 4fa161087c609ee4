import type { Window } from '../../model/blob.ts';
import type { TarBody } from './tar.ts';

/** A file up to this size is one window; a larger one is read in windows of this size. */
export const WINDOW_BYTES = 4 * 1024 * 1024;

/** What a window shows of its neighbours; more than the longest match of any detector. */
const CONTEXT_BYTES = 8 * 1024;
const OVERLAP_BYTES = 64 * 1024;

const NEWLINE = 10;

/** Memory for the windows of large files, one file at a time. */
export class WindowBuffer {
  #bytes: Buffer | undefined;

  /** The windows of a body larger than one window. */
  async *windows(body: TarBody): AsyncGenerator<Window> {
    this.#bytes ??= Buffer.allocUnsafe(CONTEXT_BYTES + WINDOW_BYTES + OVERLAP_BYTES);
    const bytes = this.#bytes;
    let filled = await fill(body, bytes, 0, WINDOW_BYTES + OVERLAP_BYTES);
    let ownStart = 0;
    let place = { line: 1, column: 1 };
    for (;;) {
      const isLast = filled - ownStart <= WINDOW_BYTES;
      const ownEnd = isLast ? filled : ownStart + WINDOW_BYTES;
      yield { bytes: bytes.subarray(0, filled), ownStart, ownEnd, ...place, isWhole: false };
      if (isLast) return;
      const keepFrom = characterStart(bytes, Math.max(0, ownEnd - CONTEXT_BYTES));
      place = advance(place, bytes.subarray(0, keepFrom));
      bytes.copyWithin(0, keepFrom, filled);
      ownStart = ownEnd - keepFrom;
      filled = await fill(body, bytes, filled - keepFrom, ownStart + WINDOW_BYTES + OVERLAP_BYTES);
    }
  }
}

/** Reads until `end` bytes are there or the body ends. */
async function fill(body: TarBody, into: Buffer, from: number, end: number): Promise<number> {
  let filled = from;
  while (filled < end) {
    const part = await body.some(end - filled);
    if (part === undefined) break;
    part.copy(into, filled);
    filled += part.length;
  }
  return filled;
}

/** Moves back to the first byte of a UTF-8 character, three bytes at most. */
function characterStart(bytes: Buffer, at: number): number {
  for (let start = at; start > Math.max(0, at - 4); start--) if ((bytes[start]! & 0xc0) !== 0x80) return start;
  return at;
}

/** Line and column after some bytes; columns count UTF-16 code units. */
function advance(place: { line: number; column: number }, bytes: Buffer): { line: number; column: number } {
  let line = place.line;
  let lastStart = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) {
    line++;
    lastStart = at + 1;
  }
  const units = bytes.toString('utf8', lastStart).length;
  return { line, column: (lastStart === 0 ? place.column : 1) + units };
}
