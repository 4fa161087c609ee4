import type { Range } from './region.ts';

/** A word, a string or a sign of a program; comments are left out. */
export interface CodeToken {
  type: 'word' | 'string' | 'sign';
  /** Of a string what stands between the quotes, as it is written. */
  text: string;
  range: Range;
  /** Of a string: names may be put into it (`f"{x}"`, backticks). */
  isTemplate?: boolean;
  /** Of an opening bracket: index of the closing one, and the other way round. */
  partner?: number;
}

/** A program that speaks to Vault, as its tokens. */
export interface ClientCode {
  language: 'python' | 'javascript' | 'go';
  tokens: CodeToken[];
}
