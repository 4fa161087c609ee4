import { readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { ConfigError } from './model/errors.ts';
import { SEVERITIES, type Severity } from './model/severity.ts';

/** Name of the configuration file, looked for in the target itself. */
export const CONFIG_NAME = '.vaultcheck.yml';

/** What `.vaultcheck.yml` may say; flags win over it. */
export interface Config {
  only: string[];
  skip: string[];
  exclude: string[];
  /** Registries from which images may come. */
  registries: string[];
  severities: Record<string, Severity>;
  failOn?: Severity | 'none';
}

const EMPTY: Config = { only: [], skip: [], exclude: [], registries: [], severities: {} };

/** Reads the configuration of a directory; none is as good as an empty one. @throws ConfigError */
export function readConfig(directory: string): Config {
  const file = join(directory, CONFIG_NAME);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return EMPTY;
    throw new ConfigError('config-unreadable', `${file} can't be read (${code})`, { cause: error });
  }
  return parseConfig(text, file);
}

/** Checks every key and value. @throws ConfigError that names file and line. */
export function parseConfig(text: string, file: string): Config {
  const fail = (message: string, key?: string): never => {
    throw new ConfigError('config-invalid', `${file}:${key === undefined ? 1 : lineOf(text, key)}: ${message}`, {
      hint: '`vaultcheck init` writes a commented example',
    });
  };
  const data = parseYaml(text, file);
  if (data === null || data === undefined) return EMPTY;
  if (typeof data !== 'object' || Array.isArray(data)) return fail('expected keys and values');
  const config: Config = { ...EMPTY, severities: {} };
  for (const [key, value] of Object.entries(data)) {
    if (key === 'only' || key === 'skip' || key === 'exclude' || key === 'registries') {
      const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
      config[key] = isList ? value : fail(`${key} must be a list of texts`, key);
    } else if (key === 'fail-on') {
      if (value !== 'none' && !isSeverity(value)) fail(`fail-on must be one of none, ${SEVERITIES.join(', ')}`, key);
      config.failOn = value as Severity;
    } else if (key === 'severities') {
      if (typeof value !== 'object' || value === null) return fail('severities must be rule ids and severities', key);
      for (const [id, severity] of Object.entries(value)) {
        config.severities[id] = isSeverity(severity)
          ? severity
          : fail(`${id} must be one of ${SEVERITIES.join(', ')}`, id);
      }
    } else
      fail(`unknown key ${JSON.stringify(key)}; known are only, skip, exclude, registries, severities, fail-on`, key);
  }
  return config;
}

function parseYaml(text: string, file: string): unknown {
  try {
    return text.trim() === '' ? undefined : load(text);
  } catch (error) {
    // An empty document (comments only) is an error to the parser and no error to us.
    if (!/\S/.test(text.replace(/^\s*#.*$/gm, ''))) return undefined;
    const line = error instanceof YAMLException && error.mark ? error.mark.line + 1 : 1;
    const reason = error instanceof YAMLException ? error.reason : 'not YAML';
    throw new ConfigError('config-invalid', `${file}:${line}: ${reason}`, { hint: 'mend the YAML', cause: error });
  }
}

function isSeverity(value: unknown): value is Severity {
  return SEVERITIES.includes(value as Severity);
}

/** Line (from 1) on which a key stands. */
function lineOf(text: string, key: string): number {
  const index = text.split('\n').findIndex((line) => line.trim().replace(/^['"]/, '').startsWith(key));
  return index + 1 || 1;
}

/** A path is left out when a glob matches it or one of its folders; a pattern without `/` matches at any depth. */
export function excluder(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const globs = patterns.map((pattern) => {
    const glob = pattern.replace(/^\.?\//, '').replace(/\/$/, '');
    return glob.includes('/') ? glob : `**/${glob}`;
  });
  return (path) => globs.some((glob) => matchesGlob(path, glob));
}

/** What `vaultcheck init` writes. */
export const CONFIG_EXAMPLE = `# Configuration of vaultcheck, read from the scanned directory. Every key may be left out; flags win over it.

# Rules or families that run; all of them when empty.
# only: [secrets, dockerfile/secret-in-arg]

# Rules or families that do not run.
# skip: [dockerfile/unpinned-base-image]

# Files and folders that are not looked at (globs; without a slash they match at any depth).
# The report counts what was left out.
# exclude: [testdata, docs/examples/**]

# Registries, or registries and paths, from which images may come; every one when empty.
# registries: [docker.io/library, ghcr.io/example]

# A rule's severity, where yours differs: info, low, medium, high or critical.
# severities:
#   compose/vault-port-published: high

# Least severity that makes the exit code 1: none, info, low, medium, high or critical.
# fail-on: medium
`;
