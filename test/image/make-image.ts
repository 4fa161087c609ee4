import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { NO_CONFIG } from '../../src/config.ts';
import { type ImageScanOptions, scanImages } from '../../src/image/scan-images.ts';
import type { Report } from '../../src/model/report.ts';
import { makeTar, type TarFile } from './make-tar.ts';

/** A layer to be made: its files, or its bytes as they are. */
export interface LayerInput {
  files?: readonly TarFile[];
  tar?: Buffer;
  packing?: 'none' | 'gzip' | 'zstd';
  /** The stored bytes, where they are not what the rest says. */
  blob?: Buffer;
  createdBy?: string;
  mediaType?: string;
  /** Left out of the archive. */
  isMissing?: boolean;
}

/** An image to be made. */
export interface ImageInput {
  layers: readonly LayerInput[];
  /** `config` of its configuration. */
  config?: object;
  /** Further steps of its history that make no layer. */
  steps?: readonly string[];
  name?: string;
  annotations?: Record<string, string>;
}

/** Digest of some bytes. */
export function digestOf(bytes: string | Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function pack(tar: Buffer, packing: LayerInput['packing'] = 'none'): Buffer {
  return packing === 'gzip' ? gzipSync(tar) : packing === 'zstd' ? zstdCompressSync(tar) : tar;
}

/** Layers and configuration as bytes. */
export function makeParts({ layers, config = {}, steps = [] }: ImageInput) {
  const made = layers.map((layer) => {
    const tar = layer.tar ?? makeTar(layer.files ?? []);
    return { layer, diffId: digestOf(tar), blob: layer.blob ?? pack(tar, layer.packing) };
  });
  const history = [
    ...layers.map(({ createdBy = 'COPY . . # buildkit' }) => ({ created_by: createdBy })),
    ...steps.map((step) => ({ created_by: step, empty_layer: true })),
  ];
  const rootfs = { type: 'layers', diff_ids: made.map(({ diffId }) => diffId) };
  const configText = JSON.stringify({ architecture: 'amd64', os: 'linux', config, rootfs, history });
  return { made, configText };
}

/** An archive as `docker save` of the classic store writes it. */
export function dockerArchive(input: ImageInput): Buffer {
  const { made, configText } = makeParts(input);
  const configName = `${digestOf(configText).slice(7)}.json`;
  const names = made.map(({ diffId }, i) => `${i}${diffId.slice(8, 70)}/layer.tar`);
  const manifest = [{ Config: configName, RepoTags: [input.name ?? 'test:1'], Layers: names }];
  return makeTar([
    ...made.flatMap(({ blob, layer }, i) => (layer.isMissing ? [] : [{ name: names[i]!, body: blob }])),
    { name: configName, body: configText },
    { name: 'manifest.json', body: JSON.stringify(manifest) },
  ]);
}

/** The files of an OCI layout. */
export function ociLayout(input: ImageInput): TarFile[] {
  const { made, configText } = makeParts(input);
  const blobs = new Map<string, Buffer>();
  const put = (bytes: string | Buffer) => {
    const digest = digestOf(bytes);
    blobs.set(digest, Buffer.from(bytes));
    return { digest, size: bytes.length };
  };
  const manifest = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...put(configText) },
    layers: made.map(({ blob, layer }) => {
      const { packing = 'none', mediaType } = layer;
      const type = mediaType ?? `application/vnd.oci.image.layer.v1.tar${packing === 'none' ? '' : `+${packing}`}`;
      const descriptor = { mediaType: type, digest: digestOf(blob), size: blob.length };
      if (!layer.isMissing) put(blob);
      return descriptor;
    }),
    annotations: input.annotations ?? {},
  };
  const entry = {
    mediaType: manifest.mediaType,
    ...put(JSON.stringify(manifest)),
    annotations: { 'io.containerd.image.name': input.name ?? 'test:1' },
    platform: { os: 'linux', architecture: 'amd64' },
  };
  return [
    { name: 'oci-layout', body: '{"imageLayoutVersion":"1.0.0"}' },
    ...[...blobs].map(([digest, body]) => ({ name: `blobs/sha256/${digest.slice(7)}`, body })),
    { name: 'index.json', body: JSON.stringify({ schemaVersion: 2, manifests: [entry] }) },
  ];
}

/** Writes bytes to a file of their own, and gives its path. */
export function fileOf(bytes: Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'vaultcheck-image-')), 'image.tar');
  writeFileSync(path, bytes);
  return path;
}

/** Writes files into a folder of their own, and gives its path. */
export function folderOf(files: readonly TarFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'vaultcheck-layout-'));
  for (const { name, body } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), body ?? '');
  }
  return folder;
}

/** A scan of nothing by every rule, in one thread and without a cache. */
export const SCAN: ImageScanOptions = {
  targets: [],
  env: {},
  platform: undefined,
  pull: false,
  only: [],
  skip: [],
  config: NO_CONFIG,
  jobs: 1,
  isExcluded: () => false,
  signal: new AbortController().signal,
};

/** Scans archives with every rule. */
export function scanArchives(archives: readonly string[], options: Partial<ImageScanOptions> = {}) {
  return scanImages({ ...SCAN, targets: archives.map((path) => ({ kind: 'archive', path })), ...options });
}

/** Paths inside the layers of what was found. */
export function members({ findings }: Report): string[] {
  return findings.map(({ origin }) => (origin.kind === 'layer' ? origin.member : origin.path));
}
