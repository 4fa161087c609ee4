import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Blob, Window } from '../model/blob.ts';
import type { Problem } from '../model/problem.ts';
import { type FileEntry, kindOf, readProblem, specialFile } from './directory.ts';

/** A file up to this size is one window; a larger one is read in windows of this size. */
const WINDOW_BYTES = 4 * 1024 * 1024;

/** What a window shows of its neighbours; more than the longest match of any detector. */
const CONTEXT_BYTES = 8 * 1024;
const OVERLAP_BYTES = 64 * 1024;

const NEWLINE = 10;

/** Memory that every file of one thread is read into, in turn. */
export class ReadBuffer {
  #bytes = Buffer.allocUnsafe(256 * 1024);

  /** At least `size` bytes; what an earlier call gave is lost. */
  atLeast(size: number): Buffer {
    if (this.#bytes.length < size) this.#bytes = Buffer.allocUnsafe(size);
    return this.#bytes;
  }
}

/** A problem that stops the reading of one file; thrown by `windows()` and caught by `withFile`. */
class ReadFailure extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * Opens a regular file without following a link or waiting for a FIFO, lends its blob to `use`, and closes it.
 *
 * A file that can't be opened or read to its end is a problem; what `use` made before that is kept.
 */
export async function withFile(
  file: FileEntry,
  buffer: ReadBuffer,
  use: (blob: Blob) => Promise<void>,
): Promise<Problem | undefined> {
  let descriptor: number | undefined;
  try {
    // Between the walk and here the name may have become a FIFO or a link: O_NONBLOCK and O_NOFOLLOW keep it harmless.
    descriptor = openSync(file.absolute, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return specialFile(kindOf(stats), file.path);
    const open = descriptor;
    await use({
      origin: { kind: 'file', path: file.path },
      sizeBytes: stats.size,
      windows: () => readWindows(open, stats.size, buffer, file.path),
    });
    return undefined;
  } catch (error) {
    if (error instanceof ReadFailure) return error.problem;
    if ((error as NodeJS.ErrnoException).syscall === 'open') return readProblem(error, file.path);
    throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function* readWindows(descriptor: number, size: number, buffer: ReadBuffer, path: string): Generator<Window> {
  if (size <= WINDOW_BYTES) {
    const bytes = buffer.atLeast(size + 1);
    const read = readFully(descriptor, bytes, 0, size, path);
    yield { bytes: bytes.subarray(0, read), ownStart: 0, ownEnd: read, line: 1, column: 1, isWhole: true };
    return;
  }
  const bytes = buffer.atLeast(CONTEXT_BYTES + WINDOW_BYTES + OVERLAP_BYTES);
  let filled = readFully(descriptor, bytes, 0, WINDOW_BYTES + OVERLAP_BYTES, path);
  let ownStart = 0;
  let place = { line: 1, column: 1 };
  for (;;) {
    const isLast = filled - ownStart <= WINDOW_BYTES;
    const ownEnd = isLast ? filled : ownStart + WINDOW_BYTES;
    yield { bytes: bytes.subarray(0, filled), ownStart, ownEnd, ...place, isWhole: false };
    if (isLast) return;
    const keepFrom = characterStart(bytes, Math.max(0, ownEnd - CONTEXT_BYTES));
    place = advance(place, bytes.subarray(0, keepFrom));
    bytes.copyWithin(0, keepFrom, filled);
    ownStart = ownEnd - keepFrom;
    filled -= keepFrom;
    filled += readFully(descriptor, bytes, filled, ownStart + WINDOW_BYTES + OVERLAP_BYTES - filled, path);
  }
}

/** Moves back to the first byte of a UTF-8 character, three bytes at most. */
function characterStart(bytes: Buffer, at: number): number {
  for (let start = at; start > Math.max(0, at - 4); start--) if ((bytes[start]! & 0xc0) !== 0x80) return start;
  return at;
}

/** Line and column after some bytes; columns count UTF-16 code units. */
function advance(place: { line: number; column: number }, bytes: Buffer): { line: number; column: number } {
  let line = place.line;
  let lastStart = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) {
    line++;
    lastStart = at + 1;
  }
  const units = bytes.toString('utf8', lastStart).length;
  return { line, column: (lastStart === 0 ? place.column : 1) + units };
}

/** Reads until `length` bytes are there or the file ends. */
function readFully(descriptor: number, into: Buffer, offset: number, length: number, path: string): number {
  let total = 0;
  while (total < length) {
    try {
      const read = readSync(descriptor, into, offset + total, length - total, null);
      if (read === 0) break;
      total += read;
    } catch (error) {
      throw new ReadFailure(readProblem(error, path));
    }
  }
  return total;
}
