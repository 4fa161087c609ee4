import type { ShellCommand, ShellScript } from '../model/shell.ts';
import { programOf } from './shell-program.ts';
import { vaultCall } from './vault-cli.ts';

/** Options of the shell as they are when a command runs. */
export interface ShellState {
  /** The command that switched tracing on, or `start` where `#!` did; absent while it is off. */
  tracedBy?: ShellCommand | 'start';
  /** A failure ends the script. */
  isErrexit: boolean;
  /** A pipe fails with any of its parts. */
  isPipefail: boolean;
  /** New files are closed to others. */
  isPrivate: boolean;
}

const LETTERS: Record<string, string> = { errexit: 'e', xtrace: 'x', nounset: 'u' };

const statesByScript = new WeakMap<ShellScript, readonly ShellState[]>();

/** The state before each command, in the order in which they are written. */
export function shellStates(script: ShellScript): readonly ShellState[] {
  const known = statesByScript.get(script);
  if (known) return known;
  const states = readStates(script);
  statesByScript.set(script, states);
  return states;
}

function readStates(script: ShellScript): ShellState[] {
  const { startOptions } = script;
  let state: ShellState = { isErrexit: startOptions.includes('e'), isPipefail: false, isPrivate: false };
  if (startOptions.includes('x')) state.tracedBy = 'start';
  const outside: { subshell: number; state: ShellState }[] = [];
  return script.commands.map((command) => {
    const around = command.subshells ?? [];
    while (outside.length > 0 && !around.includes(outside.at(-1)!.subshell)) state = outside.pop()!.state;
    for (const subshell of around.slice(outside.length)) outside.push({ subshell, state });
    const before = state;
    state = next(state, command);
    const outer = command.within === undefined ? undefined : script.commands[command.within];
    return outer && isTracedText(outer) ? { ...before, tracedBy: outer } : before;
  });
}

function next(state: ShellState, command: ShellCommand): ShellState {
  const { words, name } = command;
  if (name === 'umask' && words[1]) return { ...state, isPrivate: /7$|o=$/.test(words[1].text) };
  if (name !== 'set') return state;
  const options = words.slice(1);
  return options.reduce((current, { text }, i) => apply(current, text, options[i + 1]?.text ?? '', command), state);
}

/** `bash -x -c 'text'`: only the text is traced. */
function isTracedText(command: ShellCommand): boolean {
  return /^(?:ba|da|a|k)?sh$/.test(command.name) && command.words.some(({ text }) => /^-[a-z]*x[a-z]*$/.test(text));
}

function untraced({ tracedBy: _, ...state }: ShellState): ShellState {
  return state;
}

function apply(state: ShellState, word: string, after: string, command: ShellCommand): ShellState {
  const [, sign, letters] = /^([-+])([a-zA-Z]+)$/.exec(word) ?? [];
  if (sign === undefined || letters === undefined) return state;
  const isOn = sign === '-';
  const all = letters.includes('o') ? `${letters}${LETTERS[after] ?? ''}` : letters;
  let result = state;
  if (all.includes('x')) result = isOn ? { ...result, tracedBy: command } : untraced(result);
  if (all.includes('e')) result = { ...result, isErrexit: isOn };
  if (letters.includes('o') && after === 'pipefail') result = { ...result, isPipefail: isOn };
  return result;
}

/** The command with which a script becomes the application, or undefined. */
export function appStart(script: ShellScript): ShellCommand | undefined {
  return script.commands.findLast((command) => {
    const { wrappers, name } = programOf(command);
    return wrappers[0] === 'exec' && name !== '' && !vaultCall(command) && command.functionName === undefined;
  });
}

/** True where some command of the script is one of these programs. */
export function runs(script: ShellScript, pattern: RegExp): boolean {
  return script.commands.some((command) => pattern.test(programOf(command).name));
}
