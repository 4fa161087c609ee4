/**
 * Bytes as pairs of first and last character of each range: `09AZaz`. The pair U+0080 U+00FF stands for all bytes of
 * characters beyond ASCII.
 */
export type ByteRanges = string;

/** A necessary condition on what follows a literal: up to `most` bytes of `skip`, then `count` bytes of `need`. */
export type AnchorStep = readonly [skip: ByteRanges, most: number, need: ByteRanges, count: number];

/** Literals that stand at the same place of a pattern. */
export interface AnchorGroup {
  /** ASCII, three characters or more; in lower case where `anyCase`. */
  texts: readonly string[];
  /** Index in each text of the three characters by which it is looked for: its rarest ones. */
  at: readonly number[];
  anyCase: boolean;
  /** Least and greatest distance in bytes from the match's start to the literal; negative for what a look-behind holds. */
  least: number;
  most: number;
  /** What the byte before the literal must be; absent where nothing is known, and no matter at the start of the text. */
  before?: ByteRanges;
  /** All that can stand between the match's start and the literal, where their distance varies. */
  between?: ByteRanges;
  steps: readonly AnchorStep[];
}

/** How matches of a pattern are found without trying it everywhere: computed from its syntax tree. */
export interface Anchor {
  /** Every match holds a literal of one of these. */
  groups: readonly AnchorGroup[];
  /** What a match can begin with; absent where that is anything. */
  first?: ByteRanges;
  /** Bytes of the longest match. */
  longest: number;
  /** Bytes before and after a match that decide whether it is one. */
  back: number;
  ahead: number;
  /** True where the pattern repeats something without an upper limit, so that `longest` may cut a match off. */
  isOpen?: boolean;
}
