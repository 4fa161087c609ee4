import { TargetError } from '../../model/errors.ts';
import { type ByteSource, TruncatedError } from './byte-reader.ts';
import { digestError } from './manifest.ts';
import { TarFormatError } from './tar-header.ts';
import { BombError, UnpackError, UnpackedStream } from './unpack.ts';

/** What a layer must be, as far as it is known before it is read. */
export interface ExpectedLayer {
  /** The image or archive, for errors. */
  name: string;
  /** Digest of the unpacked tar. */
  diffId?: string;
  /** Digest of the stored bytes. */
  blobDigest?: string;
  /** Stored bytes, where that is known: large layers are read in a thread. */
  sizeBytes?: number;
}

/** Digests that a layer's bytes were found to have. */
export interface LayerDigests {
  packed: string;
  unpacked: string;
}

/**
 * Lends the unpacked bytes of a layer to `use`, and checks them to the last one.
 *
 * @throws TargetError for wrong digests, bombs, and bytes that are cut off or no layer
 */
export async function withLayer<F>(
  source: ByteSource,
  expected: ExpectedLayer,
  use: (unpacked: ByteSource) => Promise<F>,
): Promise<{ facts: F; digests: LayerDigests }> {
  const stream = new UnpackedStream(source);
  try {
    const facts = await use(stream);
    const { packed, unpacked } = await stream.digests();
    if (expected.blobDigest !== undefined && expected.blobDigest !== packed)
      throw digestError(expected.name, expected.blobDigest);
    if (expected.diffId !== undefined && expected.diffId !== unpacked)
      throw digestError(expected.name, expected.diffId);
    return { facts, digests: { packed, unpacked: unpacked! } };
  } catch (error) {
    throw layerError(error, expected);
  } finally {
    stream.close();
  }
}

function layerError(error: unknown, { name, diffId, blobDigest }: ExpectedLayer): unknown {
  const layer = diffId ?? blobDigest ?? 'a layer';
  const fail = (what: string, hint: string) =>
    new TargetError('image-layer', `${layer} of ${name} ${what}`, { hint, cause: error });
  const again = 'get the image again, or build it again';
  if (error instanceof TruncatedError) return fail('ends in the middle', again);
  if (error instanceof UnpackError) return fail(error.message, again);
  if (error instanceof TarFormatError) return fail(`is no tar: it has ${error.message}`, again);
  if (error instanceof BombError)
    return fail(
      `${error.message}, and was not read to its end`,
      'look where the image comes from: no real layer does this',
    );
  return error;
}
