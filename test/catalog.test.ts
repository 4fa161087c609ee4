import { describe, expect, test } from 'vitest';
import { loadCatalog, selectRules } from '../src/catalog.ts';
import { UsageError } from '../src/model/errors.ts';
import type { AnyRule } from '../src/model/rule.ts';
import { CONFIDENCES, SEVERITIES } from '../src/model/severity.ts';

const catalog = loadCatalog();
const all = { only: [], skip: [] };

function rule(id: string, aliases: string[] = []): AnyRule {
  const [family] = id.split('/') as [string];
  const meta = { title: id, severity: 'high', confidence: 'high', why: 'w', fix: 'f', references: [] } as const;
  return { ...meta, type: 'code', id, family, frameworks: [], aliases, artifact: 'dockerfile', check: () => [] };
}

const three = [rule('a/one', ['a/first']), rule('a/two'), rule('b/one')];
const idsOf = (rules: readonly AnyRule[]) => rules.map(({ id }) => id);

describe('loadCatalog', () => {
  test('holds both kinds of rule', () => {
    expect(catalog.filter(({ type }) => type === 'detector').length).toBeGreaterThanOrEqual(60);
    expect(catalog.filter(({ type }) => type === 'code').length).toBeGreaterThanOrEqual(10);
  });

  test('gives every rule one id of its own, and the family of its path', () => {
    const names = catalog.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])]);
    expect(new Set(names).size).toBe(names.length);
    for (const { id, family } of catalog) expect(id).toMatch(new RegExp(`^${family}/[a-z0-9]+(-[a-z0-9]+)*$`));
  });

  test('holds rules that say what a report needs', () => {
    for (const { id, title, severity, confidence, why, fix, references, frameworks } of catalog) {
      expect(title.length, id).toBeGreaterThan(3);
      expect(title.length, id).toBeLessThanOrEqual(80);
      expect(title, id).not.toMatch(/\.$/);
      expect(SEVERITIES, id).toContain(severity);
      expect(CONFIDENCES, id).toContain(confidence);
      expect(why.length, id).toBeGreaterThan(10);
      expect(fix.length, id).toBeGreaterThan(10);
      expect(references.length, id).toBeGreaterThan(0);
      for (const url of references) expect(new URL(url).protocol, id).toBe('https:');
      expect(Array.isArray(frameworks), id).toBe(true);
    }
  });

  test('joins the frameworks to data and to code', () => {
    const controlsOf = (id: string) => catalog.find((candidate) => candidate.id === id)?.frameworks;
    const noPasswordInCode = { framework: 'pci-dss-4', control: '8.6.2' };
    expect(controlsOf('secrets/vault-service-token')).toContainEqual(noPasswordInCode);
    expect(controlsOf('dockerfile/secret-in-arg')).toContainEqual(noPasswordInCode);
    expect(controlsOf('compose/vault-port-published')).not.toContainEqual(noPasswordInCode);
  });
});

describe('selectRules', () => {
  test('takes every rule when nothing is named', () => {
    expect(selectRules(three, all)).toEqual(three);
  });
  test.each([
    ['an id', ['a/two'], [], ['a/two']],
    ['a family', ['a'], [], ['a/one', 'a/two']],
    ['an old id', ['a/first'], [], ['a/one']],
    ['several names', ['b', 'a/two'], [], ['a/two', 'b/one']],
    ['nothing but a skipped family', [], ['a'], ['b/one']],
    ['a family without one of its rules', ['a'], ['a/two'], ['a/one']],
    ['a family without an old id', ['a'], ['a/first'], ['a/two']],
  ])('takes %s', (_name, only, skip, expected) => {
    expect(idsOf(selectRules(three, { only, skip }))).toEqual(expected);
  });
  test.each([
    [{ only: ['a/tow'], skip: [] }, 'a/tow', 'a/two'],
    [{ only: [], skip: ['b/on'] }, 'b/on', 'b/one'],
    [{ only: ['a', 'one'], skip: [] }, 'one', 'a/one'],
  ])('refuses an unknown name, and names the nearest: %j', (names, wrong, nearest) => {
    let error: unknown;
    try {
      selectRules(three, names);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toContain(`"${wrong}"`);
    expect((error as UsageError).hint).toContain(`nearest name is ${nearest};`);
  });
  test('gives files and a running Vault each their own', () => {
    const live: AnyRule = { ...rule('c/live'), artifact: 'vault' } as AnyRule;
    expect(idsOf(selectRules([...three, live], all, 'files'))).toEqual(idsOf(three));
    expect(idsOf(selectRules([...three, live], all, 'vault'))).toEqual(['c/live']);
    expect(() => selectRules([...three, live], { only: ['c'], skip: [] }, 'files')).toThrow('vaultcheck audit');
  });
});
