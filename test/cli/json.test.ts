import { describe, expect, test } from 'vitest';
import { validateReport, validateRules } from '../schemas.ts';
import { vaultcheck } from './run.ts';

describe('what the command prints as JSON', () => {
  test.each(['shop', 'shop-fixed'])('of %s is what the published schema says', (name) => {
    const run = vaultcheck(['scan', `fixtures/projects/${name}`, '--format', 'json', '--fail-on', 'none']);
    const report = JSON.parse(run.stdout);
    expect(validateReport(report), JSON.stringify(validateReport.errors?.slice(0, 3))).toBe(true);
    expect(report.target).toEqual({ kind: 'directory', path: `fixtures/projects/${name}` });
    for (const { path } of report.findings) expect(path).not.toMatch(/^\/|^fixtures|^\.\.?\//);
  });

  test('of the rules as well, all of them or one', () => {
    const all = JSON.parse(vaultcheck(['rules', 'list', '--format', 'json']).stdout);
    expect(validateRules(all), JSON.stringify(validateRules.errors?.slice(0, 3))).toBe(true);
    expect(all.length).toBeGreaterThan(70);
    const one = JSON.parse(vaultcheck(['rules', 'show', 'dockerfile/secret-in-arg', '--format', 'json']).stdout);
    expect(validateRules(one)).toBe(true);
    expect(one.map(({ id }: { id: string }) => id)).toEqual(['dockerfile/secret-in-arg']);
    expect(one[0].catalogue).toContain('VS101');
  });
});
