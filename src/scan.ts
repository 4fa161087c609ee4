import { setImmediate as nextTurn } from 'node:timers/promises';
import { loadCatalog, selectRules } from './catalog.ts';
import type { RuleInputs } from './engine/code-rules.ts';
import { Evaluator } from './engine/evaluate.ts';
import { compare, sortFindings } from './engine/triage.ts';
import { InterruptedError } from './model/errors.ts';
import type { Report } from './model/report.ts';
import type { AnyRule } from './model/rule.ts';
import type { Severity } from './model/severity.ts';
import { addResult, emptyResult, type FilesResult, scanFile } from './scan-files.ts';
import { hasProjectRules, scanProject } from './scan-project.ts';
import { type FileEntry, walkTarget } from './sources/directory.ts';
import { ReadBuffer } from './sources/file-blob.ts';
import { ThreadPool } from './thread-pool.ts';
import { VERSION } from './version.ts';

/** What a scan needs to know. */
export interface ScanOptions {
  target: string;
  only: readonly string[];
  skip: readonly string[];
  /** Severities that the configuration sets, by rule id. */
  severities: Readonly<Record<string, Severity>>;
  isExcluded: (path: string) => boolean;
  /** Registries from which images may come; every one when empty. */
  registries?: readonly string[];
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

/** Scans a directory or a file. @throws TargetError, UsageError, InterruptedError */
export async function scan(options: ScanOptions): Promise<Report> {
  const catalog = loadCatalog();
  const selected = selectRules(catalog, options).map((rule) => withSeverity(rule, options.severities));
  const result = emptyResult();
  const files = await collectFiles(options, result);
  const inputs: RuleInputs = { options: { registries: options.registries ?? [] }, now: new Date() };
  const evaluator = new Evaluator(catalog, selected, inputs);
  const buffer = new ReadBuffer();
  if (options.jobs > 1 && options.workerUrl && files.length >= FILES_WORTH_THREADS) {
    await scanInThreads(files, { selected, inputs }, options, result);
  } else await scanHere(files, { evaluator, buffer }, options, result);
  if (hasProjectRules(selected)) {
    const { target, signal } = options;
    await scanProject({ target, files, evaluator, buffer, signal }, result);
    if (signal.aborted) throw new InterruptedError();
  }
  return toReport(options, selected, result);
}

function withSeverity(rule: AnyRule, severities: ScanOptions['severities']): AnyRule {
  const severity = severities[rule.id];
  return severity === undefined ? rule : { ...rule, severity };
}

async function collectFiles(options: ScanOptions, result: FilesResult): Promise<FileEntry[]> {
  const files: FileEntry[] = [];
  const turn = new Turn(options);
  for (const entry of walkTarget(options.target, options.isExcluded)) {
    if (entry.type === 'file') files.push(entry.file);
    else if (entry.type === 'problem') result.problems.push(entry.problem);
    else result.coverage.excluded++;
    await turn.yieldIfDue(() => ({ files: 0, bytes: 0 }));
  }
  return files;
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
  { selected, inputs }: { selected: readonly AnyRule[]; inputs: RuleInputs },
  options: ScanOptions,
  result: FilesResult,
): Promise<void> {
  const ruleIds = selected.map((rule) => rule.id);
  const pool = new ThreadPool(options.workerUrl!, { role: 'vaultcheck-scan', ruleIds, inputs }, options.jobs);
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
  for (const finding of result.findings) finding.severity = options.severities[finding.ruleId] ?? finding.severity;
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

function toReport(options: ScanOptions, rules: readonly AnyRule[], result: FilesResult): Report {
  return {
    version: VERSION,
    target: { kind: 'directory', path: options.target },
    findings: sortFindings(result.findings),
    problems: result.problems.sort((a, b) => compare(a.path ?? '', b.path ?? '') || compare(a.message, b.message)),
    rules: [...rules].sort((a, b) => compare(a.id, b.id)),
    coverage: result.coverage,
  };
}
