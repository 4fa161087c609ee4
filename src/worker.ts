import { parentPort } from 'node:worker_threads';
import { loadCatalog, withStopWords } from './catalog.ts';
import type { RuleInputs } from './engine/code-rules.ts';
import { Evaluator } from './engine/evaluate.ts';
import type { FindingOptions } from './engine/finding-builder.ts';
import { Stopwatch } from './engine/stopwatch.ts';
import type { Detector } from './model/rule.ts';
import { ownMatcher, ownOf } from './own-rules.ts';
import { emptyResult, scanFile } from './scan-files.ts';
import type { FileEntry } from './sources/directory.ts';
import { ReadBuffer } from './sources/windows.ts';
import { threadClock } from './thread-clock.ts';

/** What a scan thread is started with. */
export interface WorkerStart {
  role: 'vaultcheck-scan';
  /** Ids of the rules that run. */
  ruleIds: string[];
  /** What they are told beside their artifacts. */
  inputs: RuleInputs;
  /** Rules of the users' own, beside the catalogue. */
  ownRules: Detector[];
  findings: FindingOptions;
  /** True where CPU time is counted. */
  isTimed?: boolean;
}

/** Judges batches of files until the main thread ends this one; each batch is answered by one result. */
export async function serveBatches(start: WorkerStart): Promise<void> {
  const catalog = withStopWords([...loadCatalog(), ...start.ownRules], start.inputs.options.stopWords ?? []);
  const wanted = new Set(start.ruleIds);
  const watch = new Stopwatch(start.isTimed ? threadClock : undefined);
  const evaluator = new Evaluator(
    catalog,
    catalog.filter((rule) => wanted.has(rule.id)),
    start.inputs,
    { ...start.findings, extra: await ownMatcher(ownOf(catalog)), watch },
  );
  const buffer = new ReadBuffer(evaluator.memory);
  const judge = async (files: FileEntry[]) => {
    const result = emptyResult();
    for (const file of files) await scanFile(toBuffer(file), evaluator, buffer, result);
    parentPort!.postMessage(start.isTimed ? { ...result, timings: watch.take() } : result);
  };
  // One batch after the other: a thread has several at hand, and one buffer for all of them.
  let last: Promise<void> = Promise.resolve();
  parentPort!.on('message', (files: FileEntry[]) => {
    last = last.then(() => judge(files));
  });
}

/** A message carries a Buffer as a plain Uint8Array. */
function toBuffer(file: FileEntry): FileEntry {
  return typeof file.absolute === 'string' ? file : { ...file, absolute: Buffer.from(file.absolute) };
}
