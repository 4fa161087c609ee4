import type { Detector } from '../model/rule.ts';

/** Text that one pattern matched. */
export interface Candidate {
  detector: Detector;
  /** Byte offsets of the secret in the window. */
  start: number;
  end: number;
  /** Byte offset of the whole match's first byte; decides which window it belongs to. */
  matchStart: number;
  /** False for values that entropy, stop words or a placeholder rule out: no finding, but masked all the same. */
  isAccepted: boolean;
}

/** Of candidates on one value only the most specific stays: a named format before a generic one, then the longest. */
export function mostSpecific(candidates: readonly Candidate[]): Candidate[] {
  // Ordered by start; none overlaps another, so that a search by halves finds the one that a value could touch.
  const kept: Candidate[] = [];
  const order = [...candidates].sort(
    (a, b) =>
      Number(a.detector.generic ?? false) - Number(b.detector.generic ?? false) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      (a.detector.id < b.detector.id ? -1 : 1),
  );
  for (const candidate of order) {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[middle]!.end <= candidate.start) low = middle + 1;
      else high = middle;
    }
    if (low === kept.length || kept[low]!.start >= candidate.end) kept.splice(low, 0, candidate);
  }
  return kept;
}
