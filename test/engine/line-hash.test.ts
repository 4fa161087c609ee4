import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineHashes } from '../../src/engine/line-hash.ts';

const WINDOW = 100;
const MODULUS = 37n;
const BITS = 64;

/**
 * GitHub's documented algorithm, as a rolling hash over whole numbers of any size: every character enters the window,
 * the hundredth before it leaves, spaces and tabs are skipped, every line end is one line feed, and the file ends with
 * 65535. Slow and plain on purpose, and written apart from the one it tests.
 */
function documentedHashes(text: string): string[] {
  const power = MODULUS ** BigInt(WINDOW);
  const window: bigint[] = Array(WINDOW).fill(0n);
  const starts: number[] = Array(WINDOW).fill(-1);
  const counts = new Map<string, number>();
  const hashes: string[] = [];
  let hash = 0n;
  let index = 0;
  let line = 0;
  let isLineStart = true;
  const push = (char: bigint) => {
    const leaving = starts[index]!;
    if (leaving >= 0) {
      const value = BigInt.asUintN(BITS, hash).toString(16);
      counts.set(value, (counts.get(value) ?? 0) + 1);
      hashes[leaving] = `${value}:${counts.get(value)}`;
    }
    starts[index] = isLineStart ? line++ : -1;
    isLineStart = false;
    hash = MODULUS * hash + char - power * window[index]!;
    hash = BigInt.asIntN(BITS, hash);
    window[index] = char;
    index = (index + 1) % WINDOW;
  };
  for (const unit of text.replace(/\r\n?/g, '\n').split('')) {
    if (unit === ' ' || unit === '\t') continue;
    push(BigInt(unit.charCodeAt(0)));
    if (unit === '\n') isLineStart = true;
  }
  push(65535n);
  for (let i = 0; i < WINDOW; i++) push(0n);
  return hashes;
}

function lineHashes(text: string): string[] {
  const hashes = new LineHashes(text);
  return Array.from({ length: hashes.count }, (_, i) => hashes.of(i + 1)!);
}

describe('the hash of a line', () => {
  test.each([
    ['', ['c129715d7a2bc9a3:1']],
    [' a\nb\n  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
    ['hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End', undefined],
    ['x\n'.repeat(250), undefined],
    [`${'a b\tc'.repeat(90)}\r\nsecond\rthird`, undefined],
    ['größe 日本 🙂\n', undefined],
  ])('%j', (text, expected) => {
    if (expected) expect(lineHashes(text)).toEqual(expected);
    expect(lineHashes(text)).toEqual(documentedHashes(text));
  });

  test('is the documented one on any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(' ', '\t', '\n', '\r', '\r\n', 'ab', '\uffff'),
      fc.string({ unit: 'grapheme' }),
    );
    const texts = fc.array(piece, { maxLength: 300 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(texts, (text) => void expect(lineHashes(text)).toEqual(documentedHashes(text))));
  });

  test('equal lines are told apart by a counter, and indenting changes nothing', () => {
    expect(lineHashes('a\n'.repeat(300))[0]).toMatch(/:1$/);
    expect(lineHashes('a\n'.repeat(300))[1]).toMatch(/:2$/);
    expect(lineHashes('  a\n\tb')).toEqual(lineHashes('a\nb'));
  });
});
