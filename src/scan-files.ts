import type { Evaluator } from './engine/evaluate.ts';
import { addTimings } from './engine/stopwatch.ts';
import type { Finding } from './model/finding.ts';
import type { Problem } from './model/problem.ts';
import type { Coverage } from './model/report.ts';
import type { InlineSuppression } from './model/suppression.ts';
import type { Timings } from './model/timings.ts';
import type { ProjectArtifact } from './parsers/artifact.ts';
import type { FileEntry } from './sources/directory.ts';
import { withFile } from './sources/file-blob.ts';
import type { ReadBuffer } from './sources/windows.ts';

/** What some files gave; results of several threads are added up. */
export interface FilesResult {
  findings: Finding[];
  problems: Problem[];
  /** What rules over the project want of these files. */
  artifacts: ProjectArtifact[];
  suppressions: InlineSuppression[];
  coverage: Coverage;
  /** CPU time of another thread, where it is counted. */
  timings?: Timings;
}

/** An empty result to add to. */
export function emptyResult(): FilesResult {
  const coverage = { files: 0, bytes: 0, binary: 0, excluded: 0 };
  return { findings: [], problems: [], artifacts: [], suppressions: [], coverage };
}

/** Reads and judges one file into `result`; `breathe` is called between the windows of a large one. */
export async function scanFile(
  file: FileEntry,
  evaluator: Evaluator,
  buffer: ReadBuffer,
  result: FilesResult,
  breathe: () => Promise<void> = async () => {},
): Promise<void> {
  const started = evaluator.watch.start();
  const problem = await withFile(file, buffer, async (blob) => {
    result.coverage.files++;
    const evaluation = await evaluator.evaluate(blob, breathe);
    result.findings.push(...evaluation.findings);
    result.problems.push(...evaluation.problems);
    result.artifacts.push(...evaluation.artifacts);
    result.suppressions.push(...evaluation.suppressions);
    result.coverage.bytes += evaluation.bytes;
    if (evaluation.isBinary) result.coverage.binary++;
  });
  evaluator.watch.stopStage('open and read', started);
  if (problem) result.problems.push(problem);
}

/** Adds what another thread found. */
export function addResult(into: FilesResult, from: FilesResult): void {
  into.findings.push(...from.findings);
  into.problems.push(...from.problems);
  into.artifacts.push(...from.artifacts);
  into.suppressions.push(...from.suppressions);
  if (from.timings) into.timings = addTimings(into.timings, from.timings);
  for (const key of ['files', 'bytes', 'binary', 'excluded'] as const) into.coverage[key] += from.coverage[key];
}
