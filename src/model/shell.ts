import type { Range } from './region.ts';

/** A piece of a word that is expanded when the script runs. */
export type ShellPart = ShellVariable | ShellSubstitution;

/** `$NAME`, `${NAME:-default}`, `$1`. */
export interface ShellVariable {
  type: 'variable';
  name: string;
  /** What stands behind the name in braces, such as `:-default`. */
  operation?: string;
  range: Range;
}

/** `$(...)`, backticks, `<(...)`. */
export interface ShellSubstitution {
  type: 'substitution';
  /** Indices of the commands that stand directly in it. */
  commands: number[];
  range: Range;
}

/** One word of a command. */
export interface ShellWord {
  /** Without quotes and escapes; expansions stand as they are written (`X-Vault-Token: $T`). */
  text: string;
  /** True where nothing in it is expanded: `text` is what the command sees. */
  isLiteral: boolean;
  parts: ShellPart[];
  range: Range;
}

/** `NAME=value`, alone, in front of a command or behind `export`. */
export interface ShellAssignment {
  name: string;
  value: ShellWord;
  range: Range;
}

/** `> file`, `<<EOF`, `<<< word`. */
export interface ShellRedirect {
  /** `>`, `>>`, `<`, `>|`, `&>`, `>&`, `<<`, `<<<` ... */
  operator: string;
  /** Number in front of it, such as 2. */
  descriptor?: number;
  /** The file, the here-string, or the body of a heredoc. */
  target: ShellWord;
  range: Range;
}

/** One simple command. */
export interface ShellCommand {
  /** Its first word as written, without the folder in front; empty where it only assigns. */
  name: string;
  /** The first is the command itself. */
  words: ShellWord[];
  assignments: ShellAssignment[];
  redirects: ShellRedirect[];
  range: Range;
  /** Name of the function in whose body it stands. */
  functionName?: string;
  /** Subshells `( ... )` around it, outermost first: what is set there ends there. */
  subshells?: readonly number[];
  /** Index of the command in whose substitution, or in whose `sh -c` text, it stands. */
  within?: number;
  /** Index of the command that reads its output. */
  pipesTo?: number;
  /** Index of the first command that runs when it fails (`||`). */
  orElse?: number;
  /** True where somebody looks at its exit status: a condition, `||`, `&&`, `!`. */
  isTested: boolean;
  /** True where it runs only in some cases. */
  isConditional: boolean;
  /** True in a loop or the loop's condition: it may be tried again. */
  isRepeated: boolean;
}

/** Where a shell text comes from: a file, a build step, what a container starts with, or its health check. */
export type ShellPlace = 'file' | 'build' | 'start' | 'healthcheck';

/** A shell text. */
export interface ShellScript {
  place: ShellPlace;
  /** Of its text in the file. */
  range: Range;
  /** In the order in which they are written; bodies of functions and substitutions stand where they are written. */
  commands: ShellCommand[];
  /** Names of the functions that it defines. */
  functions: string[];
  /** Options behind the interpreter in `#!`, letters only, such as `ex`. */
  startOptions: string;
}
