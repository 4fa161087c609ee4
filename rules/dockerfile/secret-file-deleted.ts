import { isSecretPath } from '../../src/analysis/secret-path.ts';
import { placeIn, sourceOf } from '../../src/parsers/dockerfile-source.ts';
import { defineRule } from '../define-rule.ts';

/** `rm` and `shred` with their arguments. */
const REMOVAL = /\b(?:rm|shred|unlink)\s+((?:-{1,2}[\w-]+\s+)*[^;&|\n]+)/g;

/** What a redirection or `tee` writes. */
const WRITE = /(?:>{1,2}|\btee\s+(?:-a\s+)?)\s*["']?([\w./~$-]+)/g;

const nameOf = (path: string) =>
  path
    .replace(/["',\]]/g, '')
    .split('/')
    .at(-1) ?? '';

export default defineRule({
  artifact: 'dockerfile',
  title: 'secret deleted in a later layer',
  severity: 'high',
  confidence: 'high',
  why: 'the earlier layer still holds the file: whoever pulls the image unpacks that layer and has it',
  fix: 'mount the file for the one command that needs it: `RUN --mount=type=secret,id=NAME,target=PATH COMMAND`',
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/build/building/best-practices/',
  ],
  catalogue: ['VS111'],
  cwe: [538],
  *check({ data, text }) {
    for (const stage of data.stages) {
      if (!stage.isFinal) continue;
      const laid = new Map<string, string>();
      for (const instruction of stage.instructions) {
        const { keyword, args, flags } = instruction;
        const source = sourceOf(text, instruction);
        for (const { 0: all, 1: words, index } of keyword === 'RUN' ? source.matchAll(REMOVAL) : []) {
          const path = words!.split(/\s+/).find((word) => laid.has(nameOf(word)));
          if (path === undefined) continue;
          const name = nameOf(path);
          yield {
            message: `${name} is removed here and stays in the layer of ${laid.get(name)}`,
            range: placeIn(instruction, { start: index, end: index + all.length }),
            paste: `RUN --mount=type=secret,id=${name.replace(/^\.+/, '')},target=${path} COMMAND`,
          };
          laid.delete(name);
        }
        if (keyword === 'COPY' || keyword === 'ADD') {
          if (flags.some(({ name }) => name === 'from')) continue;
          for (const { value } of args) if (isSecretPath(value)) laid.set(nameOf(value), keyword);
        }
        if (keyword !== 'RUN') continue;
        for (const [, path] of source.matchAll(WRITE)) {
          const isGone = [...source.matchAll(REMOVAL)].some(([, words]) => words!.includes(nameOf(path!)));
          if (isSecretPath(path!) && !isGone) laid.set(nameOf(path!), 'RUN');
        }
      }
    }
  },
});
