/** Bytes of text that are kept from where the word stands. */
const AFTER_BYTES = 16 * 1024;

/** Stretches of one file beyond which a binary is made to harm. */
const MOST_RUNS = 1000;

/** A stretch of text inside binary bytes. */
export interface PrintableRun {
  start: number;
  end: number;
}

/**
 * The text from every place in binary bytes on where one of some words stands; stretches do not overlap.
 *
 * What stands before is left out: compilers put texts side by side without anything between them.
 */
export function printableRuns(bytes: Buffer, words: readonly string[]): PrintableRun[] {
  const hits: number[] = [];
  for (const word of words) {
    for (let at = bytes.indexOf(word, 0, 'latin1'); at !== -1 && hits.length < MOST_RUNS; ) {
      hits.push(at);
      at = bytes.indexOf(word, at + word.length, 'latin1');
    }
  }
  const runs: PrintableRun[] = [];
  for (const hit of hits.sort((a, b) => a - b)) {
    if (hit < (runs.at(-1)?.end ?? 0)) continue;
    let end = hit;
    while (end < bytes.length && end - hit < AFTER_BYTES && isPrintable(bytes[end]!)) end++;
    runs.push({ start: hit, end });
  }
  return runs;
}

/** ASCII text with tabs and line ends. */
function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13;
}
