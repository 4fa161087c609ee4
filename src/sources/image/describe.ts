import {
  DIGEST,
  type ImageConfig,
  layerSteps,
  object,
  parseImageConfig,
  parseObject,
  string,
  strings,
} from '../../parsers/image-config.ts';
import {
  checkDigest,
  choosePlatform,
  type Descriptor,
  isAttestation,
  isForeignLayer,
  type Manifest,
  manifestError,
  parseManifest,
} from './manifest.ts';
import { archiveError, type Members } from './members.ts';

/** One layer of an image, lowest first. */
export interface ImageLayer {
  /** Digest of the unpacked tar, as the configuration says. */
  diffId: string;
  /** Digest of the layer as it is stored, where that is another; checked too. */
  blobDigest?: string;
  /** Name of the layer's bytes in the archive; absent for layers that come otherwise. */
  member?: string;
  /** True for layers that are kept elsewhere and may be missing. */
  isForeign: boolean;
  /** The step that made it, where that can be told. */
  createdBy?: string;
}

/** A text that was attached to an image at its build: provenance or a list of contents. */
export interface Attestation {
  /** Such as `https://slsa.dev/provenance/v0.2`. */
  predicateType: string;
  text: string;
}

/** All that is known of an image before its layers are read. */
export interface ImageDescription {
  /** The name that the user knows it by. */
  name: string;
  /** Digest of the manifest, where there is one. */
  digest?: string;
  config: ImageConfig;
  layers: ImageLayer[];
  annotations: Record<string, string>;
  attestations: Attestation[];
  /** Whether the registry holds something that looks like a signature; absent where nobody could look. */
  signature?: 'present' | 'absent';
}

/** Images of one archive beyond which it is made to harm. */
const MOST_IMAGES = 1000;

/** Levels of indexes in indexes. */
const MOST_LEVELS = 4;

/** Describes every image of an archive or a layout. @throws TargetError */
export function describeArchive(members: Members, options: { platform: string | undefined }): ImageDescription[] {
  const images =
    members.has('oci-layout') && members.has('index.json')
      ? describeLayout(members, options.platform)
      : describeDockerArchive(members);
  if (images.length === 0) throw archiveError(members.name, 'holds no image');
  return images;
}

function describeDockerArchive(members: Members): ImageDescription[] {
  if (!members.has('manifest.json')) {
    const isOld = members.has('repositories');
    throw archiveError(
      members.name,
      isOld
        ? 'is of a kind that Docker gave up in 2016: it has no manifest.json'
        : 'is no archive of images: it has neither manifest.json nor index.json',
    );
  }
  let entries: unknown;
  try {
    entries = JSON.parse(members.text('manifest.json'));
  } catch {
    throw archiveError(members.name, 'has a manifest.json that is no JSON');
  }
  if (!Array.isArray(entries) || entries.length > MOST_IMAGES)
    throw archiveError(members.name, 'has a manifest.json that lists no images');
  return entries.map(object).map((entry, i) => {
    const configName = string(entry.Config);
    const text = members.text(configName);
    const [hex] = /[0-9a-f]{64}(?=(?:\.json)?$)/.exec(configName) ?? [];
    if (hex) checkDigest(text, `sha256:${hex}`, members.name);
    const config = readConfig(text, members.name);
    const paths = strings(entry.Layers);
    checkCount(paths.length, config, members.name);
    const steps = layerSteps(config);
    const layers = paths.map((member, at): ImageLayer => {
      const [blob] = /(?<=^blobs\/sha256\/)[0-9a-f]{64}$/.exec(member) ?? [];
      return {
        ...layerOf(config, steps, at),
        member: members.resolve(member),
        ...(blob ? { blobDigest: `sha256:${blob}` } : {}),
        isForeign: Object.hasOwn(object(entry.LayerSources), config.diffIds[at]!),
      };
    });
    const name = strings(entry.RepoTags)[0] ?? (entries.length === 1 ? members.name : `${members.name} image ${i + 1}`);
    return { name, config, layers, annotations: {}, attestations: [] };
  });
}

function describeLayout(members: Members, platform: string | undefined): ImageDescription[] {
  const index = parseManifest(members.text('index.json'), members.name);
  if (index.kind !== 'index') throw archiveError(members.name, 'has an index.json that lists no images');
  const groups = Map.groupBy(
    index.entries.filter((entry) => !isAttestation(entry)),
    (entry) => refName(entry) ?? '',
  );
  return [...groups].slice(0, MOST_IMAGES).flatMap(([name, group]) => {
    const described = name || members.name;
    const isChoice = group.length > 1 && group.every((entry) => entry.platform !== '');
    const chosen = isChoice ? [choosePlatform(group, platform, described)] : group;
    return chosen.flatMap((entry) =>
      describeEntry(members, entry, { name: described, platform, siblings: index.entries, level: 0 }),
    );
  });
}

