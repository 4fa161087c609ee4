import { randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OutputError } from './model/errors.ts';

/** Fails early when a report could not be written, before any work is done. @throws OutputError */
export function checkOutput(file: string): void {
  try {
    if (!statSync(dirname(file)).isDirectory()) throw new Error('not a directory');
  } catch (error) {
    throw new OutputError('output-folder', `the folder of ${file} is not there`, {
      hint: 'make the folder, or name another file',
      cause: error,
    });
  }
  if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new OutputError('output-directory', `${file} is a directory`, { hint: 'name a file' });
  }
}

/**
 * Writes a file whole or not at all: beside it first, then renamed over it.
 *
 * `mode`: of a file that is new.
 *
 * Something that is no regular file, such as `/dev/stdout`, is written to as it is.
 *
 * @throws OutputError
 */
export function writeWhole(file: string, text: string, mode = 0o666): void {
  let temporary: string | undefined;
  try {
    const target = existing(file);
    if (target?.isSpecial) {
      writeFileSync(file, text);
      return;
    }
    const path = target?.path ?? file;
    // A name of its own: one made of the file's could be too long.
    temporary = join(dirname(path), `.vaultcheck-${randomBytes(6).toString('hex')}.tmp`);
    writeFileSync(temporary, text, { flag: 'wx', mode });
    if (target) chmodSync(temporary, target.mode);
    renameSync(temporary, path);
  } catch (error) {
    if (temporary) rmSync(temporary, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    throw new OutputError('output-failed', `${file} can't be written (${code})`, {
      hint: 'check the folder, its permissions and the free space',
      cause: error,
    });
  }
}

function existing(file: string): { path: string; mode: number; isSpecial: boolean } | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return undefined;
  return { path: realpathSync(file), mode: stats.mode & 0o777, isSpecial: !stats.isFile() };
}
