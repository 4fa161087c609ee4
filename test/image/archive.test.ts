import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import type { Report } from '../../src/model/report.ts';
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
import { makeTar, paxHeader } from './make-tar.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'archive');
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

async function scan(input: ImageInput): Promise<Report> {
  return scanArchives([fileOf(dockerArchive(input))], only);
}

describe('every kind of archive gives the same', () => {
  const kinds: [string, () => string][] = [
    ['docker save', () => fileOf(dockerArchive(IMAGE))],
    ['docker save, packed by gzip', () => fileOf(gzipSync(dockerArchive(IMAGE)))],
    ['docker save, packed by zstd', () => fileOf(zstdCompressSync(dockerArchive(IMAGE)))],
    ['OCI layout as a tar', () => fileOf(makeTar(ociLayout(IMAGE)))],
    ['OCI layout as a packed tar', () => fileOf(gzipSync(makeTar(ociLayout(IMAGE))))],
    ['OCI layout as a directory', () => folderOf(ociLayout(IMAGE))],
  ];
  test.each(kinds)('%s', async (_kind, make) => {
    const report = await scanArchives([make()], only);
    const layer = digestOf(makeTar(IMAGE.layers[0]!.files!));
    expect(report.findings).toMatchObject([
      {
        ruleId: 'secrets/vault-service-token',
        masked: 'hvs.****',
        region: { startLine: 1, startColumn: 13 },
        origin: {
          kind: 'layer',
          path: `layer:${layer}/etc/app.conf`,
          member: 'etc/app.conf',
          layer,
          images: ['test:1'],
        },
      },
    ]);
    expect(report.target).toEqual({ kind: 'image', path: 'test:1' });
    expect(report.coverage).toMatchObject({ files: 2 });
    expect(JSON.stringify(report)).not.toContain(TOKEN);
  });

  test.each(['none', 'gzip', 'zstd'] as const)('layers packed by %s', async (packing) => {
    const layers = IMAGE.layers.map((layer) => ({ ...layer, packing }));
    expect(members(await scanArchives([fileOf(makeTar(ociLayout({ layers })))], only))).toEqual(['etc/app.conf']);
    expect(members(await scan({ layers }))).toEqual(['etc/app.conf']);
  });

  test('two images that share a layer give one finding that names both', async () => {
    const one = fileOf(dockerArchive({ ...IMAGE, name: 'one:1' }));
    const two = fileOf(dockerArchive({ ...IMAGE, name: 'two:1' }));
    const { findings, target } = await scanArchives([one, two], only);
    expect(findings.map(({ origin }) => (origin as { images: string[] }).images)).toEqual([['one:1', 'two:1']]);
    expect(target.path).toBe('one:1, two:1');
  });
});

describe('the overlay', () => {
  const hidden = async (later: Parameters<typeof makeTar>[0], more: Parameters<typeof makeTar>[0] = []) => {
    const report = await scan({ layers: [{ files: [{ name: 'app/a/key', body: ENV }, ...more] }, { files: later }] });
    return report.findings[0]!.origin as { hidden?: { layer: string; how: string } };
  };

  test('names a deleted file, the layer that added it and the one that deleted it', async () => {
    const layers = [
      { files: [{ name: 'app/key', body: ENV }] },
      { files: [{ name: 'other', body: 'x' }] },
      { files: [{ name: 'app/.wh.key' }] },
    ];
    const { findings } = await scan({ layers });
    const ids = layers.map(({ files }) => digestOf(makeTar(files)));
    expect(findings).toHaveLength(1);
    expect(findings[0]!.origin).toMatchObject({ layer: ids[0], hidden: { layer: ids[2], how: 'deleted' } });
    expect(findings[0]!.message).toContain(`layer 1 (${ids[0]!.slice(0, 19)}) added`);
    expect(findings[0]!.message).toContain(`layer 3 (${ids[2]!.slice(0, 19)}) deleted: the image still holds it`);
  });
  test.each([
    ['a whiteout of a folder above', [{ name: '.wh.app' }], 'deleted'],
    ['an opaque folder', [{ name: 'app/.wh..wh..opq' }], 'deleted'],
    ['an opaque root', [{ name: '.wh..wh..opq' }], 'deleted'],
    ['another file of the name', [{ name: './app/a/key', body: 'x' }], 'replaced'],
    ['a link in the place of its folder', [{ name: 'app/a', flag: '2', linkName: '/tmp' }], 'deleted'],
  ])('%s hides it', async (_what, later, how) => {
    expect((await hidden(later)).hidden?.how).toBe(how);
  });
  test.each([
    ['a whiteout of a neighbour', [{ name: 'app/a/.wh.ke' }]],
    ['an opaque neighbour', [{ name: 'app/b/.wh..wh..opq' }]],
    ['its folder once more', [{ name: 'app/a/', flag: '5' }]],
    ["AUFS's own files", [{ name: '.wh..wh.plnk/', flag: '5' }, { name: '.wh..wh.aufs' }]],
  ])('%s does not', async (_what, later) => {
    expect((await hidden(later)).hidden).toBeUndefined();
  });
  test('a file with two names is there until both are gone', async () => {
    const link = [{ name: 'backup', flag: '1', linkName: 'app/a/key' }];
    expect((await hidden([{ name: 'app/a/.wh.key' }], link)).hidden).toBeUndefined();
    expect((await hidden([{ name: 'app/a/.wh.key' }, { name: '.wh.backup' }], link)).hidden?.how).toBe('deleted');
  });
  test('an earlier layer hides nothing', async () => {
    const report = await scan({ layers: [{ files: [{ name: '.wh.key' }] }, { files: [{ name: 'key', body: ENV }] }] });
    expect(report.findings[0]!.origin).not.toHaveProperty('hidden');
  });
});

