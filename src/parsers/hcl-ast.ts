import type { Range } from '../model/region.ts';

/** One key of an item: `path` and `"secret/*"` of `path "secret/*" {...}`. */
export interface HclKey {
  /** Unquoted. */
  value: string;
  /** With its quotes. */
  range: Range;
  isQuoted: boolean;
  /** Why Vault can't read the key although it is well-formed: an escape that stands for no character. */
  defect?: string;
}

/** A key with its value, or a block. */
export interface HclItem {
  /** At least one; of an assignment in HCL exactly one. In JSON, nested objects give several, as in HCL. */
  keys: HclKey[];
  value: HclValue;
  /** From the first key to the end of the value. */
  range: Range;
  /** True for `key = value` and for JSON, false for `key {...}`. */
  isAssigned: boolean;
}

/** What stands between braces, or a whole file. */
export interface HclObject {
  type: 'object';
  items: HclItem[];
  /** With its braces. */
  range: Range;
}

/** What stands between brackets. */
export interface HclList {
  type: 'list';
  items: HclValue[];
  /** With its brackets. */
  range: Range;
}

/** A string, number, boolean or heredoc. */
export interface HclLiteral {
  type: 'literal';
  kind: 'string' | 'number' | 'bool' | 'heredoc';
  /** Unquoted, and without the indent of `<<-`. JSON's `null` is the empty string, as in Vault. */
  value: string | number | boolean;
  /** As it is written, with quotes; empty for JSON's `null`. */
  text: string;
  range: Range;
  /** Why Vault can't read the value although it is well-formed; it matters only where the value is used. */
  defect?: string;
}

/** Any value. */
export type HclValue = HclObject | HclList | HclLiteral;

/** What Vault would not accept. */
export interface HclError {
  /** What is wrong and what was expected; lower case, no full stop. */
  message: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  /** Offset in the text that ranges point into. */
  offset: number;
}

/** A parsed file. */
export interface HclFile {
  body: HclObject;
  /** Empty exactly when Vault's own parser takes the text; in the order of the text, the first 100. */
  errors: HclError[];
  format: 'hcl' | 'json';
}

/** How to read a text. */
export interface HclOptions {
  /** `auto`, the default, is what Vault does: JSON when the first character is `{`. */
  format?: 'auto' | 'hcl' | 'json';
  /** Takes an attribute that is set twice, as Vault did before 1.21 and does when it is told to. */
  allowDuplicates?: boolean;
  /** Added to every range: where the text begins in the file that it is taken from. */
  base?: number;
  /** Number of the text's first line in the file that it is taken from; 1 unless told. */
  firstLine?: number;
}

/** Levels of braces and brackets that are read; more is an error. Real files have fewer than ten. */
export const MOST_LEVELS = 2000;
