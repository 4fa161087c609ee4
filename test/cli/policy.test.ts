import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, vaultcheck } from './run.ts';

const BROAD = 'path "payments/*" {\n  capabilities = ["read"]\n}\n';
const NARROW = 'path "payments/public" {\n  capabilities = ["read"]\n}\n';

/** A folder with files. */
function folderWith(files: Record<string, string>): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function git(cwd: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd, stdio: 'ignore' });
}

describe('policy diff', () => {
  test('says in words what becomes wider, with the request and the rule', () => {
    const cwd = folderWith({ 'old/frontend.hcl': NARROW, 'new/frontend.hcl': BROAD });
    const run = vaultcheck(['policy', 'diff', 'old/frontend.hcl', 'new/frontend.hcl'], { cwd });
    expect(run.status).toBe(1);
    expect(run.stdout).toBe(
      'wider       this change lets frontend read payments/*\n' +
        '            request: GET /v1/payments/x\n' +
        '            rule: payments/* (new/frontend.hcl:1)\n',
    );
    expect(vaultcheck(['policy', 'diff', 'old', 'new', '--fail-on', 'none'], { cwd }).status).toBe(0);
  });

  test('tells what becomes narrower, and is content with it', () => {
    const cwd = folderWith({ 'old.hcl': BROAD, 'new.hcl': NARROW });
    const run = vaultcheck(['policy', 'diff', 'old.hcl', 'new.hcl', '--format', 'json'], { cwd });
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout).changes).toMatchObject([
      { policy: 'new', kind: 'narrower', path: 'payments/*', capabilities: ['read'], request: 'GET /v1/payments/x' },
    ]);
    expect(vaultcheck(['policy', 'diff', 'old.hcl', 'new.hcl', '--fail-on', 'any'], { cwd }).status).toBe(1);
  });

  test('compares folders by the names of policies, and together as one token', () => {
    const cwd = folderWith({
      'old/a.hcl': BROAD,
      'new/a.hcl': `${BROAD}path "x" { capabilities = ["list"] }`,
      'new/b.hcl': BROAD,
    });
    const run = vaultcheck(['policy', 'diff', 'old', 'new', '--format', 'json'], { cwd });
    expect(JSON.parse(run.stdout).changes).toMatchObject([
      { policy: 'a', kind: 'wider', path: 'x', request: 'LIST /v1/x/' },
      { policy: 'b', state: 'added', kind: 'wider', path: 'payments/*' },
    ]);
    const together = vaultcheck(['policy', 'diff', 'old', 'new', '--together', '--format', 'json'], { cwd });
    expect(JSON.parse(together.stdout).changes).toHaveLength(1);
    expect(vaultcheck(['policy', 'diff', 'old', 'old'], { cwd }).stdout).toBe('the policies allow the same\n');
  });

  test('with --since compares with a commit, and runs nothing that the repository names', () => {
    const cwd = folderWith({ 'policies/frontend.hcl': NARROW, 'policies/gone.hcl': BROAD, 'policies/x.json': '{}' });
    git(cwd, 'init', '-q');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-qm', 'first');
    const trap = join(cwd, 'trap.sh');
    writeFileSync(trap, `#!/bin/sh\ntouch ${join(cwd, 'sprung')}\n`, { mode: 0o755 });
    for (const name of ['core.fsmonitor', 'diff.external', 'core.pager', 'filter.x.smudge'])
      git(cwd, 'config', name, trap);
    writeFileSync(join(cwd, 'policies/frontend.hcl'), BROAD);
    execFileSync('rm', [join(cwd, 'policies/gone.hcl')]);
    const run = vaultcheck(['policy', 'diff', '--since', 'HEAD', 'policies', '--format', 'markdown'], { cwd });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('| wider | this change lets frontend read payments/&#42; | GET /v1/payments/x |');
    expect(run.stdout).toContain('| narrower | this change no longer lets gone read payments/&#42; |');
    expect(existsSync(join(cwd, 'sprung'))).toBe(false);
    writeFileSync(join(cwd, 'policies/frontend.hcl'), 'path "a" { capabilities = ["read", ] foo = 1 }');
    git(cwd, 'commit', '-qam', 'broken');
    const broken = vaultcheck(['policy', 'diff', '--since', 'HEAD', 'policies'], { cwd });
    expect(broken.status).toBe(2);
    expect(broken.stderr).toContain('Vault would refuse this policy: HEAD:frontend.hcl:1:38: unknown key foo');
    const bad = vaultcheck(['policy', 'diff', '--since', 'none', 'policies'], { cwd });
    expect(bad.status).toBe(2);
    expect(bad.stderr).toContain("revision none of policies can't be read");
  });

  test.each([
    [['diff'], 'two policies or folders are needed'],
    [['diff', 'a.hcl', 'b.hcl', '--since', 'HEAD'], 'with --since one folder is enough'],
    [['diff', 'a.hcl', 'none.hcl'], "policy none.hcl can't be read: no such file"],
    [['diff', '--since', 'HEAD', 'a.hcl'], 'a.hcl is no folder'],
    [['who-can', ''], 'the path is empty'],
    [['test', 'none.yaml'], "tests none.yaml can't be read"],
  ])('%j is one clear error', (args, message) => {
    const run = vaultcheck(['policy', ...args], { cwd: folderWith({ 'a.hcl': BROAD }) });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
  });
});

