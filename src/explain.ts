import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { BASELINE_NAME } from './baseline-file.ts';
import { loadCatalog, selectRules } from './catalog.ts';
import { CONFIG_NAME } from './config.ts';
import { pathTest } from './engine/glob.ts';
import { TargetError, UsageError } from './model/errors.ts';
import type { Report } from './model/report.ts';
import type { AnyRule } from './model/rule.ts';
import { NO_TRIAGE } from './model/suppression.ts';
import { readOwnRules } from './own-rules.ts';
import type { ExplainedFinding, ExplainedRule, Explanation, RuleExamples } from './reporters/explain.ts';
import { examplesOf, readRuleDocs } from './rule-docs.ts';
import { type ScanOptions, scan } from './scan.ts';
import { scanSetup } from './scan-setup.ts';

/** What is asked for, and how to scan for it. */
export interface ExplainOptions extends Pick<ScanOptions, 'jobs' | 'workerUrl' | 'signal' | 'onProgress'> {
  /** A rule (id or old id) or `FILE:LINE`. */
  topic: string;
  /** Folder of the user's own rules. */
  rules?: string | undefined;
  readsConfig: boolean;
}

/** What lies at the root of a project. */
const ROOT_SIGNS = [CONFIG_NAME, BASELINE_NAME, '.git'];

/** Explains a rule, or what is found on a line. @throws UsageError, TargetError, ConfigError, RuleFileError */
export async function explain(options: ExplainOptions): Promise<Explanation> {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/s.exec(options.topic) ?? [];
  if (file !== undefined) return explainPlace(file, Number(line), options);
  if (existsSync(options.topic) && statSync(options.topic).isFile()) {
    throw new UsageError('line-missing', `${options.topic} is a file; which line of it is meant is not said`, {
      hint: `name a line, such as ${options.topic}:1`,
    });
  }
  const catalog = loadCatalog();
  const own = options.rules === undefined ? [] : await readOwnRules(options.rules, catalog);
  const all = [...catalog, ...own.map(({ detector }) => detector)];
  const family = all.find(({ family: name }) => name === options.topic)?.family;
  if (family !== undefined) {
    throw new UsageError('family', `${family} is a family of rules`, {
      hint: `\`vaultcheck rules list --only ${family}\` lists its rules`,
    });
  }
  const rules = selectRules(all, { only: [options.topic], skip: [] });
  return { findings: [], rules: rules.map((rule) => explained(rule, own)) };
}

type OwnRules = Awaited<ReturnType<typeof readOwnRules>>;

function explained(rule: AnyRule, own: OwnRules): ExplainedRule {
  const examples: RuleExamples | undefined = own.find(({ detector }) => detector.id === rule.id)?.examples;
  if (examples) return { rule, examples };
  const page = readRuleDocs(rule.id);
  return { rule, examples: examplesOf(page), ...(page === undefined ? {} : { page }) };
}

/** Scans the whole project of the file, since there are rules that need all of it. */
async function explainPlace(file: string, line: number, options: ExplainOptions): Promise<Explanation> {
  if (!existsSync(file)) throw new TargetError('target-missing', `${file} is not there`, { hint: 'check the path' });
  if (!statSync(file).isFile())
    throw new TargetError('not-a-regular-file', `${file} is no regular file`, { hint: 'name a file and a line' });
  const target = projectOf(file);
  const setup = await scanSetup({ target, rules: options.rules, readsConfig: options.readsConfig });
  const report = await scan({ ...setup, ...options });
  const path = relative(target, realpathSync(file)).split(sep).join('/');
  const isLeftOut = pathTest(setup.config.exclude)(path);
  const here = findingsOf(report).filter(({ finding }) => finding.origin.path === path);
  const isOn = ({ finding }: ExplainedFinding) => line >= finding.region.startLine && line <= finding.region.endLine;
  const own = options.rules === undefined ? [] : await readOwnRules(options.rules, loadCatalog());
  const findings = here.filter(isOn);
  const ids = new Set(findings.map(({ finding }) => finding.ruleId));
  const others = new Set(here.filter((found) => !isOn(found)).map(({ finding }) => finding.region.startLine));
  const unread = report.problems.find((problem) => problem.path === path && problem.kind === 'unread');
  const note = isLeftOut ? 'it is left out by exclude in .vaultcheck.yml' : unread?.message;
  return {
    place: { path, line, otherLines: [...others].sort((a, b) => a - b), ...(note === undefined ? {} : { note }) },
    findings,
    rules: report.rules.filter(({ id }) => ids.has(id)).map((rule) => explained(rule as AnyRule, own)),
  };
}

/** The nearest folder above a file that looks like the root of a project, else the file's own folder. */
function projectOf(file: string): string {
  const own = dirname(realpathSync(file));
  for (let folder = own; ; folder = dirname(folder)) {
    if (ROOT_SIGNS.some((name) => existsSync(join(folder, name)))) return folder;
    if (folder === dirname(folder)) return own;
  }
}

function findingsOf(report: Report): ExplainedFinding[] {
  const { suppressed, baselined } = report.triage ?? NO_TRIAGE;
  return [
    ...report.findings.map((finding): ExplainedFinding => ({ finding, state: 'live' })),
    ...suppressed.map(({ finding, reason }): ExplainedFinding => ({ finding, state: 'suppressed', reason })),
    ...baselined.map((finding): ExplainedFinding => ({ finding, state: 'baselined' })),
  ];
}