describe('tar of every kind', () => {
  /** A layer that the system's tar writes. */
  function systemTar(flags: string[], prepare: (folder: string) => void): Buffer {
    const folder = mkdtempSync(join(tmpdir(), 'vaultcheck-tar-'));
    prepare(folder);
    return execFileSync('tar', [...flags, '-cf', '-', '-C', folder, '.'], { maxBuffer: 1 << 26 });
  }
  const long = `${'d'.repeat(90)}/${'e'.repeat(90)}/${'f'.repeat(90)}`;

  test.each(['gnu', 'pax', 'posix', 'v7', 'ustar', 'oldgnu'])('%s', async (format) => {
    const tar = systemTar([`--format=${format}`], (folder) => {
      writeFileSync(join(folder, 'grüße.conf'), ENV);
      symlinkSync('/etc/passwd', join(folder, 'link'));
      if (!['v7', 'ustar'].includes(format)) {
        execFileSync('mkdir', ['-p', join(folder, long)]);
        writeFileSync(join(folder, long, 'long.conf'), ENV);
      }
    });
    const found = members(await scan({ layers: [{ tar }] }));
    expect(found).toEqual(['v7', 'ustar'].includes(format) ? ['grüße.conf'] : [`${long}/long.conf`, 'grüße.conf']);
  });

  test.each([
    ['gnu'],
    ['posix', '--sparse-version=0.0'],
    ['posix', '--sparse-version=0.1'],
    ['posix', '--sparse-version=1.0'],
  ])('sparse files of format %s %s: the data is read, the holes are not', async (format, ...flags) => {
    const tar = systemTar([`--format=${format}`, '--sparse', ...flags], (folder) => {
      // 64 pieces of data make a map longer than one block.
      execFileSync('truncate', ['-s', '4G', join(folder, 'sparse')]);
      const script = `for i in $(seq 64); do printf x | dd of=sparse bs=1 seek=$((i * 50000000)) conv=notrunc status=none; done`;
      execFileSync('sh', ['-c', script], { cwd: folder });
      execFileSync('dd', ['of=sparse', 'bs=1', 'seek=4000000000', 'conv=notrunc', 'status=none'], {
        cwd: folder,
        input: ENV,
      });
      writeFileSync(join(folder, 'zz-after'), ENV);
    });
    expect(tar.length).toBeLessThan(8 * 1024 * 1024);
    const report = await scan({ layers: [{ tar }] });
    expect(members(report).sort()).toEqual(['sparse', 'zz-after']);
    expect(report.coverage.bytes).toBeLessThan(8 * 1024 * 1024);
  });

  test('names and sizes of a PAX header count', async () => {
    const size = Buffer.byteLength(ENV);
    const files = [paxHeader({ path: 'real/name', size: String(size) }), { name: 'short', body: ENV, sizeBytes: 0 }];
    expect(members(await scan({ layers: [{ files }] }))).toEqual(['real/name']);
  });

  test('an empty layer, one without an end and one of no bytes are fine', async () => {
    const layers = [
      { files: [] },
      { tar: makeTar([{ name: 'a', body: ENV }], { hasEnd: false }) },
      { tar: Buffer.alloc(0) },
      { files: [], packing: 'gzip' as const },
    ];
    const report = await scan({ layers });
    expect(members(report)).toEqual(['a']);
    expect(report.problems).toEqual([]);
  });

  test('a large text is read in windows, and a token at the border of two is found once', async () => {
    const body = Buffer.concat([
      Buffer.alloc(4 * 1024 * 1024 - 20, 'x\n'),
      Buffer.from(ENV),
      Buffer.alloc(5 << 20, 'y\n'),
    ]);
    const report = await scan({ layers: [{ files: [{ name: 'large', body }] }] });
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]!.region).toMatchObject({ startLine: 2097143, startColumn: 13 });
  });
});
