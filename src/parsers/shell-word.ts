import type { ShellPart, ShellWord } from '../model/shell.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** What reading a word needs from the reader of commands. */
export interface WordReader {
  text: string;
  /** Turns an offset of `text` into an offset of the whole file. */
  place(offset: number): number;
  /** Reads the commands of a substitution and gives their indices. */
  substitution(node: SyntaxNode): number[];
}

/** Reads one word: literal, quoted, with expansions, or several of these side by side. */
export function readWord(node: SyntaxNode, reader: WordReader): ShellWord {
  const parts: ShellPart[] = [];
  const text = unquote(node, reader, parts);
  const range = rangeOf(node, reader);
  return { text, isLiteral: parts.length === 0 && !hasExpansion(node), parts, range };
}

/** The place of a node in the whole file. */
export function rangeOf(node: SyntaxNode, reader: WordReader): { start: number; end: number } {
  const start = reader.place(node.start);
  // What follows the last character may lie far away, where a text is written in pieces.
  return { start, end: node.end > node.start ? Math.max(start, reader.place(node.end - 1) + 1) : start };
}

/** Arithmetic and globs in braces: no secret, but no literal either. */
function hasExpansion(node: SyntaxNode): boolean {
  return node.type === 'arithmetic_expansion' || node.children.some(hasExpansion);
}

function unquote(node: SyntaxNode, reader: WordReader, parts: ShellPart[]): string {
  const raw = reader.text.slice(node.start, node.end);
  switch (node.type) {
    case 'raw_string':
      return raw.slice(1, raw.endsWith("'") && raw.length > 1 ? -1 : undefined);
    case 'ansi_c_string':
      return raw.slice(2, -1).replace(/\\n/g, '\n').replace(/\\t/g, '\t').replace(/\\(.)/gs, '$1');
    case 'string':
    case 'translated_string':
      return quoted(node, reader, parts);
    case 'simple_expansion':
    case 'expansion':
      return variable(node, raw, reader, parts);
    case 'command_substitution':
    case 'process_substitution':
      parts.push({ type: 'substitution', commands: reader.substitution(node), range: rangeOf(node, reader) });
      return raw;
    case 'heredoc_body':
      return withChildren(node, reader, parts, (text) => text);
    case 'word':
    case 'variable_name':
    case 'number':
      if (node.children.length === 0) return raw.replace(/\\\r?\n/g, '').replace(/\\(.)/gs, '$1');
      return withChildren(node, reader, parts, (text) => text);
    default:
      return node.children.length === 0 ? raw : withChildren(node, reader, parts, (text) => text);
  }
}

/** In double quotes a backslash keeps its meaning only before `$`, a backtick, `"`, `\` and a newline. */
function quoted(node: SyntaxNode, reader: WordReader, parts: ShellPart[]): string {
  return withChildren(node, reader, parts, (text) => text.replace(/\\\r?\n/g, '').replace(/\\([$`"\\])/g, '$1'));
}

/** Puts children and the text between them together; the quotes themselves are anonymous children. */
function withChildren(
  node: SyntaxNode,
  reader: WordReader,
  parts: ShellPart[],
  clean: (text: string) => string,
): string {
  let text = '';
  let at = node.start;
  for (const child of node.children) {
    text += clean(reader.text.slice(at, child.start));
    const raw = reader.text.slice(child.start, child.end);
    if (child.type === 'string_content' || child.type === 'heredoc_content') text += clean(raw);
    else if (child.isNamed) text += unquote(child, reader, parts);
    else if (child.type !== '"' && child.type !== '$"') text += raw === '"' ? '' : raw;
    at = Math.max(at, child.end);
  }
  return text + clean(reader.text.slice(at, node.end));
}

/** `$NAME` or `${NAME...}`; of `${#NAME}`, which is a length, nothing is read. */
function variable(node: SyntaxNode, raw: string, reader: WordReader, parts: ShellPart[]): string {
  // The grammar counts blanks in front of `${` to the expansion.
  const start = raw.search(/\S/);
  const written = raw.slice(start);
  const match = /^\$\{?(!?)([A-Za-z_]\w*|\d+|[@*?$!-])((?:[^}]|\}(?!$))*)/s.exec(written);
  if (match && !written.startsWith('${#')) {
    const operation = written.startsWith('${') ? match[3]! : '';
    parts.push({
      type: 'variable',
      name: match[2]!,
      ...(operation === '' ? {} : { operation }),
      range: rangeOf({ ...node, start: node.start + start }, reader),
    });
  }
  for (const child of node.children) {
    if (child.isNamed && child.type !== 'variable_name') unquote(child, reader, parts);
  }
  return raw;
}
