import fc from 'fast-check';

/** Pieces that open or close something in one of the languages. */
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '`',
  '=',
  '\\',
  '\n',
  '\r\n',
  '{{',
  '}}',
  '<<EOT\n',
  '#',
  ';',
  '/*',
  '*/',
  '\u0000',
  '\ud83d\ude00',
];

/** Texts that are one of `texts` with some pieces cut out, doubled or put in. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    kind: fc.constantFrom('cut', 'double', 'insert'),
    piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'binary' })),
  });
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: 6 })).map(([text, edits]) => {
    let changed = text;
    for (const { at, length, kind, piece } of edits) {
      const start = Math.floor(at * changed.length);
      const middle = changed.slice(start, start + length);
      const put = kind === 'cut' ? '' : kind === 'double' ? middle + middle : middle + piece;
      changed = changed.slice(0, start) + put + changed.slice(start + length);
    }
    return changed;
  });
}

/** Every `{ start, end }` in plain data, at any depth. */
export function rangesOf(data: unknown): { start: number; end: number }[] {
  if (typeof data !== 'object' || data === null) return [];
  const { start, end } = data as { start?: unknown; end?: unknown };
  const own = typeof start === 'number' && typeof end === 'number' ? [{ start, end }] : [];
  return [...own, ...Object.values(data).flatMap(rangesOf)];
}

/** Ranges that do not lie in the text, or that run backwards. */
export function strayRanges(data: unknown, text: string): { start: number; end: number }[] {
  return rangesOf(data).filter(({ start, end }) => start < 0 || end < start || end > text.length);
}
