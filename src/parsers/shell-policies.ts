import type { VaultPolicy } from '../model/policy.ts';
import type { ShellCommand, ShellScript } from '../model/shell.ts';
import { lineAt } from './line-at.ts';
import { looksLikePolicy, parseVaultPolicy, policyNameOf } from './vault-policy.ts';

/** Policies that a script writes by here-documents: `vault policy write NAME - <<EOF`, `cat > NAME.hcl <<EOF`. */
export function policiesOf({ commands }: ShellScript, text: string): VaultPolicy[] {
  return commands.flatMap((command) =>
    command.redirects.flatMap(({ operator, target }) => {
      const { start, end } = target.range;
      if (!/^<<-?$/.test(operator) || !/\bpath\b/.test(target.text)) return [];
      // Ranges count from the body's first character, so the body has to lie in the file as it is.
      if (text.slice(start, end) !== target.text) return [];
      const policy = parseVaultPolicy(target.text, {
        name: nameOf(command, commands),
        base: start,
        firstLine: lineAt(text, start),
      });
      return looksLikePolicy(policy) ? [policy] : [];
    }),
  );
}

/** The name that Vault is given for it, or the file's. */
function nameOf(command: ShellCommand, commands: readonly ShellCommand[]): string {
  const next = command.pipesTo === undefined ? undefined : commands[command.pipesTo];
  for (const { words } of next ? [command, next] : [command]) {
    const verb = words.findIndex(({ text }, i) => text === 'write' && words[i - 1]?.text === 'policy');
    const name = words.find(({ text }, i) => verb !== -1 && i > verb && !text.startsWith('-'));
    if (name) return name.text;
  }
  const file = command.redirects.find(({ operator }) => operator.startsWith('>'))?.target.text;
  const copy = next?.name === 'tee' || command.name === 'tee' ? (next ?? command).words[1]?.text : undefined;
  return policyNameOf(file ?? copy ?? '');
}
