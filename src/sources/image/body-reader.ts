import type { Window } from '../../model/blob.ts';
import { ReadBuffer, readWindows, WINDOW_SIZES } from '../windows.ts';
import type { TarBody } from './tar.ts';

/** Large files are read in smaller windows: each is a text while it is looked at, in every thread. */
const LARGE_SIZES = { ...WINDOW_SIZES, window: 2 * 1024 * 1024 };

/** The windows of one entry. `fetch` must have resolved before each of them is asked for. */
export interface BodyWindows extends Iterable<Window> {
  /** Makes sure that the bytes of the next window are at hand. */
  fetch(): Promise<void>;
  /** The window that was asked for last. */
  readonly last: Window | undefined;
}

/** Reads the bodies of entries window by window, one entry at a time; bytes come asynchronously, windows do not. */
export class BodyReader {
  readonly #buffer: ReadBuffer;
  /** Bytes of a large body that are at hand and not yet in a window. */
  #ahead: Buffer | undefined;

  /** `lent` is memory that the engine looks at without copying it. */
  constructor(lent: Buffer) {
    this.#buffer = new ReadBuffer(lent);
  }

  /** The windows of a body, of which nothing was read. */
  windowsOf(body: TarBody): BodyWindows {
    const size = body.left;
    const isLarge = size > WINDOW_SIZES.window;
    const sizes = isLarge ? LARGE_SIZES : WINDOW_SIZES;
    if (isLarge) this.#ahead ??= Buffer.allocUnsafe(LARGE_SIZES.window + LARGE_SIZES.overlap);
    let bytes: Buffer = this.#ahead ?? Buffer.alloc(0);
    let filled = 0;
    const windows = readWindows(
      size,
      (into, offset, length) => {
        const part = Math.min(length, filled);
        bytes.copy(into, offset, 0, part);
        if (part < filled) bytes.copyWithin(0, part, filled);
        filled -= part;
        return part;
      },
      this.#buffer,
      sizes,
    );
    const state = { last: undefined as Window | undefined };
    return {
      get last() {
        return state.last;
      },
      async fetch() {
        if (!isLarge) {
          bytes = await body.whole();
          filled = bytes.length;
        }
        while (isLarge && filled < bytes.length) {
          const part = await body.some(bytes.length - filled);
          if (part === undefined) return;
          part.copy(bytes, filled);
          filled += part.length;
        }
      },
      // Without `return`, so that whoever stops early may go on later.
      [Symbol.iterator]: () => ({
        next() {
          const result = windows.next();
          if (!result.done) state.last = result.value;
          return result;
        },
      }),
    };
  }
}
