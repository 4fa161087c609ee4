import { posix } from 'node:path';
import { artifactsOf, type Project } from './artifact.ts';
import type { Dockerfile, DockerInstruction } from './dockerfile.ts';
import { type Dockerignore, ignoreMatcher, parseDockerignore } from './dockerignore.ts';

/** A Dockerfile and the folder that `docker build` sends with it. */
export interface Build {
  /** Target-relative path of the Dockerfile. */
  path: string;
  dockerfile: Dockerfile;
  /** Target-relative; empty for the target itself. */
  context: string;
  /** Path of the file that says what is not sent, where there is one. */
  ignorePath?: string;
  isIgnored: (path: string) => boolean;
  /** Who builds it: a compose file or, by its place, nobody that is known. */
  isCertain: boolean;
}

/** Paths of a project in order, and its builds: several rules ask for them. */
const sorted = new WeakMap<Project, readonly string[]>();
const known = new WeakMap<Project, Build[]>();

/** Every build that compose files name, and every other Dockerfile with the folder that its instructions fit to. */
export function buildsOf(project: Project): Build[] {
  let builds = known.get(project);
  if (!builds) known.set(project, (builds = findBuilds(project)));
  return builds;
}

function findBuilds(project: Project): Build[] {
  const dockerfiles = new Map(artifactsOf(project, 'dockerfile').map(({ path, data }) => [path, data]));
  const ignores = new Map(artifactsOf(project, 'dockerignore').map(({ path, data }) => [path, data]));
  const builds = new Map<string, Build>();
  const add = (path: string, context: string, isCertain: boolean) => {
    const dockerfile = dockerfiles.get(path);
    if (!dockerfile || builds.has(`${path}\0${context}`)) return;
    // BuildKit takes the file beside the Dockerfile first; only one of the two counts.
    const own = ignores.has(`${path}.dockerignore`) ? `${path}.dockerignore` : join(context, '.dockerignore');
    const ignore = ignores.get(own) ?? NOTHING;
    const isIgnored = ignoreMatcher(ignore);
    const found = ignores.has(own) ? { ignorePath: own } : {};
    builds.set(`${path}\0${context}`, { path, dockerfile, context, isIgnored, isCertain, ...found });
  };
  for (const { path, data } of artifactsOf(project, 'compose'))
    for (const { build } of data.services) {
      const context = build && localPath(posix.dirname(path), build.context?.value ?? '.');
      if (context === undefined) continue;
      const name = build?.dockerfile?.value ?? 'Dockerfile';
      if (!name.includes('$')) add(join(context, name), context, true);
    }
  const built = new Set([...builds.values()].map(({ path }) => path));
  for (const [path, dockerfile] of dockerfiles)
    if (!built.has(path)) add(path, likelyContext(project, path, dockerfile), false);
  return [...builds.values()];
}

const NOTHING: Dockerignore = { patterns: parseDockerignore('').patterns };

/** A folder of the target; nothing for addresses, variables and what lies outside. */
function localPath(folder: string, path: string): string | undefined {
  if (/\$|^[a-z]+:\/\/|^git@|^github\.com\/|^\//.test(path)) return undefined;
  const joined = join(folder, path);
  return joined === '..' || joined.startsWith('../') ? undefined : joined;
}

/** The folder of the Dockerfile, unless what it copies lies only below the target itself. */
function likelyContext(project: Project, path: string, { instructions }: Dockerfile): string {
  const folder = join(posix.dirname(path), '.');
  if (folder === '') return folder;
  const named = instructions
    .flatMap((instruction) => sourcesOf(instruction))
    .filter((source) => !/[*?[$]|^\.?\/?$/.test(source));
  const fits = (context: string) => named.filter((source) => filesAt(project, join(context, source)).length > 0).length;
  return named.length > 0 && fits('') > fits(folder) ? '' : folder;
}

/** What `COPY` and `ADD` take from the context. */
export function sourcesOf({ keyword, args, flags }: DockerInstruction): string[] {
  if ((keyword !== 'COPY' && keyword !== 'ADD') || flags.some(({ name }) => name === 'from')) return [];
  return args.slice(0, -1).flatMap(({ value }) => (/^[a-z]+:\/\/|^git@|^<</.test(value) ? [] : [value]));
}

/** Files of the project that an instruction takes out of the context, and that `.dockerignore` lets through. */
export function copiedFiles(project: Project, build: Build, instruction: DockerInstruction): string[] {
  const exclusions = instruction.flags.filter(({ name }) => name === 'exclude').map(({ value }) => value);
  const isExcluded = ignoreMatcher(parseDockerignore(exclusions.join('\n')));
  const prefix = build.context === '' ? '' : `${build.context}/`;
  const taken = sourcesOf(instruction)
    .filter((source) => !source.includes('$'))
    .flatMap((source) => filesOf(project, build.context, source))
    .filter((file) => {
      const inContext = file.slice(prefix.length);
      return !build.isIgnored(inContext) && !isExcluded(inContext);
    });
  return [...new Set(taken)].sort();
}

/** What a source of `COPY` names: Go's `filepath.Match` over the path or a folder above it; `.` and `/` take everything. */
function filesOf(project: Project, context: string, source: string): readonly string[] {
  const cleaned = join('', source.replace(/^\/+/, ''));
  if (!/[*?[\\]/.test(cleaned)) return filesAt(project, join(context, cleaned));
  const takes = globOf(cleaned);
  const offset = context === '' ? 0 : context.length + 1;
  return filesAt(project, context).filter((file) => takes(file.slice(offset)));
}

/** The file of that path, or all files below the folder of that path; the target itself is empty. Files are in order. */
function filesAt(project: Project, path: string): readonly string[] {
  if (path === '') return project.files;
  let files = sorted.get(project);
  if (!files) sorted.set(project, (files = [...project.files].sort()));
  const isThere = files[firstFrom(files, path)] === path;
  // The slash is followed by the zero in the order of characters, and everything between begins with it.
  const below = files.slice(firstFrom(files, `${path}/`), firstFrom(files, `${path}0`));
  return isThere ? [path, ...below] : below;
}

/** Index of the first path that is not before `path`. */
function firstFrom(files: readonly string[], path: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (files[middle]! < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

function globOf(cleaned: string): (path: string) => boolean {
  const pattern = cleaned
    .replace(/[.+()|{}$^]/g, '\\$&')
    .replace(/\*/g, '[^/]*')
    .replace(/\?/g, '[^/]');
  try {
    const regex = new RegExp(`^${pattern}(?:/|$)`, 's');
    return (path) => regex.test(path);
  } catch {
    return () => false;
  }
}

/** Joins and cleans; the target itself is empty. */
function join(folder: string, path: string): string {
  const joined = posix.join(folder, path).replace(/\/+$/, '');
  return joined === '.' ? '' : joined;
}
