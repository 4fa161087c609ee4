import { inflateRawSync } from 'node:zlib';
import { displayName } from './display-name.ts';

/** A file inside a zip: JARs and wheels are zips too. */
export interface ZipMember {
  /** As written; bytes that are not UTF-8 stand as `\xNN`. */
  name: string;
  sizeBytes: number;
  /** Unpacks it. @throws ZipError */
  read(): Buffer;
}

/** Thrown for bytes that are no zip, or are made to harm. */
export class ZipError extends Error {}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const FILE_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const FILE_BYTES = 30;

/** The comment behind the end of a zip has this length at most. */
const LONGEST_COMMENT = 0xffff;

/** Members of one zip; the largest JARs have some 50,000. */
const MOST_MEMBERS = 200_000;

/** Growth beyond which a member is a bomb; deflate can do 1032, and real text stays below 100. */
const LARGEST_RATIO = 300;
const LEAST_BOMB_BYTES = 4 * 1024 * 1024;

/** Names of files that are zips. */
export function isZipName(path: string): boolean {
  return /\.(?:jar|war|ear|aar|whl|zip|egg|nupkg)$/i.test(path);
}

/** Lists the files of a zip by its directory, which stands at its end. @throws ZipError */
export function* readZip(bytes: Buffer): Generator<ZipMember> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < Math.min(count, MOST_MEMBERS); i++) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE)
      throw new ZipError('has a directory that is broken');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = displayName(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength));
    const entry = {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      sizeBytes: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    if (!name.endsWith('/')) yield { name, sizeBytes: entry.sizeBytes, read: () => unpack(bytes, entry) };
    at += ENTRY_BYTES + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function findEnd(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= least; at--) if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  throw new ZipError('has no directory');
}

function unpack(
  bytes: Buffer,
  entry: { flags: number; method: number; packedBytes: number; sizeBytes: number; offset: number },
): Buffer {
  const { flags, method, packedBytes, sizeBytes, offset } = entry;
  if ((flags & 1) !== 0) throw new ZipError('is encrypted');
  if (offset + FILE_BYTES > bytes.length || bytes.readUInt32LE(offset) !== FILE_SIGNATURE)
    throw new ZipError('is not where the directory says');
  const start = offset + FILE_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + packedBytes);
  if (packed.length < packedBytes) throw new ZipError('is cut off');
  if (method === 0) return packed;
  if (method !== 8) throw new ZipError('is packed by a method that is not known');
  if (sizeBytes > LEAST_BOMB_BYTES && sizeBytes > LARGEST_RATIO * packedBytes)
    throw new ZipError(`grows to more than ${LARGEST_RATIO} times its packed size`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, sizeBytes) });
  } catch {
    throw new ZipError("can't be unpacked, or is larger than it says");
  }
}
