import { type ByteEncoding, decode, textEncoding } from './text.ts';

/** Decoding a little more at once costs nothing, and serves the next match nearby. */
const LEAST_BYTES = 1024;

/** Part of some bytes as a string, with offsets of both kinds. */
export class TextSlice {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly #bytes: Uint8Array;
  /** True where a character is a byte, so that no offset need be converted. */
  readonly #isPlain: boolean;

  constructor(bytes: Uint8Array, start: number, end: number, encoding: ByteEncoding) {
    this.text = decode(bytes, encoding, start, end);
    this.start = start;
    this.end = end;
    this.#bytes = bytes;
    this.#isPlain = this.text.length === end - start;
  }

  /** Index in `text` of the character at an offset in the bytes; -1 inside of one. */
  indexAt(offset: number): number {
    if (this.#isPlain) return offset - this.start;
    if ((this.#bytes[offset]! & 0xc0) === 0x80) return -1;
    return decode(this.#bytes, 'utf8', this.start, offset).length;
  }

  /** Offset in the bytes of the character at an index of `text`. */
  offsetAt(index: number): number {
    return this.#isPlain ? this.start + index : this.start + Buffer.byteLength(this.text.slice(0, index));
  }
}

/** A window of bytes as text, of which only the parts that somebody asks for are decoded. */
export class WindowText {
  readonly #bytes: Uint8Array;
  #encoding: ByteEncoding | undefined;
  #last: TextSlice | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** At least the bytes from `start` to `end`, as far as there are such, cut between characters. */
  slice(start: number, end: number): TextSlice {
    const from = Math.max(0, start);
    const to = Math.min(this.#bytes.length, end);
    if (this.#last && this.#last.start <= from && this.#last.end >= to) return this.#last;
    this.#encoding ??= textEncoding(this.#bytes);
    const most = Math.min(this.#bytes.length, Math.max(to, from + LEAST_BYTES));
    this.#last = new TextSlice(this.#bytes, this.#cut(from, -1), this.#cut(most, 1), this.#encoding);
    return this.#last;
  }

  #cut(offset: number, direction: 1 | -1): number {
    let at = offset;
    if (this.#encoding === 'utf8') while (at > 0 && (this.#bytes[at]! & 0xc0) === 0x80) at += direction;
    return at;
  }
}
