import { join } from 'node:path';
import { CONFIG_SCHEMA } from './config-schema.ts';
import { answersTo, ruleNames } from './engine/rule-name.ts';
import { ConfigError } from './model/errors.ts';
import { nearestWord } from './model/nearest-word.ts';
import type { Rule } from './model/rule.ts';
import type { Severity } from './model/severity.ts';
import type { ConfigSuppression, Waiver } from './model/suppression.ts';
import { readCheckedYaml, type YamlPath } from './parsers/checked-yaml.ts';
import { readSmallFile, SmallFileError } from './small-file.ts';

/** Name of the configuration file, looked for in the target itself. */
export const CONFIG_NAME = '.vaultcheck.yml';

/** A larger configuration is none. */
const MOST_BYTES = 1024 * 1024;

/** What `.vaultcheck.yml` may say; flags win over it. */
export interface Config {
  only: string[];
  skip: string[];
  exclude: string[];
  /** Registries from which images may come. */
  registries: string[];
  /** By id, old id or family. */
  severities: Record<string, Severity>;
  failOn?: Severity | 'none';
  stopWords: string[];
  suppress: ConfigSuppression[];
  waivers: Waiver[];
  /** Path below the target. */
  baseline?: string;
  /** Checks every name of a rule. @throws ConfigError that names file and line */
  checkNames(rules: readonly Rule[]): void;
}

/** The configuration where there is none. */
export const NO_CONFIG: Config = {
  only: [],
  skip: [],
  exclude: [],
  registries: [],
  severities: {},
  stopWords: [],
  suppress: [],
  waivers: [],
  checkNames: () => {},
};

/** Reads the configuration of a directory; none is as good as an empty one. @throws ConfigError */
export function readConfig(directory: string): Config {
  const file = join(directory, CONFIG_NAME);
  try {
    return parseConfig(readSmallFile(file, { mostBytes: MOST_BYTES, followsLinks: false }), file);
  } catch (error) {
    if (!(error instanceof SmallFileError)) throw error;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return NO_CONFIG;
    throw new ConfigError('config-unreadable', `${file} ${error.message}`, {
      hint: 'mend the file, or leave it out with --no-config',
      cause: error,
    });
  }
}

/** The file's own names of the keys. */
interface ConfigFile {
  only?: string[];
  skip?: string[];
  exclude?: string[];
  registries?: string[];
  severities?: Record<string, Severity>;
  'fail-on'?: Severity | 'none';
  'stop-words'?: string[];
  suppress?: { rules: string[]; paths?: string[]; reason: string }[];
  waivers?: Waiver[];
  baseline?: string;
}

/** Checks every key and value. @throws ConfigError that names file and line. */
export function parseConfig(text: string, file: string): Config {
  const fail = (message: string, line: number): never => {
    throw new ConfigError('config-invalid', `${file}:${line}: ${message}`, {
      hint: '`vaultcheck init` writes a commented example',
    });
  };
  const checked = readCheckedYaml(text, CONFIG_SCHEMA);
  if (checked.mistake) return fail(checked.mistake.message, checked.mistake.line);
  const { lineOf } = checked;
  const data = checked.data as ConfigFile;
  const { baseline } = data;
  if (baseline !== undefined && /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(baseline))
    fail('baseline must be a path below this directory', lineOf(['baseline']));
  for (const [i, { until }] of (data.waivers ?? []).entries())
    if (!isDay(until)) fail('until must be a day, such as "2026-12-31"', lineOf(['waivers', i, 'until']));
  return {
    only: data.only ?? [],
    skip: data.skip ?? [],
    exclude: data.exclude ?? [],
    registries: data.registries ?? [],
    severities: data.severities ?? {},
    stopWords: data['stop-words'] ?? [],
    waivers: data.waivers ?? [],
    suppress: (data.suppress ?? []).map((entry) => ({ ...entry, paths: entry.paths ?? [] })),
    ...(data['fail-on'] === undefined ? {} : { failOn: data['fail-on'] }),
    ...(baseline === undefined ? {} : { baseline }),
    checkNames(rules) {
      for (const { name, path } of ruleNamesIn(data)) {
        if (rules.some((rule) => answersTo(rule, name))) continue;
        const nearest = nearestWord(name, ruleNames(rules));
        fail(`no rule or family is called ${JSON.stringify(name)}; the nearest name is ${nearest}`, lineOf(path));
      }
    },
  };
}

/** True for a day that there is, written as `2026-12-31`. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function* ruleNamesIn(data: ConfigFile): Iterable<{ name: string; path: YamlPath }> {
  for (const key of ['only', 'skip'] as const)
    for (const [i, name] of (data[key] ?? []).entries()) yield { name, path: [key, i] };
  for (const name of Object.keys(data.severities ?? {})) yield { name, path: ['severities', name] };
  for (const [i, { rule }] of (data.waivers ?? []).entries()) yield { name: rule, path: ['waivers', i, 'rule'] };
  for (const [i, { rules }] of (data.suppress ?? []).entries())
    for (const [j, name] of rules.entries()) yield { name, path: ['suppress', i, 'rules', j] };
}

/** The severity that the configuration gives a rule, if any: by its id, else by an old id, else by its family. */
export function severityOf(rule: Rule, severities: Readonly<Record<string, Severity>>): Severity | undefined {
  for (const name of [rule.id, ...(rule.aliases ?? []), rule.family])
    if (Object.hasOwn(severities, name)) return severities[name];
  return undefined;
}
