import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog.ts';
import { ruleJson, rulePage, ruleTable } from '../../src/reporters/rules.ts';
import { validateRules } from '../schemas.ts';

const catalog = loadCatalog();
const rule = catalog.find(({ id }) => id === 'dockerfile/secret-in-arg')!;
const plain = { color: false, width: 80 };

describe('rules as JSON', () => {
  test('are what the published schema says', () => {
    expect(validateRules(JSON.parse(ruleJson(catalog))), JSON.stringify(validateRules.errors)).toBe(true);
  });
  test('name id, title, severity, family, codes of the catalogue and controls', () => {
    const [shown] = JSON.parse(ruleJson([rule]));
    expect(shown).toMatchObject({ id: 'dockerfile/secret-in-arg', severity: 'high', family: 'dockerfile' });
    expect(shown.title.length).toBeGreaterThan(3);
    expect(shown.catalogue).toContain('VS101');
    expect(shown.frameworks).toContainEqual({ framework: 'pci-dss-4', control: '8.6.2' });
  });
  test('hold nothing of how a rule works', () => {
    expect(Object.keys(JSON.parse(ruleJson([rule]))[0])).not.toContain('artifact');
  });
  test.each([
    ['family', 3],
    ['catalogue', ['not a code']],
    ['severity', 'bad'],
    ['frameworks', [{ framework: 'x' }]],
  ])('the schema refuses a wrong %s', (field, value) => {
    expect(validateRules([{ ...JSON.parse(ruleJson([rule]))[0], [field]: value }])).toBe(false);
  });
});

describe('rules for people', () => {
  test('the table has one line a rule under its family, and the number of rules', () => {
    const lines = ruleTable(catalog, plain).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(catalog.length);
    expect(lines.at(-1)).toBe(`${catalog.length} rules`);
    expect(lines).toContain('dockerfile');
  });
  test.each(catalog)('the page of $id fits into 80 columns', (one) => {
    const wide = rulePage(one, plain)
      .split('\n')
      .filter((line) => line.length > 80 && line.trim().includes(' '));
    expect(wide).toEqual([]);
  });
  test('a page is coloured only when asked', () => {
    expect(rulePage(rule, plain)).not.toContain('\x1b');
    expect(rulePage(rule, { color: true, width: 80 })).toContain('\x1b[1m');
  });
});
