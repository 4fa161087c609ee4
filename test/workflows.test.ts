import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const WORKFLOWS = join(ROOT, '.github/workflows');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Step {
  id?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string | boolean>;
}

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] }>;
}

interface Action {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
}

const action = load(read('action.yml')) as Action;
const source = read('src/action.ts');

describe.each(readdirSync(WORKFLOWS))('%s', (name) => {
  const text = readFileSync(join(WORKFLOWS, name), 'utf8');
  const workflow = load(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('gives nothing but what a job asks for', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions).toBeDefined();
      for (const [scope, access] of Object.entries(job.permissions!))
        expect(`${scope}: ${access}`).toMatch(/^(?:contents: read|security-events: write)$/);
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
  });

  test('names every action of others by its commit, and says which release that is', () => {
    const foreign = text.split('\n').filter((line) => /\buses:/.test(line) && !/uses: \.\//.test(line));
    expect(foreign.length).toBeGreaterThan(0);
    for (const line of foreign) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('keeps no credential in the checkout, and pastes no expression into a script', () => {
    for (const { uses, with: inputs } of steps)
      if (uses?.startsWith('actions/checkout@')) expect(inputs?.['persist-credentials']).toBe(false);
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });
});

describe('the Action', () => {
  test('is used by the project itself, with inputs and outputs that it has', () => {
    const ci = load(read('.github/workflows/ci.yml')) as Workflow;
    const [job] = Object.values(ci.jobs).filter(({ steps }) => steps.some(({ uses }) => uses === './'));
    const own = job!.steps.find(({ uses }) => uses === './')!;
    for (const name of Object.keys(own.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
    const used = JSON.stringify(job).match(new RegExp(`steps\\.${own.id}\\.outputs\\.[\\w-]+`, 'g')) ?? [];
    expect(used.length).toBeGreaterThan(0);
    for (const name of used) expect(Object.keys(action.outputs)).toContain(name.split('.').at(-1));
    expect(job!.steps.some(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'))).toBe(true);
  });

  test('is one file for the Node of the runner', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'action/index.js' });
    expect(existsSync(join(ROOT, action.runs.main))).toBe(true);
    const imports = [...read(action.runs.main).matchAll(/^import .* from ["']([^"']+)["'];$/gm)].map(
      ([, from]) => from,
    );
    expect(imports.length).toBeGreaterThan(0);
    for (const from of imports) expect(from).toMatch(/^node:|^[a-z_]+(?:\/promises)?$/);
  });

  test('reads exactly the inputs and sets exactly the outputs that it names', () => {
    const asked = [...source.matchAll(/\binput\('([\w-]+)'/g)].map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(Object.keys(action.inputs)));
    for (const name of Object.keys(action.outputs)) expect(source).toContain(`${name}=\${`);
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(description).toMatch(/\S/);
  });
});
