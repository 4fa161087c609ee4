import { Worker } from 'node:worker_threads';
import { InterruptedError } from './model/errors.ts';
import type { FilesResult } from './scan-files.ts';
import type { FileEntry } from './sources/directory.ts';
import type { WorkerStart } from './worker.ts';

/** Files in one message: enough that messages cost little, few enough that threads end together. */
const BATCH_FILES = 64;

/** Threads that judge files; each gets its next batch when it has answered the last. */
export class ThreadPool {
  readonly #workers: Worker[];

  constructor(url: URL, start: WorkerStart, threads: number) {
    this.#workers = Array.from({ length: threads }, () => new Worker(url, { workerData: start }));
  }

  /** Resolves when every file is judged; rejects when a thread fails or the signal aborts. */
  async run(files: readonly FileEntry[], signal: AbortSignal, onResult: (result: FilesResult) => void): Promise<void> {
    let next = 0;
    const takeBatch = () => {
      const batch = files.slice(next, next + BATCH_FILES);
      next += batch.length;
      return batch;
    };
    await new Promise<void>((resolve, reject) => {
      let running = this.#workers.length;
      signal.addEventListener('abort', () => reject(new InterruptedError()), { once: true });
      if (signal.aborted) reject(new InterruptedError());
      for (const worker of this.#workers) {
        const give = () => {
          const batch = takeBatch();
          if (batch.length > 0) worker.postMessage(batch);
          else if (--running === 0) resolve();
        };
        worker.on('error', reject);
        worker.on('message', (result: FilesResult) => {
          onResult(result);
          give();
        });
        give();
      }
    });
  }

  /** Ends all threads, also in the middle of a batch. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
