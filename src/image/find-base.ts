import { TargetError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { ImageDescription } from '../sources/image/describe.ts';
import type { BaseImage } from './image-findings.ts';
import type { ImageTarget, TargetReader } from './read-target.ts';

/** Annotations by which builders say what an image is built on. */
const BASE_NAME = 'org.opencontainers.image.base.name';
const BASE_DIGEST = 'org.opencontainers.image.base.digest';

/** Images of the daemon that are compared by their layers. */
const MOST_COMPARED = 200;

/** The image that another one is built on, and what kept it from being found. */
export interface FoundBase {
  base?: BaseImage;
  problems: Problem[];
}

/**
 * Finds what an image is built on: the one that the user names, else the one that its annotations name, else the image
 * of the daemon whose layers are its lowest ones.
 *
 * @throws TargetError for a named one that can't be had
 */
export async function findBase(
  image: ImageDescription,
  targets: TargetReader,
  options: { named: ImageTarget | undefined; asksDaemon: boolean },
): Promise<FoundBase> {
  if (options.named) {
    const description = await targets.describe(options.named);
    const layers = sharedLayers(description, image);
    if (layers > 0) return { base: { name: description.name, layers, description }, problems: [] };
    return { problems: [note(image, `is not built on ${description.name}: it has none of its layers`)] };
  }
  const told = { ...image.config.labels, ...image.annotations };
  const name = told[BASE_NAME];
  if (name) return findTold(image, targets, { name, digest: told[BASE_DIGEST] });
  return options.asksDaemon ? { ...(await findByLayers(image, targets)), problems: [] } : { problems: [] };
}

async function findTold(
  image: ImageDescription,
  targets: TargetReader,
  { name, digest }: { name: string; digest: string | undefined },
): Promise<FoundBase> {
  const pinned = digest && !name.includes('@') ? `${name}@${digest}` : name;
  for (const candidate of new Set([pinned, name])) {
    try {
      const description = await targets.describe({ kind: 'image', name: candidate });
      const layers = sharedLayers(description, image);
      if (layers > 0) return { base: { name, layers, description }, problems: [] };
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
    }
  }
  // Its name is known all the same: it is compared with the registries that are allowed.
  return {
    base: { name, layers: 0 },
    problems: [note(image, `base image ${name} could not be had: what it brings is not told apart`)],
  };
}

async function findByLayers(image: ImageDescription, targets: TargetReader): Promise<Pick<FoundBase, 'base'>> {
  const { client } = await targets.docker();
  const own = image.layers.map(({ diffId }) => diffId);
  let best: { name: string; layers: string[] } | undefined;
  let compared = 0;
  for await (const other of client.namedImages()) {
    if (++compared > MOST_COMPARED) break;
    const isBelow = other.layers.length < own.length && other.layers.every((layer, i) => layer === own[i]);
    if (isBelow && other.layers.length > (best?.layers.length ?? 0)) best = other;
  }
  if (best === undefined) return {};
  const description = await targets.describe({ kind: 'image', name: best.name });
  return { base: { name: best.name, layers: best.layers.length, description } };
}

/** How many of the image's lowest layers are the other one's; none unless all of the other one's are there. */
function sharedLayers(base: ImageDescription, image: ImageDescription): number {
  const isBelow = base.layers.every(({ diffId }, i) => diffId === image.layers[i]?.diffId);
  return isBelow ? base.layers.length : 0;
}

function note(image: ImageDescription, message: string): Problem {
  return { kind: 'coverage', code: 'base-image', message, path: `image:${image.name}` };
}
