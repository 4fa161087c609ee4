import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditorPolicy } from '../../src/analysis/auditor-policy.ts';
import { audit } from '../../src/audit.ts';
import { VaultClient } from '../../src/clients/vault.ts';
import { NO_CONFIG } from '../../src/config.ts';
import type { VaultRecording } from '../../src/model/vault-recording.ts';
import { type CollectOptions, collectVault } from '../../src/sources/vault/collect.ts';
import { readMounts } from '../../src/sources/vault/read-mounts.ts';
import { endpoint } from '../sources/vault/fake-vault.ts';
import { docker } from './setup/docker.ts';
import { startTlsVault, type TlsVault } from './setup/tls-vault.ts';
import { startDevVault, type VaultContainer } from './setup/vault-container.ts';

function options(address: string, token: string | undefined, rest: Partial<CollectOptions> = {}): CollectOptions {
  return {
    addresses: [address],
    endpointOf: (one) => endpoint(one),
    token: token === undefined ? undefined : { value: token, isPlaintextAllowed: false },
    allNamespaces: false,
    allNodes: false,
    listsTokens: true,
    version: '0.0.0',
    now: new Date(),
    signal: new AbortController().signal,
    ...rest,
  };
}

function judge(recordings: readonly VaultRecording[]) {
  return audit({ recordings, problems: [], only: [], skip: [], config: NO_CONFIG, now: new Date() });
}

describe('a Vault in dev mode', () => {
  let vault: VaultContainer;
  let auditor: string;

  beforeAll(async () => {
    vault = await startDevVault();
    const write = async (path: string, body: object, method = 'POST') => {
      const { status } = await vault.request(method, path, { body });
      expect(status, path).toBeLessThan(300);
    };
    await write('sys/auth/teams/approle', { type: 'approle' });
    await write('sys/auth/userpass', { type: 'userpass' });
    await write('sys/mounts/teams/transit', { type: 'transit' });
    await write('sys/mounts/old', { type: 'kv', options: { version: '1' } });
    await write('auth/teams/approle/role/web', { token_policies: 'reader' });
    await write('auth/teams/approle/role/web/secret-id', {});
    await write('auth/userpass/users/ann', { password: 'correct-horse', token_policies: 'reader' });
    await write('teams/transit/keys/k', {});
    await write('old/config/x', { value: 'never-read-1' });
    await write('secret/data/a/b', { data: { value: 'never-read-2' } });
    await write('sys/policies/acl/reader', { policy: 'path "secret/data/*" { capabilities = ["read"] }' });
    const root = { value: vault.rootToken, isPlaintextAllowed: false };
    const policy = auditorPolicy(await readMounts(endpoint(vault.address), root));
    await write('sys/policies/acl/auditor', { policy });
    const made = await vault.request('POST', 'auth/token/create', { body: { policies: ['auditor'], ttl: '10m' } });
    auditor = made.body.auth.client_token;
    await write('sys/audit/file', { type: 'file', options: { file_path: '/audit.log' } });
  });
  afterAll(() => vault?.stop());

  test('gives everything to the policy that is printed for it, and no secret', async () => {
    const { recordings, problems } = await collectVault(options(vault.address, auditor));
    const [recording] = recordings;
    expect(problems).toEqual([]);
    expect(recording!.answers.filter(({ reason }) => reason === 'forbidden')).toEqual([]);
    const status = (path: string) => recording!.answers.find((answer) => answer.path === path)?.status;
    for (const path of ['auth/teams/approle/role/web', 'auth/userpass/users/ann', 'teams/transit/keys/k', 'sys/audit'])
      expect(status(path), path).toBe(200);
    expect(status('secret/metadata/a/b')).toBe(200);
    const text = JSON.stringify(recording);
    for (const secret of ['never-read', 'correct-horse', auditor]) expect(text).not.toContain(secret);
  });
  test('is asked nothing but what the table allows, as its own audit log shows', async () => {
    const log = docker(['exec', vault.containerId, '/bin/busybox', 'cat', '/audit.log']);
    const asked = log.split('\n').flatMap((line) => {
      const entry = line === '' ? undefined : JSON.parse(line);
      return entry?.type === 'request' ? [`${entry.request.operation} ${entry.request.path}`] : [];
    });
    expect(asked.length).toBeGreaterThan(50);
    const allowed =
      /^(?:(?:read|list) (?:sys|auth|identity)\/|(?:read|list) (?:secret\/(?:config|metadata\/)|teams\/transit\/(?:keys|config\/keys))|update (?:auth\/token\/lookup-accessor|sys\/capabilities-(?:self|accessor))$)/;
    // Vault tries a device that is enabled with a request of its own.
    const others = asked.filter((line) => !allowed.test(line) && line !== 'update sys/audit/test');
    expect(others).toEqual([]);
  });
  test('agrees with our own engine on what tokens may do', async () => {
    const { recordings } = await collectVault(options(vault.address, auditor));
    const { selfProof } = recordings[0]!;
    expect(selfProof!.asked).toBeGreaterThan(50);
    expect(selfProof!.disagreements).toEqual([]);
  });
  test('is told for what it is', async () => {
    const { recordings } = await collectVault(options(vault.address, auditor));
    const ids = judge(recordings).findings.map(({ ruleId }) => ruleId);
    expect(ids).toContain('vault-audit/dev-server');
    expect(ids).not.toContain('vault-audit/no-audit-device');
  });
  test('without a right leaves the rules that need it without an answer, and says which right', async () => {
    const made = await vault.request('POST', 'auth/token/create', { body: { policies: ['default'], ttl: '10m' } });
    const { recordings } = await collectVault(options(vault.address, made.body.auth.client_token));
    const { notTestable, findings } = judge(recordings);
    const one = notTestable!.find(({ ruleId }) => ruleId === 'vault-audit/no-audit-device');
    expect(one?.reason).toContain('the token needs read and sudo on sys/audit');
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain('vault-audit/no-audit-device');
  });
});

