import type { Range } from '../model/region.ts';
import type { ArtifactParser } from './artifact.ts';

/** A secret that a template asks Vault for. */
export interface TemplateSecret {
  call: 'secret' | 'secrets' | 'pkiCert';
  path: string;
  /** Of the path, without its quotes. */
  range: Range;
  /** Further arguments (`"ttl=1h"`): the secret is written, not read. */
  parameters: string[];
}

/** A field that a template puts into its output, or tests. */
export interface TemplateField {
  /** Such as `.Data.data.password`; of a variable what follows its name. */
  path: string;
  range: Range;
  /** Index of the secret that it belongs to, where that is known. */
  secret?: number;
}

/** The body of a template of Vault Agent or consul-template. */
export interface SecretTemplate {
  secrets: TemplateSecret[];
  fields: TemplateField[];
}

/** Where a body lies in its file, and its delimiters where they are not `{{` and `}}`. */
export interface TemplateOptions {
  base?: number;
  open?: string;
  close?: string;
}

/** What a block or a variable stands for. */
interface Scope {
  /** Index of the secret that `.` is, where it is one. */
  dot: number | undefined;
  variables: Map<string, number>;
}

interface Token {
  kind: 'string' | 'word' | 'field' | 'variable' | 'sign';
  text: string;
  /** Offset in the whole text; of a string without its quotes. */
  start: number;
  end: number;
}

/** Words, fields (`.Data.x`), variables (`$x.Data`), texts and signs; an open text ends with its action. */
const TOKEN = /"((?:\\.|[^"\\])*)"?|`([^`]*)`?|(\$[\w]*(?:\.\w+)*)|((?:\.\w+)+|\.)|([\w][\w.]*)|(:=|[|()=,])/gs;

/** Parses a template; what is no action is not looked at. Never throws. */
export function parseSecretTemplate(
  text: string,
  options: TemplateOptions = {},
): { template: SecretTemplate; errors: { message: string; line: number }[] } {
  const { base = 0, open = '{{', close = '}}' } = options;
  const reader = new Reader();
  const errors: { message: string; line: number }[] = [];
  let at = text.indexOf(open);
  while (at !== -1) {
    const from = at + open.length;
    const end = actionEnd(text, from, close);
    if (end === -1) {
      errors.push({ message: `template action is not closed`, line: lineOf(text, at) });
      break;
    }
    const body = text.slice(from, end);
    if (!/^-?\s*\/\*/.test(body)) reader.action(tokensOf(body, base + from));
    at = text.indexOf(open, end + close.length);
  }
  return { template: reader.template, errors };
}

/** Where an action ends; delimiters inside of texts do not count, those of comments do. */
function actionEnd(text: string, from: number, close: string): number {
  if (/^-?\s*\/\*/.test(text.slice(from, from + 20))) {
    const comment = text.indexOf('*/', from);
    return comment === -1 ? -1 : text.indexOf(close, comment);
  }
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(close, at)) return at;
    const quote = text[at];
    if (quote === '"') {
      for (at++; at < text.length && text[at] !== '"' && text[at] !== '\n'; at++) if (text[at] === '\\') at++;
    } else if (quote === '`') {
      const next = text.indexOf('`', at + 1);
      if (next === -1) return -1;
      at = next;
    }
  }
  return -1;
}

function tokensOf(body: string, base: number): Token[] {
  const tokens: Token[] = [];
  for (const match of body.matchAll(TOKEN)) {
    const [whole, quoted, raw, variable, field, word, sign] = match;
    const start = base + match.index;
    const content = quoted ?? raw;
    if (content !== undefined) {
      const value = quoted === undefined ? content : content.replace(/\\(.)/gs, '$1');
      tokens.push({ kind: 'string', text: value, start: start + 1, end: start + 1 + content.length });
      continue;
    }
    const kind =
      variable !== undefined ? 'variable' : field !== undefined ? 'field' : word !== undefined ? 'word' : 'sign';
    tokens.push({ kind, text: (variable ?? field ?? word ?? sign)!, start, end: start + whole.length });
  }
  return tokens;
}

