import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps requests to so many a second, and so many at once. */
export class Pace {
  readonly #gapMs: number;
  #free: number;
  #next = 0;
  readonly #waiting: (() => void)[] = [];

  constructor({ perSecond, atOnce }: { perSecond: number; atOnce: number }) {
    this.#gapMs = 1000 / perSecond;
    this.#free = atOnce;
  }

  /** Runs something when it is its turn. */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter();
    try {
      const now = performance.now();
      const start = Math.max(now, this.#next);
      this.#next = start + this.#gapMs;
      if (start > now) await sleep(start - now, undefined, { signal });
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** Nothing starts for so long: the server asked for it. */
  holdMs(ms: number): void {
    this.#next = Math.max(this.#next, performance.now() + ms);
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
