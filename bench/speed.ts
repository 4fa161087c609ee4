import { existsSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { newFolder, oneLargeFile, partOf, tenSmallFiles, worstFiles } from './inputs.ts';
import { type Command, type Cost, measure, measureInTurns, median, ratio } from './measure.ts';

const ROOT = join(import.meta.dirname, '..');

/** Gigabytes of the one large file. */
const LARGE_GB = 3;

/** What a run of the benchmark found out: the figures that `bench/ratchet.json` keeps. */
export interface Figures {
  /** Whole-process ratios of CPU time on the corpus, without a unit. */
  cpuOfCat: number;
  cpuOfKingfisher?: number;
  cpuOfGitleaksGore2regex?: number;
  wallOfKingfisher?: number;
  /** CPU of four quarters of the corpus by four times the CPU of one. */
  cpuOfFourByFourTimesOne: number;
  peakMb: number;
  /** Ten small files, start-up included, in CPU seconds and by the CPU of a Node that does nothing. */
  smallCpuOfNode: number;
}

/** Where the peers are: named by a flag, or found on PATH. */
export interface Peers {
  kingfisher?: string | undefined;
  gitleaks?: string | undefined;
  'gitleaks-gore2regex'?: string | undefined;
}

function onPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

function vaultcheck(target: string, ...more: string[]): Command {
  const report = ['--format', 'json', '--output', join(scratch, 'report.json'), '--fail-on', 'none'];
  return { name: 'vaultcheck', argv: [process.execPath, join(ROOT, 'bin/run.js'), 'scan', target, ...report, ...more] };
}

function peerCommands(peers: Peers, target: string): Command[] {
  const gitleaks = (name: string, program: string): Command => ({
    name,
    argv: [program, 'dir', target, '--no-banner', '--exit-code', '0', '--report-path', join(scratch, `${name}.json`)],
  });
  const commands: Command[] = [
    { name: 'cat', argv: ['bash', '-c', 'find "$1" -type f -print0 | xargs -0 cat', 'x', target] },
  ];
  if (peers.kingfisher) {
    const report = ['--no-validate', '--format', 'json', '--output', join(scratch, 'kingfisher.json')];
    commands.push({ name: 'kingfisher', argv: [peers.kingfisher, 'scan', target, ...report] });
  }
  const gore2regex = 'gitleaks-gore2regex';
  if (peers[gore2regex]) commands.push(gitleaks(gore2regex, peers[gore2regex]));
  if (peers.gitleaks) commands.push(gitleaks('gitleaks', peers.gitleaks));
  return commands;
}

function row(name: string, costs: readonly Cost[], base: readonly Cost[]): string {
  const cell = (field: keyof Cost, digits: number) => median(costs.map((cost) => cost[field])).toFixed(digits);
  const by = median(costs.map(({ cpuS }, i) => cpuS / base[i]!.cpuS)).toFixed(2);
  return `${name.padEnd(22)} ${cell('cpuS', 2).padStart(8)} ${cell('wallS', 2).padStart(8)} ${cell('peakMb', 0).padStart(8)} ${by.padStart(10)}`;
}

function table(title: string, costs: ReadonlyMap<string, Cost[]>, base: string): void {
  console.log(`\n${title}`);
  console.log(
    `${''.padEnd(22)} ${'CPU s'.padStart(8)} ${'wall s'.padStart(8)} ${'peak MB'.padStart(8)} CPU of ${base}`,
  );
  for (const [name, own] of costs) console.log(row(name, own, costs.get(base)!));
}

const scratch = newFolder();
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** The corpus: everybody in turns. */
async function corpusFigures(corpus: string, peers: Peers, turns: number) {
  const costs = await measureInTurns([vaultcheck(corpus), ...peerCommands(peers, corpus)], turns);
  table(`corpus, ${turns} turns (medians)`, costs, 'cat');
  const of = (peer: string, field: keyof Cost) =>
    costs.has(peer) ? ratio(costs, 'vaultcheck', peer, field) : undefined;
  return {
    cpuOfCat: ratio(costs, 'vaultcheck', 'cat', 'cpuS'),
    cpuOfKingfisher: of('kingfisher', 'cpuS'),
    cpuOfGitleaksGore2regex: of('gitleaks-gore2regex', 'cpuS'),
    wallOfKingfisher: of('kingfisher', 'wallS'),
    peakMb: Math.max(...costs.get('vaultcheck')!.map(({ peakMb }) => peakMb)),
  };
}

/** A quarter, a half and all of the corpus: the cost must grow with the bytes and no faster. */
async function linearFigures(corpus: string, turns: number) {
  const steps = [4, 2, 1];
  const commands = steps.map((step) => ({
    ...vaultcheck(partOf(corpus, step, scratch), '--jobs', '1'),
    name: `${4 / step}x`,
  }));
  const costs = await measureInTurns(commands, turns);
  table('a quarter, a half and all of the corpus, one thread', costs, '1x');
  return { cpuOfFourByFourTimesOne: ratio(costs, '4x', '1x', 'cpuS') / 4 };
}

/** Ten small files: the cost of starting. */
async function smallFigures(turns: number) {
  const node: Command = { name: 'node', argv: [process.execPath, '-e', '0'] };
  const costs = await measureInTurns([vaultcheck(tenSmallFiles(scratch)), node], turns * 3);
  table('ten small files', costs, 'node');
  return { smallCpuOfNode: ratio(costs, 'vaultcheck', 'node', 'cpuS') };
}

async function extremes(): Promise<void> {
  console.log(`\nextremes                  CPU s   wall s  peak MB`);
  const say = ({ cpuS, wallS, peakMb }: Cost, name: string) =>
    console.log(
      `${name.padEnd(22)} ${cpuS.toFixed(2).padStart(8)} ${wallS.toFixed(2).padStart(8)} ${peakMb.toFixed(0).padStart(8)}`,
    );
  say(await measure(vaultcheck(worstFiles(scratch))), '100 worst files');
  say(await measure(vaultcheck(oneLargeFile(scratch, LARGE_GB))), `one file of ${LARGE_GB} GB`);
}

/** Measures everything on a corpus and prints it. */
export async function measureSpeed(
  corpus: string,
  options: { peers: Peers; turns: number; isWhole: boolean },
): Promise<Figures> {
  const figures = {
    ...(await corpusFigures(corpus, options.peers, options.turns)),
    ...(await linearFigures(corpus, options.turns)),
    ...(await smallFigures(options.turns)),
  };
  if (options.isWhole) await extremes();
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined)) as unknown as Figures;
}

/** The flags of the benchmarks. */
export function readFlags() {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      turns: { type: 'string', default: '3' },
      quick: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      kingfisher: { type: 'string', default: onPath('kingfisher') ?? '' },
      gitleaks: { type: 'string', default: onPath('gitleaks') ?? '' },
      'gitleaks-gore2regex': { type: 'string', default: onPath('gitleaks-gore2regex') ?? '' },
    },
  });
  if (!values.corpus || !existsSync(values.corpus)) {
    console.error('name a folder: --corpus DIR (`npm run bench:corpus -- DIR` fills one)');
    process.exit(2);
  }
  const { kingfisher, gitleaks, 'gitleaks-gore2regex': gore2regex } = values;
  const peers: Peers = {
    kingfisher: kingfisher || undefined,
    gitleaks: gitleaks || undefined,
    'gitleaks-gore2regex': gore2regex || undefined,
  };
  return { corpus: values.corpus, turns: Number(values.turns), isWhole: !values.quick, updates: values.update, peers };
}

if (import.meta.main) {
  const { corpus, ...options } = readFlags();
  const figures = await measureSpeed(corpus, options);
  console.log('\nratios');
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(26)} ${value.toFixed(3)}`);
}
