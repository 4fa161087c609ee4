import type { ShellAssignment, ShellCommand, ShellRedirect, ShellWord } from '../model/shell.ts';
import { rangeOf, readWord, type WordReader } from './shell-word.ts';
import type { SyntaxNode } from './syntax-tree.ts';

const DECLARATIONS = new Set(['export', 'local', 'readonly', 'declare', 'typeset']);

/** Reads words, assignments and redirects of a simple command, and gives the nodes of its words. */
export function fillCommand(
  command: ShellCommand,
  node: SyntaxNode,
  redirects: readonly SyntaxNode[],
  reader: WordReader,
): readonly SyntaxNode[] {
  const all = [...redirects, ...node.children.filter(({ type }) => type.endsWith('_redirect'))];
  const nodes = [...wordNodes(node), ...all.flatMap(wordsBehind)];
  command.assignments = node.children
    .concat(node)
    .filter(({ type }) => type === 'variable_assignment')
    .map((child) => readAssignment(child, reader));
  command.words = nodes.map((child) => readWord(child, reader));
  command.name = (command.words[0]?.text ?? '').replace(/^.*\//s, '');
  if (DECLARATIONS.has(command.name)) splitAssignments(command);
  command.redirects = readRedirects(all, reader);
  return nodes;
}

function readAssignment(node: SyntaxNode, reader: WordReader): ShellAssignment {
  const name = node.children.find(({ field }) => field === 'name');
  const value = node.children.find(({ field }) => field === 'value');
  const empty: SyntaxNode = { ...node, type: 'word', start: node.end, children: [] };
  return {
    name: name ? reader.text.slice(name.start, name.end) : '',
    value: readWord(value ?? empty, reader),
    range: rangeOf(node, reader),
  };
}

/** Reads redirects, heredocs and here-strings. */
export function readRedirects(nodes: readonly SyntaxNode[], reader: WordReader): ShellRedirect[] {
  return nodes.map((node) => {
    const operator = node.children.find(({ isNamed, field }) => !isNamed && field === undefined)?.type ?? '';
    const descriptor = node.children.find(({ type }) => type === 'file_descriptor');
    return {
      operator: node.type === 'herestring_redirect' ? '<<<' : operator,
      ...(descriptor ? { descriptor: Number(reader.text.slice(descriptor.start, descriptor.end)) } : {}),
      target: node.type === 'heredoc_redirect' ? readHeredoc(node, reader) : readTarget(node, reader),
      range: rangeOf({ ...node, end: headEnd(node) }, reader),
    };
  });
}

function readTarget(node: SyntaxNode, reader: WordReader): ShellWord {
  const target = node.children.find(({ isNamed, type }) => isNamed && type !== 'file_descriptor');
  return readWord(target ?? { ...node, children: [], start: node.end }, reader);
}

/** The body from the line below its delimiter; the grammar's own node may begin at its first expansion. */
function readHeredoc(node: SyntaxNode, reader: WordReader): ShellWord {
  const body = node.children.find(({ type }) => type === 'heredoc_body');
  const end = node.children.find(({ type }) => type === 'heredoc_end')?.start ?? body?.end ?? node.end;
  const lineEnd = reader.text.indexOf('\n', headEnd(node));
  const start = Math.min(end, lineEnd === -1 ? end : lineEnd + 1);
  const parts = (body?.children ?? []).filter((child) => child.start >= start);
  return readWord({ ...node, type: 'heredoc_body', start, end, children: parts }, reader);
}

/** The grammar drops a `-` in front of `<<`, which means standard input to the command. */
export function lostDash(
  last: SyntaxNode | undefined,
  heredoc: SyntaxNode | undefined,
  reader: WordReader,
): SyntaxNode[] {
  const operator = heredoc?.children[0];
  if (!last || !operator) return [];
  const at = reader.text.indexOf('-', last.end);
  if (at === -1 || !/^\s*-\s*<</.test(reader.text.slice(last.end, operator.end))) return [];
  return [{ type: 'word', field: 'argument', isNamed: true, isMissing: false, start: at, end: at + 1, children: [] }];
}

/** Where the first line of a redirect ends: for a heredoc its delimiter. */
export function headEnd(node: SyntaxNode): number {
  return node.children.find(({ type }) => type === 'heredoc_start')?.end ?? node.end;
}

/** Words behind the file of a redirect (`echo a > f b`) belong to the command; the grammar gives them to the redirect. */
function wordsBehind(redirect: SyntaxNode): SyntaxNode[] {
  return redirect.type === 'file_redirect'
    ? redirect.children.filter(({ field }) => field === 'destination').slice(1)
    : [];
}

/** The nodes of a command's words, its own name first. */
function wordNodes(node: SyntaxNode): SyntaxNode[] {
  if (node.type === 'test_command') return [node.children[0]!, ...leaves(node.children.slice(1, -1))];
  return node.children.filter(({ type, field, isNamed }, i) => {
    if (node.type === 'command') return type === 'command_name' || field === 'argument';
    const isKeyword = i === 0 && !isNamed;
    return node.type.endsWith('_command') && type !== 'variable_assignment' && (isNamed || isKeyword);
  });
}

/** Words of a test, without its operators' structure. */
function leaves(nodes: readonly SyntaxNode[]): SyntaxNode[] {
  return nodes.flatMap((node) =>
    /_expression$|^ERROR$/.test(node.type) || (node.type === 'test_command' && node.children.length > 0)
      ? leaves(node.children)
      : node,
  );
}

/** `export` as a plain word takes `NAME=value` as a plain word too. */
function splitAssignments(command: ShellCommand): void {
  const isAssignment = (word: ShellWord) => /^[A-Za-z_]\w*=/.test(word.text);
  for (const word of command.words.filter(isAssignment)) {
    const equals = word.text.indexOf('=');
    const value = { ...word, text: word.text.slice(equals + 1) };
    command.assignments.push({ name: word.text.slice(0, equals), value, range: word.range });
  }
  command.words = command.words.filter((word) => !isAssignment(word));
}
