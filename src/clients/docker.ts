import type { IncomingMessage } from 'node:http';
import type Dockerode from 'dockerode';
import { InterruptedError, TargetError } from '../model/errors.ts';
import type { DockerEndpoint } from './docker-endpoint.ts';

/** Time in which a daemon must answer, or go on, in milliseconds: it may read a large image from a slow disk. */
const SILENCE_MS = 120_000;

/** What of a client's errors is looked at. */
interface ClientError {
  code?: string;
  statusCode?: number;
}

/** The calls to a Docker daemon (or Podman's compatible one) that looking into images and containers needs; all read. */
export class DockerClient {
  readonly #docker: Dockerode;
  readonly #name: string;
  readonly #signal: AbortSignal;
  readonly #aborted: Promise<never>;

  private constructor(docker: Dockerode, name: string, signal: AbortSignal) {
    this.#docker = docker;
    this.#name = name;
    this.#signal = signal;
    this.#aborted = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new InterruptedError()), { once: true });
    });
    // Nobody may be waiting when it happens.
    this.#aborted.catch(() => {});
  }

  /** A client for a daemon; nothing is asked yet. */
  static async connect(endpoint: DockerEndpoint, signal: AbortSignal): Promise<DockerClient> {
    const { default: Docker } = await import('dockerode');
    const docker =
      endpoint.kind === 'socket'
        ? new Docker({ socketPath: endpoint.path, timeout: SILENCE_MS })
        : new Docker({
            host: endpoint.host,
            port: endpoint.port,
            protocol: endpoint.tls ? 'https' : 'http',
            timeout: SILENCE_MS,
            ...endpoint.tls,
          });
    return new DockerClient(docker, endpoint.name, signal);
  }

  /** What the daemon says of an image; nothing where it has none of that name. @throws TargetError */
  async inspectImage(name: string): Promise<Dockerode.ImageInspectInfo | undefined> {
    return this.#ask(() => this.#docker.getImage(name).inspect(), name);
  }

  /** The steps that made an image, newest first. @throws TargetError */
  async imageHistory(name: string): Promise<{ CreatedBy: string; Comment: string }[]> {
    return (await this.#ask(() => this.#docker.getImage(name).history(), name)) ?? [];
  }

  /** The image as an archive, as `docker save` gives it. @throws TargetError */
  async saveImage(name: string): Promise<AsyncIterable<Buffer>> {
    const stream = await this.#ask(() => this.#docker.getImage(name).get(), name);
    if (stream === undefined) throw missingImage(name, this.#name);
    return this.#chunks(stream as IncomingMessage, name);
  }

  /** Digests of the layers of every image that has a name. @throws TargetError */
  async *namedImages(): AsyncGenerator<{ name: string; layers: string[] }> {
    const images = (await this.#ask(() => this.#docker.listImages(), 'images')) ?? [];
    for (const { Id, RepoTags } of images) {
      const name = RepoTags?.find((tag) => tag !== '<none>:<none>');
      const layers = name === undefined ? undefined : (await this.inspectImage(Id))?.RootFS?.Layers;
      if (name !== undefined && layers) yield { name, layers };
    }
  }

  /** True where images are kept as they were pulled (containerd), so that only an archive shows all that hangs on them. */
  async keepsIndexes(): Promise<boolean> {
    const info = await this.#ask(() => this.#docker.info(), 'info');
    return JSON.stringify((info as { DriverStatus?: unknown } | undefined)?.DriverStatus ?? '').includes(
      'io.containerd.snapshotter',
    );
  }

  /** What the daemon says of a container; nothing where there is none of that name. @throws TargetError */
  async inspectContainer(name: string): Promise<Dockerode.ContainerInspectInfo | undefined> {
    return this.#ask(() => this.#docker.getContainer(name).inspect(), name);
  }

  /** The newest lines of a container's log, both streams, as the daemon frames them. @throws TargetError */
  async containerLog(name: string, lines: number): Promise<Buffer | undefined> {
    const options = { stdout: true, stderr: true, follow: false, tail: lines } as const;
    return this.#ask(() => this.#docker.getContainer(name).logs(options), name);
  }

  async *#chunks(stream: IncomingMessage, name: string): AsyncGenerator<Buffer> {
    const stop = () => stream.destroy(new Error('interrupted'));
    this.#signal.addEventListener('abort', stop, { once: true });
    stream.setTimeout(SILENCE_MS, () => stream.destroy(new Error('silence')));
    try {
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (error) {
      if (this.#signal.aborted) throw new InterruptedError();
      throw new TargetError('docker-stopped', `the Docker daemon at ${this.#name} stopped in the middle of ${name}`, {
        hint: 'look at the log of the daemon, and try again',
        cause: error,
      });
    } finally {
      this.#signal.removeEventListener('abort', stop);
      stream.destroy();
    }
  }

  /** The answer, or nothing for 404. Errors are made anew: a client's error may hold what was sent. */
  async #ask<T>(call: () => Promise<T>, what: string): Promise<T | undefined> {
    try {
      return await Promise.race([call(), this.#aborted]);
    } catch (error) {
      if (error instanceof InterruptedError) throw error;
      const { code = '', statusCode } = error as ClientError;
      if (statusCode === 404) return undefined;
      throw this.#failure(code, statusCode, what);
    }
  }

  #failure(code: string, statusCode: number | undefined, what: string): TargetError {
    const fail = (id: string, message: string, hint: string) => new TargetError(id, message, { hint });
    const archive = '`docker save IMAGE -o FILE` where it is, and `vaultcheck image --archive FILE`';
    if (code === 'EACCES' || code === 'EPERM') {
      return fail(
        'docker-permission',
        `no permission to use the Docker daemon at ${this.#name}`,
        `join the group of the socket, or give an archive: ${archive}`,
      );
    }
    if (
      statusCode === undefined &&
      ['ENOENT', 'ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT'].includes(code)
    ) {
      return fail(
        'docker-missing',
        `no Docker daemon answers at ${this.#name}`,
        `start it, or give an archive: ${archive}`,
      );
    }
    const why = statusCode === undefined ? code || 'no answer' : `status ${statusCode}`;
    return fail(
      'docker-failed',
      `the Docker daemon at ${this.#name} could not be asked for ${what} (${why})`,
      `look at the log of the daemon, or give an archive: ${archive}`,
    );
  }
}

/** The error for an image that a daemon does not have. */
export function missingImage(name: string, daemon: string): TargetError {
  return new TargetError('image-missing', `there is no image ${name} at ${daemon}`, {
    hint: '`docker images` shows which there are; --pull reads it from its registry without storing it',
  });
}
