import { placeIn, sourceOf } from '../../src/parsers/dockerfile-source.ts';
import { defineRule } from '../define-rule.ts';

interface Leak {
  start: number;
  end: number;
  /** The file; absent where it goes to the log. */
  target?: string;
}

/** Commands that show or copy a file as it is. */
const COPIES = /(?<![\w-])(?:cp|mv|install|ln)\s+(?:-\w+\s+)*(\S+)\s+([^\s;&|]+)/g;

/** What a command writes to; `2>` and `>&2` are no files. */
const WRITES = /(?:(?<![0-9&])>{1,2}|\btee\s+(?:-a\s+)?)\s*(?!&|\/dev\/)["']?([\w./~${}-]+)/;

/** Places where a secret goes that one of the mounts holds. */
function* leaks(source: string, secrets: readonly Record<string, string>[]): Iterable<Leak> {
  const files = secrets.map(({ id, target, env }) => target ?? (env ? undefined : `/run/secrets/${id}`));
  const isSecretFile = (word: string) => files.some((file) => file !== undefined && word.replace(/["']/g, '') === file);
  for (const { 0: all, 1: from, 2: target, index } of source.matchAll(COPIES))
    if (isSecretFile(from!)) yield { start: index, end: index + all.length, target: target!.replace(/["']/g, '') };
  const variables = secrets.flatMap(({ env }) => env ?? []);
  // A variable that is filled from the file is the secret as well.
  for (const [, name, file] of source.matchAll(/\b(\w+)=["']?(?:\$\(\s*cat\s+|`cat\s+|\$\(<\s*)(\/[\w./-]+)/g))
    if (isSecretFile(file!)) variables.push(name!);
  for (const { 0: all, index } of source.matchAll(/[^;&|\n]+(?:\|(?!\|)[^;&|\n]+)*/g)) {
    if (!shows(all, isSecretFile, variables)) continue;
    const start = index + all.length - all.trimStart().length;
    const [, target] = WRITES.exec(all) ?? [];
    if (target !== undefined) yield { start, end: index + all.trimEnd().length, target };
    else if (!/[|>]/.test(all) && !/\$\(|`|<\(/.test(all)) yield { start, end: index + all.trimEnd().length };
  }
}

/** `cat FILE`, `echo $NAME`, `printf` and the like: the words that put the secret out. */
function shows(command: string, isSecretFile: (word: string) => boolean, variables: readonly string[]): boolean {
  const words = command.trim().split(/\s+/);
  const at = words.findIndex((word) =>
    /^(?:cat|echo|printf|envsubst|base64|head|tail|printenv)$/.test(word.replace(/^\(?(?:.*\/)?/, '')),
  );
  if (at === -1) return false;
  const rest = words.slice(at + 1).map((word) => word.replace(/[)"'`;]+$/, '').replace(/^["']/, ''));
  if (words[at]!.endsWith('printenv')) return rest.some((word) => variables.includes(word));
  return rest.some(
    (word) => isSecretFile(word) || variables.some((name) => new RegExp(`\\$\\{?${name}\\b`).test(word)),
  );
}

/** Memory, another mount, or removed again by the same command. */
function isForgotten(target: string, mounts: readonly string[], source: string): boolean {
  if (/^\/(?:dev|run|proc|sys)\//.test(target) || mounts.some((mount) => target.startsWith(mount))) return true;
  const name = target.split('/').at(-1)!;
  return new RegExp(`\\b(?:rm|shred|unlink)\\b[^;&|\\n]*${name.replace(/[^\w]/g, '\\$&')}(?:[\\s"';&]|$)`).test(source);
}

export default defineRule({
  artifact: 'dockerfile',
  title: 'mounted secret written into a layer',
  severity: 'high',
  confidence: 'high',
  why: 'the mount is gone after the command, what was copied from it stays in the layer for everyone who pulls the image',
  fix: 'use the secret in the same command, by its file or its variable, and write it nowhere outside of /run, /dev/shm and further mounts',
  references: ['https://docs.docker.com/build/building/secrets/'],
  catalogue: ['VS112'],
  cwe: [538],
  *check({ data, text }) {
    for (const instruction of data.instructions) {
      const secrets = instruction.mounts.filter(({ type }) => type === 'secret');
      if (secrets.length === 0) continue;
      const kept = instruction.mounts.flatMap(({ options }) => options.target ?? []);
      const source = sourceOf(text, instruction);
      for (const { start, end, target } of leaks(
        source,
        secrets.map(({ options }) => options),
      )) {
        if (target !== undefined && isForgotten(target, kept, source)) continue;
        const [{ options }] = secrets as [(typeof secrets)[0]];
        yield {
          message:
            target === undefined
              ? 'the secret is printed into the log of the build'
              : `the secret is written to ${target}`,
          range: placeIn(instruction, { start, end }),
          paste: `RUN --mount=type=secret,id=${options.id ?? 'NAME'},${options.env ? `env=${options.env}` : `target=${target ?? '/run/secrets/NAME'}`} COMMAND`,
        };
      }
    }
  },
});
