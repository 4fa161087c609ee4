import { type RegistryClient, registryError } from '../../clients/registry.ts';
import { parseRegistryReference, type RegistryReference } from '../../clients/registry-reference.ts';
import { sourceOf } from './byte-reader.ts';
import { type Attestation, attestationsOf, describeImage, type ImageDescription } from './describe.ts';
import {
  checkDigest,
  choosePlatform,
  type Descriptor,
  isAttestation,
  manifestError,
  parseManifest,
} from './manifest.ts';
import { type LayerReader, type ReadImages, readLayers } from './read-archive.ts';

/** Attestations of one image that are read. */
const MOST_ATTESTATIONS = 20;

/** Reads an image straight from its registry; nothing is stored. @throws TargetError */
export async function readRegistryImage<F>(
  client: RegistryClient,
  options: { name: string; reader: LayerReader<F>; platform: string | undefined },
): Promise<ReadImages<F>> {
  const { name, reader, platform } = options;
  const image = parseRegistryReference(name);
  const described = await describe(client, image, platform);
  const sizes = described.sizes;
  const layers = await readLayers([described.image], reader, async ({ blobDigest, isForeign }) => {
    // Foreign layers are kept at addresses that the image itself names: nobody goes there.
    if (isForeign || blobDigest === undefined) return undefined;
    const sizeBytes = sizes.get(blobDigest);
    const source = sourceOf(await client.blob(image, blobDigest));
    return sizeBytes === undefined ? source : { ...source, sizeBytes };
  });
  return { images: [described.image], layers };
}

async function describe(client: RegistryClient, image: RegistryReference, platform: string | undefined) {
  const first = await getManifest(client, image, image.reference);
  let manifest = parseManifest(first.text, image.text);
  let { digest } = first;
  let attestations: Attestation[] = [];
  if (manifest.kind === 'index') {
    const entry = choosePlatform(manifest.entries, platform, image.text);
    attestations = await getAttestations(client, image, entry, manifest.entries);
    digest = entry.digest;
    manifest = parseManifest((await getManifest(client, image, digest)).text, image.text);
  }
  if (manifest.kind === 'index') throw manifestError(image.text, 'has an index in an index');
  const configText = await client.blobText(image, manifest.config.digest);
  checkDigest(configText, manifest.config.digest, image.text);
  const description = describeImage({ name: image.text, digest, manifest, configText });
  const signature = await findSignature(client, image, [digest, first.digest]);
  return {
    image: { ...description, attestations, ...(signature ? { signature } : {}) } satisfies ImageDescription,
    sizes: new Map(manifest.layers.map((layer) => [layer.digest, layer.sizeBytes])),
  };
}

async function getManifest(client: RegistryClient, image: RegistryReference, reference: string) {
  const found = await client.manifest(image, reference);
  if (found === undefined) throw registryError(image, 'has no such image', 'check the name and the tag');
  if (reference.startsWith('sha256:')) checkDigest(found.text, reference, image.text);
  return found;
}

async function getAttestations(
  client: RegistryClient,
  image: RegistryReference,
  entry: Descriptor,
  entries: readonly Descriptor[],
): Promise<Attestation[]> {
  const texts = new Map<string, string>();
  const about = entries.filter(
    (other) => isAttestation(other) && other.annotations['vnd.docker.reference.digest'] === entry.digest,
  );
  for (const { digest } of about.slice(0, MOST_ATTESTATIONS)) {
    const { text } = await getManifest(client, image, digest);
    texts.set(digest, text);
    const manifest = parseManifest(text, image.text);
    if (manifest.kind !== 'image') continue;
    for (const layer of manifest.layers.slice(0, MOST_ATTESTATIONS)) {
      const statement = await client.blobText(image, layer.digest);
      checkDigest(statement, layer.digest, image.text);
      texts.set(layer.digest, statement);
    }
  }
  return attestationsOf(entry, entries, image.text, (digest) => texts.get(digest));
}

/** Whether anything looks like a signature: cosign's tag, or a referrer of that kind. It is not verified. */
async function findSignature(
  client: RegistryClient,
  image: RegistryReference,
  digests: readonly string[],
): Promise<'present' | 'absent'> {
  for (const digest of new Set(digests)) {
    if (await client.manifest(image, `${digest.replace(':', '-')}.sig`)) return 'present';
    const types = (await client.referrers(image, digest)) ?? [];
    if (types.some((type) => /cosign|sigstore|notary/i.test(type))) return 'present';
  }
  return 'absent';
}
