import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { TargetError } from '../../model/errors.ts';
import { ByteReader, type ByteSource, sourceOf, TruncatedError } from './byte-reader.ts';
import { type ExpectedLayer, type LayerDigests, withLayer } from './checked-layer.ts';
import { describeArchive, type ImageDescription, type ImageLayer } from './describe.ts';
import { FileSource } from './file-source.ts';
import { digestError } from './manifest.ts';
import {
  archiveError,
  DirectoryMembers,
  LARGEST_JSON_BYTES,
  MemberIndex,
  type Members,
  type OpenMembers,
  TarMembers,
  toArchiveError,
} from './members.ts';
import { readTar, type TarEntry } from './tar.ts';
import { BombError, packingOf, UnpackError, UnpackedStream } from './unpack.ts';

/** Reads layers on behalf of the sources; `F` is what it makes of one. */
export interface LayerReader<F> {
  /** What is known of a layer from before. */
  known(diffId: string): F | undefined;
  /** Reads a layer, and checks the digests that are expected. @throws TargetError */
  read(source: ByteSource, expected: ExpectedLayer): Promise<{ facts: F; digests: LayerDigests }>;
  /** Layers that may be read at once. */
  atOnce: number;
}

/** Images and what was made of their layers, by digest of the unpacked layer; foreign layers may be missing. */
export interface ReadImages<F> {
  images: ImageDescription[];
  layers: Map<string, F>;
}

/** Small files of one archive that are kept until its end is seen, in bytes. */
const MOST_KEPT_BYTES = 128 * 1024 * 1024;

/** Bytes that tell a small JSON file from a layer. */
const HEAD_BYTES = 512;

/** Reads all images of a file or an OCI layout directory. @throws TargetError */
export async function readArchive<F>(
  path: string,
  reader: LayerReader<F>,
  options: { platform: string | undefined },
): Promise<ReadImages<F>> {
  const { descriptor, isDirectory } = openArchive(path);
  if (isDirectory) return readMembers(new DirectoryMembers(path), reader, options);
  const head = Buffer.alloc(HEAD_BYTES);
  const size = fstatSync(descriptor).size;
  const packing = packingOf(head.subarray(0, readSync(descriptor, head, 0, HEAD_BYTES, 0)));
  if (size === 0) throw archiveError(path, 'is empty');
  if (packing === 'unknown') throw archiveError(path, 'is packed by neither gzip nor zstd');
  if (packing === 'none') return readMembers(await TarMembers.index(descriptor, path), reader, options);
  try {
    return await readStream(new FileSource(descriptor, { start: 0, end: size }), { name: path, reader, ...options });
  } finally {
    closeSync(descriptor);
  }
}

function openArchive(path: string): { descriptor: number; isDirectory: boolean } {
  try {
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (stats.isFile()) return { descriptor, isDirectory: false };
    closeSync(descriptor);
    if (stats.isDirectory()) return { descriptor: -1, isDirectory: true };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new TargetError(
      'image-archive',
      `${path} ${code === 'ENOENT' ? 'is not there' : `can't be read (${code})`}`,
      {
        hint: '--archive takes a file that `docker save` wrote, or the directory of an OCI layout',
        cause: error,
      },
    );
  }
  throw archiveError(path, 'is neither a file nor a directory');
}

async function readMembers<F>(
  members: OpenMembers,
  reader: LayerReader<F>,
  options: { platform: string | undefined },
): Promise<ReadImages<F>> {
  try {
    const images = describeArchive(members, options);
    const layers = await readLayers(images, reader, (layer, image) => openMember(members, layer, image));
    return { images, layers };
  } finally {
    members.close();
  }
}

function openMember(members: OpenMembers, layer: ImageLayer, image: ImageDescription): ByteSource | undefined {
  if (layer.member !== undefined && members.has(layer.member)) return members.open(layer.member);
  if (layer.isForeign) return undefined;
  throw archiveError(members.name, `does not hold layer ${layer.diffId} of ${image.name}`);
}

/**
 * Reads every layer of some images once, several at a time.
 *
 * `open` gives a layer's stored bytes, or nothing for foreign layers that are not there.
 */
export async function readLayers<F>(
  images: readonly ImageDescription[],
  reader: LayerReader<F>,
  open: (layer: ImageLayer, image: ImageDescription) => ByteSource | Promise<ByteSource | undefined> | undefined,
): Promise<Map<string, F>> {
  const layers = new Map<string, F>();
  const wanted = new Map<string, { layer: ImageLayer; image: ImageDescription }>();
  for (const image of images) for (const layer of image.layers) wanted.set(layer.diffId, { layer, image });
  const queue = [...wanted.values()];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { layer, image } = next;
      const known = reader.known(layer.diffId);
      if (known !== undefined) {
        layers.set(layer.diffId, known);
        continue;
      }
      const source = await open(layer, image);
      if (source === undefined) continue;
      const { diffId, blobDigest } = layer;
      const expected = {
        name: image.name,
        diffId,
        ...(blobDigest === undefined ? {} : { blobDigest }),
        ...(source.sizeBytes === undefined ? {} : { sizeBytes: source.sizeBytes }),
      };
      layers.set(diffId, (await reader.read(source, expected)).facts);
    }
  };
  // Nothing goes on in the background when one layer fails.
  const done = await Promise.allSettled(
    Array.from({ length: reader.atOnce }, () =>
      work().catch((error: unknown) => {
        queue.length = 0;
        throw error;
      }),
    ),
  );
  const failed = done.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return layers;
}

