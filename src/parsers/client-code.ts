import type { ClientCode, CodeToken } from '../model/client-code.ts';
import type { ArtifactParser } from './artifact.ts';

const LANGUAGES: Record<string, ClientCode['language']> = {
  py: 'python',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  ts: 'javascript',
  mts: 'javascript',
  tsx: 'javascript',
  jsx: 'javascript',
  go: 'go',
};

/** Names of the clients, and the header of those who do without. */
const CLIENT =
  /\bhvac\b|['"](?:node-vault(?:-client)?|hashi-vault-js|@litehex\/node-vault|vault-api|async-hvac)['"]|"github\.com\/hashicorp\/(?:vault\/api|vault-client-go)["/]|X-Vault-Token/i;

/** Tests, declarations and packed files: nothing of them runs beside a real Vault. */
const NOT_SHIPPED = /\.min\.js$|\.d\.[mc]?ts$|_test\.(?:go|py)$|^test_.*\.py$|\.(?:test|spec)\.[mc]?[jt]sx?$/;

/** Tokens of longer programs are not read: generated code holds no call of ours. */
const MOST_CHARACTERS = 400_000;

/** Comments, strings, words and signs; strings without a closing quote end with the line. */
const TOKENS: Record<ClientCode['language'], RegExp> = {
  python:
    /#[^\n]*|([rRbBuUfF]{0,2})("""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?)|[\p{L}_$][\p{L}\p{N}_$]*|[^\s]/gu,
  javascript:
    /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|()(`(?:\\[\s\S]|[^`\\])*`?|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?)|[\p{L}_$#][\p{L}\p{N}_$]*|[^\s]/gu,
  go: /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|()(`[^`]*`?|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?)|[\p{L}_][\p{L}\p{N}_]*|[^\s]/gu,
};

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** Programs in Python, JavaScript, TypeScript and Go that name a client of Vault. */
export const clientCodeParser: ArtifactParser = {
  kinds: ['client-code'],
  wants: ({ name }) => languageOf(name) !== undefined && !NOT_SHIPPED.test(name),
  literals: ['vault', 'hvac', 'Vault-Token'],
  anchor: CLIENT,
  parse: ({ path, text }) => {
    const language = languageOf(path);
    if (language === undefined || text.length > MOST_CHARACTERS) return { artifacts: [], errors: [] };
    return { artifacts: [{ kind: 'client-code', data: parseClientCode(text, language) }], errors: [] };
  },
};

function languageOf(path: string): ClientCode['language'] | undefined {
  return LANGUAGES[path.slice(path.lastIndexOf('.') + 1)];
}

/** Splits a program into tokens and pairs its brackets; any text will do. */
export function parseClientCode(text: string, language: ClientCode['language']): ClientCode {
  const tokens: CodeToken[] = [];
  const open: number[] = [];
  for (const match of text.matchAll(TOKENS[language])) {
    const [raw, prefix, quoted] = match;
    const isComment = quoted === undefined && (language === 'python' ? raw.startsWith('#') : /^\/[/*]/.test(raw));
    if (isComment) continue;
    const start = match.index;
    if (quoted !== undefined) tokens.push(readString(quoted, prefix ?? '', start));
    else {
      const type = /^[\p{L}_$#]/u.test(raw) ? 'word' : 'sign';
      tokens.push({ type, text: raw, range: { start, end: start + raw.length } });
      if (type === 'sign') pair(tokens, open);
    }
  }
  return { language, tokens };
}

function readString(quoted: string, prefix: string, start: number): CodeToken {
  const [quote] = /^(?:"""|'''|["'`])/.exec(quoted) ?? [''];
  const isClosed = quoted.length >= 2 * quote.length && quoted.endsWith(quote);
  const inner = quoted.slice(quote.length, isClosed ? quoted.length - quote.length : undefined);
  const begin = start + prefix.length + quote.length;
  const isTemplate = quote === '`' || /f/i.test(prefix);
  return {
    type: 'string',
    text: inner,
    range: { start: begin, end: begin + inner.length },
    ...(isTemplate ? { isTemplate } : {}),
  };
}

/** Joins the bracket that was read last with its opening one. */
function pair(tokens: CodeToken[], open: number[]): void {
  const index = tokens.length - 1;
  const { text } = tokens[index]!;
  if (text in CLOSING) open.push(index);
  else if (text === ')' || text === ']' || text === '}') {
    const at = open.findLastIndex((i) => CLOSING[tokens[i]!.text] === text);
    if (at === -1) return;
    const opening = open[at]!;
    open.length = at;
    tokens[opening]!.partner = index;
    tokens[index]!.partner = opening;
  }
}
