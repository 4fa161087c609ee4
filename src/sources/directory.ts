import { type BigIntStats, type Dirent, opendirSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { TargetError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { displayName } from './display-name.ts';

/** A regular file to look at. */
export interface FileEntry {
  /** What to open: bytes where the name is not UTF-8. */
  absolute: string | Buffer;
  /** Path relative to the target, as `Origin` has it. */
  path: string;
}

/** What a walk gives: files, and what was left out and why. */
export type WalkEntry =
  | { type: 'file'; file: FileEntry }
  | { type: 'problem'; problem: Problem }
  | { type: 'excluded'; path: string };

/** Decides by relative path whether a file or folder is left out. */
export type IsExcluded = (path: string, isFolder: boolean) => boolean;

/** Folders that hold no file of the project's own: git's object store, and packages that others publish. */
const EXCLUDED_FOLDERS = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** What stands in a name that is not UTF-8, once it was decoded. */
const REPLACED = '\ufffd';

/** Deeper folders are not walked; no real project comes near. */
const MOST_LEVELS = 200;

/**
 * Walks a directory, or gives the one file that the target is, in the order of names.
 *
 * Symbolic links are never followed: what one names inside the target is walked in its own place, and one that leads out,
 * or nowhere, is a coverage note. FIFOs, sockets and devices are never opened.
 *
 * @throws TargetError when the target itself is not there, can't be read, or is not a file or a directory.
 */
export function* walkTarget(target: string, isExcluded: IsExcluded = () => false): Generator<WalkEntry> {
  const stats = statTarget(target);
  if (stats.isFile()) {
    const name = target.slice(target.replace(/\/+$/, '').lastIndexOf('/') + 1);
    yield { type: 'file', file: { absolute: target, path: displayName(Buffer.from(name)) } };
    return;
  }
  if (!stats.isDirectory()) {
    throw new TargetError('not-a-regular-file', `${target} is ${kindOf(stats)}, neither a directory nor a file`, {
      hint: 'name a directory or a regular file',
    });
  }
  checkReadable(target);
  yield* walkFolder(target.replace(/(?<=.)\/+$/, ''), { root: realpathSync(target), isExcluded });
}

/** What stays the same during one walk. */
interface Walk {
  /** The target without links, to tell whether a link stays inside. */
  root: string;
  isExcluded: IsExcluded;
}

function statTarget(target: string): Stats {
  try {
    return statSync(target);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const what = code === 'ENOENT' ? 'is not there' : `can't be looked at (${code})`;
    throw new TargetError('target-missing', `${target} ${what}`, { hint: 'check the path', cause: error });
  }
}

function checkReadable(target: string): void {
  try {
    opendirSync(target).closeSync();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new TargetError('target-unreadable', `${target} can't be read (${code})`, {
      hint: 'run vaultcheck as a user who may read it',
      cause: error,
    });
  }
}

/** A folder whose entries are still to be walked, and which of them is next. */
interface OpenFolder {
  absolute: string | Buffer;
  relative: string;
  entries: readonly NamedEntry[];
  next: number;
}

/** An entry of a folder. */
interface NamedEntry {
  /** As it is written in paths, and what to open: bytes where that is not UTF-8. */
  name: string;
  raw: string | Buffer;
  entry: Dirent<Buffer> | Dirent;
}

/** Walks depth first; a stack of its own is cheaper than a generator within a generator for every level. */
function* walkFolder(absolute: string, walk: Walk): Generator<WalkEntry> {
  const stack: OpenFolder[] = [];
  const problem = openFolder(stack, absolute, '');
  if (problem) yield { type: 'problem', problem };
  while (stack.length > 0) {
    const folder = stack.at(-1)!;
    const named = folder.entries[folder.next++];
    if (!named) {
      stack.pop();
      continue;
    }
    const { entry, name } = named;
    const path = folder.relative === '' ? name : `${folder.relative}/${name}`;
    const isFolder = entry.isDirectory();
    if ((isFolder && EXCLUDED_FOLDERS.has(name)) || walk.isExcluded(path, isFolder)) yield { type: 'excluded', path };
    else if (isFolder && isOfKernel(walk.root, path)) {
      const message = 'made by the kernel, not files of anybody; not walked';
      yield { type: 'problem', problem: { kind: 'coverage', code: 'kernel-folder', message, path } };
    } else if (isFolder) {
      const problem = openFolder(stack, joinName(folder.absolute, named.raw), path);
      if (problem) yield { type: 'problem', problem };
    } else yield* fileEntry(named, joinName(folder.absolute, named.raw), path, walk);
  }
}

/** True for the folders in which the kernel shows itself: `/proc/kcore` alone would be read for years. */
function isOfKernel(root: string, path: string): boolean {
  const absolute = root === '/' ? `/${path}` : `${root}/${path}`;
  return absolute === '/proc' || absolute === '/sys';
}

/** Lists a folder and puts it on the stack; gives the problem where it can't be listed. */
function openFolder(stack: OpenFolder[], absolute: string | Buffer, relative: string): Problem | undefined {
  if (stack.length > MOST_LEVELS) return unread('too-deep', `folders deeper than ${MOST_LEVELS} levels`, relative);
  try {
    stack.push({ absolute, relative, entries: listFolder(absolute), next: 0 });
    return undefined;
  } catch (error) {
    return readProblem(error, relative, 'folder');
  }
}

/** Entries in the order of names. Names are read as bytes only where one is not UTF-8, which is rare and dear. */
function listFolder(absolute: string | Buffer): NamedEntry[] {
  const entries = readdirSync(absolute, { withFileTypes: true });
  const named: NamedEntry[] = entries.some(({ name }) => name.includes(REPLACED))
    ? readdirSync(absolute, { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
        const name = displayName(entry.name);
        return { name, raw: name === entry.name.toString('utf8') ? name : entry.name, entry };
      })
    : entries.map((entry) => ({ name: entry.name, raw: entry.name, entry }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function* fileEntry({ entry }: NamedEntry, absolute: string | Buffer, path: string, walk: Walk): Generator<WalkEntry> {
  if (entry.isFile()) yield { type: 'file', file: { absolute, path } };
  else if (entry.isSymbolicLink()) {
    const problem = linkProblem(absolute, path, walk.root);
    if (problem) yield { type: 'problem', problem };
  } else yield { type: 'problem', problem: specialFile(kindOf(entry), path) };
}

/** A link is never read: what it names inside the target is walked in its own place, and what is outside is not ours. */
function linkProblem(absolute: string | Buffer, path: string, root: string): Problem | undefined {
  let message = 'symbolic link out of the target, not followed';
  try {
    const named = realpathSync(absolute);
    if (named === root || named.startsWith(`${root}/`)) return undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ELOOP') message = 'symbolic link in a loop, not followed';
    else if (code === 'ENOENT') message = 'symbolic link to nothing';
  }
  return { kind: 'coverage', code: 'symbolic-link', message, path };
}

/** The note for a FIFO, a socket or a device: opening one could hang or act. */
export function specialFile(kind: string, path: string): Problem {
  return { kind: 'coverage', code: 'not-a-regular-file', message: `${kind}, not opened`, path };
}

/** The problem for a file or folder that could not be read. */
export function readProblem(error: unknown, path: string, kind: 'file' | 'folder' = 'file'): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  if (code === 'EACCES' || code === 'EPERM')
    return unread('permission-denied', `no permission to read this ${kind}`, path);
  if (code === 'ENOENT') return unread('vanished', `${kind} vanished before it could be read`, path);
  return unread('read-error', `${kind} could not be read (${code})`, path);
}

function unread(code: string, message: string, path: string): Problem {
  return { kind: 'unread', code, message, path: path || '.' };
}

/** What a thing is that is no regular file, in words. */
export function kindOf(
  stats: Pick<Stats | BigIntStats | Dirent<Buffer>, 'isFIFO' | 'isSocket' | 'isBlockDevice' | 'isCharacterDevice'>,
): string {
  if (stats.isFIFO()) return 'a FIFO';
  if (stats.isSocket()) return 'a socket';
  if (stats.isBlockDevice()) return 'a block device';
  if (stats.isCharacterDevice()) return 'a character device';
  return 'not a regular file';
}

/** Joins as text where both are text, else as bytes: text would name another file. */
function joinName(folder: string | Buffer, name: string | Buffer): string | Buffer {
  if (typeof folder === 'string' && typeof name === 'string') return `${folder}/${name}`;
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), Buffer.from(name)]);
}
