const EMPTY = Buffer.alloc(0);

/** Size of a header and of the unit that bodies are padded to. */
export const BLOCK = 512;

/** What kind of thing an entry is; `special` are devices and FIFOs. */
export type TarType = 'file' | 'link' | 'symlink' | 'directory' | 'special';

/** The fields of one header block, before extensions. */
export interface TarHeader {
  name: Buffer;
  /** The type flag as written, such as `0`, `x` or `S`. */
  flag: string;
  sizeBytes: number;
  mode: number;
  uid: number;
  linkName: Buffer;
  /** Old GNU sparse files: their real size, and whether more blocks of the map follow. */
  sparse: { isExtended: boolean } | undefined;
}

/** Thrown for bytes that are no tar. */
export class TarFormatError extends Error {}

/** Reads one header block. @throws TarFormatError */
export function parseHeader(block: Buffer): TarHeader {
  if (!hasChecksum(block)) throw new TarFormatError('a header whose checksum is wrong');
  const isUstar = block.toString('latin1', 257, 262) === 'ustar';
  const isGnu = isUstar && block.toString('latin1', 262, 264) === ' \0'.slice(0, 2);
  const name = text(block, 0, 100);
  const prefix = isUstar && !isGnu ? text(block, 345, 155) : Buffer.alloc(0);
  const flag = block[156] === 0 ? '0' : String.fromCharCode(block[156]!);
  return {
    name: prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), name]) : name,
    flag,
    sizeBytes: number(block, 124, 12),
    mode: number(block, 100, 8),
    uid: number(block, 108, 8),
    linkName: text(block, 157, 100),
    sparse: flag === 'S' ? { isExtended: block[482] !== 0 } : undefined,
  };
}

/** True for a block of zeros, of which two end an archive. */
export function isZeroBlock(block: Buffer): boolean {
  for (let i = 0; i < BLOCK; i++) if (block[i] !== 0) return false;
  return true;
}

/** True where a block may be a tar header: its checksum is right. */
export function hasChecksum(block: Buffer): boolean {
  if (block.length < BLOCK) return false;
  let sum = 8 * 32;
  for (let i = 0; i < 148; i++) sum += block[i]!;
  for (let i = 156; i < BLOCK; i++) sum += block[i]!;
  return sum === octal(block, 148, 8);
}

/** The type of an entry by its flag; nothing for flags that are extensions or unknown. */
export function typeOf(flag: string, name: string): TarType | undefined {
  switch (flag) {
    case '0':
    case '7':
    case 'S':
      // Before POSIX a directory was a file whose name ends with a slash.
      return name.endsWith('/') ? 'directory' : 'file';
    case '1':
      return 'link';
    case '2':
      return 'symlink';
    case '5':
      return 'directory';
    case '3':
    case '4':
    case '6':
      return 'special';
    default:
      return undefined;
  }
}

/** Records of a PAX extended header: `LENGTH KEY=VALUE\n`. @throws TarFormatError */
export function parsePax(body: Buffer): Map<string, Buffer> {
  const records = new Map<string, Buffer>();
  for (let at = 0; at < body.length && body[at] !== 0; ) {
    const space = body.indexOf(32, at);
    const length = space === -1 ? Number.NaN : Number(body.toString('latin1', at, space));
    const equals = body.indexOf(61, space);
    if (!Number.isInteger(length) || length < 5 || at + length > body.length || equals === -1 || equals > at + length)
      throw new TarFormatError('an extended header that is broken');
    records.set(body.toString('utf8', space + 1, equals), body.subarray(equals + 1, at + length - 1));
    at += length;
  }
  return records;
}

/** Bytes of a field up to its first NUL. */
function text(block: Buffer, at: number, length: number): Buffer {
  if (block[at] === 0) return EMPTY;
  const field = block.subarray(at, at + length);
  const end = field.indexOf(0);
  return Buffer.from(end === -1 ? field : field.subarray(0, end));
}

/** Octal digits, or base 256 where the first bit is set. @throws TarFormatError */
function number(block: Buffer, at: number, length: number): number {
  const value = (block[at]! & 0x80) === 0 ? octal(block, at, length) : base256(block, at, length);
  if (!Number.isSafeInteger(value) || value < 0) throw new TarFormatError('a number that is no number');
  return value;
}

function octal(block: Buffer, at: number, length: number): number {
  const digits = block
    .toString('latin1', at, at + length)
    .replace(/[\0 ]+$/, '')
    .trimStart();
  if (digits === '') return 0;
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

function base256(block: Buffer, at: number, length: number): number {
  // A negative number (times before 1970) has its second bit set too; nothing here may be negative.
  let value = block[at]! & 0x7f;
  for (let i = 1; i < length; i++) value = value * 256 + block[at + i]!;
  return value;
}
