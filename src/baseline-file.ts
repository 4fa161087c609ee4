import { randomBytes } from 'node:crypto';
import { type Baseline, type BaselineEntry, sortEntries } from './engine/baseline.ts';
import { ConfigError } from './model/errors.ts';
import { readCheckedYaml, type Schema } from './parsers/checked-yaml.ts';
import { readSmallFile, SmallFileError } from './small-file.ts';

/** Name of the baseline that is used when it is there, in the target itself. */
export const BASELINE_NAME = '.vaultcheck-baseline.json';

/** A baseline of a quarter of a million findings is smaller. */
const MOST_BYTES = 64 * 1024 * 1024;

const VERSION = 1;

const NOTE =
  'Written by `vaultcheck baseline`; holds no value of a secret. Commit it, and write it again when findings are gone.';

/** What a baseline's file holds. */
export const BASELINE_SCHEMA: Schema = {
  type: 'object',
  properties: {
    version: { type: 'integer', description: 'Version of this form of file.', minimum: VERSION },
    note: { type: 'string' },
    salt: { type: 'string', description: 'Kept when the file is written again.', pattern: '^[0-9a-f]{32}$' },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          rule: { type: 'string', minLength: 1 },
          path: { type: 'string', minLength: 1 },
          line: { type: 'string', description: 'Hash of the masked lines of the finding.', pattern: '^[0-9a-f]{16}$' },
          around: { type: 'string', description: 'Hash of these and their neighbours.', pattern: '^[0-9a-f]{16}$' },
          value: { type: 'string', description: 'At most 16 bits of a salted hash.', pattern: '^[0-9a-f]{1,4}$' },
          count: { type: 'integer', minimum: 1 },
        },
        required: ['rule', 'path', 'line', 'around', 'count'],
        additionalProperties: false,
      },
    },
  },
  required: ['version', 'salt', 'findings'],
  additionalProperties: false,
};

/** A salt for a baseline that has none yet. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

/**
 * Reads a baseline, or gives nothing where there is no such file.
 *
 * @throws ConfigError that names file and line when it is there and can't be used.
 */
export function readBaseline(file: string, options: { followsLinks: boolean }): Baseline | undefined {
  try {
    return parseBaseline(readSmallFile(file, { mostBytes: MOST_BYTES, ...options }), file);
  } catch (error) {
    if (!(error instanceof SmallFileError)) throw error;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw new ConfigError('baseline-unreadable', `${file} ${error.message}`, {
      hint: 'name a regular file, or leave it out with --no-baseline',
      cause: error,
    });
  }
}

/** Checks every field. @throws ConfigError that names file and line. */
export function parseBaseline(text: string, file: string): Baseline {
  const fail = (message: string, line: number): never => {
    throw new ConfigError('baseline-invalid', `${file}:${line}: ${message}`, {
      hint: 'restore it from version control, or write it anew with `vaultcheck baseline --force`',
    });
  };
  let data: { version?: unknown; salt: string; findings: BaselineEntry[] };
  try {
    data = JSON.parse(text);
  } catch (error) {
    return fail('not JSON', lineOfSyntaxError(text, error as Error));
  }
  if (typeof data?.version === 'number' && data.version > VERSION)
    return fail(`version ${data.version} is newer than this vaultcheck, which knows ${VERSION}`, 1);
  // The quick look finds nothing in a sound file; what it finds is then told with its line.
  if (!isSound(data)) {
    const checked = readCheckedYaml(text, BASELINE_SCHEMA);
    return fail(checked.mistake?.message ?? 'no baseline', checked.mistake?.line ?? 1);
  }
  return { salt: data.salt, entries: data.findings };
}

function isSound(data: unknown): boolean {
  const is = (value: unknown, form: RegExp) => typeof value === 'string' && form.test(value);
  const { version, salt, findings, note, ...others } = (data ?? {}) as Record<string, unknown>;
  if (version !== VERSION || !is(salt, /^[0-9a-f]{32}$/) || !Array.isArray(findings)) return false;
  if (Object.keys(others).length > 0 || !['string', 'undefined'].includes(typeof note)) return false;
  return findings.every((entry: Record<string, unknown> | null) => {
    const { rule, path, line, around, value, count, ...rest } = entry ?? {};
    const areTexts = is(rule, /./) && is(path, /./s) && is(line, /^[0-9a-f]{16}$/) && is(around, /^[0-9a-f]{16}$/);
    const isCounted = Number.isInteger(count) && (count as number) >= 1;
    const isTag = value === undefined || is(value, /^[0-9a-f]{1,4}$/);
    return areTexts && isCounted && isTag && Object.keys(rest).length === 0;
  });
}

function lineOfSyntaxError(text: string, error: Error): number {
  const conflict = text.split('\n').findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
  if (conflict >= 0) return conflict + 1;
  // The engine tells a position, or that the text ended; of short texts neither.
  const position = /position (\d+)/.exec(error.message)?.[1];
  const end = /end of JSON/.test(error.message) ? text.length : 0;
  return text.slice(0, position === undefined ? end : Number(position)).split('\n').length;
}

/** The file's text: one finding a line, so that versions can be compared and merged. */
export function baselineText({ salt, entries }: Baseline): string {
  const rows = sortEntries(entries).map(({ rule, path, line, around, value, count }) =>
    JSON.stringify({ rule, path, line, around, ...(value === undefined ? {} : { value }), count }),
  );
  const list = rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${row}`).join(',\n')}\n  ]`;
  return `{
  "version": ${VERSION},
  "note": ${JSON.stringify(NOTE)},
  "salt": "${salt}",
  "findings": ${list}
}
`;
}
