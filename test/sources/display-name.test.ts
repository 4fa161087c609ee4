import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayName } from '../../src/sources/display-name.ts';

describe('the name of a file as text', () => {
  test.each([
    ['UTF-8 as it is', Buffer.from('größe 日本 🙂'), 'größe 日本 🙂'],
    ['bytes that are not UTF-8 as numbers', Buffer.from([0x61, 0xff, 0x62]), 'a\\xffb'],
    ['what follows a bad byte as it is', Buffer.from([0xc3, 0x28, 0xc3, 0xb6]), '\\xc3(ö'],
    ['a character that is cut off as numbers', Buffer.from([0xf0, 0x9f, 0x99]), '\\xf0\\x9f\\x99'],
    ['an overlong form as numbers', Buffer.from([0xc0, 0xaf]), '\\xc0\\xaf'],
    ['half a surrogate pair as numbers', Buffer.from([0xed, 0xa0, 0x80]), '\\xed\\xa0\\x80'],
  ])('shows %s', (_name, bytes, expected) => {
    expect(displayName(bytes)).toBe(expected);
  });

  test('is well-formed for any bytes, and tells bad bytes apart', () => {
    const names = fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => Buffer.from(bytes));
    fc.assert(fc.property(names, (name) => displayName(name).isWellFormed()));
    expect(displayName(Buffer.from([0xfe]))).not.toBe(displayName(Buffer.from([0xff])));
  });
});
