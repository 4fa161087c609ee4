import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { loadCatalog, selectRules, withStopWords } from './catalog.ts';
import { type Config, severityOf } from './config.ts';
import type { RuleInputs } from './engine/code-rules.ts';
import { Evaluator } from './engine/evaluate.ts';
import { compare, sortFindings } from './engine/triage.ts';
import { type NamedBaseline, type Triaged, triageFindings } from './engine/triage-findings.ts';
import { InterruptedError } from './model/errors.ts';
import type { Finding } from './model/finding.ts';
import type { Report } from './model/report.ts';
import type { AnyRule, Detector } from './model/rule.ts';
import { ownMatcher, ownOf } from './own-rules.ts';
import { addResult, emptyResult, type FilesResult, scanFile } from './scan-files.ts';
import { hasProjectRules, scanProject } from './scan-project.ts';
import { type FileEntry, type IsExcluded, walkTarget } from './sources/directory.ts';
import { ReadBuffer } from './sources/windows.ts';
import { ThreadPool } from './thread-pool.ts';
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
  const selected = selectRules(catalog, options).map((rule) => withSeverity(rule, config));
  const result = emptyResult();
  const { files, unseen } = await collectFiles(options, result);
  const inputs: RuleInputs = { options: { registries: config.registries, stopWords }, now: new Date() };
  const salt = baseline?.baseline.salt;
  const evaluator = new Evaluator(catalog, selected, inputs, { salt, extra: await ownMatcher(ownOf(catalog)) });
  const buffer = new ReadBuffer(evaluator.memory);
  if (options.jobs > 1 && options.workerUrl && files.length >= FILES_WORTH_THREADS) {
    const start: WorkerStart = { role: 'vaultcheck-scan', ruleIds: selected.map(({ id }) => id), inputs, ownRules };
    await scanInThreads(files, salt === undefined ? start : { ...start, salt }, options, result);
  } else await scanHere(files, { evaluator, buffer }, options, result);
  if (hasProjectRules(selected)) {
    const { target, signal } = options;
    await scanProject({ target, files, evaluator, buffer, signal }, result);
    if (signal.aborted) throw new InterruptedError();
  }
  setSeverities(result.findings, selected, config);
  const triaged = triageFindings(sortFindings(result.findings), {
    suppressions: { inline: result.suppressions, config: config.suppress, known: catalog, ran: selected },
    ...(baseline ? { baseline } : {}),
    isThere: presence(files, unseen),
    ran: (id) => selected.some((rule) => rule.id === id),
  });
  return toReport(options, selected, result, triaged);
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

async function collectFiles(options: ScanOptions, result: FilesResult) {
  const files: FileEntry[] = [];
  const unseen = new Set<string>();
  const turn = new Turn(options);
  for (const entry of walkTarget(options.target, options.isExcluded)) {
    if (entry.type === 'file') files.push(entry.file);
    else if (entry.type === 'problem') {
      result.problems.push(entry.problem);
      unseen.add(entry.problem.path ?? '');
    } else {
      result.coverage.excluded++;
      unseen.add(entry.path);
    }
    await turn.yieldIfDue(() => ({ files: 0, bytes: 0 }));
  }
  return { files, unseen };
}

async function scanHere(
  files: readonly FileEntry[],
  { evaluator, buffer }: { evaluator: Evaluator; buffer: ReadBuffer },
  options: ScanOptions,
  result: FilesResult,
): Promise<void> {
  const turn = new Turn(options);
  const breathe = () =>
    turn.yieldIfDue(() => ({
      files: result.coverage.files,
      totalFiles: files.length,
      bytes: result.coverage.bytes,
    }));
  for (const file of files) {
    await scanFile(file, evaluator, buffer, result, breathe);
    await breathe();
  }
}

async function scanInThreads(
  files: readonly FileEntry[],
  start: WorkerStart,
  options: ScanOptions,
  result: FilesResult,
): Promise<void> {
  const pool = new ThreadPool(options.workerUrl!, start, options.jobs);
  try {
    await pool.run(files, options.signal, (batch) => {
      addResult(result, batch);
      options.onProgress?.({
        files: result.coverage.files,
        totalFiles: files.length,
        bytes: result.coverage.bytes,
      });
    });
  } finally {
    await pool.close();
  }
}

/** Lets signals and progress through every now and then, in a loop that would else never yield. */
class Turn {
  readonly #options: ScanOptions;
  #last = performance.now();

  constructor(options: ScanOptions) {
    this.#options = options;
  }

  async yieldIfDue(progress: () => Progress): Promise<void> {
    if (performance.now() - this.#last < TURN_MS) return;
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
