import type { Blob } from '../model/blob.ts';

/** A text as a blob of its own. */
export function textBlob(path: string, text: string): Blob {
  const bytes = Buffer.from(text);
  const window = { bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true };
  return { origin: { kind: 'file', path }, sizeBytes: bytes.length, windows: () => [window] };
}
