import { load, YAMLException } from 'js-yaml';
import { likelyWord } from '../model/nearest-word.ts';
import { parseYaml, type YamlNode } from './yaml.ts';

/** The part of JSON Schema that the files of users are checked by. */
export interface Schema {
  type: 'string' | 'array' | 'object' | 'boolean' | 'number' | 'integer';
  description?: string;
  enum?: readonly string[];
  pattern?: string;
  minLength?: number;
  minimum?: number;
  items?: Schema;
  minItems?: number;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: Schema | false;
}

/** Keys and indexes from the top of a document to a value. */
export type YamlPath = readonly (string | number)[];

/** What is wrong, and the line of it. */
export interface YamlMistake {
  message: string;
  line: number;
}

/** A document that is as its schema says, or the first thing that is not. */
export type CheckedYaml =
  | { data: unknown; lineOf: (path: YamlPath) => number; mistake?: undefined }
  | { mistake: YamlMistake };

/** Reads one YAML (or JSON) document and checks it; an empty one, or one of comments only, is an empty mapping. */
export function readCheckedYaml(text: string, schema: Schema): CheckedYaml {
  if (!/\S/.test(text.replace(/^\s*#.*$/gm, ''))) return { data: {}, lineOf: () => 1 };
  // First the parser that bounds what aliases may stand for.
  const { documents, errors } = parseYaml(text);
  if (errors[0]) return { mistake: errors[0] };
  let data: unknown;
  try {
    data = load(text);
  } catch (error) {
    const isYaml = error instanceof YAMLException;
    const message = isYaml ? error.reason : 'not YAML';
    return { mistake: { message, line: isYaml && error.mark ? error.mark.line + 1 : 1 } };
  }
  const lineOf = (path: YamlPath) => lineAt(text, offsetOf(documents[0], path));
  const found = mistakeIn(data ?? {}, schema, []);
  if (found) return { mistake: { message: found.message, line: lineOf(found.path) } };
  return { data: data ?? {}, lineOf };
}

interface Found {
  message: string;
  path: YamlPath;
}

function mistakeIn(value: unknown, schema: Schema, path: YamlPath): Found | undefined {
  const name = path.length === 0 ? 'the file' : path.filter((part) => typeof part === 'string').join('.');
  const wrong = (what: string): Found => ({ message: `${name} ${what}`, path });
  if (!isOfType(value, schema.type)) return wrong(`must be ${TYPE_NAMES[schema.type]}`);
  if (schema.enum && !schema.enum.includes(value as string)) {
    const meant = typeof value === 'string' ? likelyWord(value, schema.enum) : undefined;
    return wrong(`must be one of ${schema.enum.join(', ')}${meant ? ` (did you mean ${meant}?)` : ''}`);
  }
  if (typeof value === 'string') {
    if (schema.minLength !== undefined && value.trim().length < schema.minLength)
      return wrong(schema.minLength === 1 ? 'must not be empty' : `must have at least ${schema.minLength} characters`);
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))
      return wrong(`must look like ${schema.pattern}`);
  }
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum)
    return wrong(`must be at least ${schema.minimum}`);
  if (Array.isArray(value)) return mistakeInList(value, schema, path, name);
  return typeof value === 'object' && value !== null ? mistakeInMapping(value, schema, path, name) : undefined;
}

function mistakeInList(list: readonly unknown[], schema: Schema, path: YamlPath, name: string): Found | undefined {
  if (list.length < (schema.minItems ?? 0)) return { message: `${name} must name at least ${schema.minItems}`, path };
  for (const [i, item] of list.entries()) {
    const found = schema.items && mistakeIn(item, schema.items, [...path, i]);
    if (found) {
      const isItem = found.path.length === path.length + 1 && found.message.startsWith(`${name} `);
      return isItem ? { ...found, message: `${name}: each ${found.message.slice(name.length + 1)}` } : found;
    }
  }
  return undefined;
}

function mistakeInMapping(mapping: object, schema: Schema, path: YamlPath, name: string): Found | undefined {
  const { properties = {}, additionalProperties: others, required = [] } = schema;
  for (const [key, value] of Object.entries(mapping)) {
    const known = Object.hasOwn(properties, key) ? properties[key] : others;
    if (known === false || known === undefined) return { message: unknownKey(key, properties), path: [...path, key] };
    const found = mistakeIn(value, known, [...path, key]);
    if (found) return found;
  }
  const missing = required.find((key) => !Object.hasOwn(mapping, key));
  return missing === undefined
    ? undefined
    : { message: `${path.length ? `${name}: ` : ''}${missing} is missing`, path };
}

function unknownKey(key: string, properties: Readonly<Record<string, Schema>>): string {
  const names = Object.keys(properties);
  const meant = likelyWord(key, names);
  return `unknown key ${JSON.stringify(key)}; ${meant ? `did you mean ${meant}?` : `known are ${names.join(', ')}`}`;
}

const TYPE_NAMES: Record<Schema['type'], string> = {
  string: 'a text',
  array: 'a list',
  object: 'a mapping of keys and values',
  boolean: 'true or false',
  number: 'a number',
  integer: 'a whole number',
};

function isOfType(value: unknown, type: Schema['type']): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

/** Where the value of a path, or its key, begins; the nearest thing above it where the document does not say. */
function offsetOf(root: YamlNode | undefined, path: YamlPath): number {
  let node = root;
  let offset = root?.range.start ?? 0;
  for (const part of path) {
    if (node?.type === 'mapping') {
      const entry = node.entries.find(({ key }) => key.value === part);
      if (!entry) return offset;
      offset = entry.key.range.start;
      node = entry.value;
    } else if (node?.type === 'sequence' && typeof part === 'number' && node.items[part]) {
      node = node.items[part];
      offset = node.range.start;
    } else return offset;
  }
  return offset;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
