import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { GitError, trackedFiles } from './clients/git.ts';
import type { Evaluator } from './engine/evaluate.ts';
import type { AnyRule } from './model/rule.ts';
import type { Project, ProjectArtifact } from './parsers/artifact.ts';
import type { FilesResult } from './scan-files.ts';
import type { FileEntry } from './sources/directory.ts';
import { displayName } from './sources/display-name.ts';
import { withFile } from './sources/file-blob.ts';
import type { ReadBuffer } from './sources/windows.ts';

/** Artifacts beyond this are not judged together, so that memory stays bounded; the report says so. */
const MOST_ARTIFACTS = 50_000;

/** What the rules over the project are judged with. */
export interface ProjectScan {
  target: string;
  files: readonly FileEntry[];
  evaluator: Evaluator;
  buffer: ReadBuffer;
  signal: AbortSignal;
}

/** True when some rule looks at the whole project. */
export function hasProjectRules(rules: readonly AnyRule[]): boolean {
  return rules.some((rule) => rule.type === 'code' && rule.artifact === 'project');
}

/** Judges what only the whole project shows, and adds it to `result`. */
export async function scanProject(scan: ProjectScan, result: FilesResult): Promise<void> {
  const byPath = new Map(scan.files.map((file) => [file.path, file]));
  const tracked = await tracks(scan, result);
  const project: Project = {
    files: [...byPath.keys()].sort(),
    ...(tracked ? { tracked } : {}),
    isGitRoot: existsSync(join(scan.target, '.git')),
    artifacts: limited(result),
  };
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const file = byPath.get(path);
    if (!file) return undefined;
    let bytes: Uint8Array | undefined;
    await withFile(file, scan.buffer, async (blob) => {
      for (const window of blob.windows()) {
        if (window.isWhole) bytes = Uint8Array.from(window.bytes);
        break;
      }
    });
    return bytes;
  };
  const { findings, problems } = await scan.evaluator.judgeProject(project, read);
  result.findings.push(...findings);
  result.problems.push(...problems);
}

function limited(result: FilesResult): ProjectArtifact[] {
  const sorted = result.artifacts.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  if (sorted.length <= MOST_ARTIFACTS) return sorted;
  result.problems.push({
    kind: 'coverage',
    code: 'too-many-artifacts',
    message: `rules over the whole project looked at ${MOST_ARTIFACTS} of ${sorted.length} artifacts`,
  });
  return sorted.slice(0, MOST_ARTIFACTS);
}

/** Paths that git tracks; nothing outside a work tree. Where git can't tell, a coverage note says so. */
async function tracks(scan: ProjectScan, result: FilesResult): Promise<string[] | undefined> {
  if (!isInWorkTree(scan.target)) return undefined;
  try {
    return (await trackedFiles(scan.target, scan.signal)).map(displayName).sort();
  } catch (error) {
    if (!(error instanceof GitError) || scan.signal.aborted) throw error;
    result.problems.push({
      kind: 'coverage',
      code: 'git-failed',
      message: `git could not tell which files it tracks (${error.message}); rules about tracked files did not run`,
    });
    return undefined;
  }
}

/** A directory below one that has `.git`; a single file is no project. */
function isInWorkTree(target: string): boolean {
  if (!statSync(target, { throwIfNoEntry: false })?.isDirectory()) return false;
  for (let folder = resolve(target); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return true;
    if (folder === dirname(folder)) return false;
  }
}
