import { readSync } from 'node:fs';
import type { ByteSource } from './byte-reader.ts';

/** Bytes of one read: enough that system calls cost little. */
const CHUNK_BYTES = 1024 * 1024;

/** A stretch of an open file. Reads are synchronous: they cost a fifth of asynchronous ones. */
export class FileSource implements ByteSource {
  /** Where the bytes are; another thread may open them by it. */
  readonly range: { descriptor: number; start: number; end: number };
  readonly #descriptor: number;
  readonly #end: number;
  readonly #buffer: Buffer;
  #at: number;

  /** `chunkBytes`: small where most of the file is skipped. */
  constructor(descriptor: number, range: { start: number; end: number }, chunkBytes = CHUNK_BYTES) {
    this.range = { descriptor, start: range.start, end: range.end };
    this.#descriptor = descriptor;
    this.#at = range.start;
    this.#end = range.end;
    this.#buffer = Buffer.allocUnsafe(Math.max(1, Math.min(chunkBytes, range.end - range.start)));
  }

  get sizeBytes(): number {
    return this.range.end - this.range.start;
  }

  /** The next bytes; what an earlier call gave is overwritten. */
  async next(): Promise<Buffer | undefined> {
    const length = Math.min(this.#buffer.length, this.#end - this.#at);
    if (length <= 0) return undefined;
    const read = readSync(this.#descriptor, this.#buffer, 0, length, this.#at);
    if (read === 0) return undefined;
    this.#at += read;
    return this.#buffer.subarray(0, read);
  }

  /** Moves on without reading. */
  skip(bytes: number): void {
    this.#at += bytes;
  }
}
