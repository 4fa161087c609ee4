import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { loadCatalog, selectRules, withStopWords } from './catalog.ts';
import { type Config, severityOf } from './config.ts';
import type { RuleInputs } from './engine/code-rules.ts';
import { Evaluator } from './engine/evaluate.ts';
import type { FindingOptions } from './engine/finding-builder.ts';
import { addTimings, Stopwatch } from './engine/stopwatch.ts';
import { compare, sortFindings } from './engine/triage.ts';
import { type NamedBaseline, type Triaged, triageFindings } from './engine/triage-findings.ts';
import { InterruptedError } from './model/errors.ts';
import type { Finding } from './model/finding.ts';
import type { Report } from './model/report.ts';
import type { AnyRule, Detector, RuleOptions } from './model/rule.ts';
import { ownMatcher, ownOf } from './own-rules.ts';
import { addResult, emptyResult, type FilesResult, scanFile } from './scan-files.ts';
import { hasProjectRules, scanProject } from './scan-project.ts';
import { type FileEntry, type IsExcluded, walkTarget } from './sources/directory.ts';
import { ReadBuffer } from './sources/windows.ts';
import { threadClock } from './thread-clock.ts';
import { FileQueue, ThreadPool } from './thread-pool.ts';
import { VERSION } from './version.ts';
import type { WorkerStart } from './worker.ts';

/** What a scan needs to know. */
export interface ScanOptions {
  target: string;
  only: readonly string[];
  skip: readonly string[];
  config: Config;
  isExcluded: IsExcluded;
  /** Rules of the users' own, beside the catalogue. */
  ownRules?: readonly Detector[];
  /** What was known before; with an empty one findings get the tags that a baseline is made of. */
  baseline?: NamedBaseline;
  /** True where the report holds GitHub's hashes of lines. */
  hashesLines?: boolean;
  /** True where the CPU time of stages and rules is to be counted. */
  isTimed?: boolean;
  /** What rules are told beside what the configuration says. */
  ruleOptions?: Partial<RuleOptions>;
  /** Threads at most; small scans use one. */
  jobs: number;
  /** Where the thread's module is; absent where threads can't be started. */
  workerUrl?: URL;
  signal: AbortSignal;
  /** Called from time to time with what was read so far. */
  onProgress?: (progress: Progress) => void;
}

/** How far a scan is. */
export interface Progress {
  files: number;
  /** Files that were found; absent while the walk still goes on. */
  totalFiles?: number;
  bytes: number;
  /** Of images: layers that were read to their end. */
  layers?: number;
}

/** Fewer files than this are scanned faster by one thread than by several that first must start. */
const FILES_WORTH_THREADS = 600;

/** Time between two turns in which signals and progress are served, in milliseconds. */
const TURN_MS = 40;

/** Threads beyond this gain nothing: the disk is the limit. */
const MOST_JOBS = 8;

/** Threads where the user does not say: one for each core. */
export function defaultJobs(): number {
  return Math.min(availableParallelism(), MOST_JOBS);
}

/** Scans a directory or a file. @throws TargetError, UsageError, InterruptedError */
export async function scan(options: ScanOptions): Promise<Report> {
  const { config, baseline } = options;
  const ownRules = [...(options.ownRules ?? [])];
  const rules = [...loadCatalog(), ...ownRules];
  config.checkNames(rules);
  const stopWords = config.stopWords.map((word) => word.toLowerCase());
  const catalog = withStopWords(rules, stopWords);
  const selected = selectRules(catalog, options, 'files').map((rule) => withSeverity(rule, config));
  const result = emptyResult();
  const ruleOptions = { registries: config.registries, stopWords, ...options.ruleOptions };
  const inputs: RuleInputs = { options: ruleOptions, now: new Date() };
  const findings: FindingOptions = { salt: baseline?.baseline.salt, hashesLines: options.hashesLines };
  const ruleIds = selected.map(({ id }) => id);
  const start: WorkerStart = {
    role: 'vaultcheck-scan',
    ruleIds,
    inputs,
    ownRules,
    findings,
    isTimed: options.isTimed ?? false,
  };
  const watch = new Stopwatch(options.isTimed ? threadClock : undefined);
  const evaluator = new Evaluator(catalog, selected, inputs, {
    ...findings,
    extra: await ownMatcher(ownOf(catalog)),
    watch,
  });
  const buffer = new ReadBuffer(evaluator.memory);
  const { files, unseen } = await judgeFiles({ evaluator, buffer }, start, options, result);
  if (hasProjectRules(selected)) {
    const { target, signal } = options;
    await scanProject({ target, files, evaluator, buffer, signal }, result);
    if (signal.aborted) throw new InterruptedError();
  }
  setSeverities(result.findings, selected, config);
  const triaging = watch.start();
  const triaged = triageFindings(sortFindings(result.findings), {
    suppressions: { inline: result.suppressions, config: config.suppress, known: catalog, ran: selected },
    ...(baseline ? { baseline } : {}),
    isThere: presence(files, unseen),
    ran: (id) => selected.some((rule) => rule.id === id),
  });
  watch.stopStage('triage', triaging);
  const report = toReport(options, selected, result, triaged);
  return options.isTimed ? { ...report, timings: addTimings(watch.take(), result.timings) } : report;
}

