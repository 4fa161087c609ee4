import { type DockerClient, missingImage } from '../../clients/docker.ts';
import {
  DIGEST,
  type ImageConfig,
  layerSteps,
  object,
  runConfig,
  string,
  strings,
} from '../../parsers/image-config.ts';
import { sourceOf } from './byte-reader.ts';
import type { ImageDescription } from './describe.ts';
import { manifestError } from './manifest.ts';
import { type LayerReader, type ReadImages, readStream } from './read-archive.ts';

/**
 * Reads an image of a Docker daemon; the archive is asked for only where a layer is not known from before.
 *
 * @throws TargetError
 */
export async function readDaemonImage<F>(
  client: DockerClient,
  options: { name: string; daemon: string; reader: LayerReader<F>; platform: string | undefined },
): Promise<ReadImages<F>> {
  const { name, daemon, reader } = options;
  const inspected = await client.inspectImage(name);
  if (inspected === undefined) throw missingImage(name, daemon);
  const known = new Map<string, F>();
  const diffIds = strings(object(inspected.RootFS).Layers);
  for (const diffId of diffIds) {
    const facts = reader.known(diffId);
    if (facts !== undefined) known.set(diffId, facts);
  }
  if (known.size === new Set(diffIds).size && !(await client.keepsIndexes())) {
    return { images: [await describe(client, name, object(inspected))], layers: known };
  }
  const { images, layers } = await readStream(sourceOf(await client.saveImage(name)), options);
  // The archive names the image as it was tagged first; the user may know it by another name.
  return { images: images.map((image) => ({ ...image, name })), layers };
}

/** What the daemon says of an image, where its archive is not needed. */
async function describe(
  client: DockerClient,
  name: string,
  inspected: Record<string, unknown>,
): Promise<ImageDescription> {
  const diffIds = strings(object(inspected.RootFS).Layers);
  if (!diffIds.every((digest) => DIGEST.test(digest)))
    throw manifestError(name, 'has layers that are named by no digest');
  const history = (await client.imageHistory(name)).reverse();
  const config: ImageConfig = {
    ...runConfig(object(inspected.Config)),
    architecture: string(inspected.Architecture),
    os: string(inspected.Os),
    diffIds,
    history: history.map(({ CreatedBy, Comment }) => ({ createdBy: string(CreatedBy), comment: string(Comment) })),
  };
  const steps = layerSteps(config);
  const layers = diffIds.map((diffId, i) => {
    const createdBy = steps[i];
    return { diffId, isForeign: false, ...(createdBy === undefined ? {} : { createdBy }) };
  });
  return { name, config, layers, annotations: {}, attestations: [] };
}
