/** Where bytes came from. Later sources add commits, layers and archive members. */
export interface Origin {
  kind: 'file';
  /** Path relative to the target, parts joined by `/`; bytes that are not UTF-8 stand as `\xNN`. */
  path: string;
}
