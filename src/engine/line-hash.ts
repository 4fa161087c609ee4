/** Characters that one hash covers, from the line's first. */
const WINDOW = 100;

/** What stands behind the last character of the file. */
const END_OF_FILE = 65535;

/** Numbers are unsigned 64-bit in two halves; the base is 37. */
const BASE = 37;

const LINE_FEED = 10;

/**
 * GitHub's `primaryLocationLineHash` of every line: a polynomial hash (base 37, 64 bits) over 100 characters from the
 * line's start, without spaces and tabs, every line end as one line feed, then a counter of equal hashes in the file.
 */
export function lineHashes(text: string): string[] {
  const { chars, starts } = visibleCharacters(text);
  const seen = new Map<string, number>();
  return starts.map((start) => {
    let high = 0;
    let low = 0;
    for (let i = start; i < start + WINDOW; i++) {
      const product = low * BASE + (chars[i] ?? 0);
      low = product % 0x1_0000_0000;
      high = (high * BASE + Math.floor(product / 0x1_0000_0000)) % 0x1_0000_0000;
    }
    const hash = high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}

function visibleCharacters(text: string): { chars: number[]; starts: number[] } {
  const chars: number[] = [];
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 32 || char === 9) continue;
    if (char === 13 && text.charCodeAt(i + 1) === LINE_FEED) continue;
    const isLineEnd = char === 13 || char === LINE_FEED;
    chars.push(isLineEnd ? LINE_FEED : char);
    if (isLineEnd) starts.push(chars.length);
  }
  chars.push(END_OF_FILE);
  return { chars, starts };
}
