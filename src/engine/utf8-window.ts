import type { Window } from '../model/blob.ts';
import { detectForm, utf16ToUtf8 } from './text.ts';

/** A window whose bytes are ASCII, UTF-8 or another text of one byte a character. */
export interface Utf8Window extends Omit<Window, 'form'> {
  isBinary: boolean;
}

/** The window itself, or where its text is UTF-16 the same in UTF-8. */
export function toUtf8Window(window: Window): Utf8Window {
  const { form = detectForm(window.bytes), ...rest } = window;
  if (form !== 'utf16le' && form !== 'utf16be') return { ...rest, isBinary: form === 'binary' };
  const { bytes, ownStart, ownEnd } = window;
  const isStart = window.form === undefined || (window.line === 1 && window.column === 1 && ownStart === 0);
  const parts = [bytes.subarray(0, ownStart), bytes.subarray(ownStart, ownEnd), bytes.subarray(ownEnd)].map((part) =>
    utf16ToUtf8(part, form),
  );
  // The mark at the start of the file is no character of its text.
  if (isStart && startsWithMark(parts[1]!)) parts[1] = parts[1]!.subarray(3);
  const [before, own] = parts as [Uint8Array, Uint8Array, Uint8Array];
  return {
    ...rest,
    bytes: Buffer.concat(parts),
    ownStart: before.length,
    ownEnd: before.length + own.length,
    isBinary: false,
  };
}

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
