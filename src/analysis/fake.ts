import { createHash } from 'node:crypto';

/** Alphabets that a template may ask for. */
const ALPHABETS: Record<string, string> = {
  alnum: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  lower: 'abcdefghijklmnopqrstuvwxyz0123456789',
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  bech32: 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L',
  hex: '0123456789abcdef',
  digit: '0123456789',
};

/** `{{fake 24}}`, `{{fake 40 hex}}`, `{{fake uuid}}`; an optional `#name` makes equal values: `{{fake 24 alnum #root}}`. */
const TEMPLATE = /\{\{fake (?:(\d+)(?: ([a-z0-9]+))?|(uuid))(?: #([\w-]+))?\}\}/g;

/**
 * Replaces every `{{fake N}}` by N characters that are the same on every machine.
 *
 * `seed` is normally the file's path, so that no two files share a value. The alphabet is `alnum` unless told;
 * values of eight characters and more hold a digit and, where the alphabet has them, letters.
 */
export function expandFakes(text: string, seed: string): string {
  return replaceFakes(text, seed, (value) => value);
}

/** The values that `expandFakes` puts into the same text. */
export function fakesOf(text: string, seed: string): string[] {
  const values: string[] = [];
  replaceFakes(text, seed, (value) => {
    values.push(value);
    return value;
  });
  return values;
}

function replaceFakes(text: string, seed: string, use: (value: string) => string): string {
  let count = 0;
  return text.replace(TEMPLATE, (template, length?: string, alphabet = 'alnum', uuid?: string, name?: string) => {
    const key = name === undefined ? `${seed}#${count++}` : name;
    if (uuid) return use(fakeUuid(key));
    const letters = ALPHABETS[alphabet];
    if (letters === undefined) throw new Error(`${seed}: no alphabet called ${alphabet} in ${template}`);
    return use(fakeString(key, Number(length), letters));
  });
}

function fakeString(key: string, length: number, alphabet: string): string {
  for (let attempt = 0; ; attempt++) {
    const value = Array.from({ length }, (_, i) => alphabet[randomByte(`${key}/${attempt}`, i) % alphabet.length]).join(
      '',
    );
    if (
      length < 8 ||
      alphabet === ALPHABETS.digit ||
      alphabet === ALPHABETS.letters ||
      (/\d/.test(value) && /[a-z]/i.test(value))
    )
      return value;
  }
}

function fakeUuid(key: string): string {
  const hex = fakeString(key, 32, ALPHABETS.hex!);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const blocks = new Map<string, Buffer>();

function randomByte(key: string, index: number): number {
  const blockKey = `${key}:${index >> 5}`;
  let block = blocks.get(blockKey);
  if (!block) blocks.set(blockKey, (block = createHash('sha256').update(blockKey).digest()));
  return block[index & 31]!;
}
