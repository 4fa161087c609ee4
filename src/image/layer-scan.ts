import type { ByteSource } from '../sources/image/byte-reader.ts';
import { type ExpectedLayer, type LayerDigests, withLayer } from '../sources/image/checked-layer.ts';
import type { LayerReader } from '../sources/image/read-archive.ts';
import type { Turn } from '../turn.ts';
import type { LayerFacts } from './layer-facts.ts';
import type { FileJudge } from './layer-judge.ts';
import { readLayer } from './read-layer.ts';

/** How far the reading of layers is. */
export interface LayerProgress {
  files: number;
  bytes: number;
  /** Layers that were read to their end. */
  layers: number;
}

/** Reads and judges layers in this thread, one after the other. */
export class LayersHere implements LayerReader<LayerFacts> {
  readonly atOnce = 1;
  readonly #judge: FileJudge;
  readonly #turn: Turn;
  readonly #onProgress: (progress: LayerProgress) => void;
  readonly #done: LayerProgress = { files: 0, bytes: 0, layers: 0 };

  constructor(judge: FileJudge, turn: Turn, onProgress: (progress: LayerProgress) => void) {
    this.#judge = judge;
    this.#turn = turn;
    this.#onProgress = onProgress;
  }

  known(): undefined {
    return undefined;
  }

  async read(source: ByteSource, expected: ExpectedLayer): Promise<{ facts: LayerFacts; digests: LayerDigests }> {
    const { files, bytes, layers } = this.#done;
    const show = (facts: LayerFacts) => () =>
      this.#onProgress({ files: files + facts.coverage.files, bytes: bytes + facts.coverage.bytes, layers });
    const result = await withLayer(source, expected, (unpacked) =>
      readLayer(unpacked, this.#judge, (facts) => this.#turn.yieldIfDue(show(facts))),
    );
    this.#done.files += result.facts.coverage.files;
    this.#done.bytes += result.facts.coverage.bytes;
    this.#done.layers++;
    return result;
  }
}
