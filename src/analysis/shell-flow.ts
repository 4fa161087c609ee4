import type { ShellCommand, ShellScript, ShellWord } from '../model/shell.ts';
import { isOutputKept, programOf } from './shell-program.ts';
import { fetchedOutput, isSanitizer, isSecretVariable, type ShellSecret } from './shell-source.ts';

/** What is secret in one command. */
export interface CommandFlow {
  /** By index of the word. */
  words: (ShellSecret | undefined)[];
  /** By index of the assignment. */
  assignments: (ShellSecret | undefined)[];
  /** By index of the redirect: a heredoc's or here-string's text. */
  redirects: (ShellSecret | undefined)[];
  /** What it prints. */
  output?: ShellSecret;
}

/** What is secret in a script, command by command. */
export interface ShellFlow {
  commands: CommandFlow[];
}

/** Rounds until arguments of functions and their outputs are known. */
const MOST_ROUNDS = 4;

const flows = new WeakMap<ShellScript, ShellFlow>();

/** Follows secrets through variables, functions, substitutions, pipes and here-documents. */
export function shellFlow(script: ShellScript): ShellFlow {
  const known = flows.get(script);
  if (known) return known;
  const tracer = new Tracer(script);
  const flow = { commands: tracer.trace() };
  flows.set(script, flow);
  return flow;
}

class Tracer {
  readonly #commands: readonly ShellCommand[];
  readonly #functions: ReadonlySet<string>;
  /** Secrets by variable; null where the script itself gave it something that is none. */
  #variables = new Map<string, ShellSecret | null>();
  /** Secrets among the arguments of functions: `show 1`. */
  readonly #parameters = new Map<string, ShellSecret>();
  /** What functions print, whatever they are given. */
  readonly #outputs = new Map<string, ShellSecret>();
  /** Arguments that functions print again: a call of theirs is as secret as that argument. */
  readonly #echoes = new Map<string, Set<number>>();
  #flows: CommandFlow[] = [];
  readonly #incoming: (readonly number[])[];

  constructor(script: ShellScript) {
    this.#commands = script.commands;
    this.#functions = new Set(script.functions);
    const incoming: number[][] = script.commands.map(() => []);
    for (const [i, { pipesTo }] of script.commands.entries()) if (pipesTo !== undefined) incoming[pipesTo]?.push(i);
    this.#incoming = incoming;
  }

  trace(): CommandFlow[] {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const before = this.#known();
      this.#variables = new Map();
      this.#flows = [];
      for (let i = 0; i < this.#commands.length; i++) this.#flow(i);
      if (this.#known() === before) break;
    }
    return this.#flows;
  }

  /** Facts about functions that are known so far. */
  #known(): number {
    return this.#parameters.size + this.#outputs.size + this.#echoes.size;
  }

  /** Commands in order; those inside a substitution are read when the word that holds them is. */
  #flow(index: number): CommandFlow {
    const done = this.#flows[index];
    if (done) return done;
    const command = this.#commands[index]!;
    const flow: CommandFlow = { words: [], assignments: [], redirects: [] };
    this.#flows[index] = flow;
    flow.words = command.words.map((word) => this.#word(word, command));
    flow.redirects = command.redirects.map(({ operator, target }) =>
      operator.startsWith('<<') ? this.#word(target, command) : undefined,
    );
    flow.assignments = command.assignments.map(({ value }) => this.#word(value, command));
    this.#assign(command, flow);
    const output = this.#output(index, command, flow);
    if (output) flow.output = output;
    const isFetched = output?.origin === 'fetched';
    if (isFetched && command.functionName !== undefined && this.#isPrinted(command))
      this.#note(command.functionName, output);
    return flow;
  }

  #note(functionName: string, output: ShellSecret): void {
    if (output.parameter === undefined) this.#outputs.set(functionName, output);
    else this.#echoes.set(functionName, (this.#echoes.get(functionName) ?? new Set()).add(output.parameter));
  }

  #isPrinted(command: ShellCommand): boolean {
    return command.within === undefined && command.pipesTo === undefined && !isOutputKept(command);
  }

