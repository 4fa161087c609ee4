import {
  type HclKey,
  type HclList,
  type HclLiteral,
  type HclObject,
  type HclOptions,
  type HclValue,
  MOST_LEVELS,
} from './hcl-ast.ts';
import type { HclSource } from './hcl-source.ts';
import { HclScanner, type HclToken } from './hcl-tokens.ts';
import { heredocContent, readNumber, short, unquote } from './hcl-values.ts';

/** An object that is not closed yet. */
interface ObjectFrame {
  object: HclObject;
  isRoot: boolean;
  /** Where it opens, in `HclSource.text`. */
  start: number;
  /** The item whose value is being read. */
  pending?: PendingItem;
  /** Keys that `=` has set, as they are written. */
  seen: Set<string>;
}

interface PendingItem {
  keys: HclKey[];
  isAssigned: boolean;
  /** The first key as it is written, and where, in `HclSource.text`. */
  written: string;
  start: number;
}

/** A list that is not closed yet. */
interface ListFrame {
  list: HclList;
  needsComma: boolean;
}

/**
 * Reads the grammar of HCL 1, with a stack of its own. After an error it goes on with the next item of the same
 * object, so that what is well-formed is kept.
 */
export class HclGrammar {
  readonly #source: HclSource;
  readonly #scanner: HclScanner;
  readonly #allowDuplicates: boolean;
  readonly #frames: (ObjectFrame | ListFrame)[] = [];
  #token: HclToken;
  /** End of the token before. */
  #lastEnd = 0;

  constructor(source: HclSource, options: HclOptions) {
    this.#source = source;
    this.#scanner = new HclScanner(source);
    this.#allowDuplicates = options.allowDuplicates ?? false;
    this.#token = this.#scanner.next();
  }

  /** Reads the whole file. */
  read(): HclObject {
    const body: HclObject = { type: 'object', items: [], range: this.#source.range(0, this.#source.text.length) };
    this.#frames.push({ object: body, isRoot: true, start: 0, seen: new Set() });
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      if ('list' in frame) this.#readInList(frame);
      else this.#readInObject(frame);
    }
    return body;
  }

