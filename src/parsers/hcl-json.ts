import {
  type HclItem,
  type HclKey,
  type HclList,
  type HclLiteral,
  type HclObject,
  type HclValue,
  MOST_LEVELS,
} from './hcl-ast.ts';
import { JsonScanner, type JsonToken } from './hcl-json-tokens.ts';
import type { HclSource } from './hcl-source.ts';
import { readNumber, unquote } from './hcl-values.ts';

/** An object or a list that is not closed yet. */
type Frame = { object: HclObject; keys?: HclKey[] } | { list: HclList };

/**
 * Reads the JSON form of HCL 1, which is laxer than JSON: what stands after the first object is not read, and a missing
 * value or a comma before `}` is passed over.
 */
export class JsonGrammar {
  readonly #source: HclSource;
  readonly #scanner: JsonScanner;
  readonly #frames: Frame[] = [];
  #isBroken = false;

  constructor(source: HclSource) {
    this.#source = source;
    this.#scanner = new JsonScanner(source);
  }

  /** Reads the first object of the text. */
  read(): HclObject {
    const token = this.#scanner.next();
    const body: HclObject = { type: 'object', items: [], range: this.#source.range(0, this.#source.text.length) };
    if (token.type !== '{') {
      this.#fail(token, 'expected {');
      return body;
    }
    this.#frames.push({ object: body });
    while (!this.#isBroken) {
      const frame = this.#frames.at(-1);
      if (!frame) break;
      if ('list' in frame) this.#readInList(frame.list);
      else this.#readInObject(frame);
    }
    this.#keepUnclosed();
    flattenObject(body);
    return body;
  }

  /** What was read before an error is kept. */
  #keepUnclosed(): void {
    while (this.#frames.length > 1) {
      const frame = this.#frames.pop()!;
      this.#attach('list' in frame ? frame.list : frame.object);
    }
  }

  #readInObject(frame: { object: HclObject; keys?: HclKey[] }): void {
    const keys = this.#readKeys();
    if (keys === undefined) return;
    frame.keys = keys;
    const token = this.#scanner.next();
    if (token.type === '{' || token.type === '[') {
      this.#open(token);
      return;
    }
    const literal = this.#toLiteral(token);
    if (literal) {
      this.#deliver(literal);
      return;
    }
    if (token.type === 'end') {
      this.#close(token);
      return;
    }
    this.#fail(token, 'expected a value');
  }

  /** The keys before a colon; undefined where the object ends instead. */
  #readKeys(): HclKey[] | undefined {
    const keys: HclKey[] = [];
    for (;;) {
      const token = this.#scanner.next();
      if (token.type === 'string') {
        const text = this.#source.text.slice(token.start, token.end);
        keys.push({ ...unquote(text, 'json'), range: this.#source.range(token.start, token.end), isQuoted: true });
      } else if (token.type === ':' && keys.length > 0) return keys;
      else {
        if (token.type === 'end') this.#close(token);
        else this.#fail(token, keys.length > 0 ? 'expected :' : 'expected a key in quotes or }');
        return undefined;
      }
    }
  }

  #readInList(list: HclList): void {
    const token = this.#scanner.next();
    // HCL 1 leaves booleans out of lists, and the brackets of lists within lists.
    if (token.type === ',' || token.type === 'bool' || token.type === '[') return;
    if (token.type === '{') {
      this.#open(token);
      return;
    }
    if (token.type === ']') {
      list.range.end = this.#source.range(0, token.end).end;
      this.#frames.pop();
      this.#deliver(list);
      return;
    }
    const literal = token.type === 'null' ? undefined : this.#toLiteral(token);
    if (literal) list.items.push(literal);
    else this.#fail(token, 'expected a value or ]');
  }

  #toLiteral({ type, start, end }: JsonToken): HclLiteral | undefined {
    const text = this.#source.text.slice(start, end);
    const base = { type: 'literal', text, range: this.#source.range(start, end) } as const;
    if (type === 'string') return { ...base, kind: 'string', ...unquote(text, 'json') };
    if (type === 'number' || type === 'float') return { ...base, kind: 'number', ...readNumber(text) };
    if (type === 'bool') return { ...base, kind: 'bool', value: text === 'true' };
    return type === 'null' ? { ...base, kind: 'string', value: '', text: '' } : undefined;
  }

  #open({ type, start }: JsonToken): void {
    if (this.#frames.length > MOST_LEVELS) {
      this.#source.report(`more than ${MOST_LEVELS} levels of braces and brackets`, start);
      this.#isBroken = true;
      return;
    }
    const range = this.#source.range(start, start + 1);
    if (type === '[') this.#frames.push({ list: { type: 'list', items: [], range } });
    else this.#frames.push({ object: { type: 'object', items: [], range } });
  }

  /** Hands a finished value to the object or list that it stands in. */
  #deliver(value: HclValue): void {
    this.#attach(value);
    const frame = this.#frames.at(-1);
    if (!frame || 'list' in frame) return;
    // Whatever is no comma ends the object, a closing brace or not.
    const token = this.#scanner.next();
    if (token.type !== ',') this.#close(token);
  }

  #attach(value: HclValue): void {
    const frame = this.#frames.at(-1);
    if (!frame) return;
    if ('list' in frame) {
      frame.list.items.push(value);
      return;
    }
    const { keys } = frame;
    if (!keys) return;
    delete frame.keys;
    const range = { start: keys[0]!.range.start, end: value.range.end };
    frame.object.items.push({ keys, value, range, isAssigned: true });
  }

  /** Ends the innermost object. */
  #close(token: JsonToken): void {
    const frame = this.#frames.pop();
    if (!frame || 'list' in frame) return;
    delete frame.keys;
    if (this.#frames.length === 0) return;
    frame.object.range.end = this.#source.range(0, token.end).end;
    this.#deliver(frame.object);
  }

  /** A token that does not belong where it stands; a `}` ends the innermost object all the same, as in HCL 1. */
  #fail(token: JsonToken, expected: string): void {
    if (token.type === '}') {
      while ('list' in (this.#frames.at(-1) ?? {})) this.#frames.pop();
      this.#close(token);
      return;
    }
    this.#isBroken = true;
    if (token.type !== 'illegal')
      this.#source.report(`${token.type === 'end' ? 'end of the text' : token.type}, ${expected}`, token.start);
  }
}

/** Turns objects that hold nothing but objects, and lists of objects, into items with several keys, as HCL 1 does. */
function flattenObject(object: HclObject): void {
  const items: HclItem[] = [];
  const stack = object.items.toReversed();
  for (let item = stack.pop(); item; item = stack.pop()) {
    const inner = flattenItem(item);
    if (inner) for (let i = inner.length - 1; i >= 0; i--) stack.push(inner[i]!);
    else items.push(item);
  }
  object.items = items;
  for (const { value } of items) flattenValue(value);
}

function flattenValue(value: HclValue): void {
  if (value.type === 'object') flattenObject(value);
  else if (value.type === 'list') for (const item of value.items) flattenValue(item);
}

/** The items that one item stands for; undefined where it stands for itself. */
function flattenItem({ keys, value, isAssigned }: HclItem): HclItem[] | undefined {
  if (value.type === 'literal' || value.items.length === 0) return undefined;
  if (value.type === 'list') {
    if (!value.items.every((item) => item.type === 'object')) return undefined;
    return value.items.map((item) => ({ keys, value: item, range: item.range, isAssigned }));
  }
  if (!value.items.every((item) => item.value.type === 'object')) return undefined;
  return value.items.map((item) => ({
    keys: [...keys, ...item.keys],
    value: item.value,
    range: item.range,
    isAssigned,
  }));
}
