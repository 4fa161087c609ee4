import type { ArtifactParser, FileHead, ParseResult } from './artifact.ts';
import { lineAt } from './line-at.ts';
import { parseShell, type ShellResult } from './shell.ts';
import { policiesOf } from './shell-policies.ts';
import { prepareShellGrammar } from './syntax-tree.ts';

/** Words without which no rule has anything to say about a shell text. */
export const SHELL_ANCHOR =
  /vault|\bbao\b|secret|passw|token|api_?key|access_key|private_key|insecure|--no-check-certificate|\bcurl\b[^\n]*-[a-zA-Z]*k|(?:curl|wget)\b[^\n]*\|\s*(?:sudo\s+(?:-\w+\s+)*)?(?:\S*\/)?(?:ba|da|z)?sh\b|(?:sh\s+-c|source|\.|sh)\s+["']?[$<]\((?:curl|wget)|allow-untrusted|trusted[=-]|no-?gpg-?check|unauthenticated|extra-index-url|\bapt-key\b|strict-ssl/i;

const NAME = /\.(?:sh|bash|dash|ash|ksh)$|^(?:docker-)?entrypoint(?:[_-][\w-]+)?$/;

const INTERPRETER = /^#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*)?(?:\S*\/)?(?:ba|da|a|k)?sh(?:\s|$)/;

/** True for what a shell runs: by its `#!` where it has one, else by its name. */
export function isShellFile({ name, head }: Pick<FileHead, 'name' | 'head'>): boolean {
  return head.startsWith('#!') ? INTERPRETER.test(head) : NAME.test(name);
}

/** Scripts of their own. */
export const shellParser: ArtifactParser = {
  kinds: ['shell', 'vault-policy'],
  wants: isShellFile,
  anchor: SHELL_ANCHOR,
  prepare: prepareShellGrammar,
  parse: ({ text }) => toResult([parseShell(text, { place: 'file' })], text),
};

/** Scripts, and the policies in them, as artifacts; the first fault of each script as a coverage note. */
export function toResult(results: readonly ShellResult[], text: string): ParseResult {
  return {
    artifacts: results.flatMap(({ script }): ParseResult['artifacts'] => [
      { kind: 'shell', data: script },
      ...policiesOf(script, text).map((data) => ({ kind: 'vault-policy' as const, data })),
    ]),
    errors: results.flatMap(({ errors }) => {
      const [first] = errors;
      return first ? [{ message: first.message, line: lineAt(text, first.offset) }] : [];
    }),
  };
}
