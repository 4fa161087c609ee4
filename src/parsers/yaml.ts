import { EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml';
import type { Range } from '../model/region.ts';

/** A node of a YAML document with its place. */
export type YamlNode = YamlScalar | YamlMapping | YamlSequence;

/** A text, number, truth or null; `value` is the text as YAML reads it, without quotes and escapes. */
export interface YamlScalar {
  type: 'scalar';
  value: string;
  range: Range;
}

/** Keys in order; merge keys (`<<`) are resolved behind the mapping's own. */
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

/** Aliases that one text may use; more is an attack on memory. */
const MOST_ALIASES = 1000;

/** Parses each document on its own, so that a broken one does not hide the others. Never throws. */
export function parseYaml(text: string): YamlResult {
  const result: YamlResult = { documents: [], errors: [] };
  try {
    result.documents = build(parseEvents(text, {}), text, 0);
    return result;
  } catch {
    // One document at a time, to keep those that are whole.
  }
  for (const part of splitDocuments(text)) {
    try {
      result.documents.push(...build(parseEvents(part.text, {}), part.text, part.start));
    } catch (error) {
      const isYaml = error instanceof YAMLException;
      const line = (isYaml && error.mark ? error.mark.line : 0) + 1 + text.slice(0, part.start).split('\n').length - 1;
      result.errors.push({ message: isYaml ? error.reason : 'not YAML', line });
    }
  }
  return result;
}

/** The value of a key, or undefined. */
export function get(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.type === 'mapping' ? node.entries.find((entry) => entry.key.value === key)?.value : undefined;
}

function splitDocuments(text: string): { text: string; start: number }[] {
  const starts = [0, ...Array.from(text.matchAll(/^---(?=\s|$)/gm), (match) => match.index)];
  return [...new Set(starts)]
    .map((start, i, all) => ({ text: text.slice(start, all[i + 1]), start }))
    .filter((part) => part.text.trim() !== '');
}

function build(events: readonly Event[], text: string, base: number): YamlNode[] {
  const documents: YamlNode[] = [];
  let at = 0;
  let aliases = 0;
  let anchors = new Map<string, YamlNode>();
  const readNode = (): YamlNode | undefined => {
    const event = events[at++];
    if (event === undefined || event.type === EVENT_ID.POP) return undefined;
    if (event.type === EVENT_ID.ALIAS) {
      if (++aliases > MOST_ALIASES) throw new Error('too many aliases');
      return anchors.get(text.slice(event.anchorStart, event.anchorEnd));
    }
    const node = readFresh(event);
    if ('anchorStart' in event && event.anchorEnd > event.anchorStart && event.anchorStart >= 0) {
      anchors.set(text.slice(event.anchorStart, event.anchorEnd), node);
    }
    return node;
  };
  const readFresh = (event: Event): YamlNode => {
    if (event.type === EVENT_ID.SCALAR) {
      const range = { start: base + Math.max(0, event.valueStart), end: base + Math.max(0, event.valueEnd) };
      return { type: 'scalar', value: String(getScalarValue(text, event) ?? ''), range };
    }
    const start = base + ('start' in event ? event.start : 0);
    const children: YamlNode[] = [];
    for (let child = readNode(); child !== undefined; child = readNode()) children.push(child);
    const range = { start, end: Math.max(start, ...children.map((child) => child.range.end)) };
    if (event.type !== EVENT_ID.MAPPING) return { type: 'sequence', items: children, range };
    return { type: 'mapping', entries: pair(children), range };
  };
  while (at < events.length) {
    if (events[at]!.type !== EVENT_ID.DOCUMENT) throw new Error('unexpected event');
    at++;
    anchors = new Map();
    const node = readNode();
    if (node) {
      documents.push(node);
      at++;
    }
  }
  return documents;
}

/** Pairs keys and values, and puts what merge keys bring behind the mapping's own keys. */
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
        if (source.type === 'mapping') merged.push(...source.entries);
  }
  const own = new Set(entries.map((entry) => entry.key.value));
  return [...entries, ...merged.filter((entry) => !own.has(entry.key.value))];
}
