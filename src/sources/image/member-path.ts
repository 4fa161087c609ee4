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
  const text = name.startsWith('./') ? name.slice(2) : name;
  if (!isOutside && isPlain(text)) return { path: text, isOutside };
  const parts: string[] = [];
  for (const part of name.slice(0, LONGEST_NAME).split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) isOutside = true;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return { path: parts.join('/'), isOutside };
}

/** True for the usual name, which is right as it is; all others are taken apart. */
function isPlain(name: string): boolean {
  const first = name.charCodeAt(0);
  return first !== 46 && first !== 47 && !name.includes('/.') && !name.includes('//') && !name.endsWith('/');
}
