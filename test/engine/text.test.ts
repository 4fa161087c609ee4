import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectEncoding, LineIndex, utf16ToUtf8 } from '../../src/engine/text.ts';

describe('detectEncoding', () => {
  test.each([
    ['plain text', Buffer.from('hello'), 'utf8'],
    ['text of several bytes a character', Buffer.from('größe 日本 🔑'), 'utf8'],
    ['latin-1', Buffer.from('gr\xf6\xdfe', 'latin1'), 'latin1'],
    ['UTF-16 with its mark', Buffer.from('\ufeffpassword', 'utf16le'), 'utf16le'],
    ['UTF-16 without a mark', Buffer.from('password = something', 'utf16le'), 'utf16le'],
    ['UTF-16 big endian', Buffer.from('\ufeffpassword', 'utf16le').swap16(), 'utf16be'],
    ['bytes with NUL', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 0, 0, 0]), 'binary'],
    ['nothing', Buffer.alloc(0), 'utf8'],
  ])('%s', (_name, bytes, encoding) => {
    expect(detectEncoding(bytes)).toBe(encoding);
  });

  test('UTF-16 of both orders becomes the same text', () => {
    const text = 'schlüssel = 🔑';
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(Buffer.from(utf16ToUtf8(little, 'utf16le')).toString()).toBe(`\ufeff${text}`);
    expect(Buffer.from(utf16ToUtf8(big, 'utf16be')).toString()).toBe(`\ufeff${text}`);
  });
});

describe('LineIndex', () => {
  test('columns count UTF-16 code units and lines end at a line feed', () => {
    const text = 'a\n🔑é=x\r\nlast';
    const bytes = Buffer.from(text);
    const at = bytes.indexOf('x');
    expect(new LineIndex(bytes).region(at, at + 1)).toEqual({ startLine: 2, startColumn: 5, endLine: 2, endColumn: 6 });
    expect(new LineIndex(bytes).lineSpan(2)).toEqual({ start: 2, end: at + 1 });
  });

  test('a window goes on counting where the last one ended', () => {
    const lines = new LineIndex(Buffer.from('rest\nnext'), { line: 7, column: 100 });
    expect(lines.region(2, 6)).toEqual({ startLine: 7, startColumn: 102, endLine: 8, endColumn: 2 });
  });

  test('agrees with counting characters, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', 'é', '🔑', ' ') }), fc.nat(40), (text, cut) => {
        const before = Array.from(text).slice(0, cut).join('');
        const offset = Buffer.byteLength(before);
        const lines = before.split('\n');
        const region = new LineIndex(Buffer.from(text)).region(offset, offset);
        expect(region).toMatchObject({ startLine: lines.length, startColumn: lines.at(-1)!.length + 1 });
      }),
    );
  });
});
