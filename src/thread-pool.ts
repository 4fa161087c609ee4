import { Worker } from 'node:worker_threads';
import { InterruptedError } from './model/errors.ts';
import type { FilesResult } from './scan-files.ts';
import type { FileEntry } from './sources/directory.ts';
import type { WorkerStart } from './worker.ts';

/** Files in one message: enough that messages cost little, few enough that threads end together. */
const BATCH_FILES = 64;

/** Batches that a thread has at hand, so that it need not wait for the main thread, which judges files as well. */
const BATCHES_AT_HAND = 2;

/** Nearly all that a thread makes is garbage a moment later: with less room for it, it is thrown away sooner. */
const YOUNG = { maxYoungGenerationSizeMb: 12 };

/** Files that all threads take from, batch by batch. */
export class FileQueue {
  readonly #files: readonly FileEntry[];
  #next = 0;

  constructor(files: readonly FileEntry[]) {
    this.#files = files;
  }

  /** The next files; none when all are taken. */
  take(): readonly FileEntry[] {
    const batch = this.#files.slice(this.#next, this.#next + BATCH_FILES);
    this.#next += batch.length;
    return batch;
  }

  /** Leaves nothing to take. */
  stop(): void {
    this.#next = this.#files.length;
  }
}

/** Threads that judge files beside the main one. */
export class ThreadPool {
  readonly #workers: Worker[];
  /** The first thing that went wrong, also before there is anything to do. */
  readonly #failed: Promise<never>;

  constructor(url: URL, start: WorkerStart, threads: number) {
    this.#workers = Array.from(
      { length: threads },
      () => new Worker(url, { workerData: start, resourceLimits: YOUNG }),
    );
    this.#failed = new Promise((_, reject) => {
      for (const worker of this.#workers) worker.on('error', reject);
    });
    // Whoever runs the pool hears of it; until then nobody does.
    this.#failed.catch(() => {});
  }

  /** Resolves when the queue is empty and all that was taken here is judged; rejects when a thread fails or the signal aborts. */
  async run(queue: FileQueue, signal: AbortSignal, onResult: (result: FilesResult) => void): Promise<void> {
    const done = new Promise<void>((resolve, reject) => {
      let unanswered = 0;
      signal.addEventListener('abort', () => reject(new InterruptedError()), { once: true });
      if (signal.aborted) reject(new InterruptedError());
      const give = (worker: Worker) => {
        const batch = queue.take();
        if (batch.length === 0) return;
        unanswered++;
        worker.postMessage(batch);
      };
      for (const worker of this.#workers) {
        worker.on('message', (result: FilesResult) => {
          onResult(result);
          unanswered--;
          give(worker);
          if (unanswered === 0) resolve();
        });
        for (let i = 0; i < BATCHES_AT_HAND; i++) give(worker);
      }
      if (unanswered === 0) resolve();
    });
    try {
      await Promise.race([done, this.#failed]);
    } finally {
      queue.stop();
    }
  }

  /** Ends all threads, also in the middle of a batch. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
