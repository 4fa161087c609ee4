/** What can be said of a file without reading it as text. */
export interface FileFacts {
  /** Target-relative path. */
  path: string;
  /** Last part of the path. */
  name: string;
  sizeBytes: number;
  /** The first 512 bytes, or fewer. */
  head: Uint8Array;
}
