import type { ShellCommand, ShellScript } from '../model/shell.ts';
import { isOutputSeen, programOf } from './shell-program.ts';
import { fetchedOutput } from './shell-source.ts';
import { isLogin, type VaultCall, vaultCall } from './vault-cli.ts';

/** A read of a secret out of Vault whose answer the script keeps. */
export interface VaultFetch {
  index: number;
  command: ShellCommand;
  /** Absent for curl. */
  call?: VaultCall;
  /** The command with the substitution, or the last of the pipe. */
  keeper: ShellCommand;
}

/** Reads of Vault that are assigned, piped or written somewhere; logins are not among them. */
export function vaultFetches(script: ShellScript): VaultFetch[] {
  return script.commands.flatMap((command, index): VaultFetch[] => {
    const call = vaultCall(command);
    const isFetch = call
      ? !isLogin(call) && /^(?:kv get|read|unwrap|write)$/.test(call.verb) && fetchedOutput(command) !== undefined
      : /^(?:curl|wget)$/.test(programOf(command).name) && fetchedOutput(command) !== undefined && !isLoginUrl(command);
    if (!isFetch || isOutputSeen(command, script.commands)) return [];
    const keeper = keeperOf(command, script);
    return [{ index, command, ...(call ? { call } : {}), keeper }];
  });
}

function isLoginUrl({ words }: ShellCommand): boolean {
  return words.some(({ text }) => /\/login\b/.test(text));
}

function keeperOf(command: ShellCommand, script: ShellScript): ShellCommand {
  let keeper = command;
  for (let i = 0; i < 20; i++) {
    const next = keeper.pipesTo ?? keeper.within;
    if (next === undefined || next === script.commands.indexOf(keeper)) break;
    keeper = script.commands[next]!;
  }
  return keeper;
}

/** Names of variables that a command fills. */
export function filledBy(command: ShellCommand): string[] {
  return command.assignments.map(({ name }) => name);
}

/** True where the script looks later whether a variable is empty: `[ -z "$X" ]`, `${X:?}`. */
export function isCheckedLater(script: ShellScript, names: readonly string[], after: ShellCommand): boolean {
  return script.commands.some((command) => {
    if (command.range.start < after.range.start) return false;
    const words = [...command.words, ...command.assignments.map(({ value }) => value)];
    return words.some(({ parts, text }) =>
      parts.some((part) => {
        if (part.type !== 'variable' || !names.includes(part.name)) return false;
        return /^:?\?/.test(part.operation ?? '') || isTest(command) || text.startsWith('?');
      }),
    );
  });
}

function isTest({ name }: ShellCommand): boolean {
  return name === '[' || name === '[[' || name === 'test' || name === 'case' || name === ':';
}
