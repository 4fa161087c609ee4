import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { TargetError } from '../../model/errors.ts';
import { ByteReader, type ByteSource, TruncatedError } from './byte-reader.ts';
import { FileSource } from './file-source.ts';
import { memberPath } from './member-path.ts';
import { readTar, type TarEntry } from './tar.ts';
import { TarFormatError } from './tar-header.ts';

/** Manifests and configurations; the largest real ones have some 100 KB. */
export const LARGEST_JSON_BYTES = 16 * 1024 * 1024;

/** Members of an archive of images; a real one has a few per layer. */
const MOST_MEMBERS = 100_000;

/** Names that stand for another: legacy archives link to layers that they hold already. */
const MOST_LINKS = 8;

/** The named files of an archive or a layout, as far as describing its images needs them. */
export interface Members {
  /** What the user named; stands in errors. */
  readonly name: string;
  has(member: string): boolean;
  /** A small member as text. @throws TargetError where there is none */
  text(member: string): string;
  /** The name under which a member's bytes lie. */
  resolve(member: string): string;
}

/** Members whose bytes can be read in any order. */
export interface OpenMembers extends Members {
  open(member: string): ByteSource;
  close(): void;
}

/** The error for an archive that can't be used. */
export function archiveError(
  name: string,
  message: string,
  options: { hint?: string; cause?: unknown } = {},
): TargetError {
  return new TargetError('image-archive', `${name} ${message}`, {
    hint: 'make the archive again with `docker save IMAGE -o FILE`',
    ...options,
  });
}

/** Errors of reading a tar, as errors of the archive. */
export function toArchiveError(error: unknown, name: string): unknown {
  if (error instanceof TruncatedError) return archiveError(name, 'ends in the middle', { cause: error });
  if (error instanceof TarFormatError) {
    return archiveError(name, `is no archive of images: it has ${error.message}`, { cause: error });
  }
  return error;
}

/** Names, places and links of an archive's members, collected in the order in which they come. */
export class MemberIndex {
  readonly name: string;
  readonly files = new Map<string, { offset: number; sizeBytes: number }>();
  readonly #links = new Map<string, string>();

  constructor(name: string) {
    this.name = name;
  }

  /** Notes an entry, and gives the name that it is known by. @throws TargetError for names that lead out */
  add(entry: TarEntry): string {
    const { path, isOutside } = memberPath(entry.name);
    if (isOutside) throw archiveError(this.name, `holds a name that leads out of it: ${entry.name.slice(0, 200)}`);
    if (entry.type === 'file') this.files.set(path, { offset: entry.offset, sizeBytes: entry.sizeBytes });
    else if (entry.type === 'symlink' || entry.type === 'link') {
      const folder = entry.type === 'symlink' ? path.slice(0, path.lastIndexOf('/') + 1) : '';
      this.#links.set(path, memberPath(folder + entry.linkName).path);
    }
    if (this.files.size + this.#links.size > MOST_MEMBERS)
      throw archiveError(this.name, `holds more than ${MOST_MEMBERS} files`);
    return path;
  }

  /** Follows links to the member that holds the bytes. */
  resolve(member: string): string {
    let { path } = memberPath(member);
    for (let hops = 0; hops < MOST_LINKS && !this.files.has(path); hops++) path = this.#links.get(path) ?? path;
    return path;
  }

  /** Where a member is, checked for the size of JSON. @throws TargetError */
  json(member: string): { offset: number; sizeBytes: number } {
    const place = this.files.get(this.resolve(member));
    if (place === undefined) throw archiveError(this.name, `holds no ${member}`);
    if (place.sizeBytes > LARGEST_JSON_BYTES) throw archiveError(this.name, `holds a ${member} of more than 16 MB`);
    return place;
  }
}

/** A tar that is not packed, on a disk: read by its index, never unpacked. */
export class TarMembers implements OpenMembers {
  readonly #index: MemberIndex;
  readonly #descriptor: number;

  private constructor(index: MemberIndex, descriptor: number) {
    this.#index = index;
    this.#descriptor = descriptor;
  }

  /** Reads all headers of an open file; the file is closed with the members. @throws TargetError */
  static async index(descriptor: number, name: string): Promise<TarMembers> {
    const size = fstatSync(descriptor).size;
    const index = new MemberIndex(name);
    try {
      for await (const entry of readTar(new ByteReader(new FileSource(descriptor, { start: 0, end: size }, 8192)))) {
        index.add(entry);
        if (entry.offset + entry.sizeBytes > size) throw new TruncatedError();
      }
    } catch (error) {
      throw toArchiveError(error, name);
    }
    return new TarMembers(index, descriptor);
  }

  get name(): string {
    return this.#index.name;
  }

  has(member: string): boolean {
    return this.#index.files.has(this.resolve(member));
  }

  resolve(member: string): string {
    return this.#index.resolve(member);
  }

  text(member: string): string {
    const { offset, sizeBytes } = this.#index.json(member);
    const bytes = Buffer.alloc(sizeBytes);
    readSync(this.#descriptor, bytes, 0, sizeBytes, offset);
    return bytes.toString('utf8');
  }

  open(member: string): ByteSource {
    const { offset, sizeBytes } = this.#index.files.get(this.resolve(member))!;
    return new FileSource(this.#descriptor, { start: offset, end: offset + sizeBytes });
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** An OCI layout as a directory. Only regular files below it are opened. */
export class DirectoryMembers implements OpenMembers {
  readonly name: string;
  readonly #open: number[] = [];

  constructor(directory: string) {
    this.name = directory;
  }

  has(member: string): boolean {
    return lstatSync(join(this.name, this.resolve(member)), { throwIfNoEntry: false })?.isFile() === true;
  }

  resolve(member: string): string {
    return memberPath(member).path;
  }

  text(member: string): string {
    const { descriptor, size } = this.#openFile(member);
    if (size > LARGEST_JSON_BYTES) throw archiveError(this.name, `holds a ${member} of more than 16 MB`);
    const bytes = Buffer.alloc(size);
    readSync(descriptor, bytes, 0, size, 0);
    return bytes.toString('utf8');
  }

  open(member: string): ByteSource {
    const { descriptor, size } = this.#openFile(member);
    return new FileSource(descriptor, { start: 0, end: size });
  }

  close(): void {
    for (const descriptor of this.#open) closeSync(descriptor);
  }

  #openFile(member: string): { descriptor: number; size: number } {
    try {
      const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
      const descriptor = openSync(join(this.name, this.resolve(member)), flags);
      this.#open.push(descriptor);
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) throw archiveError(this.name, `holds a ${member} that is no file`);
      return { descriptor, size: stats.size };
    } catch (error) {
      if (error instanceof TargetError) throw error;
      const code = (error as NodeJS.ErrnoException).code;
      throw archiveError(
        this.name,
        code === 'ENOENT' ? `holds no ${member}` : `holds a ${member} that can't be read (${code})`,
        { cause: error },
      );
    }
  }
}
