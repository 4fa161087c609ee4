import type { Origin } from './origin.ts';

/**
 * A stretch of a blob. Windows overlap: each holds `contextBytes` of what came before `startOffset`, and what follows
 * `endOffset` up to a bound, so that a match at a border is seen whole; a match belongs to the window in which it starts.
 */
export interface Window {
  /** Bytes to look at. Valid only until the next window is asked for. */
  bytes: Uint8Array;
  /** Index in `bytes` where this window's own part begins. */
  ownStart: number;
  /** Index in `bytes` where this window's own part ends. */
  ownEnd: number;
  /** Line number (from 1) of `bytes[0]`. */
  line: number;
  /** Column (from 1, UTF-16 code units) of `bytes[0]`. */
  column: number;
  /** True where `bytes` is the whole blob. */
  isWhole: boolean;
  /** What the blob's first bytes say it is; absent in the first window, whose bytes are the first. */
  form?: 'text' | 'utf16le' | 'utf16be' | 'binary';
}

/** Bytes and where they came from. */
export interface Blob {
  origin: Origin;
  sizeBytes: number;
  /** Reads the blob once, window by window. */
  windows(): Iterable<Window>;
}
