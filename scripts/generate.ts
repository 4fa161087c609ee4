import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { CONFIG_SCHEMA_PATH, configSchemaJson } from '../src/config-schema.ts';
import { parseDetectorFile } from '../src/engine/detector-file.ts';
import { OWN_RULE_SCHEMA_PATH, ownRuleSchemaJson } from '../src/engine/own-rule-file.ts';
import { VaultcheckError } from '../src/model/errors.ts';
import type { Detector, RuleMeta } from '../src/model/rule.ts';
import { bundleAction } from './bundle.ts';
import { type CatalogueRow, catalogueMistakes } from './catalogue.ts';
import { withCommandHelp } from './command-help.ts';
import { type Framework, type JoinedFrameworks, joinFrameworks } from './frameworks.ts';
import { grammarModules } from './grammars.ts';
import { computeAnchor } from './pattern/anchors.ts';
import { type DocumentedRule, ruleIndex, rulePage } from './rule-pages.ts';

const ROOT = join(import.meta.dirname, '..');
const NOT_RULES = new Set(['define-rule.ts', 'index.ts', 'detectors.ts']);

const isCheck = process.argv.includes('--check');
const { files, mistakes } = await generate().catch(tellAndStop);
const stale: string[] = [];
const extra = list('docs/rules')
  .map((path) => `docs/rules/${path}`)
  .filter((path) => path.endsWith('.md') && !files.has(path));
for (const [path, text] of files) refresh(path, text);
// The bundle holds the generated modules, so it is made of what was written.
refresh('action/index.js', await bundleAction());
if (!isCheck) for (const path of extra) rmSync(join(ROOT, path));
say(isCheck ? 'stale, run `npm run generate`' : 'written', stale);
say(isCheck ? 'belongs to no rule, run `npm run generate`' : 'removed', extra);
say('to be mended by hand', mistakes);
if (mistakes.length > 0 || (isCheck && stale.length + extra.length > 0)) process.exitCode = 1;

/** Notes a stale file, and writes it unless this is a check. */
function refresh(path: string, text: string): void {
  if (read(path) === text) return;
  stale.push(path);
  if (isCheck) return;
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
}

/** A rule file that does not compile is one line with its place, without a stack. */
function tellAndStop(error: unknown): never {
  if (!(error instanceof VaultcheckError)) throw error;
  console.error(error.hint === undefined ? error.message : `${error.message}\n  ${error.hint}`);
  process.exit(1);
}

function say(what: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`${what}:\n  ${lines.join('\n  ')}`);
}

/** Everything that is generated, by path below the repository, and what no generator can mend. */
async function generate(): Promise<{ files: Map<string, string>; mistakes: string[] }> {
  const paths = list('rules');
  const detectors = paths
    .filter((path) => path.endsWith('.yaml') && !path.startsWith('frameworks/'))
    .map((path) => parseDetectorFile(read(`rules/${path}`)!, { file: `rules/${path}`, id: path.slice(0, -5) }));
  const codeIds = paths.filter((path) => path.endsWith('.ts') && !NOT_RULES.has(path)).map((path) => path.slice(0, -3));
  const joined = readFrameworks([...detectors.map(({ detector }) => detector.id), ...codeIds]);
  const frameworksOf = (id: string) => joined.controls.get(id) ?? [];
  const documented: DocumentedRule[] = detectors.map(({ detector, examples }) => ({
    id: detector.id,
    meta: detector,
    frameworks: frameworksOf(detector.id),
    examples: { bad: examples.bad[0]!, good: examples.good[0]! },
  }));
  for (const id of codeIds) {
    const meta: RuleMeta = (await import(join(ROOT, 'rules', `${id}.ts`))).default;
    const examples = { bad: fixture(id, 'bad'), good: fixture(id, 'good') };
    documented.push({ id, meta, frameworks: frameworksOf(id), examples });
  }
  const anchored = withAnchors(
    detectors.map(({ detector }) => ({ ...detector, frameworks: frameworksOf(detector.id) })),
  );
  const catalogue = load(read('docs/catalogue.yaml') ?? '{}') as Record<string, CatalogueRow | null>;
  const codes = documented.map(({ id, meta }) => ({ id, codes: meta.catalogue ?? [] }));
  return {
    files: new Map([
      ...grammarModules(read),
      ['rules/detectors.ts', detectorsModule(anchored.detectors)],
      ['rules/index.ts', indexModule(codeIds, joined.controls)],
      ...documented.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, rulePage(rule)]),
      ['docs/rules/README.md', ruleIndex(documented)],
      [CONFIG_SCHEMA_PATH, configSchemaJson()],
      [OWN_RULE_SCHEMA_PATH, ownRuleSchemaJson()],
      ['README.md', withCommandHelp(read('README.md')!)],
    ]),
    mistakes: [
      ...anchored.mistakes,
      ...joined.mistakes.map((mistake) => `rules/frameworks: ${mistake}`),
      ...catalogueMistakes(catalogue, codes).map((mistake) => `docs/catalogue.yaml: ${mistake}`),
    ],
  };
}

