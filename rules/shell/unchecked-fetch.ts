import { shellStates } from '../../src/analysis/shell-state.ts';
import { filledBy, isCheckedLater, vaultFetches } from '../../src/analysis/vault-fetch.ts';
import type { ShellCommand, ShellScript } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'shell',
  title: 'script goes on when a secret could not be fetched',
  severity: 'medium',
  confidence: 'high',
  why: 'when Vault is sealed or slow the application starts with an empty secret, and may run without authentication',
  fix: 'end the script where the fetch fails: `|| exit 1`, or `set -e` with the assignment apart from `export` and `local`',
  references: ['https://www.shellcheck.net/wiki/SC2155'],
  catalogue: ['VS208'],
  cwe: [252],
  *check({ data }) {
    const states = shellStates(data);
    for (const { index, command, keeper } of vaultFetches(data)) {
      const names = filledBy(keeper);
      const [name] = names;
      if (name === undefined || keeper.name === 'for') continue;
      if (isLookedAt(command, keeper, data) || isCheckedLater(data, names, keeper)) continue;
      const reason = whyUnnoticed(command, keeper, states[index]!);
      if (reason === undefined) continue;
      yield {
        message: `${name} stays empty when Vault does not answer: ${reason}`,
        range: keeper.range,
        paste: `${name}="$(vault kv get -field=password secret/app)" || exit 1`,
      };
    }
  },
});

/** The status of the fetch itself is looked at; behind `export` and `local` it is lost. */
function isLookedAt(command: ShellCommand, keeper: ShellCommand, { commands }: ShellScript): boolean {
  if (keeper.name !== '') return false;
  const isOwn = command.pipesTo === undefined;
  if (isOwn && (keeper.isTested || keeper.orElse !== undefined || command.orElse !== undefined)) return true;
  const next = commands.findIndex(({ range }) => range.start >= keeper.range.end);
  return isOwn && commands[next]?.words.some(({ text }) => text === '$?') === true;
}

/** Why a failure goes unnoticed, or undefined where it does not. */
function whyUnnoticed(
  command: ShellCommand,
  keeper: ShellCommand,
  { isErrexit, isPipefail }: { isErrexit: boolean; isPipefail: boolean },
): string | undefined {
  if (/^(?:export|local|declare|typeset|readonly)$/.test(keeper.name)) return `${keeper.name} hides the failure`;
  if (!isErrexit) return 'no `set -e` and no `|| exit`';
  if (command.pipesTo !== undefined && !isPipefail) return 'the pipe hides the failure';
  return undefined;
}