/** What was read of one layer in a stream, before anybody knew which one it is. */
interface StreamedLayer<F> {
  facts: F;
  digests: LayerDigests;
}

/**
 * Reads all images of an archive that comes as a stream: layers are judged as they pass, and the manifest, which stands
 * at the end, tells which they were.
 *
 * @throws TargetError
 */
export async function readStream<F>(
  source: ByteSource,
  options: { name: string; reader: LayerReader<F>; platform: string | undefined },
): Promise<ReadImages<F>> {
  const { name } = options;
  const members = new StreamMembers(name);
  const streamed = new Map<string, StreamedLayer<F>>();
  const unpacked = new UnpackedStream(source, { isHashed: false });
  try {
    for await (const entry of readTar(new ByteReader(unpacked))) {
      const member = members.add(entry);
      if (entry.type !== 'file') continue;
      const rest = await members.takeJson(member, entry);
      if (rest) streamed.set(member, await readStreamed(rest, member, { ...options, sizeBytes: entry.sizeBytes }));
    }
    // Reads on to the end of the packed stream, whose check sum stands there.
    await unpacked.digests();
  } catch (error) {
    throw streamError(error, name);
  } finally {
    unpacked.close();
  }
  const images = describeArchive(members, options);
  return { images, layers: identify(images, streamed, name) };
}

/** A layer whose name is its digest may be known: then it is only checked. */
async function readStreamed<F>(
  source: ByteSource,
  member: string,
  { name, reader, sizeBytes }: { name: string; reader: LayerReader<F>; sizeBytes: number },
): Promise<StreamedLayer<F>> {
  const [hex] = /(?<=^blobs\/sha256\/)[0-9a-f]{64}$/.exec(member) ?? [];
  const facts = hex === undefined ? undefined : reader.known(`sha256:${hex}`);
  if (facts === undefined) return reader.read(source, { name, sizeBytes });
  return withLayer(source, { name, diffId: `sha256:${hex}` }, async () => facts);
}

function identify<F>(images: readonly ImageDescription[], streamed: Map<string, StreamedLayer<F>>, name: string) {
  const layers = new Map<string, F>();
  for (const image of images) {
    for (const { diffId, blobDigest, member, isForeign } of image.layers) {
      const found = streamed.get(member ?? '');
      if (found === undefined && isForeign) continue;
      if (found === undefined) throw archiveError(name, `does not hold layer ${diffId} of ${image.name}`);
      if (found.digests.unpacked !== diffId) throw digestError(image.name, diffId);
      if (blobDigest !== undefined && found.digests.packed !== blobDigest) throw digestError(image.name, blobDigest);
      layers.set(diffId, found.facts);
    }
  }
  return layers;
}

function streamError(error: unknown, name: string): unknown {
  if (error instanceof BombError)
    return archiveError(name, error.message, { hint: 'look where the archive comes from' });
  if (error instanceof UnpackError || error instanceof TruncatedError) return archiveError(name, error.message);
  return toArchiveError(error, name);
}

/** The members of a stream: small JSON files are kept, links and names are noted. */
class StreamMembers implements Members {
  readonly #index: MemberIndex;
  readonly #texts = new Map<string, string>();
  #keptBytes = 0;

  constructor(name: string) {
    this.#index = new MemberIndex(name);
  }

  get name(): string {
    return this.#index.name;
  }

  add(entry: TarEntry): string {
    return this.#index.add(entry);
  }

  has(member: string): boolean {
    return this.#texts.has(this.resolve(member));
  }

  resolve(member: string): string {
    return this.#index.resolve(member);
  }

  text(member: string): string {
    this.#index.json(member);
    const text = this.#texts.get(this.resolve(member));
    if (text === undefined) throw archiveError(this.name, `holds a ${member} that is no JSON`);
    return text;
  }

  /** Keeps a member that begins like JSON; for all others gives the bytes, of which the first are read already. */
  async takeJson(member: string, entry: TarEntry): Promise<ByteSource | undefined> {
    const head = Buffer.from((await entry.body.some(HEAD_BYTES)) ?? Buffer.alloc(0));
    const isJson =
      /^\s*[[{]/.test(head.toString('latin1')) || /(?:^|\/)(?:VERSION|repositories|oci-layout)$/.test(member);
    if (!isJson || entry.sizeBytes > LARGEST_JSON_BYTES) {
      if (head.length === 0) return undefined;
      return sourceOf(startingWith(head, entry.body.chunks()));
    }
    const parts = [head];
    for await (const part of entry.body.chunks()) parts.push(Buffer.from(part));
    this.#keptBytes += entry.sizeBytes;
    if (this.#keptBytes > MOST_KEPT_BYTES) throw archiveError(this.name, 'holds more than 128 MB of JSON');
    this.#texts.set(member, Buffer.concat(parts).toString('utf8'));
    return undefined;
  }
}

async function* startingWith(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}
