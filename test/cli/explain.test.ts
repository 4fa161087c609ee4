import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { emptyFolder, vaultcheck } from './run.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'explain');

describe('explain of a rule', () => {
  test('shows why, fix, examples, references, controls and how to suppress it', () => {
    const { stdout, status } = vaultcheck(['explain', 'dockerfile/secret-in-arg']);
    expect(status).toBe(0);
    for (const part of ['Why\n', 'Fix\n', 'Supports evidence for', 'pci-dss-4 8.6.2', 'https://', 'CWE-'])
      expect(stdout).toContain(part);
    expect(stdout).toMatch(/Found\n {2}\| FROM .*\n(?: {2}\|.*\n)*? {2}\| ARG /);
    expect(stdout).toMatch(/Not found\n {2}\| FROM /);
    expect(stdout).not.toContain('expect:');
    expect(stdout).toContain('# vaultcheck: suppress dockerfile/secret-in-arg -- ');
    expect(stdout).toContain('rules: [dockerfile/secret-in-arg]');
  });
  test('is the page as Markdown, and all of it as JSON', () => {
    expect(vaultcheck(['explain', 'secrets/jwt', '--format', 'markdown']).stdout).toMatch(/^# secrets\/jwt\n/);
    const { rules, findings, place } = JSON.parse(vaultcheck(['explain', 'secrets/jwt', '--format', 'json']).stdout);
    expect({ findings, place }).toEqual({ findings: [], place: null });
    expect(rules).toMatchObject([{ id: 'secrets/jwt', examples: { bad: [expect.any(String)] } }]);
    expect(rules[0].suppress.comment).toContain('suppress secrets/jwt --');
  });
  test.each([
    ['secrets/jwtt', 'the nearest name is secrets/jwt'],
    ['secrets', 'secrets is a family of rules'],
    ['README.md', 'name a line, such as README.md:1'],
    ['nowhere.txt:3', 'nowhere.txt is not there'],
    ['src:3', 'src is no regular file'],
  ])('of %s is an error with a hint', (topic, message) => {
    const run = vaultcheck(['explain', topic]);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
  });
  test("of the user's own shows its examples", () => {
    const folder = emptyFolder();
    const rule = `title: t\nseverity: low\nconfidence: low\npattern: acme_[0-9]+\nwhy: because\nfix: so\nexamples:\n  bad: [acme_12]\n  good: [acme]\n`;
    writeFileSync(join(folder, 'key.yaml'), rule);
    const { stdout } = vaultcheck(['explain', 'own/key', '--rules', folder]);
    expect(stdout).toContain('Found\n  | acme_12\n');
    expect(stdout).toContain('Not found\n  | acme\n');
    expect(vaultcheck(['explain', 'own/key', '--rules', folder, '--format', 'markdown']).stdout).toContain('## Why');
  });
});

describe('explain of a place', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'sub'));
  writeFileSync(
    join(folder, '.vaultcheck.yml'),
    'exclude: [out.env]\nsuppress: [{ rules: [secrets], paths: [sub], reason: for show }]\n',
  );
  writeFileSync(join(folder, 'a.env'), `# settings\nVAULT_TOKEN=${TOKEN}\nPORT=1\n`);
  writeFileSync(join(folder, 'sub/b.env'), `VAULT_TOKEN=${TOKEN}\n`);
  writeFileSync(join(folder, 'out.env'), `VAULT_TOKEN=${TOKEN}\n`);
  symlinkSync('a.env', join(folder, 'link.env'));

  test('shows the findings of the line, masked, and their rules', () => {
    const { stdout, status } = vaultcheck(['explain', `${folder}/a.env:2`]);
    expect(status).toBe(0);
    expect(stdout).toContain('> 2 | VAULT_TOKEN=hvs.****');
    expect(stdout).toContain('Why\n');
    expect(stdout).not.toContain(TOKEN.slice(4));
    expect(vaultcheck(['explain', 'link.env:2:13'], { cwd: folder }).stdout).toContain('> 2 | VAULT_TOKEN=hvs.****');
    expect(vaultcheck(['explain', 'b.env:1'], { cwd: join(folder, 'sub') }).stdout).toContain('suppressed: for show');
  });
  test('without a finding says where they are, or why there are none', () => {
    const none = vaultcheck(['explain', `${folder}/a.env:3`]);
    expect([none.status, none.stdout]).toEqual([
      0,
      'no finding on line 3 of a.env\nfindings of this file are on line 2\n',
    ]);
    expect(vaultcheck(['explain', `${folder}/out.env:1`]).stdout).toContain('it is left out by exclude');
  });
  test('in JSON and Markdown says the state of each', () => {
    const json = JSON.parse(vaultcheck(['explain', `${folder}/sub/b.env:1`, '--format', 'json']).stdout);
    expect(json).toMatchObject({
      place: { path: 'sub/b.env', line: 1, otherLines: [] },
      findings: [{ ruleId: 'secrets/vault-service-token', state: 'suppressed', reason: 'for show' }],
      rules: [{ id: 'secrets/vault-service-token' }],
    });
    const markdown = vaultcheck(['explain', `${folder}/a.env:2`, '--format', 'markdown']).stdout;
    expect(markdown).toContain('- critical secrets/vault-service-token: ');
    expect(markdown).toContain('# secrets/vault-service-token');
  });
});
