import { detectForm, type FileForm, textEncoding } from '../engine/text.ts';
import type { Window } from '../model/blob.ts';

const LINE_FEED = 10;

/** Bytes whose lines are counted at once. */
const COUNTED_BYTES = 64 * 1024;

/** How a blob is cut into windows, in bytes. */
export interface WindowSizes {
  /** A blob up to this size is one window; a larger one is read in windows of this size. */
  window: number;
  /** What a window shows of what came before it, and of what follows: more than the longest match of any detector. */
  context: number;
  overlap: number;
}

/** The sizes of every blob that is read. */
export const WINDOW_SIZES: WindowSizes = { window: 4 * 1024 * 1024, context: 64 * 1024, overlap: 64 * 1024 };

/** Memory that every blob of one thread is read into, in turn. */
export class ReadBuffer {
  #bytes: Buffer;

  /** `lent` is memory that the engine looks at without copying it. */
  constructor(lent?: Buffer) {
    this.#bytes = lent ?? Buffer.allocUnsafe(256 * 1024);
  }

  /** At least `size` bytes; what an earlier call gave is lost. */
  atLeast(size: number): Buffer {
    if (this.#bytes.length < size) this.#bytes = Buffer.allocUnsafe(size);
    return this.#bytes;
  }
}

/** Fills `into` from `offset` with the next bytes of a blob, `length` of them or all that are left; gives how many. */
export type ReadNext = (into: Buffer, offset: number, length: number) => number;

/** Reads a blob of `sizeBytes` once, window by window; memory stays the same however large it is. */
export function* readWindows(
  sizeBytes: number,
  read: ReadNext,
  buffer: ReadBuffer,
  sizes: WindowSizes = WINDOW_SIZES,
): Generator<Window> {
  if (sizeBytes <= sizes.window) {
    const bytes = buffer.atLeast(sizeBytes + 1);
    const filled = read(bytes, 0, sizeBytes);
    yield { bytes: bytes.subarray(0, filled), ownStart: 0, ownEnd: filled, line: 1, column: 1, isWhole: true };
    return;
  }
  const bytes = buffer.atLeast(sizes.context + sizes.window + sizes.overlap + 8);
  let filled = read(bytes, 0, sizes.window + sizes.overlap);
  const form = detectForm(bytes.subarray(0, filled));
  let ownStart = 0;
  let place = { line: 1, column: 1 };
  // The mark of UTF-16 is no character of the first line.
  let counted = { line: 1, column: isMarked(bytes, form) ? 0 : 1 };
  for (;;) {
    const isLast = filled - ownStart <= sizes.window;
    const ownEnd = isLast ? filled : characterStart(bytes, ownStart + sizes.window, form);
    yield { bytes: bytes.subarray(0, filled), ownStart, ownEnd, ...place, isWhole: false, form };
    if (isLast) return;
    const keepFrom = characterStart(bytes, Math.max(0, ownEnd - sizes.context), form);
    counted = advance(counted, bytes.subarray(0, filled), keepFrom, form);
    place = counted;
    bytes.copyWithin(0, keepFrom, filled);
    ownStart = ownEnd - keepFrom;
    filled -= keepFrom;
    filled += read(bytes, filled, ownStart + sizes.window + sizes.overlap - filled);
  }
}

function isMarked(bytes: Buffer, form: FileForm): boolean {
  return form !== 'text' && form !== 'binary' && [0xfeff, 0xfffe].includes(bytes.readUInt16LE(0));
}

/** Moves back to the first byte of a character; three bytes at most. */
function characterStart(bytes: Buffer, at: number, form: FileForm): number {
  if (form === 'utf16le' || form === 'utf16be') {
    const even = at & ~1;
    const unit = form === 'utf16le' ? bytes.readUInt16LE(even) : bytes.readUInt16BE(even);
    const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff;
    return isSecondHalf && even >= 2 ? even - 2 : even;
  }
  for (let start = at; start > Math.max(0, at - 4); start--) if ((bytes[start]! & 0xc0) !== 0x80) return start;
  return at;
}

/** Line and column after the first `count` bytes; columns count UTF-16 code units. */
function advance(place: { line: number; column: number }, bytes: Buffer, count: number, form: FileForm) {
  if (form === 'utf16le' || form === 'utf16be') return advanceText(place, decodeUtf16(bytes, count, form));
  // Line feeds are the same byte in every such text: only the last line is decoded as what it is. A text of more than
  // 1 MB would lie outside V8's heap, where nothing takes it away in time.
  let { line } = place;
  for (let at = 0; at < count; at += COUNTED_BYTES)
    line += countLineFeeds(bytes.toString('latin1', at, Math.min(count, at + COUNTED_BYTES)));
  const lineStart = bytes.lastIndexOf(LINE_FEED, count - 1) + 1;
  const units = bytes.toString(textEncoding(bytes), lineStart, count).length;
  return { line, column: (lineStart === 0 ? place.column : 1) + units };
}

function advanceText(place: { line: number; column: number }, text: string) {
  const lastBreak = text.lastIndexOf('\n');
  if (lastBreak < 0) return { line: place.line, column: place.column + text.length };
  return { line: place.line + countLineFeeds(text), column: text.length - lastBreak };
}

function countLineFeeds(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function decodeUtf16(bytes: Buffer, count: number, form: 'utf16le' | 'utf16be'): string {
  if (form === 'utf16le') return bytes.toString('utf16le', 0, count);
  return Buffer.from(bytes.subarray(0, count)).swap16().toString('utf16le');
}
