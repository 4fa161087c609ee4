import type { ShellCommand } from '../model/shell.ts';
import { fillCommand, headEnd, lostDash, readRedirects } from './shell-command.ts';
import { rangeOf, readWord, type WordReader } from './shell-word.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** What a command takes from what stands around it. */
interface Context {
  functionName?: string;
  within?: number;
  subshells?: readonly number[];
  isTested: boolean;
  isConditional: boolean;
  isRepeated: boolean;
}

/** Indices from `first` to before `end` that a statement gave. */
interface Span {
  first: number;
  end: number;
}

/** Where a reader puts what it finds. */
interface Found {
  commands: ShellCommand[];
  functions: string[];
  errors: { message: string; offset: number }[];
}

/** Called for every command with its index and the nodes of its words. */
type OnCommand = (command: ShellCommand, index: number, nodes: readonly SyntaxNode[]) => void;

/** Turns a syntax tree into the flat list of its simple commands. */
export class ShellReader implements WordReader {
  readonly text: string;
  readonly place: (offset: number) => number;
  readonly #found: Found;
  readonly #onCommand: OnCommand;
  /** Of the command whose words are read. */
  #context: Context = { isTested: false, isConditional: false, isRepeated: false };
  #index = -1;

  constructor(text: string, place: (offset: number) => number, found: Found, onCommand: OnCommand) {
    this.text = text;
    this.place = place;
    this.#found = found;
    this.#onCommand = onCommand;
  }

  /** Reads a statement or a list of them. */
  read(node: SyntaxNode, context: Context): Span {
    const first = this.#found.commands.length;
    this.#statement(node, context);
    return { first, end: this.#found.commands.length };
  }

  /** Commands of `$(...)` inside a word of the command that is read. */
  substitution(node: SyntaxNode): number[] {
    const outer = this.#context;
    const index = this.#index;
    const span = this.#children(node, { ...outer, within: index });
    this.#context = outer;
    this.#index = index;
    return this.#direct(span, index);
  }

  #statement(node: SyntaxNode, context: Context): void {
    if (node.isMissing || node.type === 'ERROR') this.#error(node);
    switch (node.type) {
      case 'comment':
      case 'heredoc_body':
        break;
      case 'command':
        this.#command(node, context, []);
        break;
      case 'variable_assignment':
      case 'variable_assignments':
      case 'declaration_command':
      case 'unset_command':
      case 'test_command':
        this.#simple(node, context, []);
        break;
      case 'redirected_statement':
        this.#redirected(node, context);
        break;
      case 'list':
        this.#list(node, context);
        break;
      case 'pipeline':
        this.#pipeline(node, context);
        break;
      case 'function_definition':
        this.#function(node, context);
        break;
      case 'if_statement':
      case 'elif_clause':
      case 'while_statement':
        this.#conditional(node, context);
        break;
      case 'for_statement':
      case 'c_style_for_statement':
      case 'case_statement':
        this.#loopOrCase(node, context);
        break;
      case 'subshell':
        this.#children(node, { ...context, subshells: [...(context.subshells ?? []), this.place(node.start)] });
        break;
      default:
        this.#children(node, inside(node.type, context));
    }
  }

  #children(node: SyntaxNode, context: Context): Span {
    const first = this.#found.commands.length;
    for (const child of node.children) if (child.isNamed || child.isMissing) this.#statement(child, context);
    return { first, end: this.#found.commands.length };
  }

