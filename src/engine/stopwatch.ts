import type { Timings } from '../model/timings.ts';

/** The two clocks of a thread, in milliseconds. */
export interface ThreadClock {
  /** Time that passes: fine enough for a single pattern. */
  now(): number;
  /** CPU that the thread used so far: right in the sum, too coarse for short work. */
  cpu(): number;
}

/** Counts CPU time by stage and rule; one without a clock counts nothing and costs nothing. */
export class Stopwatch {
  readonly #clock: ThreadClock | undefined;
  /** What stages within each running stage took, innermost last. */
  readonly #inner: number[] = [];
  #timings: Timings = { stages: {}, rules: {} };

  #cpuAtLastTake: number;

  constructor(clock?: ThreadClock) {
    this.#clock = clock;
    this.#cpuAtLastTake = clock?.cpu() ?? 0;
  }

  /** What was counted since the last call; the passed time of all stages is scaled to the CPU that the thread used. */
  take(): Timings {
    const { stages, rules } = this.#timings;
    this.#timings = { stages: {}, rules: {} };
    const cpu = this.#clock?.cpu() ?? 0;
    const passed = Object.values(stages).reduce((sum, took) => sum + took, 0);
    const factor = passed === 0 ? 1 : Math.min(1, (cpu - this.#cpuAtLastTake) / passed);
    this.#cpuAtLastTake = cpu;
    return { stages: scaled(stages, factor), rules: scaled(rules, factor) };
  }

  /** Begins a stage or a rule; gives what `stopStage` or `stopRule` wants. */
  start(): number {
    if (!this.#clock) return 0;
    this.#inner.push(0);
    return this.#clock.now();
  }

  /** Ends a stage: what stages within it took is theirs. */
  stopStage(name: string, started: number): void {
    if (!this.#clock) return;
    const took = this.#clock.now() - started;
    add(this.#timings.stages, name, took - this.#inner.pop()!);
    if (this.#inner.length > 0) this.#inner[this.#inner.length - 1]! += took;
  }

  /** Ends a rule; its time belongs to the stage around it too. */
  stopRule(id: string, started: number): void {
    if (!this.#clock) return;
    const inner = this.#inner.pop()!;
    add(this.#timings.rules, id, this.#clock.now() - started);
    if (this.#inner.length > 0) this.#inner[this.#inner.length - 1]! += inner;
  }
}

/** Adds what another thread counted, if it did, and gives the sum. */
export function addTimings(into: Timings = { stages: {}, rules: {} }, from?: Timings): Timings {
  for (const [name, took] of Object.entries(from?.stages ?? {})) add(into.stages, name, took);
  for (const [id, took] of Object.entries(from?.rules ?? {})) add(into.rules, id, took);
  return into;
}

function scaled(times: Readonly<Record<string, number>>, factor: number): Record<string, number> {
  return Object.fromEntries(Object.entries(times).map(([name, took]) => [name, took * factor]));
}

function add(to: Record<string, number>, name: string, took: number): void {
  to[name] = (to[name] ?? 0) + took;
}
