/** A path of a rule, compiled: how Vault matches it and how it ranks among others that match. */
export interface Pattern {
  /** Without a leading slash; `*` at the end where it is a prefix. */
  text: string;
  /** How Vault keeps it: an exact path, a prefix without `+`, or a path with `+` segments. */
  kind: 'exact' | 'prefix' | 'segments';
  /** Parts between slashes, without a final `*`; a part `+` stands for any one segment. */
  segments: readonly string[];
  /** True where a `*` at the end lets anything follow. */
  isPrefix: boolean;
  /** Offset of the first `+`, or for a prefix without one its length; in bytes, as Vault counts. */
  firstWildcard: number;
  /** Number of `+` segments. */
  wildcards: number;
  /** Length without the final `*`, in bytes. */
  length: number;
}

/** Compiles a path as Vault does when it parses a rule. */
export function compilePattern(path: string): Pattern {
  const text = path.startsWith('/') ? path.slice(1) : path;
  const hasSegments = text === '+' || text.includes('/+') || text.startsWith('+/');
  const isPrefix = text.endsWith('*');
  const content = isPrefix ? text.slice(0, -1) : text;
  const segments = content.split('/');
  const length = byteLength(content);
  return {
    text,
    kind: hasSegments ? 'segments' : isPrefix ? 'prefix' : 'exact',
    segments,
    isPrefix,
    firstWildcard: hasSegments ? byteLength(text.slice(0, text.indexOf('+'))) : length,
    wildcards: hasSegments ? segments.filter((segment) => segment === '+').length : 0,
    length,
  };
}

/**
 * Positive when `a` wins over `b` where both match and neither is exact: a wildcard further back, then no `*` at the
 * end, then fewer `+`, then longer, then greater.
 */
export function comparePatterns(a: Pattern, b: Pattern): number {
  return (
    a.firstWildcard - b.firstWildcard ||
    Number(b.isPrefix) - Number(a.isPrefix) ||
    b.wildcards - a.wildcards ||
    a.length - b.length ||
    compareBytes(a.text, b.text)
  );
}

/** True when the rule's path matches a request's. */
export function matchesPath({ segments, isPrefix }: Pattern, parts: readonly string[]): boolean {
  if (isPrefix ? parts.length < segments.length : parts.length !== segments.length) return false;
  const last = segments.length - 1;
  return segments.every((segment, i) => {
    if (segment === '+' || segment === parts[i]) return true;
    return isPrefix && i === last && parts[i]!.startsWith(segment);
  });
}

/** True when every path that `inner` matches is matched by `outer` too. */
export function covers(outer: Pattern, inner: Pattern): boolean {
  if (inner.isPrefix && !outer.isPrefix) return false;
  const last = outer.segments.length - 1;
  if (outer.isPrefix ? inner.segments.length < outer.segments.length : inner.segments.length !== outer.segments.length)
    return false;
  return outer.segments.every((segment, i) => {
    const other = inner.segments[i]!;
    // The last part of a prefix is open: it may go on.
    const isOpen = inner.isPrefix && i === inner.segments.length - 1;
    if (outer.isPrefix && i === last) return other === '+' ? segment === '' : other.startsWith(segment);
    if (segment === '+') return !isOpen;
    return segment === other && !isOpen;
  });
}

/** True when some path is matched by both. */
export function overlaps(a: Pattern, b: Pattern): boolean {
  const [short, long] = a.segments.length <= b.segments.length ? [a, b] : [b, a];
  if (short.segments.length < long.segments.length && !short.isPrefix) return false;
  const last = short.segments.length - 1;
  return short.segments.every((segment, i) => {
    const other = long.segments[i]!;
    const isOpen = short.isPrefix && i === last;
    const isOtherOpen = long.isPrefix && i === long.segments.length - 1;
    if (segment === '+' || other === '+') return true;
    if (isOpen && isOtherOpen) return segment.startsWith(other) || other.startsWith(segment);
    if (isOpen) return other.startsWith(segment);
    return isOtherOpen ? segment.startsWith(other) : segment === other;
  });
}

function byteLength(text: string): number {
  return /^[\x00-\x7f]*$/.test(text) ? text.length : Buffer.byteLength(text);
}

function compareBytes(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