  #word(word: ShellWord, command: ShellCommand): ShellSecret | undefined {
    for (const part of word.parts) {
      const secret =
        part.type === 'variable' ? this.#variable(part.name, part.operation, command) : this.#printed(part.commands);
      if (secret) return secret;
    }
    return undefined;
  }

  /** What a substitution gives: the output of its commands that nothing else reads. */
  #printed(indices: readonly number[]): ShellSecret | undefined {
    for (const index of indices) {
      const { output } = this.#flow(index);
      const command = this.#commands[index]!;
      if (output && command.pipesTo === undefined && !isOutputKept(command)) return output;
    }
    return undefined;
  }

  #variable(name: string, operation: string | undefined, command: ShellCommand): ShellSecret | undefined {
    // `${X:+set}` and `${X+set}` tell only whether there is a value.
    if (operation !== undefined && /^:?\+/.test(operation)) return undefined;
    if (command.functionName !== undefined && /^(?:\d+|[@*])$/.test(name)) {
      const key = name === '@' || name === '*' ? undefined : `${command.functionName} ${name}`;
      const [, secret] =
        [...this.#parameters].find(([other]) =>
          key === undefined ? other.startsWith(`${command.functionName} `) : other === key,
        ) ?? [];
      return secret;
    }
    const known = this.#variables.get(name);
    if (known !== undefined) return known ?? undefined;
    return isSecretVariable(name) ? { name: `$${name}`, origin: 'named' } : undefined;
  }

  #assign(command: ShellCommand, flow: CommandFlow): void {
    for (const [i, { name, value }] of command.assignments.entries()) {
      const secret = flow.assignments[i];
      if (secret && carries(secret, value)) this.#variables.set(name, { ...secret, name: `$${name}` });
      else if (isNoSecret(value)) this.#variables.set(name, null);
      else if (!command.isConditional && !isSecretVariable(name)) this.#variables.delete(name);
    }
    const { name, args } = programOf(command);
    if (name === 'read' && command.redirects.length > 0) this.#read(command, args);
    if (name === 'unset') for (const { text } of args) this.#variables.set(text, null);
    if (this.#functions.has(command.name)) {
      for (const [i, secret] of flow.words.entries())
        if (secret?.origin === 'fetched' && i > 0)
          this.#parameters.set(`${command.name} ${i}`, { ...secret, parameter: i });
    }
  }

  /** `read -r name < file` and `read name <<< "$secret"`. */
  #read(command: ShellCommand, args: readonly ShellWord[]): void {
    const isSecret = fetchedOutput({ ...command, words: [] }) !== undefined;
    const last = args.at(-1)?.text;
    if (isSecret && last !== undefined && /^[A-Za-z_]\w*$/.test(last))
      this.#variables.set(last, { name: `$${last}`, origin: 'fetched' });
  }

  /** What a command prints: what it fetched, what it is told to print, or what it was given and passes on. */
  #output(index: number, command: ShellCommand, flow: CommandFlow): ShellSecret | undefined {
    if (isSanitizer(command)) return undefined;
    const fetched = fetchedOutput(command);
    if (fetched) return { name: fetched, origin: 'fetched' };
    const { name } = programOf(command);
    if (name === 'echo' || name === 'printf') return flow.words.find((secret) => secret !== undefined);
    if (this.#functions.has(command.name)) {
      const echoed = [...(this.#echoes.get(command.name) ?? [])].find((at) => flow.words[at]);
      return this.#outputs.get(command.name) ?? (echoed === undefined ? undefined : flow.words[echoed]);
    }
    const given = flow.redirects.find((secret) => secret !== undefined);
    if (given && isFilter(name)) return given;
    if (name === 'jq' && flow.words.some((secret) => secret)) return flow.words.find((secret) => secret);
    if (!isFilter(name)) return undefined;
    for (const before of this.#incoming[index]!) {
      const { output } = this.#flow(before);
      if (output) return output;
    }
    return undefined;
  }
}

/** What is secret by its name only goes on where it is handed over as it is, and not into everything made of it. */
function carries({ origin }: ShellSecret, { text }: ShellWord): boolean {
  return origin === 'fetched' || /^\$\{?\w+\}?$/.test(text);
}

/** Values that are no secret whatever the variable is called: empty, a number, a yes or no. */
function isNoSecret({ text, isLiteral }: ShellWord): boolean {
  return isLiteral && /^(?:\d{0,4}|true|false|yes|no|none|null)$/i.test(text);
}

/** Programs whose output is made of their input. */
function isFilter(name: string): boolean {
  return /^(?:cat|tee|jq|yq|sed|awk|gawk|grep|egrep|tr|cut|head|tail|base64|xxd|sort|uniq|tac|rev|fold|xargs|python3?|perl|ruby|node|envsubst|column|paste)$/.test(
    name,
  );
}