  #advance(): HclToken {
    const token = this.#token;
    this.#lastEnd = token.end;
    this.#token = this.#scanner.next();
    return token;
  }

  /** One item of an object, up to its value where that has braces or brackets of its own. */
  #readInObject(frame: ObjectFrame): void {
    if (this.#token.type === '}' && !frame.isRoot) {
      this.#close(frame);
      return;
    }
    if (this.#token.type === 'end') {
      if (!frame.isRoot) {
        const line = this.#source.lineNumber(frame.start);
        this.#source.report(`end of the text, expected } of the block opened on line ${line}`, this.#token.start);
      }
      this.#close(frame);
      return;
    }
    const { start, end } = this.#token;
    const keys = this.#readKeys();
    if (keys === undefined) {
      this.#recover(frame);
      return;
    }
    const opening = this.#advance();
    const written = this.#source.text.slice(start, end);
    frame.pending = { keys, isAssigned: opening.type === '=', written, start };
    if (opening.type === '{') {
      this.#open('{', opening.start);
      return;
    }
    this.#readValue(frame);
  }

  /** The keys before `=` or `{`, which stays the current token. */
  #readKeys(): HclKey[] | undefined {
    const keys: HclKey[] = [];
    for (;;) {
      const { type, start, end } = this.#token;
      if (type === 'identifier' || type === 'string') {
        this.#advance();
        keys.push(this.#toKey({ type, start, end }));
        continue;
      }
      if (type === '{' && keys.length > 0) return keys;
      if (type === '=' && keys.length === 1) return keys;
      const names = keys.map(({ value }) => value).join(' ');
      if (type === '=' && keys.length > 1)
        this.#source.report(`= after several keys (${short(names)}), expected {`, start);
      else if (keys.length > 0)
        this.#source.report(`${this.#describe()} after key ${short(names)}, expected = or {`, start);
      else this.#source.report(`${this.#describe()}, expected a key`, start);
      return undefined;
    }
  }

  #toKey({ type, start, end }: HclToken): HclKey {
    const text = this.#source.text.slice(start, end);
    const range = this.#source.range(start, end);
    return type === 'string'
      ? { ...unquote(text, 'hcl'), range, isQuoted: true }
      : { value: text, range, isQuoted: false };
  }

  /** The value after `=`. */
  #readValue(frame: ObjectFrame): void {
    const token = this.#token;
    if (token.type === '{' || token.type === '[') {
      this.#advance();
      this.#open(token.type, token.start);
      return;
    }
    const literal = this.#readLiteral();
    if (literal) {
      this.#deliver(literal);
      return;
    }
    const { keys } = frame.pending!;
    delete frame.pending;
    // A `key =` at the very end of a file is passed over by HCL 1, and so it is by Vault.
    if (token.type === 'end' && frame.isRoot) {
      this.#close(frame);
      return;
    }
    this.#source.report(
      `${this.#describe()} as the value of ${short(keys[0]!.value)}, expected a string, a number, true, false, [ or {`,
      token.start,
    );
    this.#recover(frame);
  }

  #readInList(frame: ListFrame): void {
    const token = this.#token;
    if (token.type === ']') {
      this.#close(frame);
      return;
    }
    if (token.type === ',') {
      this.#advance();
      frame.needsComma = false;
      return;
    }
    if (frame.needsComma) {
      this.#abandon(frame, `${this.#describe()} in a list, expected , or ]`);
      return;
    }
    if (token.type === '{' || token.type === '[') {
      this.#advance();
      this.#open(token.type, token.start);
      return;
    }
    const literal = this.#readLiteral();
    if (literal) {
      this.#deliver(literal);
      return;
    }
    this.#abandon(frame, `${this.#describe()} in a list, expected a value or ]`);
  }

  #readLiteral(): HclLiteral | undefined {
    const { type, start, end } = this.#token;
    if (type !== 'string' && type !== 'heredoc' && type !== 'number' && type !== 'float' && type !== 'bool')
      return undefined;
    this.#advance();
    const text = this.#source.text.slice(start, end);
    const base = { type: 'literal', text, range: this.#source.range(start, end) } as const;
    if (type === 'string') return { ...base, kind: 'string', ...unquote(text, 'hcl') };
    if (type === 'heredoc') return { ...base, kind: 'heredoc', value: heredocContent(text) };
    if (type === 'bool') return { ...base, kind: 'bool', value: text === 'true' };
    return { ...base, kind: 'number', ...readNumber(text) };
  }

  #open(bracket: '{' | '[', start: number): void {
    const range = this.#source.range(start, start + 1);
    if (this.#frames.length > MOST_LEVELS) {
      this.#source.report(`more than ${MOST_LEVELS} levels of braces and brackets`, start);
      this.#skipNested();
      this.#deliver({ type: bracket === '{' ? 'object' : 'list', items: [], range });
      return;
    }
    if (bracket === '[') this.#frames.push({ list: { type: 'list', items: [], range }, needsComma: false });
    else this.#frames.push({ object: { type: 'object', items: [], range }, isRoot: false, start, seen: new Set() });
  }

  /** Skips to the end of the object or list that has just been opened. */
  #skipNested(): void {
    for (let depth = 1; depth > 0 && this.#token.type !== 'end'; ) {
      const { type } = this.#advance();
      if (type === '{' || type === '[') depth++;
      else if (type === '}' || type === ']') depth--;
    }
  }

  /** Ends a frame at the current token, which closes it. */
  #close(frame: ObjectFrame | ListFrame): void {
    this.#frames.pop();
    const value = 'list' in frame ? frame.list : frame.object;
    if (!('list' in frame) && frame.isRoot) return;
    value.range.end = this.#source.range(0, this.#token.end).end;
    this.#advance();
    this.#deliver(value);
  }

  /** Hands a finished value to the object or list that it stands in. */
  #deliver(value: HclValue): void {
    const frame = this.#frames.at(-1)!;
    if ('list' in frame) {
      frame.list.items.push(value);
      // After a list within a list HCL 1 asks for no comma.
      frame.needsComma = value.type !== 'list';
      return;
    }
    this.#add(frame, value);
    if (this.#token.type === ',') this.#advance();
  }

  /** Ends the pending item of an object. */
  #add(frame: ObjectFrame, value: HclValue): void {
    const { keys, isAssigned, written, start } = frame.pending!;
    delete frame.pending;
    const range = { start: keys[0]!.range.start, end: value.range.end };
    frame.object.items.push({ keys, value, range, isAssigned });
    if (!isAssigned) return;
    if (frame.seen.has(written) && !this.#allowDuplicates)
      this.#source.report(`${short(written)} is set twice, expected once`, start);
    frame.seen.add(written);
  }

  /** Gives up a list, keeps what it holds, and goes on after the item that it stands in. */
  #abandon(frame: ListFrame, message: string): void {
    this.#source.report(message, this.#token.start);
    this.#frames.pop();
    let value: HclValue = frame.list;
    let parent = this.#frames.at(-1)!;
    while ('list' in parent) {
      parent.list.items.push(value);
      value = parent.list;
      this.#frames.pop();
      parent = this.#frames.at(-1)!;
    }
    this.#add(parent, value);
    this.#recover(parent);
  }

  /** Skips to the next line that begins with a key, or to the brace that closes the object. */
  #recover(frame: ObjectFrame): void {
    for (let depth = 0; this.#token.type !== 'end'; ) {
      const { type, start } = this.#token;
      if (depth === 0 && type === '}' && !frame.isRoot) return;
      // A heredoc ends with its newline.
      const isFirst = this.#source.text.slice(Math.max(0, this.#lastEnd - 1), start).includes('\n');
      if (depth === 0 && isFirst && (type === 'identifier' || type === 'string')) return;
      if (type === '{' || type === '[') depth++;
      else if ((type === '}' || type === ']') && depth > 0) depth--;
      this.#advance();
    }
  }

  /** The current token in words. */
  #describe(): string {
    const { type, start, end } = this.#token;
    if (type === 'end') return 'end of the text';
    if (type === 'identifier' || type === 'bool') return `word ${short(this.#source.text.slice(start, end))}`;
    if (type === 'float') return 'number';
    return type === 'illegal' ? 'illegal character' : type;
  }
}
