/** A path inside a layer or an archive without `./`, doubled slashes and a slash at either end. */
export interface MemberPath {
  path: string;
  /** True where the name, taken as it is, would lie outside: `..` is left out of `path`. */
  isOutside: boolean;
}

/** Longer names are no file of any system. */
const LONGEST_NAME = 4096;

/** Normalises a name of a tar; nothing is ever written under it, but reports and overlays compare it. */
export function memberPath(name: string): MemberPath {
  let isOutside = name.length > LONGEST_NAME;
  // The usual name is right as it is.
  if (!isOutside && !/^\.?\/|\/\.{0,2}(?:\/|$)|^\.{1,2}(?:\/|$)/.test(name)) return { path: name, isOutside };
  const parts: string[] = [];
  for (const part of name.slice(0, LONGEST_NAME).split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) isOutside = true;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return { path: parts.join('/'), isOutside };
}