describe('a Vault with TLS', () => {
  let vault: TlsVault;
  const trusting = () => ({
    endpointOf: (address: string) => endpoint(address, { tls: { isVerified: true, ca: [vault.ca] } }),
  });
  const call = async (path: string, body: object) => {
    const client = new VaultClient(trusting().endpointOf(vault.address));
    const { json } = await client.request({ method: 'POST', path: `v1/${path}`, body: { ...body } });
    await client.close();
    // biome-ignore lint/suspicious/noExplicitAny: answers are read by their known shape
    return json as any;
  };

  beforeAll(async () => {
    vault = await startTlsVault('tls_min_version = "tls10"');
  });
  afterAll(() => vault?.stop());

  test('is judged before it is initialised, sealed, and in use', async () => {
    const ids = async (token?: string) => {
      const { recordings, problems } = await collectVault(options(vault.address, token, trusting()));
      return { ids: judge(recordings).findings.map(({ ruleId }) => ruleId), problems, recordings };
    };
    expect((await ids()).ids).toContain('vault-audit/not-initialised');
    const { root_token: root, keys } = await call('sys/init', { secret_shares: 1, secret_threshold: 1 });
    const sealed = await ids(root);
    expect(sealed.ids).toContain('vault-audit/sealed');
    expect(sealed.problems).toMatchObject([{ code: 'sealed' }]);
    await call('sys/unseal', { key: keys[0] });
    const used = await ids(root);
    expect(used.ids).not.toContain('vault-audit/sealed');
    expect(used.ids).toContain('vault-audit/old-tls-on-the-wire');
    const { tls } = used.recordings[0]!.nodes[0]!;
    expect(tls).toMatchObject({
      versions: ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
      isNameRight: true,
      certificate: {
        keyType: 'rsa',
        keyBits: 2048,
        signatureAlgorithm: 'sha256WithRSAEncryption',
        isSelfSigned: false,
      },
    });
    expect(tls!.chainError).toBeUndefined();
    expect(tls!.suites).toContain('ECDHE-RSA-AES128-GCM-SHA256');
  });
  test('that no known authority vouches for gets no token', async () => {
    const { problems, recordings } = await collectVault(options(vault.address, 'a-token-that-stays-here'));
    expect(problems).toMatchObject([{ code: 'token-refused', message: expect.stringContaining('is not trusted') }]);
    expect(recordings[0]!.nodes[0]!.tls!.chainError).toBeDefined();
    expect(docker(['logs', vault.containerId])).not.toContain('a-token-that-stays-here');
  });
});