function readFrameworks(ids: readonly string[]): JoinedFrameworks {
  const parsed = list('rules/frameworks').map((file): [string, Framework] => [
    file.replace(/\.yaml$/, ''),
    load(read(`rules/frameworks/${file}`)!) as Framework,
  ]);
  return joinFrameworks(Object.fromEntries(parsed), ids);
}

/** Detectors with the anchors of their patterns, and those that have none. */
function withAnchors(detectors: readonly Detector[]): { detectors: Detector[]; mistakes: string[] } {
  const mistakes: string[] = [];
  const anchored = detectors.map((detector) => {
    try {
      return { ...detector, anchor: computeAnchor(detector.pattern, detector.ignoreCase) };
    } catch (error) {
      mistakes.push(`rules/${detector.id}.yaml: ${(error as Error).message}`);
      return detector;
    }
  });
  return { detectors: anchored, mistakes };
}

function detectorsModule(detectors: readonly Detector[]): string {
  const rows = detectors.map((detector) => `  ${JSON.stringify(detector)},`);
  return `// Generated by \`npm run generate\`; edit rules/**/*.yaml instead.
import type { Detector } from '../src/model/rule.ts';

/** Every detector, compiled from its YAML file. */
export const DETECTORS: readonly Detector[] = [
${rows.join('\n')}
];
`;
}

function indexModule(ids: readonly string[], controls: JoinedFrameworks['controls']): string {
  const imports = ids.map((id, i) => `import rule${i} from './${id}.ts';`);
  const rows = ids.map(
    (id, i) => `  { id: '${id}', frameworks: ${JSON.stringify(controls.get(id) ?? [])}, definition: rule${i} },`,
  );
  return `// Generated by \`npm run generate\`; the folder is the registry.
import type { FrameworkControl } from '../src/model/rule.ts';
${imports.join('\n')}

/** Every code rule by the id that its path gives. */
export const CODE_RULES: readonly { id: string; frameworks: readonly FrameworkControl[]; definition: object }[] = [
${rows.join('\n')}
];
`;
}

function fixture(id: string, kind: 'bad' | 'good'): string {
  const path = list(`fixtures/rules/${id}`).find((name) => name.startsWith(kind) && name.includes('.'));
  if (path === undefined) throw new Error(`fixtures/rules/${id} has no ${kind} example`);
  const text = read(`fixtures/rules/${id}/${path}`)!.trimEnd();
  const isBinary = /[\0-\x08\x0e-\x1f\ufffd]/.test(text);
  return isBinary ? `(a binary file called ${path.slice(path.indexOf('/') + 1)})` : text;
}

/** Text of a file below the repository; nothing where there is none. */
function read(path: string): string | undefined {
  const file = join(ROOT, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Paths below a folder, in one order on every machine. */
function list(folder: string): string[] {
  const path = join(ROOT, folder);
  return existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort() : [];
}
