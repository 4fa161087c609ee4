import { createHash } from 'node:crypto';
import { arch } from 'node:os';
import { TargetError } from '../../model/errors.ts';
import { DIGEST, object, parseObject, string, texts } from '../../parsers/image-config.ts';

/** A pointer to a blob. */
export interface Descriptor {
  mediaType: string;
  digest: string;
  sizeBytes: number;
  annotations: Record<string, string>;
  /** `linux/amd64` or `linux/arm/v7`; empty where it is not told. */
  platform: string;
}

/** What a manifest says: an image, or a choice of them. */
export type Manifest =
  | { kind: 'index'; entries: Descriptor[]; annotations: Record<string, string> }
  | {
      kind: 'image';
      config: Descriptor;
      layers: Descriptor[];
      annotations: Record<string, string>;
      hasSubject: boolean;
    };

/** Entries of an index, or layers of a manifest, beyond which it is made to harm. */
const MOST_ENTRIES = 5000;

/** The error for a manifest that can't be used. */
export function manifestError(name: string, message: string): TargetError {
  return new TargetError('image-manifest', `${name} ${message}`, {
    hint: 'build and push the image again with a current Docker',
  });
}

/** Reads an OCI or Docker manifest or index. @throws TargetError that says what is wrong, also for schema 1 */
export function parseManifest(text: string, name: string): Manifest {
  let root: ReturnType<typeof parseObject>;
  try {
    root = parseObject(text);
  } catch (error) {
    throw manifestError(name, `has a manifest that ${(error as Error).message}`);
  }
  if (root.schemaVersion === 1) {
    throw manifestError(name, 'has a manifest of schema 1, which Docker gave up in 2017 and which is not read');
  }
  const annotations = texts(root.annotations);
  if (Array.isArray(root.manifests)) return { kind: 'index', entries: descriptors(root.manifests, name), annotations };
  if (!Array.isArray(root.layers)) throw manifestError(name, 'has a manifest that names no layers');
  const [config] = descriptors([root.config], name);
  return {
    kind: 'image',
    config: config!,
    layers: descriptors(root.layers, name),
    annotations,
    hasSubject: root.subject !== undefined,
  };
}

function descriptors(list: unknown[], name: string): Descriptor[] {
  if (list.length > MOST_ENTRIES) throw manifestError(name, `has a manifest of more than ${MOST_ENTRIES} entries`);
  return list.map((item) => {
    const fields = object(item);
    const digest = string(fields.digest);
    if (!DIGEST.test(digest)) throw manifestError(name, 'has a manifest that names something by no SHA-256 digest');
    const { os, architecture, variant } = texts(fields.platform);
    return {
      mediaType: string(fields.mediaType),
      digest,
      sizeBytes: typeof fields.size === 'number' ? fields.size : 0,
      annotations: texts(fields.annotations),
      platform: os && architecture ? [os, architecture, variant].filter(Boolean).join('/') : '',
    };
  });
}

/** True for entries of an index that tell about another entry: BuildKit's provenance and SBOM. */
export function isAttestation(entry: Descriptor): boolean {
  return entry.annotations['vnd.docker.reference.type'] === 'attestation-manifest';
}

/** True for layers that are not distributed with their image. */
export function isForeignLayer({ mediaType }: Descriptor): boolean {
  return /foreign|nondistributable/.test(mediaType);
}

/** The platform of this machine, as images name it; images are of Linux wherever Docker runs. */
export function hostPlatform(): string {
  const architecture: Record<string, string> = { x64: 'amd64', ia32: '386', arm: 'arm/v7' };
  return `linux/${architecture[arch()] ?? arch()}`;
}

/** The entry of an index for a platform. @throws TargetError that lists what there is */
export function choosePlatform(entries: readonly Descriptor[], wanted: string | undefined, name: string): Descriptor {
  const images = entries.filter((entry) => !isAttestation(entry) && entry.platform !== 'unknown/unknown');
  if (wanted === undefined && images.length === 1) return images[0]!;
  const platform = wanted ?? hostPlatform();
  const chosen =
    images.find((entry) => entry.platform === platform) ??
    images.find((entry) => entry.platform.startsWith(`${platform}/`) || platform.startsWith(`${entry.platform}/`));
  if (chosen) return chosen;
  const known = [...new Set(images.map((entry) => entry.platform || 'a platform without a name'))];
  throw new TargetError('image-platform', `${name} has no image for ${platform}`, {
    hint: known.length === 0 ? 'it holds no image at all' : `--platform takes one of ${known.join(', ')}`,
  });
}

/** Checks bytes against the digest that names them. @throws TargetError */
export function checkDigest(bytes: string | Uint8Array, digest: string, name: string): void {
  const found = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (found !== digest) throw digestError(name, digest);
}

/** The error for bytes that are not what their digest says. */
export function digestError(name: string, digest: string): TargetError {
  return new TargetError('image-digest', `${name} is refused: what it gives as ${digest} has another digest`, {
    hint: 'the archive or the registry is damaged or was tampered with: get the image again',
  });
}