function withSeverity(rule: AnyRule, config: Config): AnyRule {
  const severity = severityOf(rule, config.severities);
  return severity === undefined ? rule : { ...rule, severity };
}

/** What the configuration says of severities wins over a single match's own, and over what threads took from the catalogue. */
function setSeverities(findings: readonly Finding[], rules: readonly AnyRule[], config: Config): void {
  const severities = new Map(rules.map((rule) => [rule.id, severityOf(rule, config.severities)]));
  for (const finding of findings) finding.severity = severities.get(finding.ruleId) ?? finding.severity;
}

/** True for files that were walked, and for what lies in folders that were not, and so may still be there. */
function presence(files: readonly FileEntry[], unseen: ReadonlySet<string>): (path: string) => boolean {
  const paths = new Set(files.map(({ path }) => path));
  return (path) => {
    if (paths.has(path)) return true;
    const parts = path.split('/');
    return parts.some((_, i) => unseen.has(parts.slice(0, i + 1).join('/')));
  };
}

/** Walks, and judges what is found, in this thread and in others. */
async function judgeFiles(
  judge: { evaluator: Evaluator; buffer: ReadBuffer },
  start: WorkerStart,
  options: ScanOptions,
  result: FilesResult,
) {
  const threads = new LateThreads(options, start);
  try {
    const walking = judge.evaluator.watch.start();
    const walked = await collectFiles(options, result, (count) => threads.consider(count));
    judge.evaluator.watch.stopStage('walk', walking);
    const queue = new FileQueue(walked.files);
    await Promise.all([
      threads.run(queue, (batch) => addResult(result, batch)),
      scanHere(queue, walked.files.length, judge, options, result),
    ]);
    return walked;
  } finally {
    await threads.close();
  }
}

async function collectFiles(options: ScanOptions, result: FilesResult, onCount: (files: number) => void) {
  const files: FileEntry[] = [];
  const unseen = new Set<string>();
  const turn = new Turn(options);
  for (const entry of walkTarget(options.target, options.isExcluded)) {
    if (entry.type === 'file') onCount(files.push(entry.file));
    else if (entry.type === 'problem') {
      result.problems.push(entry.problem);
      unseen.add(entry.problem.path ?? '');
    } else {
      result.coverage.excluded++;
      unseen.add(entry.path);
    }
    if (turn.isDue) await turn.yield(() => ({ files: 0, bytes: 0 }));
  }
  return { files, unseen };
}

/** Threads beside this one, started as soon as there are files enough to make up for what starting them costs. */
class LateThreads {
  readonly #options: ScanOptions;
  readonly #start: WorkerStart;
  #pool: ThreadPool | undefined;

  constructor(options: ScanOptions, start: WorkerStart) {
    this.#options = options;
    this.#start = start;
  }

  /** Told of the number of files that were found so far. */
  consider(files: number): void {
    const { jobs, workerUrl } = this.#options;
    if (files !== FILES_WORTH_THREADS || jobs < 2 || !workerUrl) return;
    this.#pool = new ThreadPool(workerUrl, this.#start, jobs - 1);
  }

  async run(queue: FileQueue, onResult: (result: FilesResult) => void): Promise<void> {
    await this.#pool?.run(queue, this.#options.signal, onResult);
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }
}

/** Judges in this thread what the others leave. */
async function scanHere(
  queue: FileQueue,
  totalFiles: number,
  { evaluator, buffer }: { evaluator: Evaluator; buffer: ReadBuffer },
  options: ScanOptions,
  result: FilesResult,
): Promise<void> {
  const turn = new Turn(options);
  const progress = () => ({ files: result.coverage.files, totalFiles, bytes: result.coverage.bytes });
  const breathe = async () => {
    if (turn.isDue) await turn.yield(progress);
  };
  for (let batch = queue.take(); batch.length > 0; batch = queue.take()) {
    for (const file of batch) {
      await scanFile(file, evaluator, buffer, result, breathe);
      if (turn.isDue) await turn.yield(progress);
    }
    // The other threads' answers wait for this one.
    await nextTurn();
  }
}

/** Lets signals and progress through every now and then, in a loop that would else never yield. */
class Turn {
  readonly #options: ScanOptions;
  #last = performance.now();

  constructor(options: ScanOptions) {
    this.#options = options;
  }

  get isDue(): boolean {
    return performance.now() - this.#last >= TURN_MS;
  }

  async yield(progress: () => Progress): Promise<void> {
    await nextTurn();
    if (this.#options.signal.aborted) throw new InterruptedError();
    this.#options.onProgress?.(progress());
    this.#last = performance.now();
  }
}

function toReport(
  options: ScanOptions,
  rules: readonly AnyRule[],
  result: FilesResult,
  { findings, triage, problems }: Triaged,
): Report {
  return {
    version: VERSION,
    target: { kind: 'directory', path: options.target },
    findings,
    problems: [...result.problems, ...problems].sort(
      (a, b) => compare(a.path ?? '', b.path ?? '') || compare(a.message, b.message) || (a.line ?? 0) - (b.line ?? 0),
    ),
    rules: [...rules].sort((a, b) => compare(a.id, b.id)),
    coverage: result.coverage,
    triage,
  };
}
