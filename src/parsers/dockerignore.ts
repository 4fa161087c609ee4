import { posix } from 'node:path';
import type { Range } from '../model/region.ts';
import type { ArtifactParser } from './artifact.ts';

/** One line of a `.dockerignore`. */
export interface IgnorePattern {
  /** As Docker cleans it: without `!`, leading `/` and trailing `/`, `.` and `..` resolved. */
  pattern: string;
  /** `!`: what it matches is sent after all. */
  isNegated: boolean;
  range: Range;
}

/** What `docker build` leaves out of the context. */
export interface Dockerignore {
  patterns: IgnorePattern[];
}

/** `.dockerignore` and `NAME.dockerignore`, the one that belongs to one Dockerfile. */
export const dockerignoreParser: ArtifactParser = {
  kinds: ['dockerignore'],
  wants: ({ name }) => name === '.dockerignore' || name.endsWith('.dockerignore'),
  parse({ text }) {
    const { patterns, errors } = parseDockerignore(text);
    return { artifacts: [{ kind: 'dockerignore', data: { patterns } }], errors };
  },
};

/** Reads patterns as Docker does; what Docker refuses, which ends the build, is an error. */
export function parseDockerignore(text: string): Dockerignore & { errors: { message: string; line: number }[] } {
  const patterns: IgnorePattern[] = [];
  const errors: { message: string; line: number }[] = [];
  let start = 0;
  for (const [index, full] of text.split('\n').entries()) {
    const lineStart = start;
    start += full.length + 1;
    const line = index === 0 ? full.replace(/^\uFEFF/, '') : full;
    const read = readPattern(line);
    if (read === undefined) continue;
    const from = lineStart + full.length - line.length + line.length - line.trimStart().length;
    const range = { start: from, end: from + line.trim().length };
    if (read.pattern === '' || !isWellFormed(read.pattern)) {
      errors.push({ message: 'a pattern that Docker refuses', line: index + 1 });
    } else patterns.push({ ...read, range });
  }
  return { patterns, errors };
}

/** Order of the steps as in moby's `ignorefile.ReadAll` and `patternmatcher.New`: a comment starts in the first column. */
function readPattern(line: string): { pattern: string; isNegated: boolean } | undefined {
  if (line.startsWith('#')) return undefined;
  const text = trim(line);
  if (text === '') return undefined;
  const isNegated = text.startsWith('!');
  const rest = isNegated ? trim(text.slice(1)) : text;
  if (rest === '') return { pattern: '', isNegated };
  const cleaned = clean(rest);
  const relative = cleaned.length > 1 && cleaned.startsWith('/') ? cleaned.slice(1) : cleaned;
  // The second step reads `!` anew: `/!a` is negated, and nothing is left of `!/`.
  const whole = clean(trim(isNegated ? `!${relative}` : relative));
  return whole.startsWith('!') ? { pattern: whole.slice(1), isNegated: true } : { pattern: whole, isNegated: false };
}

/** Go's `strings.TrimSpace`, which knows no byte order mark. */
function trim(text: string): string {
  return text.replace(/^[\t-\r \u0085\u00A0\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/, '').trimEnd();
}

/** Go's `filepath.Clean`. */
function clean(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

/** What Go's `filepath.Match` takes: classes are closed and not empty, and nothing is escaped at the end. */
function isWellFormed(pattern: string): boolean {
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '\\') {
      if (++at >= pattern.length) return false;
    } else if (pattern[at] === '[') {
      const end = classEnd(pattern, at);
      if (end === -1) return false;
      at = end;
    }
  }
  return true;
}

/** Offset of the `]` that ends the class at `start`, or -1. */
function classEnd(pattern: string, start: number): number {
  let at = start + (pattern[start + 1] === '^' ? 2 : 1);
  for (let count = 0; at < pattern.length; count++) {
    if (pattern[at] === ']' && count > 0) return at;
    for (const isHigh of [false, true]) {
      if (isHigh && pattern[at] !== '-') break;
      if (isHigh) at++;
      if (at >= pattern.length || pattern[at] === '-' || pattern[at] === ']') return -1;
      at += pattern[at] === '\\' ? 2 : 1;
    }
  }
  return -1;
}

/**
 * True for paths that `docker build` does not send. Docker walks from folder to folder: what a pattern matched counts for
 * everything below, and of a path the last pattern that matches wins (moby's `MatchesUsingParentResults`).
 */
