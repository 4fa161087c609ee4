import { displayName } from '../display-name.ts';
import { type ByteReader, TruncatedError } from './byte-reader.ts';
import {
  BLOCK,
  isZeroBlock,
  parseHeader,
  parsePax,
  TarFormatError,
  type TarHeader,
  type TarType,
  typeOf,
} from './tar-header.ts';

/** Bytes of an extended header; real ones hold a few names. */
const LARGEST_EXTENSION_BYTES = 1024 * 1024;

/** Blocks of a sparse map: each tells 21 stretches of one file. */
const MOST_MAP_BLOCKS = 10_000;

/** One entry of a tar; its body is read while the entry is the newest. */
export interface TarEntry {
  /** As written, bytes that are not UTF-8 as `\xNN`. */
  name: string;
  type: TarType;
  /** What a link names, as written. */
  linkName: string;
  mode: number;
  uid: number;
  /** Bytes that are there; holes of sparse files are not counted. */
  sizeBytes: number;
  /** Offset of the body in the archive. */
  offset: number;
  body: TarBody;
}

/** The body of an entry. */
export class TarBody {
  readonly #reader: ByteReader;
  #left: number;

  constructor(reader: ByteReader, sizeBytes: number) {
    this.#reader = reader;
    this.#left = sizeBytes;
  }

  /** Bytes that were not read yet. */
  get left(): number {
    return this.#left;
  }

  /** All that is left, in one piece. @throws TruncatedError */
  async whole(): Promise<Buffer> {
    const size = this.#left;
    this.#left = 0;
    const bytes = size === 0 ? Buffer.alloc(0) : (this.#reader.takeAtOnce(size) ?? (await this.#reader.take(size)));
    if (bytes === undefined) throw new TruncatedError();
    return bytes;
  }

  /** Between 1 and `most` bytes; nothing at the end. @throws TruncatedError */
  async some(most: number): Promise<Buffer | undefined> {
    if (this.#left === 0) return undefined;
    const bytes = await this.#reader.some(Math.min(most, this.#left));
    if (bytes === undefined) throw new TruncatedError();
    this.#left -= bytes.length;
    return bytes;
  }

  /** Chunks until the end. */
  async *chunks(): AsyncGenerator<Buffer> {
    for (let bytes = await this.some(1 << 20); bytes !== undefined; bytes = await this.some(1 << 20)) yield bytes;
  }

  /** Leaves out what was not read. */
  async skip(): Promise<void> {
    const left = this.#left;
    this.#left = 0;
    if (left > 0) await this.#reader.skip(left);
  }
}

/** What extension entries said of the entry that follows them. */
interface Extension {
  name?: Buffer;
  linkName?: Buffer;
  pax: Map<string, Buffer>;
}

/**
 * Reads a tar: ustar, PAX and GNU, with long names, sparse files (their data without the holes) and numbers in base 256.
 *
 * @throws TarFormatError for bytes that are no tar; TruncatedError where it ends in the middle.
 */
export async function* readTar(reader: ByteReader): AsyncGenerator<TarEntry> {
  let extension: Extension = { pax: new Map() };
  for (;;) {
    const block = reader.takeAtOnce(BLOCK) ?? (await reader.take(BLOCK));
    // Some writers leave out the two blocks of zeros at the end; one is taken for the end as well.
    if (block === undefined || isZeroBlock(block)) return;
    const header = parseHeader(block);
    if (header.sparse?.isExtended) await skipSparseMap(reader);
    if ('LKxg'.includes(header.flag)) {
      await readExtension(reader, header, extension);
      continue;
    }
    const entry = toEntry(reader, header, extension);
    extension = { pax: new Map() };
    const padded = Math.ceil(entry.sizeBytes / BLOCK) * BLOCK;
    if (entry.type === undefined) {
      await reader.skip(padded);
      continue;
    }
    const { body } = entry;
    const padding = padded - entry.sizeBytes;
    if (entry.isSparseOne) await skipSparseMapInBody(body, entry);
    yield entry as TarEntry;
    await body.skip();
    if (padding > 0) await reader.skip(padding);
  }
}

function toEntry(reader: ByteReader, header: TarHeader, { name, linkName, pax }: Extension) {
  const real = pax.get('GNU.sparse.name') ?? pax.get('path') ?? name ?? header.name;
  const text = displayName(real);
  const size = pax.get('size');
  const type = typeOf(header.flag, text);
  // Only files have a body, whatever the size field of the others says.
  const hasBody = type === 'file' || type === undefined;
  const sizeBytes = hasBody ? (size === undefined ? header.sizeBytes : Number(size.toString('latin1'))) : 0;
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) throw new TarFormatError('a size that is no number');
  return {
    name: text,
    type,
    linkName: displayName(pax.get('linkpath') ?? linkName ?? header.linkName),
    mode: header.mode,
    uid: header.uid,
    sizeBytes,
    offset: reader.offset,
    body: new TarBody(reader, sizeBytes),
    isSparseOne: pax.get('GNU.sparse.major')?.toString('latin1') === '1',
  };
}

async function readExtension(reader: ByteReader, header: TarHeader, extension: Extension): Promise<void> {
  if (header.sizeBytes > LARGEST_EXTENSION_BYTES) throw new TarFormatError('an extended header of more than 1 MB');
  const padded = Math.ceil(header.sizeBytes / BLOCK) * BLOCK;
  const block = padded === 0 ? Buffer.alloc(0) : await reader.take(padded);
  if (block === undefined) throw new TruncatedError();
  const body = Buffer.from(block.subarray(0, header.sizeBytes));
  const end = body.indexOf(0);
  const name = end === -1 ? body : body.subarray(0, end);
  if (header.flag === 'L') extension.name = name;
  else if (header.flag === 'K') extension.linkName = name;
  // What a global header (`g`) says of all entries is of no use here: git puts a commit's id there.
  else if (header.flag === 'x') extension.pax = parsePax(body);
}

/** Old GNU sparse files: blocks of the map between header and data. */
async function skipSparseMap(reader: ByteReader): Promise<void> {
  for (let blocks = 0; blocks < MOST_MAP_BLOCKS; blocks++) {
    const block = await reader.take(BLOCK);
    if (block === undefined) throw new TruncatedError();
    if (block[504] === 0) return;
  }
  throw new TarFormatError('a sparse map without an end');
}

/** PAX sparse files, version 1.0: the map is text at the start of the body, padded to a block. */
async function skipSparseMapInBody(body: TarBody, entry: { sizeBytes: number }): Promise<void> {
  const before = body.left;
  let lines = 0;
  let wanted = Number.POSITIVE_INFINITY;
  let first = '';
  while (lines < wanted && body.left > 0) {
    const block = await wholeBlock(body);
    for (const byte of block) {
      if (byte !== 10) {
        if (lines === 0) first += String.fromCharCode(byte);
        continue;
      }
      lines++;
      if (lines === 1) wanted = 1 + 2 * Number(first);
      if (!Number.isSafeInteger(wanted)) throw new TarFormatError('a sparse map that is broken');
      if (lines >= wanted) break;
    }
    if (before - body.left > MOST_MAP_BLOCKS * BLOCK) throw new TarFormatError('a sparse map without an end');
  }
  entry.sizeBytes = body.left;
}

async function wholeBlock(body: TarBody): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let left = Math.min(BLOCK, body.left); left > 0; ) {
    const part = Buffer.from((await body.some(left))!);
    parts.push(part);
    left -= part.length;
  }
  return Buffer.concat(parts);
}
