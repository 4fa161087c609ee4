import type { DockerStage, RunMount } from './dockerfile.ts';

/** Says of every stage what it is built on, what it reads, and whether its layers are in the image. */
export function linkStages(stages: DockerStage[]): void {
  for (const [index, stage] of stages.entries()) {
    const parent = stage.base.isLocal ? findStage(stages, stage.base.name, index) : -1;
    if (parent !== -1) stage.parent = parent;
    const sources = stage.instructions.flatMap(({ flags, mounts }) => [
      ...flags.filter(({ name }) => name === 'from').map(({ value }) => value),
      ...mounts.map(({ options }) => options.from ?? ''),
    ]);
    stage.reads = [...new Set(sources.map((source) => findSource(stages, source, index)))].filter((at) => at !== -1);
  }
  for (let at: number | undefined = stages.length - 1; at !== undefined && at >= 0; at = stages[at]!.parent)
    stages[at]!.isFinal = true;
}

/** The latest stage of that name before `end`; names know no case. */
function findStage(stages: readonly DockerStage[], name: string, end: number): number {
  return stages.slice(0, end).findLastIndex(({ alias }) => alias?.toLowerCase() === name.toLowerCase());
}

/** `--from` also takes the number of a stage. */
function findSource(stages: readonly DockerStage[], source: string, end: number): number {
  const named = findStage(stages, source, end);
  if (named !== -1 || !/^\d+$/.test(source)) return named;
  return Number(source) < end ? Number(source) : -1;
}

/** Reads `type=secret,id=npm,env=NPM_TOKEN`. */
export function readMount(text: string, range: RunMount['range']): RunMount {
  const options: Record<string, string> = {};
  for (const part of text.replace(/^(["'])(.*)\1$/, '$2').split(',')) {
    const [name, value] = split(part.trim());
    if (name !== '') options[SAME_NAME[name] ?? name] = value;
  }
  return { type: options.type ?? 'bind', options, range };
}

const SAME_NAME: Record<string, string> = { dst: 'target', destination: 'target', src: 'source', ro: 'readonly' };

function split(part: string): [string, string] {
  const equals = part.indexOf('=');
  if (equals === -1) return [part.toLowerCase(), 'true'];
  return [part.slice(0, equals).toLowerCase(), part.slice(equals + 1).replace(/^(["'])(.*)\1$/, '$2')];
}
