/** Thrown when a stream ends in the middle of something. */
export class TruncatedError extends Error {
  constructor() {
    super('ends in the middle');
  }
}

/** Chunks of bytes in order; a source that can seek also skips. */
export interface ByteSource {
  /** The next chunk, of any length but 0; nothing at the end. What an earlier call gave may be overwritten. */
  next(): Promise<Buffer | undefined>;
  /** Moves on without reading. */
  skip?(bytes: number): void;
  /** All bytes that come, where that is known. */
  readonly sizeBytes?: number;
}

const EMPTY = Buffer.alloc(0);

const LEAST_SCRATCH_BYTES = 64 * 1024;

/** Takes exact numbers of bytes out of chunks of any length, without copying where one chunk holds them. */
export class ByteReader {
  readonly #source: ByteSource;
  #chunk: Buffer = EMPTY;
  #at = 0;
  #offset = 0;
  /** For what lies in several chunks; kept, since memory of this size is given back late. */
  #scratch: Buffer = EMPTY;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** Bytes that were taken or skipped so far. */
  get offset(): number {
    return this.#offset;
  }

  /** Exactly `size` bytes, valid until the next call; nothing at a clean end. @throws TruncatedError */
  async take(size: number): Promise<Buffer | undefined> {
    const taken = this.takeAtOnce(size);
    if (taken) return taken;
    if (this.#scratch.length < size) this.#scratch = Buffer.allocUnsafe(Math.max(size, LEAST_SCRATCH_BYTES));
    const whole = this.#scratch.subarray(0, size);
    let filled = 0;
    while (filled < size) {
      const part = await this.some(size - filled);
      if (part === undefined && filled === 0) return undefined;
      if (part === undefined) throw new TruncatedError();
      part.copy(whole, filled);
      filled += part.length;
    }
    return whole;
  }

  /** Like `take`, where the bytes are at hand already; else nothing, and nothing is taken. */
  takeAtOnce(size: number): Buffer | undefined {
    if (this.#chunk.length - this.#at < size) return undefined;
    const part = this.#chunk.subarray(this.#at, this.#at + size);
    this.#at += size;
    this.#offset += size;
    return part;
  }

  /** Between 1 and `most` bytes, as they come; nothing at the end. */
  async some(most: number): Promise<Buffer | undefined> {
    while (this.#at === this.#chunk.length) {
      const chunk = await this.#source.next();
      if (chunk === undefined) return undefined;
      this.#chunk = chunk;
      this.#at = 0;
    }
    return this.takeAtOnce(Math.min(most, this.#chunk.length - this.#at));
  }

  /** Moves on by `size` bytes. @throws TruncatedError when there are fewer, unless the source can seek. */
  async skip(size: number): Promise<void> {
    const here = Math.min(size, this.#chunk.length - this.#at);
    this.#at += here;
    this.#offset += here;
    let left = size - here;
    if (left > 0 && this.#source.skip) {
      this.#source.skip(left);
      this.#offset += left;
      return;
    }
    while (left > 0) {
      const part = await this.some(left);
      if (part === undefined) throw new TruncatedError();
      left -= part.length;
    }
  }
}

/** Chunks of an iterable as a source. */
export function sourceOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ByteSource {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  return {
    async next() {
      for (;;) {
        const { value, done } = await iterator.next();
        if (done) return undefined;
        if (value.length > 0) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      }
    },
  };
}
