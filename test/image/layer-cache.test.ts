import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { LayerCache } from '../../src/image/layer-cache.ts';
import { emptyFacts } from '../../src/image/read-layer.ts';
import { digestOf, dockerArchive, fileOf, type ImageInput, scanArchives } from './make-image.ts';
import { makeTar } from './make-tar.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'cache');
const PASSWORD = expandFakes('{{fake 18}}', 'cache-password');
const IMAGE: ImageInput = {
  layers: [
    { files: [{ name: 'app/.env', body: `DB_PASSWORD=${PASSWORD}\nVAULT_TOKEN=${TOKEN}\n` }] },
    { files: [{ name: 'app/.wh..env' }, { name: 'bin/x', body: Buffer.from([0, 1, 2, 3]) }] },
  ],
};

let cacheFolder: string;
beforeEach(() => {
  cacheFolder = join(mkdtempSync(join(tmpdir(), 'vaultcheck-cache-')), 'layers');
});

const entries = () => readdirSync(cacheFolder).map((name) => join(cacheFolder, name));

describe('the cache of layers', () => {
  test('gives the same report as reading does, for every kind of finding', async () => {
    const archive = fileOf(dockerArchive(IMAGE));
    const without = await scanArchives([archive]);
    const first = await scanArchives([archive], { cacheFolder });
    const second = await scanArchives([archive], { cacheFolder });
    expect(first).toEqual(without);
    expect(second).toEqual(without);
    expect(without.findings.length).toBeGreaterThan(2);
  });

  test('is read: what it says is reported', async () => {
    const archive = fileOf(dockerArchive(IMAGE));
    await scanArchives([archive], { cacheFolder });
    let reads = 0;
    const cache = new LayerCache(cacheFolder, 'x'.repeat(64));
    const digest = digestOf('layer');
    cache.put(digest, { ...emptyFacts(), coverage: { files: 7, bytes: 8, binary: 9 } });
    if (cache.get(digest)?.coverage.files === 7) reads++;
    expect(reads).toBe(1);
    expect(cache.get(digestOf('another'))).toBeUndefined();
    expect(new LayerCache(cacheFolder, 'y'.repeat(64)).get(digest)).toBeUndefined();
  });

  test('holds no secret, in files for their owner only', async () => {
    await scanArchives([fileOf(dockerArchive(IMAGE))], { cacheFolder });
    expect(entries()).toHaveLength(2);
    expect(statSync(cacheFolder).mode & 0o777).toBe(0o700);
    for (const file of entries()) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readFileSync(file, 'utf8')).not.toContain(TOKEN.slice(4));
      expect(readFileSync(file, 'utf8')).not.toContain(PASSWORD);
    }
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -10)],
    ['changed', (text: string) => text.replace('"findings":[', '"findings":[ ')],
    ['emptied', () => ''],
    ['not JSON', () => 'x\ny'],
  ])('a file that is %s is not trusted, and made again', async (_how, spoil) => {
    const archive = fileOf(dockerArchive(IMAGE));
    const whole = await scanArchives([archive], { cacheFolder });
    const texts = entries().map((file) => readFileSync(file, 'utf8'));
    for (const [i, file] of entries().entries()) writeFileSync(file, spoil(texts[i]!));
    expect(await scanArchives([archive], { cacheFolder })).toEqual(whole);
    expect(entries().map((file) => readFileSync(file, 'utf8'))).toEqual(texts);
  });

  test('a file of another layer under its name is not trusted', async () => {
    const cache = new LayerCache(cacheFolder, 'x'.repeat(64));
    const [a, b] = [digestOf('a'), digestOf('b')];
    cache.put(a, emptyFacts());
    const [file] = entries();
    writeFileSync(file!.replace(a.slice(7), b.slice(7)), readFileSync(file!));
    expect(cache.get(b)).toBeUndefined();
    expect(cache.get(a)).toBeDefined();
  });

  test('a layer with a wrong digest is not kept', async () => {
    const [first] = IMAGE.layers;
    const tar = makeTar(first!.files!);
    const other = Buffer.from(tar);
    other[600] = other[600] === 65 ? 66 : 65;
    await expect(
      scanArchives([fileOf(dockerArchive({ layers: [{ tar, blob: other }] }))], { cacheFolder }),
    ).rejects.toThrow(/another digest/);
    expect(entries()).toEqual([]);
  });

  test('several scans at once leave a sound cache', async () => {
    const archive = fileOf(dockerArchive(IMAGE));
    const reports = await Promise.all(Array.from({ length: 6 }, () => scanArchives([archive], { cacheFolder })));
    for (const report of reports) expect(report).toEqual(reports[0]);
    expect(entries().filter((file) => file.endsWith('.tmp'))).toEqual([]);
    expect(await scanArchives([archive], { cacheFolder })).toEqual(reports[0]);
  });

  test('a folder that is a link, or can not be made, is left alone and fails nothing', async () => {
    const archive = fileOf(dockerArchive(IMAGE));
    const elsewhere = mkdtempSync(join(tmpdir(), 'vaultcheck-elsewhere-'));
    const link = join(mkdtempSync(join(tmpdir(), 'vaultcheck-cache-')), 'link');
    symlinkSync(elsewhere, link);
    const report = await scanArchives([archive], { cacheFolder: link });
    expect(report.findings.length).toBeGreaterThan(2);
    expect(readdirSync(elsewhere)).toEqual([]);
    expect((await scanArchives([archive], { cacheFolder: '/dev/null/layers' })).findings).toEqual(report.findings);
    rmSync(elsewhere, { recursive: true });
  });
});

describe('threads', () => {
  test('give the same report as one thread, and check digests', async () => {
    const filler = Buffer.alloc(9 * 1024 * 1024, 'words and more words\n');
    const layers = IMAGE.layers.map(({ files }, i) => ({
      files: [...files!, { name: `a${i}`, body: filler }, { name: `b${i}`, body: filler }],
      packing: i === 0 ? ('zstd' as const) : ('none' as const),
    }));
    const archive = fileOf(dockerArchive({ layers: [...layers, ...IMAGE.layers] }));
    const workerUrl = new URL('../../src/layer-worker-entry.ts', import.meta.url);
    const threaded = await scanArchives([archive], { jobs: 2, workerUrl });
    expect(threaded).toEqual(await scanArchives([archive]));
    expect(threaded.findings.length).toBeGreaterThan(2);
    const tar = makeTar(layers[1]!.files);
    const spoiled = Buffer.from(tar);
    spoiled[spoiled.length - 1] = 1;
    const wrong = fileOf(dockerArchive({ layers: [{ tar, blob: spoiled }] }));
    await expect(scanArchives([wrong], { jobs: 2, workerUrl })).rejects.toThrow(/another digest/);
  });
});
