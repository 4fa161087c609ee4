import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ExtraMatcher } from './engine/evaluate.ts';
import type { OwnRule } from './engine/own-rule-file.ts';
import { answersTo } from './engine/rule-name.ts';
import { RuleFileError } from './model/errors.ts';
import type { AnyRule, Detector } from './model/rule.ts';
import { readSmallFile, SmallFileError } from './small-file.ts';

/** Family of rules that lie in the folder itself and in none below it. */
const FAMILY = 'own';

/** A rule and its examples are smaller. */
const MOST_BYTES = 256 * 1024;

/**
 * Reads every `.yaml` and `.yml` file below a folder as a rule of the user's own, and checks patterns and examples.
 *
 * The id is the path below the folder without its ending; `own/` stands before the names that have no folder.
 *
 * @throws RuleFileError that names file and line.
 */
export async function readOwnRules(folder: string, catalog: readonly AnyRule[]): Promise<OwnRule[]> {
  const { parseOwnRule } = await import('./engine/own-rule-file.ts');
  const rules: OwnRule[] = [];
  const files = new Map<string, string>();
  for (const file of listRuleFiles(folder)) {
    const id = idOf(relative(folder, file), file);
    const other = files.get(id) ?? catalog.find((rule) => answersTo(rule, id))?.id;
    if (other !== undefined) {
      const what = files.has(id) ? `as ${other} has` : 'as a built-in rule has';
      throw new RuleFileError('rule-id', `${file}:1: the id ${id} is taken (${what} it)`, { hint: 'rename the file' });
    }
    files.set(id, file);
    rules.push(parseOwnRule(readRuleFile(file), { file, id }));
  }
  if (rules.length > 0) return rules;
  throw new RuleFileError('rules-missing', `${folder} holds no rule`, {
    hint: 'a rule is a file that ends in .yaml; see docs/own-rules.md',
  });
}

/** The detectors of a folder, or none where no folder is named. */
export async function ownDetectors(folder: string | undefined, catalog: readonly AnyRule[]): Promise<Detector[]> {
  return folder === undefined ? [] : (await readOwnRules(folder, catalog)).map(({ detector }) => detector);
}

/** The users' own rules among all. */
export function ownOf(rules: readonly AnyRule[]): Detector[] {
  return rules.filter((rule): rule is Detector => rule.type === 'detector' && rule.isLinear === true);
}

/** What finds the matches of such rules, where there are any: most scans have none, and need not load their engine. */
export async function ownMatcher(detectors: readonly Detector[]): Promise<ExtraMatcher | undefined> {
  if (detectors.length === 0) return undefined;
  const { OwnRulesMatcher } = await import('./engine/own-rules-matcher.ts');
  return new OwnRulesMatcher(detectors);
}

function listRuleFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new RuleFileError('rules-folder', `the folder of rules ${folder} can't be read (${code})`, {
      hint: 'name a folder with rules',
      cause: error,
    });
  }
}

function idOf(path: string, file: string): string {
  const name = path
    .split(sep)
    .join('/')
    .replace(/\.ya?ml$/, '');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/.test(name)) {
    throw new RuleFileError('rule-id', `${file}:1: the path is the rule's id, and may hold a-z, 0-9, - and / only`, {
      hint: 'rename the file, such as acme/deploy-token.yaml',
    });
  }
  return name.includes('/') ? name : `${FAMILY}/${name}`;
}

function readRuleFile(file: string): string {
  try {
    return readSmallFile(file, { mostBytes: MOST_BYTES, followsLinks: false });
  } catch (error) {
    if (!(error instanceof SmallFileError)) throw error;
    throw new RuleFileError('rule-file', `${file} ${error.message}`, { hint: 'mend the file', cause: error });
  }
}
