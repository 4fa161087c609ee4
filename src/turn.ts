import { setImmediate as nextTurn } from 'node:timers/promises';
import { InterruptedError } from './model/errors.ts';

/** Time between two turns in which signals and progress are served, in milliseconds. */
const TURN_MS = 40;

/** Lets signals and progress through every now and then, in a loop that would else never yield. */
export class Turn {
  readonly #signal: AbortSignal;
  #last = performance.now();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Gives way if it is time, and then calls `show`. @throws InterruptedError */
  async yieldIfDue(show: () => void): Promise<void> {
    if (performance.now() - this.#last < TURN_MS) return;
    await nextTurn();
    if (this.#signal.aborted) throw new InterruptedError();
    show();
    this.#last = performance.now();
  }
}
