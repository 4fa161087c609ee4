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
  /** Name of the field of the parent that it fills. */
  field?: string;
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
  const children: SyntaxNode[] = [];
  const field = cursor.currentFieldName;
  const node: SyntaxNode = {
    type: cursor.nodeType,
    isNamed: cursor.nodeIsNamed,
    isMissing: cursor.nodeIsMissing,
    ...(field === null ? {} : { field }),
    start: cursor.startIndex,
    end: cursor.endIndex,
    children,
  };
  if (depth < DEEPEST && cursor.gotoFirstChild()) {
    do children.push(copy(cursor, depth + 1));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return node;
}
