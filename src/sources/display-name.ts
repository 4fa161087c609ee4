import { isUtf8 } from 'node:buffer';

/**
 * A file name as text that tells all names apart: UTF-8 as it is, every byte that is not UTF-8 as `\xNN`.
 *
 * Control characters stay; each reporter escapes them in its own way.
 */
export function displayName(name: Buffer): string {
  if (isUtf8(name)) return name.toString('utf8');
  let text = '';
  for (let at = 0; at < name.length; ) {
    const length = validLength(name, at);
    text += length > 0 ? name.toString('utf8', at, at + length) : `\\x${name[at]!.toString(16).padStart(2, '0')}`;
    at += Math.max(1, length);
  }
  return text;
}

/** Bytes of the valid UTF-8 character at `at`, or 0. */
function validLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}
