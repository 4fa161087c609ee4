import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rule from '../../rules/shell/vault-login-method.ts';
import { DEFAULT_RULE_OPTIONS } from '../../src/model/rule.ts';
import type { ShellScript } from '../../src/model/shell.ts';
import { parseShell } from '../../src/parsers/shell.ts';
import { prepareShellGrammar } from '../../src/parsers/syntax-tree.ts';
import { vaultBinary } from './setup/vault.ts';
import { startDevVault, type VaultContainer } from './setup/vault-container.ts';

/** Every method of Vault 1.21 that has a login of some kind. */
const METHODS = [
  'approle',
  'aws',
  'azure',
  'cert',
  'gcp',
  'github',
  'jwt',
  'kubernetes',
  'ldap',
  'oidc',
  'token',
  'userpass',
];

let vault: VaultContainer;
let folder: string;

/** Runs a shell text with the real `vault` in its path. */
function sh(text: string) {
  const env = { PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, HOME: folder, VAULT_ADDR: vault.address };
  return spawnSync('sh', ['-c', text], { cwd: folder, env, encoding: 'utf8', input: '', timeout: 60_000 });
}

function matches(text: string) {
  const { script: data } = parseShell(text) as { script: ShellScript };
  const origin = { kind: 'file' as const, path: 'x.sh' };
  return [...rule.check({ data, text, origin, options: DEFAULT_RULE_OPTIONS, now: new Date() })];
}

beforeAll(async () => {
  await prepareShellGrammar();
  folder = mkdtempSync(join(tmpdir(), 'vaultcheck-cli-'));
  mkdirSync(join(folder, 'bin'));
  symlinkSync(vaultBinary(), join(folder, 'bin', 'vault'));
  vault = await startDevVault();
  await vault.request('POST', 'sys/auth/approle', { body: { type: 'approle' } });
  await vault.request('POST', 'auth/approle/role/app', { body: { token_ttl: '5m' } });
  const role = await vault.request('GET', 'auth/approle/role/app/role-id');
  const secret = await vault.request('POST', 'auth/approle/role/app/secret-id', { body: {} });
  writeFileSync(join(folder, 'role_id'), role.body.data.role_id);
  writeFileSync(join(folder, 'secret_id'), secret.body.data.secret_id);
});

afterAll(() => {
  vault?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe('what the real vault says about a login', () => {
  test.each(METHODS)('-method=%s is unknown to it exactly where the rule says so', (method) => {
    const command = `vault login -method=${method} role=app`;
    const { stderr, stdout } = sh(command);
    expect(matches(command).length > 0).toBe(/Unknown auth method/.test(stderr + stdout));
  });
  test('the line to paste logs in', () => {
    const [match] = matches('vault login -method=approle role_id=a secret_id=b');
    const { stdout, status } = sh(match!.paste!.replaceAll('/run/secrets/', ''));
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(20);
  });
  test('a SecretID may come from standard input', () => {
    expect(sh('vault write -field=token auth/approle/login role_id=@role_id secret_id=- < secret_id').status).toBe(0);
  });
});

describe('a fetch that fails', () => {
  test.each([
    ['export hides it', 'set -e; export A=$(vault kv get -field=x secret/none); echo went on', true],
    ['a pipe hides it', 'set -e; A=$(vault kv get -field=x secret/none | cat); echo went on', true],
    ['nothing stops it', 'A=$(vault kv get -field=x secret/none); echo went on', true],
    ['set -e sees an assignment', 'set -e; A=$(vault kv get -field=x secret/none); echo went on', false],
    ['|| exit sees it', 'A=$(vault kv get -field=x secret/none) || exit 1; echo went on', false],
  ])('%s', (_, text, goesOn) => {
    expect(sh(`export VAULT_TOKEN=${vault.rootToken}; ${text}`).stdout.includes('went on')).toBe(goesOn);
  });
});