describe('policy who-can', () => {
  const cwd = folderWith({
    'app.hcl': BROAD,
    'ops.hcl': 'path "+/secret" { policy = "write" }',
    'agent.hcl': 'vault {}',
  });
  test('names the policies and their rules', () => {
    const run = vaultcheck(['policy', 'who-can', 'payments/secret', '--format', 'json'], { cwd });
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toEqual({
      path: 'payments/secret',
      policies: [
        {
          policy: 'app',
          file: 'app.hcl',
          capabilities: ['read'],
          witness: 'payments/secret',
          rules: [{ pattern: 'payments/*', file: 'app.hcl', line: 1 }],
        },
        expect.objectContaining({ policy: 'ops', capabilities: ['create', 'delete', 'list', 'read', 'update'] }),
      ],
    });
  });
  test('a pattern is answered with a path, and --capability leaves others out', () => {
    const args = ['policy', 'who-can', 'kv/*', '--policy', '.', '--capability', 'update'];
    expect(vaultcheck(args, { cwd }).stdout).toBe(
      'ops  create, delete, list, read, update  +/secret (ops.hcl:1), such as kv/secret\n',
    );
    expect(vaultcheck(['policy', 'who-can', 'other'], { cwd }).stdout).toBe('no policy allows anything on other\n');
  });
});

describe('policy test', () => {
  const table = `policies: [app.hcl]
tests:
  - {path: payments/x, capability: read, expected: allow}
  - {path: payments/x, capability: [update, list], expected: deny}
  - {path: other, capability: update, expected: allow, data: {role: admin}}
  - {path: other, capability: update, expected: deny, data: {role: user}}
`;
  const rule = 'path "other" {\n  capabilities = ["update"]\n  allowed_parameters = { role = ["user"] }\n}\n';
  const cwd = folderWith({
    'p/app.hcl': BROAD + rule,
    'p/test.yaml': table,
    'p/good.yaml': table.split('\n').slice(0, 4).join('\n'),
  });

  test('fails with the row and the reason', () => {
    const run = vaultcheck(['policy', 'test', 'p/test.yaml'], { cwd });
    expect(run.status).toBe(1);
    expect(run.stdout).toBe(
      'fail  update on other is denied, expected allow: the parameter role is not allowed with this value; other (p/app.hcl:4)\n' +
        'fail  update on other is allowed, expected deny; other (p/app.hcl:4)\n' +
        '3 of 5 as expected\n',
    );
  });

  test('is content when all is as expected, and writes JUnit', () => {
    const output = join(cwd, 'junit.xml');
    const run = vaultcheck(['policy', 'test', 'p/good.yaml', '--format', 'junit', '--output', output], { cwd });
    expect(run.status).toBe(0);
    const xml = readFileSync(output, 'utf8');
    expect(xml).toContain('<testsuites tests="3" failures="0">');
    expect(xml).toContain('name="list on payments/x is denied"/>');
  });

  test.each([
    ['tests: []', 'tests is no list, or empty'],
    ['- a', 'expected a table with policies and tests'],
    ['test: 1', 'unknown key test'],
    ['a: [', 'no YAML'],
    ['tests: [{path: x, capability: reed, expected: allow}]', 'row 1: unknown capability "reed"'],
    ['tests: [{path: x, capability: read, expected: perhaps}]', 'row 1: expected is "perhaps", expected allow or deny'],
    ['tests: [{path: x, capability: read, expect: allow}]', 'row 1: unknown key expect'],
  ])('%s', (text, message) => {
    const run = vaultcheck(['policy', 'test', 'x.yaml'], { cwd: folderWith({ 'x.yaml': text }) });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
  });
});