export function ignoreMatcher({ patterns }: Dockerignore): (path: string) => boolean {
  const compiled = patterns.map(({ pattern, isNegated }) => ({ matches: compile(pattern), isNegated }));
  return (path) => {
    let above: boolean[] = [];
    let isIgnored = false;
    for (const prefix of prefixes(path)) {
      isIgnored = false;
      above = compiled.map(({ matches, isNegated }, i) => {
        // A pattern that would change nothing is not even tried, and so counts for nothing below.
        const isMatch = above[i] === true || (isNegated === isIgnored && matches(prefix));
        if (isMatch) isIgnored = !isNegated;
        return isMatch;
      });
    }
    return isIgnored;
  };
}

/** The folders above a path, from the top, and the path itself. */
function prefixes(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** moby's `Pattern.compile`, with its oddities: `**` at the start alone is a suffix, at the end alone a prefix. */
function compile(pattern: string): (path: string) => boolean {
  const regex = new RegexWriter();
  let kind: 'exact' | 'prefix' | 'suffix' | 'regex' = 'exact';
  const letters = [...pattern];
  let count = '';
  for (let at = 0, step = 0; at < letters.length; at++, step++) {
    const letter = letters[at]!;
    if (letter === '*' && letters[at + 1] === '*') {
      at++;
      if (letters[at + 1] === '/') at++;
      if (at + 1 < letters.length) {
        regex.write('(?:.*/)?');
        kind = 'regex';
      } else if (kind === 'exact') kind = 'prefix';
      else {
        regex.write('.*');
        kind = 'regex';
      }
      if (step === 0) kind = 'suffix';
      continue;
    }
    if ('*?\\[]'.includes(letter)) kind = 'regex';
    if (letter === '*') regex.writeAnyOf('[^/]*');
    else if (letter === '?') regex.writeAnyOf('[^/]');
    else if (letter === '\\' && at + 1 < letters.length) regex.write(`\\${letters[++at]}`);
    else if (letter === '[' || letter === ']') regex.writeBracket(letter);
    else if (letter === '{' && (count = repetition(letters, at)) !== '') {
      regex.write(count);
      at += count.length - 1;
    } else regex.write(/[\\.+(){}$]/.test(letter) ? `\\${letter}` : letter);
  }
  if (kind === 'exact') return (path) => path === pattern;
  if (kind === 'prefix') return (path) => path.startsWith(pattern.slice(0, -2));
  if (kind === 'suffix') return suffixMatcher(pattern.slice(2));
  return regex.matcher();
}

/** moby means to escape `|`, `{` and `}` and does not: `a|b` is a choice, and `a{2}` two of a letter. */
function repetition(letters: readonly string[], at: number): string {
  return /^\{\d{1,3}(?:,\d{0,3})?\}/.exec(letters.slice(at, at + 9).join(''))?.[0] ?? '';
}

/** Writes a JavaScript regular expression that takes what Go's of the same text takes. */
class RegexWriter {
  #source = '^';
  #isInClass = false;

  write(text: string): void {
    // JavaScript refuses needless escapes with the flag `u`, Go does not.
    const isNeedless = /^\\[^\w^$\\.*+?()[\]{}|/-]$/u.test(text) || (text === '\\-' && !this.#isInClass);
    // `\\a` is the bell of Go.
    this.#source += text === '\\a' ? '\\x07' : isNeedless ? text.slice(1) : text;
  }

  /** moby replaces `*` and `?` also inside a class, which their own bracket then ends. */
  writeAnyOf(text: string): void {
    this.#source += this.#isInClass ? `\\${text}` : text;
    this.#isInClass = false;
  }

  writeBracket(bracket: '[' | ']'): void {
    const isLiteral = (bracket === '[') === this.#isInClass;
    this.#source += isLiteral ? `\\${bracket}` : bracket;
    this.#isInClass = bracket === '[';
  }

  matcher(): (path: string) => boolean {
    try {
      const regex = new RegExp(`${this.#source}$`, 'us');
      return (path) => regex.test(path);
    } catch {
      // Go refuses the pattern as well, and Docker the build.
      return () => false;
    }
  }
}

/** `**` followed by plain text: `**` + `/a` also takes `a` itself. */
function suffixMatcher(suffix: string): (path: string) => boolean {
  return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
}
