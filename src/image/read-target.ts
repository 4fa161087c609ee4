import { DockerClient } from '../clients/docker.ts';
import { registryCredentials } from '../clients/docker-credentials.ts';
import { type DockerEnvironment, dockerEndpoint, dockerFolder } from '../clients/docker-endpoint.ts';
import { RegistryClient } from '../clients/registry.ts';
import { TargetError } from '../model/errors.ts';
import { readDaemonImage } from '../sources/image/daemon.ts';
import { type LayerReader, type ReadImages, readArchive } from '../sources/image/read-archive.ts';
import { readRegistryImage } from '../sources/image/registry.ts';

/** One thing to look into: an archive or a layout, or an image by its name. */
export type ImageTarget =
  | { kind: 'archive'; path: string }
  /** `isOptional`: an image that need not be there. */
  | { kind: 'image'; name: string; isOptional?: boolean };

/** Where images are looked for. */
export interface TargetOptions {
  platform: string | undefined;
  /** Read what is not on this machine from its registry. */
  pull: boolean;
  /** Docker's own variables. */
  env: DockerEnvironment;
  signal: AbortSignal;
}

/** The error for what is no name of an image. */
function nameError(name: string): TargetError {
  return new TargetError('image-name', `${JSON.stringify(name)} is no name of an image`, {
    hint: 'write it as registry/path/name:tag or with @sha256:DIGEST',
  });
}

/** Reads images from wherever they are; daemon and registries are asked only when an image is named. */
export class TargetReader {
  readonly #options: TargetOptions;
  readonly #registry: RegistryClient;
  #docker: Promise<{ client: DockerClient; daemon: string }> | undefined;

  constructor(options: TargetOptions) {
    const { env, signal } = options;
    this.#options = options;
    this.#registry = new RegistryClient({
      credentials: (host) => registryCredentials(dockerFolder(env), host),
      signal,
    });
  }

  /** @throws TargetError */
  async read<F>(target: ImageTarget, reader: LayerReader<F>): Promise<ReadImages<F>> {
    const { platform, pull } = this.#options;
    if (target.kind === 'archive') return readArchive(target.path, reader, { platform });
    const { name } = target;
    // It becomes part of an address, for the daemon and for the registry.
    if (!/^[\w[][\w.\-/:@[\]]*$/.test(name) || name.includes('..')) throw nameError(name);
    try {
      const { client, daemon } = await this.docker();
      return await readDaemonImage(client, { name, daemon, reader, platform });
    } catch (error) {
      const isElsewhere = error instanceof TargetError && ['image-missing', 'docker-missing'].includes(error.code);
      if (!pull || !isElsewhere) throw error;
      return readRegistryImage(this.#registry, { name, reader, platform });
    }
  }

  /** What an image says of itself; of its layers as little is read as can be. @throws TargetError */
  async describe(target: ImageTarget) {
    const nothing: LayerReader<null> = {
      atOnce: 1,
      known: () => null,
      // A packed archive can't be searched: it passes by.
      read: async (source) => {
        while ((await source.next()) !== undefined);
        return { facts: null, digests: { packed: '', unpacked: '' } };
      },
    };
    const { images } = await this.read(target, nothing);
    return images[0]!;
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
