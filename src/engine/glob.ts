/** What one line of a list of globs says. */
interface Pattern {
  /** Segments between slashes; `**` stands for any number of them. */
  segments: string[];
  /** A line that begins with `!` takes a path back. */
  isNegative: boolean;
  /** A line that ends with `/` means folders only. */
  isFolderOnly: boolean;
}

/** Decides by relative path; `isFolder` tells what the path itself is. */
export type PathTest = (path: string, isFolder?: boolean) => boolean;

/**
 * A test for paths by globs as in `.gitignore`.
 *
 * `*` and `?` stay within one segment, `**` spans several, `[a-z]` is a class, `\` quotes. A pattern without a slash
 * (but for one at its end) matches at any depth, one with a slash from the root. A match of a folder holds for all in it.
 * The last pattern that matches wins, and `!` takes back. Cost is linear in path times pattern, whatever the pattern.
 */
export function pathTest(globs: readonly string[]): PathTest {
  const patterns = globs.map(parseGlob).filter((pattern) => pattern.segments.length > 0);
  if (patterns.length === 0) return () => false;
  return (path, isFolder = false) => {
    const segments = path.split('/');
    for (let depth = 1; depth <= segments.length; depth++) {
      const part = segments.slice(0, depth);
      const isFolderHere = depth < segments.length || isFolder;
      // As in git, what lies in a folder that is out can't be taken back.
      const last = patterns.findLast((pattern) => (isFolderHere || !pattern.isFolderOnly) && matches(pattern, part));
      if (last && !last.isNegative) return true;
    }
    return false;
  };
}

function parseGlob(glob: string): Pattern {
  const isNegative = glob.startsWith('!');
  const rest = glob.slice(isNegative ? 1 : 0).replace(/^\.\//, '');
  const isFolderOnly = rest.endsWith('/');
  const body = rest.replace(/\/+$/, '');
  const segments = body.split('/').filter((segment) => segment !== '');
  if (!body.includes('/') && segments.length > 0) segments.unshift('**');
  return { segments, isNegative, isFolderOnly };
}

/** Whole path against whole pattern; `reached` holds how many segments of the path each prefix of the pattern may eat. */
function matches({ segments }: Pattern, path: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const [i, segment] of segments.entries()) {
    const next = new Set<number>();
    for (const at of reached) {
      if (segment === '**') {
        // At the end it stands for what is inside a folder, so for at least one segment.
        const least = i === segments.length - 1 ? at + 1 : at;
        for (let end = least; end <= path.length; end++) next.add(end);
      } else if (at < path.length && matchesSegment(segment, path[at]!)) next.add(at + 1);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(path.length);
}

/** Wildcards within one segment: on a mismatch only the last `*` is tried anew, which is enough and never exponential. */
function matchesSegment(pattern: string, text: string): boolean {
  const tokens = tokenize(pattern);
  let token = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    const current = tokens[token];
    if (current === '*') {
      star = token++;
      starAt = at;
    } else if (current !== undefined && accepts(current, text[at]!)) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (tokens[token] === '*') token++;
  return token === tokens.length;
}

/** `*`, or a test of one character. */
type Token = '*' | { any: true } | { char: string } | { isNegative: boolean; ranges: [string, string][] };

function accepts(token: Exclude<Token, '*'>, char: string): boolean {
  if ('any' in token) return true;
  if ('char' in token) return token.char === char;
  return token.ranges.some(([from, to]) => char >= from && char <= to) !== token.isNegative;
}

const tokensOf = new Map<string, Token[]>();

function tokenize(pattern: string): Token[] {
  let tokens = tokensOf.get(pattern);
  if (tokens) return tokens;
  tokens = [];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]!;
    if (char === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (char === '?') tokens.push({ any: true });
    else if (char === '\\' && i + 1 < pattern.length) tokens.push({ char: pattern[++i]! });
    else if (char === '[' && pattern.indexOf(']', i + 2) > 0) {
      const end = pattern.indexOf(']', i + 2);
      tokens.push(classOf(pattern.slice(i + 1, end)));
      i = end;
    } else tokens.push({ char });
  }
  tokensOf.set(pattern, tokens);
  return tokens;
}

/** The inside of `[...]`. */
function classOf(body: string): Token {
  const isNegative = body.startsWith('!') || body.startsWith('^');
  const ranges: [string, string][] = [];
  for (let i = isNegative ? 1 : 0; i < body.length; i++) {
    const isRange = body[i + 1] === '-' && i + 2 < body.length;
    ranges.push([body[i]!, isRange ? body[i + 2]! : body[i]!]);
    if (isRange) i += 2;
  }
  return { isNegative, ranges };
}