  #error(node: SyntaxNode): void {
    this.#found.errors.push({ message: 'shell syntax that could not be read', offset: this.place(node.start) });
  }

  /** `a && b`, `a || b`; the left side is looked at, the right side runs sometimes. */
  #list(node: SyntaxNode, context: Context): void {
    const [left, ...rest] = node.children.filter((child) => child.isNamed);
    const operator = node.children.find(({ type }) => type === '&&' || type === '||')?.type;
    if (!left) return;
    const span = this.read(left, { ...context, isTested: true });
    for (const right of rest) this.#right(right, operator, span, context);
  }

  #right(node: SyntaxNode, operator: string | undefined, left: Span, context: Context): void {
    const right = this.read(node, { ...context, isConditional: true });
    if (operator !== '||' || right.first === right.end) return;
    for (const index of this.#direct(left, context.within)) this.#found.commands[index]!.orElse ??= right.first;
  }

  #pipeline(node: SyntaxNode, context: Context): void {
    let before: Span | undefined;
    for (const child of node.children.filter(({ isNamed }) => isNamed)) {
      const span = this.read(child, context);
      if (before) this.#pipe(before, span, context);
      before = span;
    }
  }

  #pipe(from: Span, to: Span, context: Context): void {
    if (to.first === to.end) return;
    for (const index of this.#direct(from, context.within)) this.#found.commands[index]!.pipesTo ??= to.first;
  }

  /** Commands of a span that are not inside a substitution of another. */
  #direct(span: Span, within: number | undefined): number[] {
    const all = Array.from({ length: span.end - span.first }, (_, i) => span.first + i);
    return all.filter((index) => this.#found.commands[index]!.within === within);
  }

  #function(node: SyntaxNode, context: Context): void {
    const name = node.children.find(({ field }) => field === 'name');
    const functionName = name ? this.text.slice(name.start, name.end) : '';
    this.#found.functions.push(functionName);
    const body = { ...context, functionName, isTested: false, isConditional: false, isRepeated: false };
    for (const child of node.children) if (child.isNamed && child !== name) this.#statement(child, body);
  }

  /** The condition stands before `then` or `do`; what a loop's condition holds is tried again and again. */
  #conditional(node: SyntaxNode, context: Context): void {
    const isLoop = node.type === 'while_statement';
    let isCondition = true;
    for (const child of node.children) {
      if (child.type === 'then' || child.type === 'do_group') isCondition = false;
      if (!child.isNamed) continue;
      const isRepeated = context.isRepeated || isLoop;
      const inner = isCondition
        ? { ...context, isTested: true, isRepeated }
        : { ...context, isConditional: true, isRepeated };
      this.#statement(child, inner);
    }
  }

  /** `for x in words` counts as a command that assigns each word; `case word` as one that reads it. */
  #loopOrCase(node: SyntaxNode, context: Context): void {
    const isLoop = node.type !== 'case_statement';
    const words = node.children.filter(({ field, isNamed }) => field === 'value' && isNamed);
    const variable = node.children.find(({ field }) => field === 'variable');
    const head = { ...node, end: Math.max(node.start, ...words.map(({ end }) => end)) };
    if (words.length > 0) {
      this.#add(head, context, (command) => {
        command.name = isLoop ? 'for' : 'case';
        command.words = words.map((word) => readWord(word, this));
        if (!variable) return [];
        const name = this.text.slice(variable.start, variable.end);
        command.assignments = command.words.map((value) => ({ name, value, range: value.range }));
        return [];
      });
    }
    const inner = { ...context, isConditional: true, isRepeated: context.isRepeated || isLoop };
    for (const child of node.children)
      if (child.isNamed && !words.includes(child) && child !== variable) this.#statement(child, inner);
  }

  /** The redirects of a group count for each of its commands. */
  #redirected(node: SyntaxNode, context: Context): void {
    const isRedirect = (child: SyntaxNode) => child.type.endsWith('_redirect');
    const redirects = node.children.filter(isRedirect);
    const [body] = node.children.filter((child) => child.isNamed && !isRedirect(child));
    if (!body || ['command', 'declaration_command', 'test_command', 'variable_assignment'].includes(body.type)) {
      this.#command(body ?? { ...node, children: [] }, context, redirects);
      return;
    }
    const span = this.read(body, context);
    const direct = this.#direct(span, context.within);
    // Of a pipe or a list the grammar gives the redirect of the last part to the whole.
    const isGroup = body.type !== 'pipeline' && body.type !== 'list';
    for (const index of isGroup ? direct : direct.filter((i) => i === direct.at(-1))) {
      const command = this.#found.commands[index]!;
      this.#within(index, context, () => command.redirects.push(...readRedirects(redirects, this)));
    }
  }

  /** A command, with what the grammar puts behind a heredoc's delimiter: more words, redirects, pipes, `||`. */
  #command(node: SyntaxNode, context: Context, redirects: readonly SyntaxNode[]): void {
    const tails = redirects.filter(({ type }) => type === 'heredoc_redirect');
    const inner = tails.flatMap((tail) => tail.children);
    const more = inner.filter(({ field }) => field === 'argument');
    const isTested = context.isTested || inner.some(({ type }) => type === '||' || type === '&&');
    const first = this.#found.commands.length;
    const own = [...redirects, ...inner.filter(({ field }) => field === 'redirect')];
    const last = node.children.at(-1);
    more.push(...lostDash(last, tails[0], this));
    const whole = more.length > 0 ? { ...node, children: [...node.children, ...more] } : node;
    this.#simple(whole, { ...context, isTested }, own, Math.max(node.end, last?.end ?? 0, ...redirects.map(headEnd)));
    const left = { first, end: this.#found.commands.length };
    const operator = inner.find(({ type }) => type === '||' || type === '&&')?.type;
    for (const child of inner) {
      if (child.field === 'right') this.#right(child, operator, left, context);
      else if (child.type === 'pipeline') this.#pipe(left, this.read(child, context), context);
    }
  }

  /** Commands without others inside; where the grammar joined two lines, two commands. */
  #simple(node: SyntaxNode, context: Context, redirects: readonly SyntaxNode[], end = node.end): void {
    const name = node.children.findIndex(({ type }) => type === 'command_name');
    const before = node.children[name - 1];
    if (before && /(?<!\\)\n/.test(this.text.slice(before.end, node.children[name]!.start))) {
      const [a, b] = [node.children.slice(0, name), node.children.slice(name)];
      this.#simple({ ...node, children: a, end: before.end }, context, []);
      this.#simple({ ...node, children: b, start: b[0]!.start }, context, redirects, end);
      return;
    }
    this.#add({ ...node, end }, context, (command) => {
      const nodes = fillCommand(command, node, redirects, this);
      return nodes;
    });
  }

  /** Adds a command, fills it, and tells about it. */
  #add(node: SyntaxNode, context: Context, fill: (command: ShellCommand) => readonly SyntaxNode[]): void {
    const index = this.#found.commands.length;
    const { isTested, isConditional, isRepeated, functionName, within, subshells } = context;
    const command: ShellCommand = {
      name: '',
      words: [],
      assignments: [],
      redirects: [],
      range: rangeOf(node, this),
      ...(functionName === undefined ? {} : { functionName }),
      ...(within === undefined ? {} : { within }),
      ...(subshells === undefined ? {} : { subshells }),
      isTested,
      isConditional,
      isRepeated,
    };
    this.#found.commands.push(command);
    const nodes = this.#within(index, context, () => fill(command));
    this.#onCommand(command, index, nodes);
  }

  /** Runs `read` with substitutions belonging to the command of this index. */
  #within<T>(index: number, context: Context, read: () => T): T {
    const [outerContext, outerIndex] = [this.#context, this.#index];
    this.#context = context;
    this.#index = index;
    const result = read();
    this.#context = outerContext;
    this.#index = outerIndex;
    return result;
  }
}

/** What a statement without a shape of its own changes for those in it. */
function inside(type: string, context: Context): Context {
  if (type === 'negated_command') return { ...context, isTested: true };
  return type === 'else_clause' ? { ...context, isConditional: true } : context;
}
