import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { digestOf, dockerArchive } from '../test/image/make-image.ts';
import { makeTar } from '../test/image/make-tar.ts';
import { labelledImages, type Place } from './image-labels.ts';
import { measure } from './measure.ts';

const ROOT = join(import.meta.dirname, '..');

/** Layers of the large image and what each holds, in bytes: 4 GB. */
const LAYERS = 8;
const LAYER_BYTES = 512 * 1024 * 1024;

/** Files in the directory and the image that are compared. */
const FILES = 6000;

/** Largest peak, in megabytes; ratios of CPU time that must hold. */
const MOST_MB = 300;
const MOST_OF_DIRECTORY = 1.2;
const MOST_OF_GUNZIP = 1.3;
const LEAST_OF_SECOND = 10;

const scratch = mkdtempSync(join(tmpdir(), 'vaultcheck-bench-image-'));
const command = (...args: string[]) => [
  'env',
  `XDG_CACHE_HOME=${scratch}/cache`,
  process.execPath,
  join(ROOT, 'bin/run.js'),
  ...args,
  '--format',
  'json',
  '--output',
  join(scratch, 'report.json'),
  '--fail-on',
  'none',
];

function onPath(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));
}

/** Text that looks like source and holds no secret, different in every file. */
function text(seed: number, bytes: number): Buffer {
  const words: string[] = [];
  let state = seed + 1;
  for (let size = 0; size < bytes; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const word = state % 11 === 0 ? '\n' : `word${(state >>> 8) % 5000}`;
    words.push(word);
    size += word.length + 1;
  }
  return Buffer.from(words.join(' '));
}

/** Writes an archive of 4 GB, a block at a time, and gives its path. */
function largeArchive(): string {
  const path = join(scratch, 'large.tar');
  const file = openSync(path, 'w');
  const names: string[] = [];
  const diffIds: string[] = [];
  for (let layer = 0; layer < LAYERS; layer++) {
    // Eight files of 64 MB each, half of them text.
    const blocks = [text(layer, 1024 * 1024), Buffer.concat([Buffer.alloc(64), text(layer + 100, 1024 * 1024)])];
    const hash = createHash('sha256');
    const parts: Buffer[] = [];
    for (let i = 0; i < 8; i++) {
      const block = blocks[i % 2]!;
      const size = block.length * Math.floor(LAYER_BYTES / 8 / block.length);
      parts.push(makeTar([{ name: `data/${layer}-${i}`, sizeBytes: size }], { hasEnd: false }));
      for (let at = 0; at < size; at += block.length) parts.push(block);
      parts.push(Buffer.alloc((512 - (size % 512)) % 512));
    }
    parts.push(Buffer.alloc(1024));
    let size = 0;
    for (const part of parts) {
      hash.update(part);
      size += part.length;
    }
    names.push(`${layer}/layer.tar`);
    diffIds.push(`sha256:${hash.digest('hex')}`);
    writeSync(file, makeTar([{ name: names.at(-1)!, sizeBytes: size }], { hasEnd: false }));
    for (const part of parts) writeSync(file, part);
    writeSync(file, Buffer.alloc((512 - (size % 512)) % 512));
  }
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    config: {},
    rootfs: { type: 'layers', diff_ids: diffIds },
  });
  const configName = `${digestOf(config).slice(7)}.json`;
  const manifest = JSON.stringify([{ Config: configName, RepoTags: ['large:1'], Layers: names }]);
  writeSync(
    file,
    makeTar([
      { name: configName, body: config },
      { name: 'manifest.json', body: manifest },
    ]),
  );
  closeSync(file);
  return path;
}

/** The report of the run before, which is gone then: a run that failed leaves none. */
function takeReport(): { summary: { files: number; bytes: number }; findings: object[] } {
  const file = join(scratch, 'report.json');
  const report = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return report;
}

function say(name: string, value: number, unit: string, limit?: { most?: number; least?: number }): void {
  const isMet = value <= (limit?.most ?? value) && value >= (limit?.least ?? value);
  const wanted =
    limit === undefined
      ? ''
      : `  (wanted: ${limit.most === undefined ? `at least ${limit.least}` : `at most ${limit.most}`}${isMet ? '' : ', MISSED'})`;
  console.log(`${name}: ${value.toFixed(2)} ${unit}${wanted}`);
  if (!isMet) process.exitCode = 1;
}

async function memoryAndCache(): Promise<void> {
  const archive = largeArchive();
  const first = await measure({ name: 'first scan', argv: command('image', '--archive', archive) });
  const { files, bytes } = takeReport().summary;
  const second = await measure({ name: 'second scan', argv: command('image', '--archive', archive) });
  takeReport();
  console.log(
    `image of ${(bytes / 1e9).toFixed(1)} GB in ${files} files: ${first.cpuS.toFixed(1)} s CPU, ${first.wallS.toFixed(1)} s`,
  );
  say('peak memory', first.peakMb, 'MB', { most: MOST_MB });
  say('first scan by the second', first.cpuS / second.cpuS, 'times the CPU', { least: LEAST_OF_SECOND });
  rmSync(archive);
}

