import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Blob } from '../model/blob.ts';
import type { Problem } from '../model/problem.ts';
import { type FileEntry, kindOf, readProblem, specialFile } from './directory.ts';
import { type ReadBuffer, readWindows } from './windows.ts';

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
      windows: () =>
        readWindows(stats.size, (into, offset, length) => readFully(open, into, offset, length, file.path), buffer),
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
