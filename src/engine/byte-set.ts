import type { ByteRanges } from '../model/anchor.ts';

/** 256 bytes: 1 for each byte that is in the set. */
export type ByteSet = Uint8Array;

/** Reads a set as anchors hold it. */
export function parseByteRanges(ranges: ByteRanges): ByteSet {
  const set = new Uint8Array(256);
  for (let i = 0; i < ranges.length; i += 2) set.fill(1, ranges.charCodeAt(i), ranges.charCodeAt(i + 1) + 1);
  return set;
}
