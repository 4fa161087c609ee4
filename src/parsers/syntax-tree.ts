import { setFlagsFromString } from 'node:v8';
import { brotliDecompressSync } from 'node:zlib';
import type { Language, Parser, TreeCursor } from 'web-tree-sitter';

/** A node of a concrete syntax tree; offsets are UTF-16 code units of the parsed text. */
export interface SyntaxNode {
  type: string;
  /** False for punctuation and keywords. */
  isNamed: boolean;
  /** True where the grammar had to assume a token that is not there. */
  isMissing: boolean;
  /** Name of the field of the parent that it fills; of named nodes only. */
  field: string | undefined;
  start: number;
  end: number;
  children: SyntaxNode[];
}

/** Nodes below one another beyond this are left out: no person nests so deep, and recursion has to end. */
const DEEPEST = 400;

/** Calls of the progress callback (each stands for some hundred steps) after which a text is given up. */
const MOST_STEPS_PER_CHARACTER = 20;

let parser: Parser | undefined;
let makeParser: (() => Parser) | undefined;

/** Compiles the engine and the grammar of shells once per thread; nothing is loaded before that. */
export async function prepareShellGrammar(): Promise<void> {
  if (makeParser) return;
  // The grammar's lexer is one function of 160 KB: V8's optimizing compiler takes 700 MB and 2 s for it, in the background,
  // and gains nothing that a scan would see. What is optimized already stays so.
  setFlagsFromString('--no-wasm-dynamic-tiering');
  setFlagsFromString('--no-wasm-tier-up');
  const [library, runtime, bash] = await Promise.all([
    import('web-tree-sitter'),
    import('./grammars/runtime.ts'),
    import('./grammars/bash.ts'),
  ]);
  await library.Parser.init({ wasmBinary: unpack(runtime.WASM) } as never);
  const language: Language = await library.Language.load(unpack(bash.WASM));
  makeParser = () => new library.Parser().setLanguage(language);
}

function unpack(encoded: string): Uint8Array {
  return brotliDecompressSync(Buffer.from(encoded, 'base64'));
}

/**
 * The tree of a shell text, or undefined where the grammar gave up.
 *
 * @throws Error where `prepareShellGrammar` was not awaited before.
 */
export function parseShellTree(text: string): SyntaxNode | undefined {
  if (!makeParser) throw new Error('the grammar of shells is not prepared');
  parser ??= makeParser();
  let steps = 0;
  const limit = 1000 + text.length * MOST_STEPS_PER_CHARACTER;
  try {
    const tree = parser.parse(text, null, { progressCallback: () => ++steps > limit });
    if (!tree) {
      parser.reset();
      return undefined;
    }
    const cursor = tree.walk();
    const root = copy(cursor, 0);
    cursor.delete();
    tree.delete();
    return root;
  } catch {
    // A trap inside WebAssembly may leave the parser in any state: the next text gets a new one.
    parser = undefined;
    return undefined;
  }
}

function copy(cursor: TreeCursor, depth: number): SyntaxNode {
  const { type, isNamed } = kindOf(cursor);
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  const node: SyntaxNode = {
    type,
    isNamed,
    isMissing: start === end && cursor.nodeIsMissing,
    field: isNamed ? (cursor.currentFieldName ?? undefined) : undefined,
    start,
    end,
    children: NONE,
  };
  if (isNamed && !LEAVES.has(type) && depth < DEEPEST && cursor.gotoFirstChild()) {
    node.children = [];
    do node.children.push(copy(cursor, depth + 1));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return node;
}

/** Shared by all nodes without children. */
const NONE: SyntaxNode[] = [];

/** Nodes of which nobody looks at the children. */
const LEAVES: ReadonlySet<string> = new Set(['comment', 'raw_string', 'variable_name', 'heredoc_start', 'heredoc_end']);

const kinds = new Map<number, { type: string; isNamed: boolean }>();

/** Every look at a cursor goes into WebAssembly, and there are few kinds of node. */
function kindOf(cursor: TreeCursor): { type: string; isNamed: boolean } {
  const id = cursor.nodeTypeId;
  let kind = kinds.get(id);
  if (!kind) {
    kind = { type: cursor.nodeType, isNamed: cursor.nodeIsNamed };
    kinds.set(id, kind);
  }
  return kind;
}
