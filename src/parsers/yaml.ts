import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import type { Range } from '../model/region.ts';

/** A node of a YAML document with its place. */
export type YamlNode = YamlScalar | YamlMapping | YamlSequence;

/** A text, number, truth or null; `value` is the text as YAML reads it, without quotes and escapes. */
export interface YamlScalar {
  type: 'scalar';
  value: string;
  /** Without quotes; of a block (`|`, `>`) the lines as they are written. */
  range: Range;
  /** Nothing, `~` or `null`, not quoted. */
  isNull: boolean;
}

/** Keys in order; what merge keys (`<<`) bring stands behind the mapping's own. */
export interface YamlMapping {
  type: 'mapping';
  entries: { key: YamlScalar; value: YamlNode }[];
  range: Range;
}

/** A list. */
export interface YamlSequence {
  type: 'sequence';
  items: YamlNode[];
  range: Range;
}

/** Documents that could be read, and where one could not. */
export interface YamlResult {
  documents: YamlNode[];
  errors: { message: string; line: number }[];
}

/** Nodes that all aliases of one document may stand for together; more is an attack on memory. */
const MOST_ALIASED_NODES = 100_000;

/** Broken documents of one text that are told apart; a text with more of them is no YAML. */
const MOST_ERRORS = 20;

/** A fault that js-yaml's events do not show: an alias of nothing, or too many of them. */
class AliasError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Parses each document on its own, so that a broken one does not hide the others. Never throws. */
export function parseYaml(text: string): YamlResult {
  try {
    return { documents: new Builder(text, 0).documents(), errors: [] };
  } catch {
    // One document at a time, to keep those that are whole.
  }
  const result: YamlResult = { documents: [], errors: [] };
  for (const part of splitDocuments(text)) {
    try {
      for (const document of new Builder(part.text, part.start).documents()) result.documents.push(document);
    } catch (error) {
      result.errors.push(describe(error, part));
      if (result.errors.length === MOST_ERRORS) break;
    }
  }
  return result;
}

/** The value of a key, or undefined. */
export function get(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.type === 'mapping' ? node.entries.find((entry) => entry.key.value === key)?.value : undefined;
}

/** Like `get`, for values that are a text and not null. */
export function getScalar(node: YamlNode | undefined, key: string): YamlScalar | undefined {
  const value = get(node, key);
  return value?.type === 'scalar' && !value.isNull ? value : undefined;
}

/** One document as text. */
interface Part {
  text: string;
  start: number;
  /** Line number of its first character. */
  line: number;
}

/** Cuts at each `---` in the first column, which no scalar may hold; directives stay with the document they precede. */
function* splitDocuments(text: string): Iterable<Part> {
  let start = 0;
  let line = 1;
  for (const { index } of [...text.matchAll(/^---(?=\s|$)/gm), { index: text.length }]) {
    const part = text.slice(start, index);
    const hasContent = /^[^\S\n]*[^\s#%]/m.test(part);
    if (!hasContent && index < text.length) continue;
    if (part.trim() !== '') yield { text: part, start, line };
    start = index;
    line += countLines(part);
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function describe(error: unknown, part: Part): { message: string; line: number } {
  if (error instanceof AliasError)
    return { message: error.message, line: part.line + countLines(part.text.slice(0, error.offset)) };
  if (error instanceof YAMLException) return { message: error.reason, line: part.line + (error.mark?.line ?? 0) };
  return { message: 'not YAML', line: part.line };
}

/** Makes trees of js-yaml's events, which hold offsets of scalars but no ends of collections. */
class Builder {
  readonly #text: string;
  readonly #base: number;
  readonly #events: readonly Event[];
  #at = 0;
  /** Nodes by anchor, and how many nodes each stands for with its aliases expanded. */
  #anchors = new Map<string, { node: YamlNode; size: number }>();
  #aliased = 0;
  /** Nodes read since the start, with aliases expanded. */
  #size = 0;
  /** Where the last scalar ended; an empty value, which events give no place, stands there. */
  #end = 0;

  /** `base`: offset of `text` in the whole text. */
  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
    this.#events = parseEvents(text, {});
  }

  documents(): YamlNode[] {
    const documents: YamlNode[] = [];
    while (this.#at < this.#events.length) {
      this.#at++;
      this.#anchors = new Map();
      this.#aliased = 0;
      const node = this.#node();
      if (!node) continue;
      documents.push(node);
      this.#at++;
    }
    return documents;
  }

  /** The next node, or undefined at the end of a collection. */
  #node(): YamlNode | undefined {
    const event = this.#events[this.#at++];
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return undefined;
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd);
    const before = this.#size++;
    const node = event.type === EVENT_ID.SCALAR ? this.#scalar(event) : this.#collection(event);
    if (event.anchorStart >= 0) {
      const name = this.#text.slice(event.anchorStart, event.anchorEnd);
      this.#anchors.set(name, { node, size: this.#size - before });
    }
    return node;
  }

  #alias(start: number, end: number): YamlNode {
    const target = this.#anchors.get(this.#text.slice(start, end));
    if (!target) throw new AliasError('alias of an anchor that is not there', start);
    this.#aliased += target.size;
    this.#size += target.size;
    if (this.#aliased > MOST_ALIASED_NODES) throw new AliasError('aliases stand for too many nodes', start);
    return target.node;
  }

  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): YamlScalar {
    const start = event.valueStart < 0 ? this.#end : event.valueStart;
    const end = Math.max(start, event.valueEnd);
    this.#end = end;
    const value = String(getScalarValue(this.#text, event) ?? '');
    const isNull = event.style === SCALAR_STYLE.PLAIN && /^(?:~|null|Null|NULL)?$/.test(value);
    return { type: 'scalar', value, range: { start: this.#base + start, end: this.#base + end }, isNull };
  }

  #collection(event: Extract<Event, { start: number }>): YamlMapping | YamlSequence {
    const start = this.#base + event.start;
    const children: YamlNode[] = [];
    let end = start;
    for (let child = this.#node(); child !== undefined; child = this.#node()) {
      children.push(child);
      end = Math.max(end, child.range.end);
    }
    const range = { start, end };
    if (event.type === EVENT_ID.SEQUENCE) return { type: 'sequence', items: children, range };
    return { type: 'mapping', entries: pair(children), range };
  }
}

/** Pairs keys and values, and puts what merge keys bring behind the mapping's own keys; the first of a name wins. */
function pair(children: readonly YamlNode[]): YamlMapping['entries'] {
  const entries: YamlMapping['entries'] = [];
  const merged: YamlMapping['entries'] = [];
  for (let i = 0; i + 1 < children.length; i += 2) {
    const key = children[i]!;
    const value = children[i + 1]!;
    if (key.type !== 'scalar') continue;
    if (key.value !== '<<') entries.push({ key, value });
    else
      for (const source of value.type === 'sequence' ? value.items : [value])
        if (source.type === 'mapping') for (const entry of source.entries) merged.push(entry);
  }
  const seen = new Set(entries.map((entry) => entry.key.value));
  for (const entry of merged) {
    if (seen.has(entry.key.value)) continue;
    seen.add(entry.key.value);
    entries.push(entry);
  }
  return entries;
}
