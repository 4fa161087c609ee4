import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide, type PolicyRequest } from '../../src/analysis/policy-request.ts';
import type { Identity } from '../../src/analysis/policy-template.ts';
import { compareCapabilities, compareWrites, permissionsOf } from './policy/compare.ts';
import { pick, randomPolicySet, seeded } from './policy/generate.ts';
import { TestVault } from './policy/server.ts';

const SEED = Number(process.env.VAULTCHECK_SEED ?? Date.now() % 1_000_000);
const random = seeded(SEED);
let vault: TestVault;

beforeAll(async () => {
  console.log(`policy oracle: VAULTCHECK_SEED=${SEED}`);
  vault = await TestVault.start();
  await vault.call('POST', 'sys/mounts/kv', { type: 'kv' });
  await vault.call('POST', 'kv/a/b/c', { x: '1' });
});
afterAll(() => vault?.stop());

/** True when Vault lets a request through; what it then makes of it does not matter. */
async function isLetThrough(request: PolicyRequest, token: string): Promise<boolean> {
  const methods = { read: 'GET', list: 'LIST', update: 'PUT', create: 'PUT', delete: 'DELETE', patch: 'PATCH' };
  const method = methods[request.operation as 'read'];
  const headers = request.wrapSeconds === undefined ? {} : { 'X-Vault-Wrap-TTL': `${request.wrapSeconds}s` };
  const { status } = await vault.call(method, request.path, request.data, { token, headers });
  return status !== 403;
}

test(`10,000 paths have the capabilities that Vault gives (seed ${SEED})`, async () => {
  const { paths, differences } = await compareCapabilities(vault, random, 10_000);
  expect(differences).toEqual([]);
  expect(paths).toBeGreaterThanOrEqual(10_000);
});

test(`what Vault refuses is refused, and what it takes is taken (seed ${SEED})`, async () => {
  const { taken, differences } = await compareWrites(vault, random, 2000);
  expect(differences).toEqual([]);
  expect(taken).toBeGreaterThan(100);
});

test(`lists and reads go through or not (seed ${SEED})`, async () => {
  for (let i = 0; i < 25; i++) {
    const policies = randomPolicySet(random).map((text) =>
      text.replaceAll('path "', 'path "kv/').replaceAll('kv//', 'kv/'),
    );
    const token = await vault.tokenWith(policies);
    const permissions = permissionsOf(policies);
    for (let j = 0; j < 8; j++) {
      const path = `kv/${pick(random, ['a', 'b', 'ab', 'abc', 'team', 'data/te'])}/${pick(random, ['a', 'abc', 'secret/x', 'team'])}`;
      for (const operation of ['list', 'read', 'delete'] as const) {
        const request = { path, operation };
        const { isAllowed, reason } = decide(permissions, request);
        expect({ policies, request, reason, isAllowed: await isLetThrough(request, token) }).toMatchObject({
          isAllowed,
        });
      }
    }
  }
});

describe('sudo', () => {
  test.each([
    ['sys/audit', 'read', 'path "sys/audit" { capabilities = ["read"] }', false],
    ['sys/audit', 'read', 'path "sys/audit" { capabilities = ["read", "sudo"] }', true],
    ['sys/auth/none', 'read', 'path "sys/*" { capabilities = ["read"] }', false],
    ['sys/auth/none', 'read', 'path "sys/*" { capabilities = ["read", "sudo"] }', true],
    ['sys/mounts', 'read', 'path "sys/*" { capabilities = ["read"] }', true],
    ['auth/token/accessors', 'list', 'path "auth/*" { capabilities = ["list"] }', false],
    ['auth/token/accessors', 'list', 'path "auth/*" { capabilities = ["list", "sudo"] }', true],
    ['sys/raw/none', 'read', 'path "sys/*" { capabilities = ["sudo"] }', false],
    ['sys/leases/lookup/none', 'list', 'path "sys/leases/*" { capabilities = ["list"] }', false],
    ['sys/leases/lookup/none', 'list', 'path "sys/leases/*" { capabilities = ["list", "sudo"] }', true],
  ] as const)('%s, %s with %s', async (path, operation, policy, isAllowed) => {
    const token = await vault.tokenWith([policy]);
    expect(decide(permissionsOf([policy]), { path, operation }).isAllowed).toBe(isAllowed);
    expect(await isLetThrough({ path, operation }, token)).toBe(isAllowed);
  });
});

