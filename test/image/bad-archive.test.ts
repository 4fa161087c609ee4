import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import {
  digestOf,
  dockerArchive,
  fileOf,
  folderOf,
  type ImageInput,
  members,
  ociLayout,
  scanArchives,
} from './make-image.ts';
import { makeTar } from './make-tar.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'bad-archive');
const ENV = `VAULT_TOKEN=${TOKEN}\n`;
const only = { only: ['secrets/vault-service-token'] };

const IMAGE: ImageInput = {
  layers: [
    {
      files: [
        { name: 'etc/', flag: '5' },
        { name: 'etc/app.conf', body: ENV },
      ],
    },
    { files: [{ name: 'app/readme', body: 'hello' }] },
  ],
};

describe('what is not as it should be', () => {
  const archive = dockerArchive(IMAGE);
  const refused = async (bytes: Buffer | string, words: RegExp) => {
    const path = typeof bytes === 'string' ? bytes : fileOf(bytes);
    await expect(scanArchives([path], only)).rejects.toThrow(words);
  };

  test('a foreign layer that is not there is a coverage note; one that is there is read', async () => {
    const mediaType = 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip';
    const [first, second] = IMAGE.layers;
    const missing = await scanArchives(
      [fileOf(makeTar(ociLayout({ layers: [first!, { ...second!, mediaType, isMissing: true }] })))],
      only,
    );
    expect(missing.problems).toMatchObject([{ kind: 'coverage', code: 'foreign-layer' }]);
    expect(members(missing)).toEqual(['etc/app.conf']);
    const there = await scanArchives(
      [fileOf(makeTar(ociLayout({ layers: [{ ...first!, mediaType }, second!] })))],
      only,
    );
    expect(members(there)).toEqual(['etc/app.conf']);
  });
  test('a name that leads out of its layer is told, and its file is looked at', async () => {
    const report = await scanArchives(
      [fileOf(dockerArchive({ layers: [{ files: [{ name: '../../etc/app.conf', body: ENV }] }] }))],
      only,
    );
    expect(members(report)).toEqual(['etc/app.conf']);
    expect(report.problems).toMatchObject([{ kind: 'unread', code: 'path-traversal' }]);
  });
  test('a name that leads out of the archive is refused', async () => {
    await refused(makeTar([{ name: '../manifest.json', body: '[]' }]), /leads out of it/);
    await refused(gzipSync(makeTar([{ name: 'a/../../x', body: '[]' }])), /leads out of it/);
  });
  test('archives that are cut off are refused, wherever that is', async () => {
    for (const length of [100, 700, 1500, archive.length - 2000]) {
      await refused(archive.subarray(0, length), /ends in the middle|is no archive|holds no|neither manifest/);
    }
    const packed = gzipSync(archive);
    await refused(packed.subarray(0, packed.length - 5), /ends in the middle/);
    await refused(zstdCompressSync(archive).subarray(0, 300), /ends in the middle/);
  });
  test('a layer whose gzip is cut off or broken is refused', async () => {
    const [first] = IMAGE.layers;
    const blob = gzipSync(makeTar(first!.files!));
    const broken = Buffer.from(blob);
    broken.writeUInt32LE(1, blob.length - 8);
    for (const bytes of [blob.subarray(0, blob.length - 9), broken]) {
      const files = ociLayout({ layers: [{ ...first!, packing: 'gzip' }] }).map((file) =>
        Buffer.isBuffer(file.body) && file.body.equals(blob) ? { ...file, body: bytes } : file,
      );
      await refused(makeTar(files), /ends in the middle|can't be unpacked/);
    }
  });
  test.each([
    ['a layer', (name: string) => name.endsWith('layer.tar')],
    ['a configuration', (name: string) => /^[0-9a-f]{64}\.json$/.test(name)],
  ])('%s with another digest than it should have is refused', async (_what, isIt) => {
    const tampered = tamper(archive, isIt);
    await refused(tampered, /is refused: .* has another digest/);
    await refused(gzipSync(tampered), /is refused: .* has another digest/);
  });
  test('blobs of a layout with another digest than their name are refused', async () => {
    for (const { name } of ociLayout(IMAGE).filter((file) => file.name.startsWith('blobs/'))) {
      const files = ociLayout(IMAGE).map((file) =>
        file.name === name ? { ...file, body: Buffer.concat([file.body as Buffer, Buffer.from(' ')]) } : file,
      );
      await refused(folderOf(files), /has another digest/);
    }
  });
  test('a layer that grows without bounds is refused before it has cost much', async () => {
    const start = makeTar([{ name: 'a', sizeBytes: 2 ** 32 }], { hasEnd: false });
    const megabyte = gzipSync(Buffer.alloc(1024 * 1024));
    const blob = Buffer.concat([gzipSync(start), ...Array.from({ length: 4096 }, () => megabyte)]);
    await refused(dockerArchive({ layers: [{ blob }] }), /grows to more than 250 times its packed size/);
    const files = { name: 'big', body: Buffer.alloc(0), sizeBytes: 2 ** 32 };
    const outer = gzipSync(makeTar([files], { hasEnd: false }));
    await refused(
      Buffer.concat([outer, ...Array.from({ length: 4096 }, () => megabyte)]),
      /grows to more than 250 times/,
    );
  });
  test('what is no archive of images says so', async () => {
    await refused(Buffer.alloc(0), /is empty/);
    await refused(Buffer.from('hello'.repeat(500)), /is no archive of images/);
    await refused(Buffer.from('BZh91AY'), /neither gzip nor zstd/);
    await refused(makeTar([{ name: 'a', body: 'x' }]), /neither manifest.json nor index.json/);
    await refused(makeTar([{ name: 'repositories', body: '{}' }]), /gave up in 2016/);
    await refused(makeTar([{ name: 'manifest.json', body: '[' }]), /no JSON/);
    await refused(makeTar([{ name: 'manifest.json', body: '[]' }]), /holds no image/);
    await refused('/nowhere/image.tar', /is not there/);
    await refused('/dev/null', /neither a file nor a directory/);
    await refused(folderOf([{ name: 'x', body: 'x' }]), /neither manifest.json nor index.json/);
  });
  test('a manifest of schema 1 says what to do', async () => {
    const text = JSON.stringify({ schemaVersion: 1, name: 'old', fsLayers: [] });
    const index = { schemaVersion: 2, manifests: [{ mediaType: 'x', digest: digestOf(text), size: text.length }] };
    const files = [
      { name: 'oci-layout', body: '{}' },
      { name: 'index.json', body: JSON.stringify(index) },
      { name: `blobs/sha256/${digestOf(text).slice(7)}`, body: text },
    ];
    await refused(folderOf(files), /schema 1/);
  });
  test('a missing layer is refused', async () => {
    const [first, second] = IMAGE.layers;
    await refused(
      dockerArchive({ layers: [first!, { ...second!, isMissing: true }] }),
      /holds? (?:no|not hold)|does not hold layer/,
    );
  });
});

/** Changes the last byte of one member's body. */
function tamper(archive: Buffer, isIt: (name: string) => boolean): Buffer {
  const copy = Buffer.from(archive);
  for (let at = 0; at < copy.length; ) {
    const name = copy.toString('latin1', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(copy.toString('latin1', at + 124, at + 135), 8) || 0;
    if (isIt(name)) {
      // White space at the end of JSON, and the padding of a tar, change nothing but the digest.
      const last = at + 512 + size - 1;
      copy[last] = copy[last] === 0 ? 1 : copy[last]!;
      if (copy[last] !== 1) copy.writeUInt8(32, last);
      return copy;
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error('nothing to tamper with');
}
