import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** What one run of a command cost. */
export interface Cost {
  /** User and system time of the command and all its children, in seconds. */
  cpuS: number;
  wallS: number;
  /** Peak resident memory of its largest process, in megabytes; 0 where the system does not tell. */
  peakMb: number;
}

/** A command to measure. */
export interface Command {
  name: string;
  /** Program and arguments. */
  argv: readonly string[];
}

const POLL_MS = 15;

/** Runs a command once. What it prints is thrown away; any exit code will do, for findings have one of their own. */
export async function measure({ name, argv }: Command): Promise<Cost> {
  // `times` of the shell tells the time of its waited-for children, which Node does not.
  const child = spawn('bash', ['-c', '"$@" >/dev/null 2>&1; times', 'bash', ...argv], {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const start = performance.now();
  let peakMb = 0;
  const poll = setInterval(() => {
    peakMb = Math.max(peakMb, largestOf(descendants(child.pid!)));
  }, POLL_MS);
  let text = '';
  child.stdout.on('data', (data) => (text += data));
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(poll);
  const children = /\n(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(text);
  if (!children) throw new Error(`${name}: the shell did not tell its children's times`);
  const [, userM, userS, sysM, sysS] = children.map(Number) as [number, number, number, number, number];
  return { cpuS: (userM + sysM) * 60 + userS + sysS, wallS: (performance.now() - start) / 1000, peakMb };
}

/** Processes below one, by what the kernel lists; none on other systems than Linux. */
function descendants(root: number): number[] {
  try {
    const parents = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name): [number, number] => [Number(name), parentOf(name)]);
    const found = new Set([root]);
    for (const [id, parent] of parents.sort((a, b) => a[0] - b[0])) if (found.has(parent)) found.add(id);
    found.delete(root);
    return [...found];
  } catch {
    return [];
  }
}

function parentOf(id: string): number {
  try {
    return Number(
      readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return 0;
  }
}

function largestOf(ids: readonly number[]): number {
  const sizes = ids.map((id) => {
    try {
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...sizes);
}

/** Runs commands in turns, A B C A B C, so that a machine that slows down slows all of them; the first turn is not counted. */
export async function measureInTurns(commands: readonly Command[], turns: number): Promise<Map<string, Cost[]>> {
  const costs = new Map<string, Cost[]>(commands.map(({ name }) => [name, []]));
  for (let turn = 0; turn <= turns; turn++) {
    for (const command of commands) {
      const cost = await measure(command);
      if (turn > 0) costs.get(command.name)!.push(cost);
    }
  }
  return costs;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The middle of the ratios of two commands' costs, turn by turn. */
export function ratio(costs: ReadonlyMap<string, Cost[]>, name: string, to: string, field: keyof Cost): number {
  const [own, other] = [costs.get(name)!, costs.get(to)!];
  return median(own.map((cost, i) => cost[field] / other[i]![field]));
}
