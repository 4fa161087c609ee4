import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, vaultcheck } from './run.ts';

const RULE = `title: deploy key of the shop
severity: high
confidence: high
pattern: '(?<secret>shopd_[a-z0-9]{12})'
why: whoever has it deploys
fix: revoke it
examples:
  bad: ['key = shopd_{{fake 12 lower}}']
`;
const VALUE = `shopd_${'a1b2c3'.repeat(2)}`;

function folderOf(files: Record<string, string>): string {
  const folder = emptyFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe("the users' own rules", () => {
  const rules = folderOf({ 'deploy.yaml': RULE, 'acme/other.yml': RULE.replaceAll('shopd_', 'acme_') });

  test('are tested by their examples', () => {
    const run = vaultcheck(['rules', 'test', rules]);
    expect([run.status, run.stdout]).toEqual([
      0,
      'acme/other: 1 bad and 0 good examples hold\nown/deploy: 1 bad and 0 good examples hold\n',
    ]);
  });

  test('find, mask, and appear in every report; also in threads, with suppressions and a baseline', () => {
    const many = Object.fromEntries(Array.from({ length: 700 }, (_, i) => [`m/${i}.txt`, `k = ${VALUE}\n`]));
    const folder = folderOf({
      ...many,
      'quiet.sh': `k=${VALUE} # vaultcheck: suppress own/deploy -- shown\n`,
      '.vaultcheck.yml': 'severities: { own: critical }\n',
    });
    const run = vaultcheck(['scan', folder, '--rules', rules, '--format', 'json', '--jobs', '2']);
    const report = JSON.parse(run.stdout);
    expect(report.summary).toMatchObject({ findings: { total: 700, critical: 700 }, suppressed: 1 });
    expect(report.findings[0]).toMatchObject({ ruleId: 'own/deploy', masked: '****' });
    expect(report.rules.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['own/deploy', 'acme/other']),
    );
    expect(run.stdout).not.toContain(VALUE);
    const sarif = vaultcheck(['scan', folder, '--rules', rules, '--format', 'sarif', '--only', 'own']).stdout;
    expect(JSON.parse(sarif).runs[0].tool.driver.rules).toMatchObject([{ id: 'own/deploy' }]);
    expect(vaultcheck(['baseline', folder, '--rules', rules]).stdout).toContain('700 findings');
    expect(vaultcheck(['scan', folder, '--rules', rules]).status).toBe(0);
  });

  test.each([
    ['a mistake', { 'a.yaml': RULE.replace('fix:', 'fixx:') }, 'a.yaml:6: unknown key "fixx"; did you mean fix?'],
    ['a clash with a built-in rule', { 'secrets/jwt.yaml': RULE }, 'secrets/jwt.yaml:1: the id secrets/jwt is taken'],
    ['a clash of two', { 'a.yaml': RULE, 'own/a.yaml': RULE }, 'the id own/a is taken'],
    ['a name that is no id', { 'My Rule.yaml': RULE }, 'My Rule.yaml:1: the path is the rule'],
    ['an empty folder', {}, 'holds no rule'],
  ])('%s is an error', (_name, files, message) => {
    const folder = folderOf(files);
    for (const args of [
      ['rules', 'test', folder],
      ['scan', folder, '--rules', folder],
    ]) {
      const run = vaultcheck(args);
      expect(run.status).toBe(2);
      expect(run.stderr).toContain(message);
    }
  });

  test('are never taken from the target by itself', () => {
    const folder = folderOf({ 'rules/deploy.yaml': RULE, 'a.txt': `k = ${VALUE}\n` });
    expect(vaultcheck(['scan', folder]).status).toBe(0);
    writeFileSync(join(folder, '.vaultcheck.yml'), 'rules: rules\n');
    expect(vaultcheck(['scan', folder]).status).toBe(2);
  });
});