describe('parameters', () => {
  const values = ['x', 'y', 'app-1', 'app-1,admin', 'admin', ['x'], ['x', 'y'], ['app-1', 'admin'], '', true, null];
  const lists = ['[]', '["x"]', '["app-*"]', '["*min"]', '["x", "y"]', '["*"]', '[true]'];
  const names = ['a', 'b', 'C'];

  /** A rule for `kv/p` with random conditions. */
  function conditions(): string {
    const map = () =>
      `{ ${names
        .concat('"*"')
        .filter(() => random() < 0.4)
        .map((name) => `${name} = ${pick(random, lists)}`)
        .join('\n')} }`;
    return [
      'path "kv/p" {\n  capabilities = ["create", "update", "read"]',
      random() < 0.6 ? `  allowed_parameters = ${map()}` : '',
      random() < 0.4 ? `  denied_parameters = ${map().replace('"*" = ', random() < 0.7 ? 'z = ' : '"*" = ')}` : '',
      random() < 0.3 ? `  required_parameters = ["${pick(random, names).toLowerCase()}"]` : '',
      random() < 0.2 ? `  min_wrapping_ttl = "${pick(random, ['1s', '100s'])}"` : '',
      random() < 0.2 ? '  max_wrapping_ttl = 200' : '',
      '}\n',
    ].join('\n');
  }

  test(`are allowed and denied as Vault does (seed ${SEED})`, async () => {
    await vault.call('PUT', 'kv/p', { x: '1' });
    for (let i = 0; i < 60; i++) {
      const policies = random() < 0.4 ? [conditions(), conditions()] : [conditions()];
      const token = await vault.tokenWith(policies);
      const permissions = permissionsOf(policies);
      for (let j = 0; j < 10; j++) {
        const data = Object.fromEntries(names.filter(() => random() < 0.5).map((name) => [name, pick(random, values)]));
        const request: PolicyRequest = {
          path: 'kv/p',
          operation: 'update',
          data: Object.keys(data).length > 0 ? data : { b: 'x' },
          ...(random() < 0.5 ? { wrapSeconds: pick(random, [50, 150, 300]) } : {}),
        };
        const { isAllowed, reason } = decide(permissions, request);
        const answer = await isLetThrough(request, token);
        expect({ policies, request, reason, isAllowed: answer }).toMatchObject({ isAllowed });
      }
    }
  });
});

describe('templates', () => {
  test(`are filled as Vault fills them (seed ${SEED})`, async () => {
    const { token, identity, accessor } = await login();
    const expressions = [
      ...['identity.entity.id', 'identity.entity.name', 'identity.entity.metadata.team', 'identity.entity.metadata.no'],
      ...[`identity.entity.aliases.${accessor}.name`, `identity.entity.aliases.${accessor}.custom_metadata.k`],
      ...[
        'identity.groups.names.ops.id',
        'identity.groups.names.ops.metadata.zone',
        'identity.groups.names.no.id',
        'no',
      ],
    ];
    for (let i = 0; i < 40; i++) {
      const rules = Array.from({ length: 3 }, () => {
        const parts = [pick(random, expressions), pick(random, expressions)];
        const path = `kv/{{${parts[0]}}}${pick(random, ['/*', '/x', ''])}${random() < 0.3 ? `/{{ ${parts[1]} }}` : ''}`;
        return `path "${path.replace('*/', '+/')}" { capabilities = ["${pick(random, ['read', 'list', 'deny'])}"] }\n`;
      });
      await vault.call('PUT', 'sys/policies/acl/templated', { policy: rules.join('') });
      const permissions = permissionsOf([rules.join('')], { identity });
      const filled = permissions.rules.map(({ pattern }) => pattern.text.replace('*', 'x').replace('+', 'y'));
      const paths = [...new Set([...filled, ...filled.map((path) => `${path}/x`), 'kv/blue/x'])];
      const theirs = await vault.capabilities(token, paths);
      for (const path of paths) {
        const { capabilities } = permissions.capabilities(path);
        expect({ rules, path, capabilities: theirs[path] }).toMatchObject({ capabilities });
      }
    }
  });

  /** A token of an entity with metadata, an alias and a group, which holds the policy `templated` only. */
  async function login(): Promise<{ token: string; identity: Identity; accessor: string }> {
    await vault.call('POST', 'sys/auth/userpass', { type: 'userpass' });
    const user = { password: 'p', token_policies: ['templated'], token_no_default_policy: true };
    await vault.call('POST', 'auth/userpass/users/al', user);
    const accessor = (await vault.call('GET', 'sys/auth')).json.data['userpass/'].accessor;
    const metadata = { team: 'blue' };
    const entity = (await vault.call('POST', 'identity/entity', { name: 'alice', metadata })).json.data.id;
    const alias = { name: 'al', canonical_id: entity, mount_accessor: accessor, custom_metadata: { k: 'v' } };
    await vault.call('POST', 'identity/entity-alias', alias);
    const group = { name: 'ops', member_entity_ids: [entity], metadata: { zone: 'eu' } };
    const groupId = (await vault.call('POST', 'identity/group', group)).json.data.id;
    const { json } = await vault.call('POST', 'auth/userpass/login/al', { password: 'p' });
    const identity: Identity = {
      entity: {
        id: entity,
        name: 'alice',
        metadata,
        aliases: [{ mount_accessor: accessor, name: 'al', custom_metadata: { k: 'v' } }],
      },
      groups: [{ id: groupId, name: 'ops', metadata: { zone: 'eu' } }],
    };
    return { token: json.auth.client_token, identity, accessor };
  }
});
