import { parentPort } from 'node:worker_threads';
import { loadCatalog, withStopWords } from '../catalog.ts';
import type { RuleInputs } from '../engine/code-rules.ts';
import { TargetError } from '../model/errors.ts';
import type { Detector } from '../model/rule.ts';
import type { ByteSource } from '../sources/image/byte-reader.ts';
import { type ExpectedLayer, type LayerDigests, withLayer } from '../sources/image/checked-layer.ts';
import { FileSource } from '../sources/image/file-source.ts';
import type { LayerFacts } from './layer-facts.ts';
import { FileJudge } from './layer-judge.ts';
import { readLayer } from './read-layer.ts';

/** What a thread that judges layers is started with. */
export interface LayerWorkerStart {
  role: 'vaultcheck-layer';
  inputs: RuleInputs;
  /** Rules of the users' own, beside the catalogue. */
  ownRules: Detector[];
  /** Whether JARs, wheels and other zips are opened. */
  opensArchives: boolean;
}

/** What the main thread sends: a layer to read, and its bytes where it is no stretch of an open file. */
export type ToLayerWorker =
  | { type: 'read'; expected: ExpectedLayer; range?: { descriptor: number; start: number; end: number } }
  | { type: 'chunk'; bytes: Uint8Array }
  | { type: 'end' };

/** What a thread answers. */
export type FromLayerWorker =
  | { type: 'need' }
  | { type: 'progress'; files: number; bytes: number }
  | { type: 'done'; facts: LayerFacts; digests: LayerDigests }
  | { type: 'failed'; code: string; message: string; hint: string | undefined }
  | { type: 'crashed'; message: string };

/** Time between two messages of progress, in milliseconds. */
const PROGRESS_MS = 100;

/** Judges layers, one after the other, until the main thread ends this one. */
export async function serveLayers(start: LayerWorkerStart): Promise<void> {
  const catalog = withStopWords([...loadCatalog(), ...start.ownRules], start.inputs.options.stopWords ?? []);
  const judge = await FileJudge.create(catalog, start.inputs, start);
  let chunks = new SentChunks();
  parentPort!.on('message', (message: ToLayerWorker) => {
    if (message.type === 'chunk') chunks.put(message.bytes);
    else if (message.type === 'end') chunks.put(undefined);
    else {
      chunks = new SentChunks();
      const { range, expected } = message;
      void answer(judge, range ? new FileSource(range.descriptor, range) : chunks, expected);
    }
  });
}

async function answer(judge: FileJudge, source: ByteSource, expected: ExpectedLayer): Promise<void> {
  const say = (message: FromLayerWorker) => parentPort!.postMessage(message);
  let saidMs = performance.now();
  try {
    const { facts, digests } = await withLayer(source, expected, (unpacked) =>
      readLayer(unpacked, judge, async ({ coverage }) => {
        if (performance.now() - saidMs < PROGRESS_MS) return;
        saidMs = performance.now();
        say({ type: 'progress', files: coverage.files, bytes: coverage.bytes });
      }),
    );
    say({ type: 'done', facts, digests });
  } catch (error) {
    if (error instanceof TargetError)
      say({ type: 'failed', code: error.code, message: error.message, hint: error.hint });
    else say({ type: 'crashed', message: error instanceof Error ? `${error.name}: ${error.message}` : 'no error' });
  }
}

/** Chunks that the main thread sends; for each that is taken another is asked for. */
class SentChunks implements ByteSource {
  readonly #waiting: (Uint8Array | undefined)[] = [];
  #take: ((chunk: Uint8Array | undefined) => void) | undefined;

  put(chunk: Uint8Array | undefined): void {
    if (this.#take) this.#take(chunk);
    else this.#waiting.push(chunk);
    this.#take = undefined;
  }

  async next(): Promise<Buffer | undefined> {
    const chunk =
      this.#waiting.length > 0
        ? this.#waiting.shift()
        : await new Promise<Uint8Array | undefined>((resolve) => {
            this.#take = resolve;
          });
    if (chunk === undefined) return undefined;
    parentPort!.postMessage({ type: 'need' } satisfies FromLayerWorker);
    return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  }
}
