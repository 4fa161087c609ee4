import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** Why a file that was to be read was not. */
export class SmallFileError extends Error {
  /** Code of the system, or `not-a-file` or `too-large`. */
  readonly code: string;

  constructor(code: string, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Text of a regular file that may have been put there by others: a FIFO does not hang, a large one does not fill memory.
 *
 * @throws SmallFileError with a message that goes on after the file's name.
 */
export function readSmallFile(file: string, options: { mostBytes: number; followsLinks: boolean }): string {
  const noFollow = options.followsLinks ? 0 : constants.O_NOFOLLOW;
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | noFollow);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new SmallFileError('not-a-file', 'is not a regular file');
    if (stats.size > options.mostBytes)
      throw new SmallFileError('too-large', `is larger than ${options.mostBytes / 1024 / 1024} MB`);
    return readFileSync(descriptor, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof SmallFileError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    const message = code === 'ELOOP' ? 'is a symbolic link, which is not followed' : `can't be read (${code})`;
    throw new SmallFileError(code, message, { cause: error });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
