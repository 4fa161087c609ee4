import { Worker } from 'node:worker_threads';
import { InterruptedError, TargetError } from '../model/errors.ts';
import type { ByteSource } from '../sources/image/byte-reader.ts';
import type { ExpectedLayer, LayerDigests } from '../sources/image/checked-layer.ts';
import { FileSource } from '../sources/image/file-source.ts';
import type { LayerReader } from '../sources/image/read-archive.ts';
import type { LayerFacts } from './layer-facts.ts';
import type { LayerProgress } from './layer-scan.ts';
import type { FromLayerWorker, LayerWorkerStart, ToLayerWorker } from './layer-worker.ts';

/** Layers below this size are read before a thread has started. */
const BYTES_WORTH_THREAD = 16 * 1024 * 1024;

/** Chunks that are on their way to a thread, so that it need not wait. */
const CHUNKS_AHEAD = 3;

interface Read {
  facts: LayerFacts;
  digests: LayerDigests;
}

/** Reads large layers in threads, one layer each, and small ones in this thread. */
export class LayerPool implements LayerReader<LayerFacts> {
  readonly atOnce: number;
  readonly #here: LayerReader<LayerFacts>;
  readonly #start: () => Worker;
  readonly #idle: Worker[] = [];
  readonly #all: Worker[] = [];
  readonly #signal: AbortSignal;
  readonly #onProgress: (progress: LayerProgress) => void;
  /** What each layer that is being read has given so far, and what the others gave. */
  readonly #running = new Map<Worker, { files: number; bytes: number }>();
  readonly #done: LayerProgress = { files: 0, bytes: 0, layers: 0 };
  #lastHere: Promise<unknown> = Promise.resolve();

  constructor(options: {
    here: LayerReader<LayerFacts>;
    url: URL;
    start: LayerWorkerStart;
    jobs: number;
    signal: AbortSignal;
    onProgress: (progress: LayerProgress) => void;
  }) {
    this.#here = options.here;
    this.#start = () => new Worker(options.url, { workerData: options.start });
    this.atOnce = options.jobs;
    this.#signal = options.signal;
    this.#onProgress = options.onProgress;
  }

  known(): undefined {
    return undefined;
  }

  async read(source: ByteSource, expected: ExpectedLayer): Promise<Read> {
    if ((expected.sizeBytes ?? Number.POSITIVE_INFINITY) < BYTES_WORTH_THREAD) {
      // One at a time in this thread: its judge has one buffer.
      const read = this.#lastHere.then(() => this.#here.read(source, expected));
      this.#lastHere = read.catch(() => {});
      return read;
    }
    const worker = this.#idle.pop() ?? this.#newWorker();
    try {
      const read = await this.#readIn(worker, source, expected);
      this.#idle.push(worker);
      this.#done.files += read.facts.coverage.files;
      this.#done.bytes += read.facts.coverage.bytes;
      this.#done.layers++;
      return read;
    } finally {
      this.#running.delete(worker);
    }
  }

  /** Ends all threads, also in the middle of a layer. */
  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.terminate()));
  }

  #newWorker(): Worker {
    const worker = this.#start();
    this.#all.push(worker);
    return worker;
  }

  async #readIn(worker: Worker, source: ByteSource, expected: ExpectedLayer): Promise<Read> {
    const send = (message: ToLayerWorker, moved: ArrayBuffer[] = []) => worker.postMessage(message, moved);
    const stop = new AbortController();
    try {
      return await new Promise<Read>((resolve, reject) => {
        const feed = async () => {
          const chunk = await source.next();
          if (chunk === undefined) send({ type: 'end' });
          else {
            const bytes = new Uint8Array(chunk);
            send({ type: 'chunk', bytes }, [bytes.buffer]);
          }
        };
        let feeding: Promise<void> = Promise.resolve();
        const feedNext = () => {
          feeding = feeding.then(() => (stop.signal.aborted ? undefined : feed())).catch(reject);
        };
        const take = (message: FromLayerWorker) => {
          if (message.type === 'need') feedNext();
          else if (message.type === 'progress') this.#show(worker, message);
          else if (message.type === 'done') resolve({ facts: message.facts, digests: message.digests });
          else if (message.type === 'failed')
            reject(new TargetError(message.code, message.message, { ...(message.hint ? { hint: message.hint } : {}) }));
          else reject(new Error(message.message));
        };
        worker.on('message', take);
        worker.on('error', reject);
        const interrupt = () => reject(new InterruptedError());
        this.#signal.addEventListener('abort', interrupt);
        if (this.#signal.aborted) interrupt();
        stop.signal.addEventListener('abort', () => {
          worker.off('message', take);
          worker.off('error', reject);
          this.#signal.removeEventListener('abort', interrupt);
        });
        if (source instanceof FileSource) send({ type: 'read', expected, range: source.range });
        else {
          send({ type: 'read', expected });
          for (let i = 0; i < CHUNKS_AHEAD; i++) feedNext();
        }
      });
    } finally {
      stop.abort();
    }
  }

  #show(worker: Worker, { files, bytes }: { files: number; bytes: number }): void {
    this.#running.set(worker, { files, bytes });
    const total = { ...this.#done };
    for (const running of this.#running.values()) {
      total.files += running.files;
      total.bytes += running.bytes;
    }
    this.#onProgress(total);
  }
}