/** Follows what `.` and variables stand for through blocks. */
class Reader {
  readonly template: SecretTemplate = { secrets: [], fields: [] };
  readonly #scopes: Scope[] = [{ dot: undefined, variables: new Map() }];

  action(tokens: readonly Token[]): void {
    const [first] = tokens;
    if (!first) return;
    const scope = this.#scopes.at(-1)!;
    if (first.kind === 'word' && first.text === 'end') {
      if (this.#scopes.length > 1) this.#scopes.pop();
      return;
    }
    const secret = this.#secrets(tokens);
    this.#fields(tokens, scope);
    const variable = assignedVariable(tokens);
    const opens = first.kind === 'word' && /^(?:with|range|if|block|define)$/.test(first.text);
    if (!opens) {
      if (variable !== undefined && secret !== undefined) scope.variables.set(variable, secret);
      return;
    }
    const inner: Scope = { dot: scope.dot, variables: new Map(scope.variables) };
    if (variable !== undefined && secret !== undefined) inner.variables.set(variable, secret);
    if (first.text === 'with') inner.dot = secret ?? this.#dotOf(tokens, scope);
    else if (first.text !== 'if') inner.dot = undefined;
    this.#scopes.push(inner);
  }

  /** `with $secret` makes `.` the secret again; `with .Data.data` makes it something else. */
  #dotOf(tokens: readonly Token[], scope: Scope): number | undefined {
    const last = tokens.at(-1)!;
    return tokens.length === 2 && last.kind === 'variable' ? scope.variables.get(last.text) : undefined;
  }

  /** Adds the secrets that an action asks for; the index of the last one. */
  #secrets(tokens: readonly Token[]): number | undefined {
    let index: number | undefined;
    for (const [i, token] of tokens.entries()) {
      if (token.kind !== 'word' || !/^(?:secrets?|pkiCert)$/.test(token.text)) continue;
      const path = tokens[i + 1];
      if (path?.kind !== 'string' || path.text === '') continue;
      const parameters: string[] = [];
      for (let at = i + 2; tokens[at]?.kind === 'string' || tokens[at]?.kind === 'variable'; at++)
        parameters.push(tokens[at]!.text);
      const call = token.text as TemplateSecret['call'];
      const range = { start: path.start, end: path.end };
      index = this.template.secrets.push({ call, path: path.text, range, parameters }) - 1;
    }
    return index;
  }

  #fields(tokens: readonly Token[], scope: Scope): void {
    for (const { kind, text, start, end } of tokens) {
      const range = { start, end };
      if (kind === 'field' && text !== '.') this.#field(text, range, scope.dot);
      const dot = kind === 'variable' ? text.indexOf('.') : -1;
      if (dot > 0) this.#field(text.slice(dot), range, scope.variables.get(text.slice(0, dot)));
    }
  }

  #field(path: string, range: Range, secret: number | undefined): void {
    this.template.fields.push({ path, range, ...(secret === undefined ? {} : { secret }) });
  }
}

/** `$x` of `$x := ...` and of `with $x := ...`. */
function assignedVariable(tokens: readonly Token[]): string | undefined {
  const sign = tokens.findIndex(({ text }) => text === ':=' || text === '=');
  const before = tokens[sign - 1];
  return sign > 0 && sign <= 2 && before?.kind === 'variable' ? before.text : undefined;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Parses templates that ask Vault for secrets. */
export const secretTemplateParser: ArtifactParser = {
  kinds: ['secret-template'],
  wants: ({ name }) => /\.(?:ctmpl|tmpl|tpl|template)$/i.test(name),
  // `secret "path"` in an action, with or without `with` before it.
  anchor: /\{\{[^}]*\b(?:secrets?|pkiCert)\s+["`]/,
  parse: ({ text }) => {
    const { template, errors } = parseSecretTemplate(text);
    return {
      artifacts: template.secrets.length > 0 ? [{ kind: 'secret-template', data: template }] : [],
      errors,
    };
  },
};
