import { load, YAMLException } from 'js-yaml';
import { RuleFileError } from '../model/errors.ts';
import type { Detector } from '../model/rule.ts';
import { CONFIDENCES, SEVERITIES } from '../model/severity.ts';

/** A detector as its file writes it, and the examples that test it. */
export interface DetectorFile {
  detector: Omit<Detector, 'frameworks'>;
  examples: { bad: string[]; good: string[] };
}

type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'must be a text');
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
const positive: Check = (value) => (typeof value === 'number' && value > 0 ? undefined : 'must be a number above 0');
const listOf =
  (type: 'string' | 'number'): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === type)
      ? undefined
      : `must be a list of at least one ${type === 'string' ? 'text' : 'number'}`;
const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string) ? undefined : `must be one of ${words.join(', ')}`;
const regex: Check = (value) => {
  if (typeof value !== 'string') return 'must be a regular expression';
  try {
    new RegExp(value);
    return undefined;
  } catch (error) {
    return `does not compile: ${(error as Error).message.replace(/^.*: (?=[^:]*$)/, '')}`;
  }
};
const pattern: Check = (value) =>
  regex(value) ?? (String(value).includes('(?<secret>') ? undefined : 'has no group (?<secret>...)');

const REQUIRED: Record<string, Check> = {
  title: text,
  severity: oneOf(SEVERITIES),
  confidence: oneOf(CONFIDENCES),
  pattern,
  why: text,
  fix: text,
  references: listOf('string'),
};

const OPTIONAL: Record<string, Check> = {
  catalogue: listOf('string'),
  cwe: listOf('number'),
  aliases: listOf('string'),
  keywords: listOf('string'),
  ignoreCase: flag,
  minEntropy: positive,
  stopWords: listOf('string'),
  files: regex,
  reject: regex,
  prefix: text,
  generic: flag,
  reachBytes: positive,
};

/** Parses and checks a detector's YAML. @throws RuleFileError that names file and line. */
export function parseDetectorFile(source: string, options: { file: string; id: string }): DetectorFile {
  const { file, id } = options;
  const fail = (message: string, key?: string): never => {
    const line = key === undefined ? 1 : lineOf(source, key);
    throw new RuleFileError('rule-file', `${file}:${line}: ${message}`, { hint: 'see docs/writing-rules.md' });
  };
  const data = parseYaml(source, file);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return fail('expected keys and values');
  const fields = data as Record<string, unknown>;
  for (const [key, check] of Object.entries(REQUIRED)) {
    if (!(key in fields)) fail(`${key} is missing`);
    const wrong = check(fields[key]);
    if (wrong) fail(`${key} ${wrong}`, key);
  }
  for (const [key, value] of Object.entries(fields)) {
    if (key in REQUIRED || key === 'examples') continue;
    const wrong = key in OPTIONAL ? OPTIONAL[key]!(value) : 'is no known key';
    if (wrong) fail(`${key} ${wrong}`, key);
  }
  const { examples, ...detector } = fields;
  const { bad, good } = (examples ?? {}) as Record<string, unknown>;
  if (listOf('string')(bad) || listOf('string')(good))
    fail('examples must hold bad and good, each a list of texts', 'examples');
  const family = id.slice(0, id.indexOf('/'));
  return {
    detector: { type: 'detector', id, family, ...detector } as unknown as Omit<Detector, 'frameworks'>,
    examples: { bad: bad as string[], good: good as string[] },
  };
}

function parseYaml(source: string, file: string): unknown {
  try {
    return load(source);
  } catch (error) {
    const line = error instanceof YAMLException && error.mark ? error.mark.line + 1 : 1;
    const reason = error instanceof YAMLException ? error.reason : 'not YAML';
    throw new RuleFileError('rule-file', `${file}:${line}: ${reason}`, { hint: 'mend the YAML', cause: error });
  }
}

function lineOf(source: string, key: string): number {
  const index = source.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return index + 1 || 1;
}
