import type { VaultPolicy } from '../model/policy.ts';
import type { ShellCommand, ShellScript } from '../model/shell.ts';
import type { ArtifactParser } from './artifact.ts';
import { lineAt } from './line-at.ts';
import { parseShell } from './shell.ts';
import { isShellFile } from './shell-files.ts';
import { prepareShellGrammar } from './syntax-tree.ts';
import { parseVaultPolicy } from './vault-policy.ts';

/** Policies that scripts write: `vault policy write NAME - <<EOF`, and a heredoc piped into it. */
export const shellPolicyParser: ArtifactParser = {
  kinds: ['vault-policy'],
  wants: isShellFile,
  anchor: /\b(?:vault|bao)\s+policy\s+write\b/,
  prepare: prepareShellGrammar,
  parse: ({ text }) => {
    const { script } = parseShell(text, { place: 'file' });
    return {
      artifacts: policiesIn(script, text).map((data) => ({ kind: 'vault-policy' as const, data })),
      errors: [],
    };
  },
};

/** Every policy that a script writes, with places in `text`, which the script's ranges point into. */
export function policiesIn(script: ShellScript, text: string): VaultPolicy[] {
  return script.commands.flatMap((command, i) => {
    const name = writtenName(command);
    if (name === undefined) return [];
    const feeder = script.commands.find(({ pipesTo }) => pipesTo === i);
    const heredoc = [...command.redirects, ...(feeder?.redirects ?? [])].find(({ operator }) =>
      /^<<-?$/.test(operator),
    );
    if (!heredoc) return [];
    const { start, end } = heredoc.target.range;
    return [parseVaultPolicy(text.slice(start, end), { name, base: start, firstLine: lineAt(text, start) })];
  });
}

/** The name in `vault policy write NAME -`; undefined for every other command. */
function writtenName({ name, words }: ShellCommand): string | undefined {
  if (name !== 'vault' && name !== 'bao') return undefined;
  const [group, verb, policy, source] = words
    .slice(1)
    .map(({ text }) => text)
    .filter((word) => word === '-' || !word.startsWith('-'));
  if (group !== 'policy' || verb !== 'write' || (source !== '-' && source !== '/dev/stdin')) return undefined;
  return policy?.toLowerCase();
}