/** What stays the same while an entry of an index is followed. */
interface Following {
  name: string;
  platform: string | undefined;
  siblings: readonly Descriptor[];
  level: number;
}

function describeEntry(members: Members, entry: Descriptor, following: Following): ImageDescription[] {
  const { name, platform, siblings, level } = following;
  if (level > MOST_LEVELS) throw archiveError(members.name, `has indexes in indexes, more than ${MOST_LEVELS} deep`);
  const manifest = readBlobManifest(members, entry, name);
  if (manifest.kind === 'index') {
    const chosen = choosePlatform(manifest.entries, platform, name);
    return describeEntry(members, chosen, { ...following, siblings: manifest.entries, level: level + 1 });
  }
  // Signatures and other things that hang on an image are manifests without an image's configuration.
  if (!isImageConfig(manifest.config)) return [];
  const text = members.text(blobPath(manifest.config.digest));
  checkDigest(text, manifest.config.digest, members.name);
  const read = (digest: string) => {
    const blob = members.has(blobPath(digest)) ? members.text(blobPath(digest)) : undefined;
    if (blob !== undefined) checkDigest(blob, digest, members.name);
    return blob;
  };
  const attestations = attestationsOf(entry, siblings, name, read);
  return [{ ...describeImage({ name, digest: entry.digest, manifest, configText: text }), attestations }];
}

/** What a manifest and its configuration say of an image; layers are members by their digests. @throws TargetError */
export function describeImage(input: {
  name: string;
  digest: string;
  manifest: Extract<Manifest, { kind: 'image' }>;
  configText: string;
}): ImageDescription {
  const { name, digest, manifest, configText } = input;
  const config = readConfig(configText, name);
  checkCount(manifest.layers.length, config, name);
  const steps = layerSteps(config);
  const layers = manifest.layers.map(
    (layer, at): ImageLayer => ({
      ...layerOf(config, steps, at),
      blobDigest: layer.digest,
      member: blobPath(layer.digest),
      isForeign: isForeignLayer(layer),
    }),
  );
  return { name, digest, config, layers, annotations: manifest.annotations, attestations: [] };
}

/** The texts that an index attaches to an image; `read` gives a small blob, or nothing where it is not there. */
export function attestationsOf(
  entry: Descriptor,
  siblings: readonly Descriptor[],
  name: string,
  read: (digest: string) => string | undefined,
): Attestation[] {
  const about = siblings.filter(
    (sibling) => isAttestation(sibling) && sibling.annotations['vnd.docker.reference.digest'] === entry.digest,
  );
  return about.flatMap(({ digest }) => {
    const text = read(digest);
    const manifest = text === undefined ? undefined : parseManifest(text, name);
    if (manifest?.kind !== 'image') return [];
    return manifest.layers.flatMap((layer) => {
      const statement = read(layer.digest);
      return statement === undefined ? [] : [{ predicateType: predicateType(layer, statement), text: statement }];
    });
  });
}

function predicateType(layer: Descriptor, statement: string): string {
  const told = layer.annotations['in-toto.io/predicate-type'];
  if (told) return told;
  try {
    return string(parseObject(statement).predicateType);
  } catch {
    return '';
  }
}

/** Where an OCI layout keeps a blob. */
export function blobPath(digest: string): string {
  return `blobs/sha256/${digest.slice('sha256:'.length)}`;
}

/** True where a manifest is one of an image, and not of a signature, a chart or the like. */
export function isImageConfig({ mediaType }: Descriptor): boolean {
  return mediaType === '' || /container\.image|image\.config/.test(mediaType);
}

function readBlobManifest(members: Members, entry: Descriptor, name: string): Manifest {
  const text = members.text(blobPath(entry.digest));
  checkDigest(text, entry.digest, members.name);
  return parseManifest(text, name);
}

/** Reads a configuration. @throws TargetError */
export function readConfig(text: string, name: string): ImageConfig {
  try {
    return parseImageConfig(text);
  } catch (error) {
    throw manifestError(name, `has a configuration that ${(error as Error).message}`);
  }
}

function checkCount(layers: number, config: ImageConfig, name: string): void {
  const told = config.diffIds.length;
  if (layers !== told) throw manifestError(name, `has ${layers} layers where its configuration names ${told}`);
}

function layerOf(config: ImageConfig, steps: readonly (string | undefined)[], at: number) {
  const createdBy = steps[at];
  return { diffId: config.diffIds[at]!, ...(createdBy === undefined ? {} : { createdBy }) };
}

/** The name under which an entry of `index.json` was saved. */
function refName({ annotations }: Descriptor): string | undefined {
  const full = annotations['io.containerd.image.name'];
  const short = annotations['org.opencontainers.image.ref.name'];
  return full ?? (short && !DIGEST.test(short) ? short : undefined);
}
