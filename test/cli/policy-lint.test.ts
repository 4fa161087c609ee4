import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, vaultcheck } from './run.ts';

/** A folder with files. */
function folderWith(files: Record<string, string>): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Every finding as one line. */
function lint(cwd: string, ...args: string[]): { status: number | null; found: string[] } {
  const run = vaultcheck(['policy', 'lint', ...args, '--format', 'json'], { cwd });
  const { findings } = JSON.parse(run.stdout) as { findings: object[] };
  return { status: run.status, found: findings.map((finding) => JSON.stringify(finding)) };
}

const DENY =
  'path "foo/metadata/*" {\n  capabilities = ["read"]\n}\npath "foo/metadata/+/private/*" {\n  capabilities = ["deny"]\n}\n';

describe('policy lint', () => {
  test('finds a deny that never holds, with a path that shows it', () => {
    const { status, found } = lint(folderWith({ 'app.hcl': DENY }), 'app.hcl');
    expect(status).toBe(1);
    expect(
      found.some(
        (finding) => finding.includes('vault-policy/ineffective-deny') && finding.includes('foo/metadata/x/private/'),
      ),
    ).toBe(true);
  });

  test('reads what scripts write, and judges the policies of a role together', () => {
    const script = [
      '#!/bin/sh',
      'vault policy write wide - <<EOF',
      'path "kv/app/*" {\n  capabilities = ["read", "update"]\n}',
      'EOF',
      "cat <<'EOF' | vault policy write narrow -",
      'path "kv/app/config" {\n  capabilities = ["read"]\n}',
      'EOF',
      'vault write auth/approle/role/app token_policies=wide,narrow,none',
    ].join('\n');
    const { found } = lint(folderWith({ 'setup.sh': script }));
    expect(found).toHaveLength(2);
    expect(found.join('\n')).toContain(
      'kv/app/config takes update away that kv/app/* of policy wide gives auth/approle/role/app',
    );
    expect(found.join('\n')).toContain('policy none of auth/approle/role/app is defined nowhere in this project');
  });

  test('several files, and together as one token', () => {
    const guard = 'path "foo/metadata/+/private/*" {\n  capabilities = ["deny"]\n}\n';
    const team = 'path "foo/metadata/*" {\n  capabilities = ["read"]\n}\n';
    const cwd = folderWith({ 'guard.hcl': guard, 'team.hcl': team, 'other.hcl': 'path "*" {\n  policy = "sudo"\n}\n' });
    const alone = lint(cwd, 'guard.hcl', 'team.hcl');
    expect(alone.found.filter((finding) => finding.includes('deny'))).toEqual([]);
    expect(alone.found.join('')).not.toContain('other.hcl');
    const { found } = lint(cwd, 'guard.hcl', 'team.hcl', '--together');
    expect(found.join('')).toContain('vault-policy/ineffective-deny-of-role');
    expect(found.join('')).toContain('foo/metadata/* of policy team counts there');
    const missing = vaultcheck(['policy', 'lint', 'guard.hcl', 'none.hcl'], { cwd });
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('none.hcl is not there');
  });

  test('a policy that Vault refuses is a finding with its line', () => {
    const { status, found } = lint(folderWith({ 'app.hcl': 'path "a" {\n  capabilities = ["raed"]\n}\n' }));
    expect(status).toBe(1);
    expect(found.join('')).toContain('unknown capability');
  });

  test('other files are left alone', () => {
    const agent = 'auto_auth {\n  method "approle" {\n    mount_path = "auth/approle"\n  }\n}\n';
    expect(lint(folderWith({ 'agent.hcl': agent, 'package.json': '{"path": "x"}' }))).toEqual({ status: 0, found: [] });
  });

  test.each([
    ['', 'empty.hcl:1:1: empty policy'],
    ['foo {', 'empty.hcl:1:1: unknown key foo'],
  ])('a file that is no policy at all is one clear error (%j)', (text, message) => {
    const run = vaultcheck(['policy', 'lint', 'empty.hcl'], { cwd: folderWith({ 'empty.hcl': text }) });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
  });

  test('a single file in a work tree is read like any other', () => {
    const cwd = folderWith({ 'app.hcl': DENY });
    execFileSync('git', ['init', '-q'], { cwd });
    expect(lint(cwd, 'app.hcl').status).toBe(1);
    expect(vaultcheck(['scan', 'app.hcl'], { cwd }).status).toBe(1);
  });
});
