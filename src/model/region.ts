/** A place in a text: lines and columns from 1, columns in UTF-16 code units, end exclusive. */
export interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

/** A place in a decoded text as UTF-16 offsets from 0, end exclusive. */
export interface Range {
  start: number;
  end: number;
}
