import { DockerClient } from '../clients/docker.ts';
import { type DockerEnvironment, dockerEndpoint } from '../clients/docker-endpoint.ts';
import { readDaemonImage } from '../sources/image/daemon.ts';
import { type LayerReader, type ReadImages, readArchive } from '../sources/image/read-archive.ts';
import type { LayerFacts } from './layer-facts.ts';

/** One thing to look into: an archive or a layout, or an image by its name. */
export type ImageTarget =
  | { kind: 'archive'; path: string }
  /** `anchor`: the line of a file that names the image. */
  | { kind: 'image'; name: string; anchor?: { path: string; line: number } };

/** Where images are looked for. */
export interface TargetOptions {
  platform: string | undefined;
  /** Docker's own variables. */
  env: DockerEnvironment;
  signal: AbortSignal;
}

/** Reads images from wherever they are; the daemon is asked only when one is named. */
export class TargetReader {
  readonly #options: TargetOptions;
  readonly #layers: LayerReader<LayerFacts>;
  #docker: Promise<{ client: DockerClient; daemon: string }> | undefined;

  constructor(options: TargetOptions, layers: LayerReader<LayerFacts>) {
    this.#options = options;
    this.#layers = layers;
  }

  /** @throws TargetError */
  async read(target: ImageTarget): Promise<ReadImages<LayerFacts>> {
    const { platform } = this.#options;
    if (target.kind === 'archive') return readArchive(target.path, this.#layers, { platform });
    const { client, daemon } = await this.docker();
    return readDaemonImage(client, { name: target.name, daemon, reader: this.#layers, platform });
  }

  /** The daemon, connected once. @throws TargetError */
  async docker(): Promise<{ client: DockerClient; daemon: string }> {
    this.#docker ??= this.#connect();
    return this.#docker;
  }

  async #connect(): Promise<{ client: DockerClient; daemon: string }> {
    const endpoint = dockerEndpoint(this.#options.env);
    return { client: await DockerClient.connect(endpoint, this.#options.signal), daemon: endpoint.name };
  }
}
