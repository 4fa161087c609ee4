import { isUtf8 } from 'node:buffer';
import type { Region } from '../model/region.ts';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** What a window's bytes are. `utf8` covers ASCII; `latin1` is any other text of one byte a character. */
export type Encoding = 'utf8' | 'latin1' | 'utf16le' | 'utf16be' | 'binary';

/** Texts of which every ASCII character is its own byte. */
export type ByteEncoding = 'utf8' | 'latin1';

/** What the first bytes of a file tell: which of the two byte encodings a text is in costs reading it all. */
export type FileForm = 'text' | 'utf16le' | 'utf16be' | 'binary';

/** Decides by byte-order mark and by NUL bytes among the first 8000, as git does. */
export function detectForm(bytes: Uint8Array): FileForm {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  const head = bytes.subarray(0, 8000);
  if (!head.includes(0)) return 'text';
  return utf16WithoutMark(head) ?? 'binary';
}

/** The encoding of some bytes, of which the first are the first of the file. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const form = detectForm(bytes);
  return form === 'text' ? textEncoding(bytes) : form;
}

/** Tells UTF-8 from other text; a last character that is cut off does not count against it. */
export function textEncoding(bytes: Uint8Array): ByteEncoding {
  let end = bytes.length;
  const least = Math.max(0, end - 4);
  while (end > least && (bytes[end - 1]! & 0xc0) === 0x80) end--;
  const isCut = end > least && bytes[end - 1]! >= 0xc0 && bytes.length - end < characterBytes(bytes[end - 1]!) - 1;
  return isUtf8(isCut ? bytes.subarray(0, end - 1) : bytes) ? 'utf8' : 'latin1';
}

function characterBytes(first: number): number {
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
}

/** Text of mostly ASCII in UTF-16 has a NUL in every second byte and none between. */
function utf16WithoutMark(head: Uint8Array): 'utf16le' | 'utf16be' | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  const half = Math.floor(head.length / 2);
  if (half < 8) return undefined;
  if (even === 0 && odd > half * 0.7) return 'utf16le';
  if (odd === 0 && even > half * 0.7) return 'utf16be';
  return undefined;
}

/** UTF-8 bytes of a UTF-16 text, a byte-order mark among them. */
export function utf16ToUtf8(bytes: Uint8Array, encoding: 'utf16le' | 'utf16be'): Uint8Array {
  const copy = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  if (encoding === 'utf16be') copy.swap16();
  return Buffer.from(copy.toString('utf16le'), 'utf8');
}

/** Lines of some bytes: offsets to regions and back. */
export class LineIndex {
  readonly #bytes: Uint8Array;
  readonly #starts: number[] = [0];
  readonly #line: number;
  readonly #column: number;
  readonly encoding: ByteEncoding;

  /** `line` and `column` are those of the first byte. */
  constructor(bytes: Uint8Array, start: { line: number; column: number } = { line: 1, column: 1 }) {
    this.#bytes = bytes;
    this.#line = start.line;
    this.#column = start.column;
    this.encoding = textEncoding(bytes);
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) this.#starts.push(at + 1);
  }

  /** Number of the first and the last line. */
  get firstLine(): number {
    return this.#line;
  }

  get lastLine(): number {
    return this.#line + this.#starts.length - 1;
  }

  /** Byte offsets of a line without its line end. */
  lineSpan(line: number): { start: number; end: number } {
    const start = this.#starts[line - this.#line]!;
    const next = this.#starts[line - this.#line + 1];
    let end = next === undefined ? this.#bytes.length : next - 1;
    if (end > start && this.#bytes[end - 1] === CARRIAGE_RETURN) end--;
    return { start, end };
  }

  /** The region of a span of bytes. */
  region(start: number, end: number): Region {
    const from = this.#point(start);
    const to = this.#point(end);
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  }

  /** Decodes a span of bytes. */
  text(start: number, end: number): string {
    return decode(this.#bytes, this.encoding, start, end);
  }

  #point(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const before = this.text(this.#starts[low]!, offset).length;
    return { line: this.#line + low, column: (low === 0 ? this.#column : 1) + before };
  }
}

/** Decodes bytes of a known encoding, all of them or those from `start` to `end`. */
export function decode(bytes: Uint8Array, encoding: ByteEncoding, start = 0, end = bytes.length): string {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString(encoding, start, end);
}
