import type { Progress } from './scan.ts';

/** Milliseconds before anything is shown: a short scan shows nothing. */
const QUIET_MS = 700;

/** Milliseconds between two updates. */
const UPDATE_MS = 100;

/** One line on a terminal that tells how far a scan is; elsewhere nothing. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  readonly #isShown: boolean;
  readonly #start = performance.now();
  #last = 0;
  #isOnScreen = false;

  constructor(stream: NodeJS.WriteStream, options: { isShown: boolean }) {
    this.#stream = stream;
    this.#isShown = options.isShown && stream.isTTY === true;
  }

  /** Shows the newest state, if it is time. */
  update(progress: Progress): void {
    const now = performance.now();
    if (!this.#isShown || now - this.#start < QUIET_MS || now - this.#last < UPDATE_MS) return;
    this.#last = now;
    this.#isOnScreen = true;
    this.#stream.write(`\r\x1b[K${progressText(progress, now - this.#start)}`);
  }

  /** Clears the line. */
  end(): void {
    if (this.#isOnScreen) this.#stream.write('\r\x1b[K');
    this.#isOnScreen = false;
  }
}

/** `1,200 of 33,000 files  48.1 MB  61.0 MB/s  12 s left`. */
export function progressText(progress: Progress, elapsedMs: number): string {
  const { files, totalFiles, bytes, layers } = progress;
  if (totalFiles === undefined) return 'listing files';
  const megabytes = bytes / 1e6;
  const rate = megabytes / (elapsedMs / 1000);
  const leftS = files === 0 ? undefined : Math.ceil(((totalFiles - files) / files) * (elapsedMs / 1000));
  const parts = [
    layers === undefined
      ? `${files.toLocaleString('en')} of ${totalFiles.toLocaleString('en')} files`
      : `${layers} layers, ${files.toLocaleString('en')} files`,
    `${megabytes.toFixed(1)} MB`,
    `${rate.toFixed(1)} MB/s`,
  ];
  if (leftS !== undefined && layers === undefined) parts.push(`${leftS} s left`);
  return parts.join('  ');
}
