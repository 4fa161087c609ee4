import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { loadCatalog } from '../../src/catalog.ts';
import { Evaluator } from '../../src/engine/evaluate.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { ProjectArtifact } from '../../src/parsers/artifact.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/rules');
const catalog = loadCatalog();
const codeRules = catalog.filter((rule) => rule.type === 'code').filter(({ artifact }) => artifact !== 'vault');

/** `# registries: a, b` at the top of a fixture plays the user's configuration. */
function inputsOf(text: string) {
  const registries = /^\s*"?# registries: ([^"\n]*)/m.exec(text)?.[1]?.split(/,\s*/) ?? [];
  return { options: { registries }, now: new Date() };
}

async function evaluate(path: string, bytes: Buffer, ruleId: string) {
  const selected = catalog.filter((rule) => rule.id === ruleId);
  return new Evaluator(catalog, selected, inputsOf(bytes.toString())).evaluate({
    origin: { kind: 'file', path },
    sizeBytes: bytes.length,
    windows: () => [{ bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true }],
  });
}

/** Lines below a `# expect: ID` comment, and lines of a `# expect here: ID` comment. */
function expectedLines(text: string, ruleId: string): number[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.includes(`# expect here: ${ruleId}`)) return [i + 1];
    return line.includes(`# expect: ${ruleId}`) ? [i + 2] : [];
  });
}

/** What one folder of a project's fixture gives: the lines that were found and that were expected, by file. */
async function judgeFolder(folder: string, ruleId: string) {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((path) => [path, expandFakes(readFileSync(join(folder, path)).toString(), path)]),
  );
  // `.tracked` plays git: paths that it tracks, one a line.
  const tracked = files.get('.tracked')?.trim().split('\n');
  files.delete('.tracked');
  const evaluator = new Evaluator(
    catalog,
    catalog.filter((rule) => rule.id === ruleId),
  );
  const artifacts: ProjectArtifact[] = [];
  const problems: Problem[] = [];
  for (const [path, text] of files) {
    const bytes = Buffer.from(text);
    const evaluation = await evaluator.evaluate({
      origin: { kind: 'file', path },
      sizeBytes: bytes.length,
      windows: () => [{ bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true }],
    });
    artifacts.push(...evaluation.artifacts);
    problems.push(...evaluation.problems);
  }
  const project = { files: [...files.keys()].sort(), ...(tracked ? { tracked, isGitRoot: true } : {}), artifacts };
  const judged = await evaluator.judgeProject(project, async (path) => Buffer.from(files.get(path) ?? ''));
  problems.push(...judged.problems);
  return {
    problems,
    found: judged.findings.map((finding) => `${finding.origin.path}:${finding.region.startLine}`).sort(),
    expected: [...files].flatMap(([path, text]) => expectedLines(text, ruleId).map((line) => `${path}:${line}`)).sort(),
  };
}

describe.each(codeRules.filter(({ artifact }) => artifact === 'project'))('$id', (rule) => {
  const folder = join(FIXTURES, rule.id);
  const cases = readdirSync(folder);

  test('has bad and good fixtures', () => {
    expect(cases.some((name) => name.startsWith('bad'))).toBe(true);
    expect(cases.some((name) => name.startsWith('good'))).toBe(true);
  });

  test.each(cases)('%s', async (name) => {
    const { found, expected, problems } = await judgeFolder(join(folder, name), rule.id);
    expect(problems).toEqual([]);
    if (name.startsWith('bad')) expect(expected.length).toBeGreaterThan(0);
    expect(found).toEqual(expected);
  });
});

describe.each(codeRules.filter(({ artifact }) => artifact !== 'project'))('$id', (rule) => {
  const folder = join(FIXTURES, rule.id);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const isText = rule.artifact !== 'file';

  test('has bad and good fixtures', () => {
    expect(files.some((file) => file.startsWith('bad'))).toBe(true);
    expect(files.some((file) => file.startsWith('good'))).toBe(true);
  });

  test.each(files)('%s', async (file) => {
    const raw = readFileSync(join(folder, file));
    const text = isText ? expandFakes(raw.toString(), file) : raw.toString();
    const { findings, problems } = await evaluate(file, isText ? Buffer.from(text) : raw, rule.id);
    expect(problems).toEqual([]);
    const lines = findings.map((finding) => finding.region.startLine).sort((a, b) => a - b);
    if (file.startsWith('good')) expect(lines).toEqual([]);
    else if (isText) expect(lines).toEqual(expectedLines(text, rule.id));
    else expect(lines).toEqual([1]);
  });
});