async function cost(): Promise<void> {
  const folder = join(scratch, 'files');
  const files = Array.from({ length: FILES }, (_, i) => ({
    name: `${i % 60}/${i}.txt`,
    body: text(i, [800, 4000, 30_000, 120_000][i % 4]!),
  }));
  for (const { name, body } of files) {
    mkdirSync(join(folder, name.split('/')[0]!), { recursive: true });
    writeFileSync(join(folder, name), body);
  }
  const tar = makeTar(files);
  const packed = join(scratch, 'layer.tar.gz');
  writeFileSync(packed, gzipSync(tar));
  const plain = join(scratch, 'plain.tar');
  writeFileSync(plain, dockerArchive({ layers: [{ tar }] }));
  const gzip = join(scratch, 'gzip.tar');
  writeFileSync(gzip, dockerArchive({ layers: [{ tar, packing: 'gzip' }] }));
  const best = async (name: string, argv: string[]) => {
    const runs = [await measure({ name, argv }), await measure({ name, argv }), await measure({ name, argv })];
    if (argv.includes('--format')) takeReport();
    return Math.min(...runs.map(({ cpuS }) => cpuS));
  };
  const directory = await best('directory', command('scan', folder, '-j', '1'));
  const image = await best('plain layer', command('image', '--archive', plain, '-j', '1', '--no-cache'));
  const gzipped = await best('gzip layer', command('image', '--archive', gzip, '-j', '1', '--no-cache'));
  const gunzip = await best('gunzip', ['gunzip', '-c', packed]);
  console.log(
    `${(tar.length / 1e6).toFixed(0)} MB: directory ${directory.toFixed(2)}, plain ${image.toFixed(2)}, gzip ${gzipped.toFixed(2)}, gunzip ${gunzip.toFixed(2)} s CPU`,
  );
  say('plain layer by the directory', image / directory, 'times the CPU', { most: MOST_OF_DIRECTORY });
  say('gzip layer by 1.3 gunzip and the directory', gzipped / (MOST_OF_GUNZIP * gunzip + directory), 'times the CPU', {
    most: 1,
  });
}

/** Peers that read archives of images, with what they print. */
function peers(): [string, (archive: string) => string][] {
  const kingfisher = onPath('kingfisher');
  const trufflehog = onPath('trufflehog');
  const run = (argv: string[]) => {
    const { stdout } = spawnSync(argv[0]!, argv.slice(1), { encoding: 'utf8', maxBuffer: 1 << 28 });
    return stdout ?? '';
  };
  const found: [string, (archive: string) => string][] = [];
  if (kingfisher)
    found.push([
      'kingfisher',
      (archive) => run([kingfisher, 'scan', 'docker', '--archive', archive, '--no-validate', '--format', 'json']),
    ]);
  if (trufflehog)
    found.push([
      'trufflehog',
      (archive) => run([trufflehog, 'docker', `--image=file://${archive}`, '--no-verification', '--json']),
    ]);
  return found;
}

function recall(): void {
  const images = labelledImages();
  const tools: [string, (archive: string, secret: string) => boolean][] = [
    [
      'vaultcheck',
      (archive) => {
        const [program, ...args] = command(
          'image',
          '--archive',
          archive,
          '--archives',
          '--no-cache',
          '--skip',
          'image/root-user,image/no-healthcheck,image/secret-file',
        );
        execFileSync(program!, args);
        return takeReport().findings.length > 0;
      },
    ],
    ...peers().map(([name, run]): [string, (archive: string, secret: string) => boolean] => [
      name,
      (archive, secret) => run(archive).includes(secret),
    ]),
  ];
  const counts = new Map<string, Map<Place, number>>(tools.map(([name]) => [name, new Map()]));
  const totals = Map.groupBy(images, ({ place }) => place);
  for (const { name, place, secret, image } of images) {
    const archive = join(scratch, `${name}.tar`);
    writeFileSync(archive, dockerArchive({ ...image, name: `${name}:1` }));
    for (const [tool, finds] of tools) {
      const isFound = finds(archive, secret);
      const count = counts.get(tool)!;
      if (isFound) count.set(place, (count.get(place) ?? 0) + 1);
      else if (tool === 'vaultcheck') console.log(`  missed: ${name}`);
    }
  }
  console.log(`${images.length} labelled images; found of each place:`);
  for (const [tool, count] of counts) {
    const row = [...totals].map(([place, list]) => `${place} ${count.get(place) ?? 0}/${list.length}`);
    const sum = [...count.values()].reduce((total, number) => total + number, 0);
    console.log(`  ${tool}: ${sum} of ${images.length}: ${row.join(', ')}`);
  }
}

const parts: Record<string, () => unknown> = { memory: memoryAndCache, cost, recall };
try {
  for (const [name, run] of Object.entries(parts)) {
    if (process.argv.length > 2 && !process.argv.includes(name)) continue;
    console.log(`\n${name}`);
    await run();
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
