/** The word that differs least from `word`, or undefined where there is none to choose from. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const candidate of known)
    if (best === undefined || distance(word, candidate) < distance(word, best)) best = candidate;
  return best;
}

/** Like `nearestWord`, but only where the two could be one word misspelt. */
export function likelyWord(word: string, known: readonly string[]): string | undefined {
  const nearest = nearestWord(word, known);
  // Two letters that changed places are two edits.
  const most = Math.max(word.length < 4 ? 1 : 2, word.length / 3);
  return nearest !== undefined && distance(word, nearest) <= most ? nearest : undefined;
}

/** Edits between two words (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
