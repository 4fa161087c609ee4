import type { ShellCommand, ShellPlace, ShellScript } from '../model/shell.ts';
import { ShellReader } from './shell-reader.ts';
import { parseShellTree, type SyntaxNode } from './syntax-tree.ts';

/** Where a shell text lies in its file, and what it is. */
export interface ShellSource {
  place: ShellPlace;
  /** Offset of the text in the file, or the offset of each of its characters and of its end. */
  base?: number | readonly number[];
}

/** A shell text, and what of it could not be read (offsets in the file). */
export interface ShellResult {
  script: ShellScript;
  errors: { message: string; offset: number }[];
}

/** Texts in texts (`sh -c '...'`) that are read. */
const DEEPEST_TEXT = 3;

const SHELLS = /^(?:ba|da|a|k|z)?sh$/;

/** Parses a shell text; `prepareShellGrammar` must have been awaited. Never throws for what the text holds. */
export function parseShell(text: string, source: ShellSource = { place: 'file' }): ShellResult {
  const base = source.base ?? 0;
  const place =
    typeof base === 'number' ? (offset: number) => base + offset : (offset: number) => placeIn(base, offset);
  const commands: ShellCommand[] = [];
  const functions: string[] = [];
  const errors: ShellResult['errors'] = [];
  readText(text, place, { commands, functions, errors, depth: 0 });
  const [, startOptions] = /^#![^\n]*?\s-([a-z]+)/.exec(text) ?? [];
  const range = { start: place(0), end: place(text.length) };
  return { script: { place: source.place, range, commands, functions, startOptions: startOptions ?? '' }, errors };
}

function placeIn(offsets: readonly number[], offset: number): number {
  return offsets[Math.min(offset, offsets.length - 1)] ?? 0;
}

/** What all texts of one script share. */
interface Collected {
  commands: ShellCommand[];
  functions: string[];
  errors: ShellResult['errors'];
  depth: number;
}

function readText(
  text: string,
  place: (offset: number) => number,
  into: Collected,
  outer?: { index: number; command: ShellCommand },
): void {
  const tree = parseShellTree(withoutReturns(text));
  if (!tree) {
    into.errors.push({ message: 'shell could not be parsed', offset: place(0) });
    return;
  }
  const { functionName, isRepeated = false, isConditional = false } = outer?.command ?? {};
  const context = {
    ...(functionName === undefined ? {} : { functionName }),
    ...(outer ? { within: outer.index } : {}),
    isTested: outer?.command.isTested ?? false,
    isRepeated,
    isConditional,
  };
  const reader = new ShellReader(text, place, into, (command, index, nodes) => {
    if (into.depth >= DEEPEST_TEXT) return;
    const inner = innerText(command, nodes, text);
    if (!inner) return;
    into.depth++;
    readText(inner.text, (offset) => place(placeIn(inner.offsets, offset)), into, { index, command });
    into.depth--;
  });
  reader.read(tree, context);
}

/** The grammar takes a carriage return for a blank inside a line; every offset stays. */
function withoutReturns(text: string): string {
  return text.includes('\r') ? text.replace(/\\\r\n/g, ' \\\n').replace(/\r(?=\n)/g, ' ') : text;
}

/** The quoted text behind `sh -c`, `su -c` or `eval`, where it is written as the shell will see it. */
function innerText(
  command: ShellCommand,
  nodes: readonly SyntaxNode[],
  text: string,
): { text: string; offsets: number[] } | undefined {
  const { words } = command;
  const flag = words.findIndex(
    ({ text: word }, i) => i > 0 && /^-[a-z]*c$/.test(word) && isShell(words[i - 1]!.text, words[i - 2]?.text),
  );
  const node = command.name === 'eval' ? nodes[1] : flag > 0 ? nodes[flag + 1] : undefined;
  if (!node) return undefined;
  if (node.type !== 'raw_string' && node.type !== 'string') return undefined;
  return unescapeQuotes(text.slice(node.start, node.end), node);
}

/** What stands between the quotes, with the offset of each character. */
function unescapeQuotes(raw: string, node: SyntaxNode): { text: string; offsets: number[] } {
  const isEscape = (at: number) => node.type === 'string' && raw[at] === '\\' && /[$`"\\]/.test(raw[at + 1] ?? '');
  const offsets: number[] = [];
  let inner = '';
  for (let at = 1; at < raw.length - 1; at++) {
    if (isEscape(at)) at++;
    inner += raw[at];
    offsets.push(node.start + at);
  }
  return { text: inner, offsets: [...offsets, node.end - 1] };
}

/** `sh`, `/bin/bash`, or `sh -e` in two words. */
function isShell(word: string, before: string | undefined): boolean {
  const name = (/^-[a-z]+$/.test(word) ? (before ?? '') : word).replace(/^.*\//, '');
  return SHELLS.test(name) || name === 'su';
}
