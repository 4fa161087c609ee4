import { describe, expect, test } from 'vitest';
import { auditorPolicy, type PolicyMounts } from '../src/analysis/auditor-policy.ts';
import { Permissions } from '../src/analysis/permissions.ts';
import { proveAuditorPolicy } from '../src/auditor-proof.ts';
import { parseVaultPolicy } from '../src/parsers/vault-policy.ts';

const mounts: PolicyMounts = {
  secrets: [
    { path: 'kv', type: 'kv', options: { version: '2' } },
    { path: 'database', type: 'kv', options: null },
    { path: 'config', type: 'kv', options: { version: '1' } },
    { path: 'teams/a/db', type: 'database' },
    { path: 'transit', type: 'transit' },
    { path: 'cubbyhole', type: 'cubbyhole' },
  ],
  auth: [
    { path: 'token', type: 'token' },
    { path: 'teams/a/roles', type: 'approle' },
  ],
};
const text = auditorPolicy(mounts);
const permissions = new Permissions([{ file: 'a', policy: parseVaultPolicy(text) }]);
const capabilities = (path: string) => permissions.capabilities(path).capabilities;

describe('the policy of an auditor', () => {
  test.each([
    ['sys/audit', ['read', 'sudo']],
    ['teams/a/db/config/x', ['read']],
    ['teams/a/db/config', ['list']],
    ['auth/teams/a/roles/role/web', ['read']],
    ['auth/teams/a/roles/role/web/secret-id', ['list']],
    ['kv/metadata/deep/er', ['list', 'read']],
    ['sys/auth/teams/a/roles/tune', ['read', 'sudo']],
    ['auth/token/lookup-accessor', ['update']],
  ])('on %s is %j', (path, expected) => {
    expect(capabilities(path)).toEqual(expected);
  });
  test.each([
    'kv/data/x',
    'database/config/x',
    'database/roles/x',
    'config/config/x',
    'teams/a/db/creds/x',
    'auth/teams/a/roles/role/web/role-id',
    'transit/export/encryption-key/x',
    'auth/token/create',
    'sys/raw/x',
  ])('on %s is nothing', (path) => {
    expect(capabilities(path)).toEqual(['deny']);
  });
  test('is proved to be harmless', () => {
    const { failures, proved } = proveAuditorPolicy(text, mounts);
    expect(failures).toEqual([]);
    expect(proved).toHaveLength(3);
  });
  test('for the usual paths changes nothing either', () => {
    expect(proveAuditorPolicy(auditorPolicy()).failures).toEqual([]);
  });
  test('for the usual paths is not proved where a store of secrets is mounted at one of them', () => {
    expect(proveAuditorPolicy(auditorPolicy(), mounts).failures.join()).toContain('which gives a secret');
  });
  test.each([
    ['path "kv/data/app" { capabilities = ["read"] }', 'it has read on kv/data/app'],
    ['path "sys/mounts/x" { capabilities = ["update"] }', 'it has update on sys/mounts/x'],
    ['path "sys/audit/*" { capabilities = ["read", "sudo"] }', 'vault-policy/sudo'],
    ['path "+/+/x" { capabilities = ["read"] }', 'which gives a secret'],
  ])('with %s beside it is not harmless', (rule, failure) => {
    expect(proveAuditorPolicy(`${text}${rule}\n`, mounts).failures.join('; ')).toContain(failure);
  });
});
