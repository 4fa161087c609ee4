import type { ArtifactParser } from './artifact.ts';
import { parseShell } from './shell.ts';
import { prepareShellGrammar } from './syntax-tree.ts';

const SHELLS = /^(?:|sh|bash|shell|shell-session|console|zsh|terminal)$/i;

/** Markdown in which a database engine of Vault is set up. */
export const documentParser: ArtifactParser = {
  kinds: ['document'],
  wants: ({ name }) => /\.(?:md|mdx|markdown)$/i.test(name),
  literals: ['vault write'],
  anchor: /\bvault write\b[^\n]*\/(?:config|roles)\//,
  prepare: prepareShellGrammar,
  // People write pieces of commands into documents: what does not parse there is no fault.
  parse: ({ text }) => ({
    artifacts: [{ kind: 'document', data: parseShell(commandsOf(text), { place: 'file' }).script }],
    errors: [],
  }),
};

/** The commands of a document's code blocks in their places; everything else, prompts included, is white space. */
export function commandsOf(text: string): string {
  let fence: string | undefined;
  let isShell = false;
  return text
    .split('\n')
    .map((line) => {
      const [, marks, language] = /^\s*(`{3,}|~{3,})\s*([\w-]*)/.exec(line) ?? [];
      if (fence === undefined && marks !== undefined) {
        fence = marks;
        isShell = SHELLS.test(language!);
      } else if (fence !== undefined && marks?.startsWith(fence) && language === '') fence = undefined;
      else if (fence !== undefined && isShell)
        return line.replace(/^\s*[$#>]\s/, (prompt) => ' '.repeat(prompt.length));
      return ' '.repeat(line.length);
    })
    .join('\n');
}
