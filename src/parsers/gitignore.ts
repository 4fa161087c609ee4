import type { ArtifactParser } from './artifact.ts';

/** One line of a `.gitignore`. */
export interface GitignorePattern {
  /** Regular expression source over a path relative to the folder of the file. */
  source: string;
  /** `!`: what it matches is not ignored after all. */
  isNegated: boolean;
  /** A trailing `/`: it matches folders only. */
  isFolderOnly: boolean;
}

/** What git leaves out below a folder. */
export interface Gitignore {
  patterns: GitignorePattern[];
}

/** A `.gitignore` and where it lies. */
export interface PlacedGitignore {
  path: string;
  data: Gitignore;
}

/** Reads patterns as git does; a line that git can't match, such as an open `[`, matches nothing. */
export function parseGitignore(text: string): Gitignore {
  const patterns: GitignorePattern[] = [];
  for (const full of text.replace(/^\uFEFF/, '').split('\n')) {
    const line = full.replace(/\r$/, '').replace(/(?<!\\)[ \t]+$/, '');
    if (line === '' || line.startsWith('#')) continue;
    const isNegated = line.startsWith('!');
    const pattern = isNegated ? line.slice(1) : line;
    const isFolderOnly = pattern.endsWith('/');
    const source = toSource(isFolderOnly ? pattern.slice(0, -1) : pattern);
    if (source !== undefined) patterns.push({ source, isNegated, isFolderOnly });
  }
  return { patterns };
}

/** True where git leaves a file out; what lies in a folder that is left out can't be taken in again. */
export function isGitignored(path: string, gitignores: readonly PlacedGitignore[]): boolean {
  const parts = path.split('/');
  return parts.some((_, i) => isLeftOut(parts.slice(0, i + 1).join('/'), i + 1 < parts.length, gitignores));
}

/** The last pattern that matches decides; a file in a deeper folder counts more. */
function isLeftOut(path: string, isFolder: boolean, gitignores: readonly PlacedGitignore[]): boolean {
  let isOut = false;
  for (const gitignore of [...gitignores].sort((a, b) => a.path.length - b.path.length)) {
    const folder = gitignore.path.slice(0, gitignore.path.lastIndexOf('/') + 1);
    if (!path.startsWith(folder)) continue;
    for (const { source, isNegated, isFolderOnly } of gitignore.data.patterns) {
      if ((isFolder || !isFolderOnly) && new RegExp(source).test(path.slice(folder.length))) isOut = !isNegated;
    }
  }
  return isOut;
}

/** A pattern with a `/` before its end belongs to the folder of its file, others match at any depth. */
function toSource(pattern: string): string | undefined {
  const isAnchored = pattern.includes('/');
  let rest = pattern.replace(/^\//, '');
  let source = isAnchored ? '^' : '^(?:.*/)?';
  while (rest !== '') {
    const [token, part] = nextPart(rest, source.length <= 1 || source.endsWith('/'));
    source += part;
    rest = rest.slice(token.length);
  }
  try {
    return new RegExp(`${source}$`, 's').source;
  } catch {
    return undefined;
  }
}

/** The next piece of a pattern, and the regular expression for it. */
function nextPart(rest: string, isAtStart: boolean): [token: string, source: string] {
  if (isAtStart && rest.startsWith('**/')) return ['**/', '(?:.*/)?'];
  if (rest === '/**') return ['/**', '/.+'];
  if (rest.startsWith('/**/')) return ['/**/', '/(?:.*/)?'];
  const stars = /^\*+/.exec(rest)?.[0];
  if (stars) return [stars, '[^/]*'];
  if (rest.startsWith('?')) return ['?', '[^/]'];
  const set = /^\[(!|\^)?(\]?[^\]]*)\]/.exec(rest);
  if (set) return [set[0], `(?!/)[${set[1] ? '^' : ''}${set[2]!.replace(/[\\[\]]/g, '\\$&')}]`];
  const character = rest.startsWith('\\') && rest.length > 1 ? rest.slice(0, 2) : rest[0]!;
  return [character, character.at(-1)!.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')];
}

/** Parses `.gitignore` files. */
export const gitignoreParser: ArtifactParser = {
  kinds: ['gitignore'],
  wants: ({ name }) => name === '.gitignore',
  parse: ({ text }) => ({ artifacts: [{ kind: 'gitignore', data: parseGitignore(text) }], errors: [] }),
};
