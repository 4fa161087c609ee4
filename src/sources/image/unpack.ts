import { createHash, type Hash } from 'node:crypto';
import type { Transform } from 'node:stream';
import { constants, createGunzip, createZstdDecompress } from 'node:zlib';
import type { ByteSource } from './byte-reader.ts';

/** How the bytes of a layer or an archive are packed. */
export type Packing = 'none' | 'gzip' | 'zstd';

/** Bytes that one step of unpacking gives; the default of 16 KB costs a turn of the event loop for each. */
const STEP_BYTES = 256 * 1024;

/** Memory that a zstd stream may ask for, as a power of two: 64 MB. */
const LARGEST_WINDOW_LOG = 26;

/** A stream that grows to more than this is looked at for its ratio. */
const LEAST_BOMB_BYTES = 256 * 1024 * 1024;

/** Growth beyond which a large stream is a bomb; gzip can do 1032, and real layers stay below 100. */
const LARGEST_RATIO = 250;

/** Thrown for streams that grow without bounds. */
export class BombError extends Error {}

/** Thrown for bytes that can't be unpacked. */
export class UnpackError extends Error {}

/** Decides by the first bytes; what is neither gzip nor zstd is taken as it is. */
export function packingOf(head: Uint8Array): Packing | 'unknown' {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  const isOther =
    (head[0] === 0x42 && head[1] === 0x5a && head[2] === 0x68) ||
    (head[0] === 0xfd && head[1] === 0x37 && head[2] === 0x7a);
  return isOther ? 'unknown' : 'none';
}

/** A stream that is unpacked, counted and hashed on its way. */
export class UnpackedStream implements ByteSource {
  readonly #input: ByteSource;
  readonly #packed = createHash('sha256');
  #unpacked: Hash | undefined;
  #output: AsyncIterator<Buffer> | undefined;
  #stream: Transform | undefined;
  #packedBytes = 0;
  #bytes = 0;
  #packing: Packing | undefined;
  #isEnded = false;

  /** `isHashed`: whether the digest of the unpacked bytes is wanted. */
  constructor(input: ByteSource, options: { isHashed: boolean } = { isHashed: true }) {
    this.#input = input;
    this.#unpacked = options.isHashed ? createHash('sha256') : undefined;
  }

  /** Unpacked bytes so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The next unpacked bytes. @throws BombError, UnpackError */
  async next(): Promise<Buffer | undefined> {
    if (this.#packing === undefined) await this.#start();
    const chunk = this.#output ? await this.#unpackNext(this.#output) : await this.#inputNext();
    if (chunk === undefined) {
      this.#isEnded = true;
      return undefined;
    }
    this.#bytes += chunk.length;
    this.#unpacked?.update(chunk);
    if (this.#bytes > LEAST_BOMB_BYTES && this.#bytes > LARGEST_RATIO * this.#packedBytes) {
      throw new BombError(`grows to more than ${LARGEST_RATIO} times its packed size`);
    }
    return chunk;
  }

  /** Reads to the end and gives both digests. */
  async digests(): Promise<{ packed: string; unpacked: string | undefined }> {
    while (!this.#isEnded) await this.next();
    while ((await this.#inputNext()) !== undefined);
    const packed = `sha256:${this.#packed.digest('hex')}`;
    if (this.#packing === 'none') return { packed, unpacked: packed };
    return { packed, unpacked: this.#unpacked && `sha256:${this.#unpacked.digest('hex')}` };
  }

  /** Lets go of the stream before its end. */
  close(): void {
    this.#stream?.destroy();
  }

  async #start(): Promise<void> {
    const first = await this.#inputNext();
    const packing = packingOf(first ?? Buffer.alloc(0));
    if (packing === 'unknown') throw new UnpackError('is packed by neither gzip nor zstd');
    this.#packing = packing;
    // Both digests are one where nothing is packed.
    if (packing === 'none') this.#unpacked = undefined;
    const stream = packing === 'none' ? undefined : unpacker(packing);
    const rest = chunksOf(first, () => this.#inputNext());
    this.#output = stream ? pump(rest, stream) : rest;
    this.#stream = stream;
  }

  async #inputNext(): Promise<Buffer | undefined> {
    const chunk = await this.#input.next();
    if (chunk === undefined) return undefined;
    this.#packedBytes += chunk.length;
    this.#packed.update(chunk);
    return chunk;
  }

  async #unpackNext(output: AsyncIterator<Buffer>): Promise<Buffer | undefined> {
    try {
      const { value, done } = await output.next();
      return done ? undefined : value;
    } catch (error) {
      throw unpackError(error);
    }
  }
}

function unpacker(packing: 'gzip' | 'zstd'): Transform {
  if (packing === 'gzip') return createGunzip({ chunkSize: STEP_BYTES });
  const params = { [constants.ZSTD_d_windowLogMax]: LARGEST_WINDOW_LOG };
  return createZstdDecompress({ chunkSize: STEP_BYTES, params });
}

async function* chunksOf(first: Buffer | undefined, next: () => Promise<Buffer | undefined>): AsyncGenerator<Buffer> {
  for (let chunk = first; chunk !== undefined; chunk = await next()) yield chunk;
}

/** Writes chunks into a stream, one after the other was taken, and gives what comes out. */
function pump(chunks: AsyncGenerator<Buffer>, stream: Transform): AsyncIterator<Buffer> {
  const write = async () => {
    try {
      for await (const chunk of chunks) {
        if (stream.destroyed) return;
        await new Promise<void>((resolve, reject) => {
          stream.once('close', resolve);
          stream.write(chunk, (error) => {
            stream.off('close', resolve);
            error ? reject(error) : resolve();
          });
        });
      }
      stream.end();
    } catch (error) {
      stream.destroy(error as Error);
    }
  };
  void write();
  return stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
}

/** Errors of zlib, in words; those of the input pass. */
function unpackError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'Z_BUF_ERROR') return new UnpackError('ends in the middle');
  if (code === 'ZSTD_error_frameParameter_windowTooLarge')
    return new UnpackError('asks for more than 64 MB to be unpacked');
  if (/^(?:Z_|ZSTD_|ERR_ZSTD)/.test(code)) return new UnpackError(`can't be unpacked (${code})`);
  return error;
}
