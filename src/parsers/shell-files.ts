import type { ArtifactParser, FileHead, ParseResult } from './artifact.ts';
import { lineAt } from './line-at.ts';
import { parseShell, type ShellResult } from './shell.ts';
import { policiesOf } from './shell-policies.ts';
import { prepareShellGrammar } from './syntax-tree.ts';

/** Words without which no rule has anything to say about a shell text. */
export const SHELL_ANCHOR = new RegExp(
  [
    // Vault itself, and variables and assignments whose name says that they hold a secret.
    String.raw`\bvault\b|VAULT_|\bbao\b`,
    String.raw`\$\{?\w*(?:passw|passphrase|secret|token|api_?key|access_?key|private_?key|_pass\b|_pwd\b|_key\b)`,
    String.raw`\b\w*(?:passw\w*|secret|token|_key)=`,
    // Other stores of secrets.
    String.raw`/run/secrets/|\bsecretsmanager\b|\bkeyvault\b|\bget-parameters?\b`,
    // Servers that nobody verifies, and programs that are run unseen.
    String.raw`(?:curl|wget)\b[^\n]*\s(?:-[a-zA-Z]*k|--insecure|--no-check-certificate)`,
    String.raw`(?:curl|wget)\b[^\n]*\|\s*(?:sudo\s+(?:-\w+\s+)*)?(?:\S*/)?(?:(?:ba|da|z)?sh|python3?)\b`,
    String.raw`(?:sh\s+-c|source|\.|sh)\s+["']?[$<]\((?:curl|wget)`,
    'allow-untrusted|trusted[=-]|no-?gpg-?check|unauthenticated|extra-index-url|strict-ssl',
  ].join('|'),
  'i',
);

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
