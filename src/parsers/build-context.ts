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

/** Every build that compose files name, and every other Dockerfile with the folder that its instructions fit to. */
export function buildsOf(project: Project): Build[] {
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
  const fits = (context: string) =>
    named.filter((source) => {
      const file = join(context, source);
      return project.files.some((other) => other === file || other.startsWith(`${file}/`));
    }).length;
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
  const takes = sourcesOf(instruction).flatMap((source) => (source.includes('$') ? [] : [takerOf(source)]));
  const prefix = build.context === '' ? '' : `${build.context}/`;
  return project.files.filter((file) => {
    if (!file.startsWith(prefix)) return false;
    const inContext = file.slice(prefix.length);
    return takes.some((take) => take(inContext)) && !build.isIgnored(inContext) && !isExcluded(inContext);
  });
}

/** Go's `filepath.Match` over the path or a folder above it; `.` and `/` take everything. */
function takerOf(source: string): (path: string) => boolean {
  const cleaned = join('', source.replace(/^\/+/, ''));
  if (cleaned === '') return () => true;
  if (!/[*?[\\]/.test(cleaned)) return (path) => path === cleaned || path.startsWith(`${cleaned}/`);
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
