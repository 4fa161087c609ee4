import { isPlaceholder } from '../analysis/placeholder.ts';
import type { Detector } from '../model/rule.ts';

const rejects = new Map<string, RegExp>();

/** True where a matched value may be a secret: random enough, and neither a placeholder nor ruled out by the detector. */
export function acceptsValue(detector: Detector, value: string): boolean {
  if (detector.minEntropy !== undefined && entropy(value) < detector.minEntropy) return false;
  const lower = value.toLowerCase();
  if (detector.stopWords?.some((word) => lower.includes(word))) return false;
  if (detector.reject !== undefined) {
    let reject = rejects.get(detector.reject);
    if (!reject) rejects.set(detector.reject, (reject = new RegExp(detector.reject)));
    if (reject.test(value)) return false;
  }
  return !(detector.generic && isPlaceholder(value));
}

/** Shannon entropy in bits per character. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
