import type { VaultPolicy } from '../model/policy.ts';
import type { ShellCommand, ShellScript } from '../model/shell.ts';
import type { ArtifactParser } from './artifact.ts';
import { lineAt } from './line-at.ts';
import { composeShellParser, dockerfileShellParser } from './shell-embedded.ts';
import { shellParser } from './shell-files.ts';
import { parseVaultPolicy } from './vault-policy.ts';

/** Policies that shell texts write, in `vault policy write NAME - <<EOF` or by a heredoc that is piped into it. */
export const shellPolicyParsers: readonly ArtifactParser[] = [
  shellParser,
  dockerfileShellParser,
  composeShellParser,
].map((parser) => ({
  kinds: ['vault-policy'],
  wants: parser.wants,
  anchor: /\b(?:vault|bao)\s+policy\s+write\b/,
  ...(parser.prepare ? { prepare: parser.prepare } : {}),
  parse: (input) => {
    const scripts = parser.parse(input).artifacts.flatMap(({ kind, data }) => (kind === 'shell' ? [data] : []));
    const policies = scripts.flatMap((script) => policiesIn(script, input.text));
    return { artifacts: policies.map((data) => ({ kind: 'vault-policy' as const, data })), errors: [] };
  },
}));

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
