import { afterEach, describe, expect, test } from 'vitest';
import { VAULT_READS, type VaultRead } from '../../../src/analysis/vault-reads.ts';
import { type CollectOptions, collectVault } from '../../../src/sources/vault/collect.ts';
import { type Asked, endpoint, envelope, type FakeVault, fakeVault, HEALTHY, type Reply } from './fake-vault.ts';

const TOKEN = ['hv', 's.', 'not-a-real-one'].join('');
const ACCESSOR = 'an-accessor-of-a-token';
const servers: FakeVault[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function start(reply: (asked: Asked) => Reply | undefined): Promise<FakeVault> {
  const server = await fakeVault(reply);
  servers.push(server);
  return server;
}

function options(addresses: string[], rest: Partial<CollectOptions> = {}): CollectOptions {
  return {
    addresses,
    endpointOf: (address) => endpoint(address),
    token: { value: TOKEN, isPlaintextAllowed: false },
    allNamespaces: false,
    allNodes: false,
    listsTokens: true,
    version: '0.0.0',
    now: new Date('2026-01-01T00:00:00Z'),
    signal: new AbortController().signal,
    ...rest,
  };
}

const MOUNTS = {
  'kv/': { type: 'kv', options: { version: '2' } },
  'old/': { type: 'kv', options: null },
  'db/': { type: 'database' },
};
const AUTH = { 'token/': { type: 'token' }, 'a/b/': { type: 'approle' }, 'people/': { type: 'userpass' } };

/** A Vault that has a bit of everything, and names that try to lead elsewhere. */
function everything({ method, path }: Asked): Reply | undefined {
  const asked = path.replace(/^\/v1\//, '').replace(/\?.*/, '');
  if (asked === 'sys/health') return HEALTHY;
  if (asked === 'sys/mounts') return envelope(MOUNTS);
  if (asked === 'sys/auth') return envelope(AUTH);
  if (asked === 'auth/token/lookup-self') return envelope({ policies: ['auditor'], accessor: ACCESSOR, id: TOKEN });
  if (asked === 'auth/token/accessors') return envelope({ keys: [ACCESSOR] });
  if (asked === 'sys/loggers' || asked === 'sys/capabilities-self') return envelope({});
  if (method === 'LIST') return envelope({ keys: ['web', '../../sys/raw/x', '..', 'a/../../b', 'folder/', ''] });
  return envelope({ policies: ['p'], password: 'never kept', secret: 'never kept', name: 'x', policy: '' });
}

/** What the table of reads lets an audit ask, and the little beside it. */
function isAllowed({ method, path }: Asked): boolean {
  const asked = decodeURIComponent(path.replace(/^\/v1\//, '').replace(/\?.*/, ''));
  const own = ['POST sys/capabilities-accessor'];
  const reads: VaultRead[] = Object.values(VAULT_READS);
  return (
    own.includes(`${method} ${asked}`) ||
    reads.some((read) => {
      const pattern = read.path
        .replace('{mount}', '(?:kv|db|a/b|people|token)')
        .replace('{name}', read.path.includes('metadata') ? '(?:folder/)*[^/]+' : '[^/]+');
      return method === read.method && new RegExp(`^/?${pattern}${read.isTree ? '(?:folder/)*' : ''}$`).test(asked);
    })
  );
}

describe('requests', () => {
  test('are those of the table, whatever the server names', async () => {
    const server = await start(everything);
    await collectVault(options([server.address]));
    expect(server.asked.length).toBeGreaterThan(60);
    expect(server.asked.filter((asked) => !isAllowed(asked))).toEqual([]);
    expect(server.asked.filter(({ path }) => /\/data\/|^\/v1\/old\//.test(path))).toEqual([]);
    expect(server.asked.filter(({ path }) => path.startsWith('/v1/kv/metadata/')).length).toBeGreaterThan(0);
  });
  test('a foreign one would be seen', () => {
    const ask = (method: string, path: string) =>
      isAllowed({ method, path: `/v1/${path}`, token: undefined, body: '' });
    expect(ask('GET', 'kv/data/web')).toBe(false);
    expect(ask('POST', 'sys/mounts')).toBe(false);
    expect(ask('GET', 'sys/mounts')).toBe(true);
  });
  test('without a token are those to nodes only', async () => {
    const server = await start(everything);
    const { recordings } = await collectVault(options([server.address], { token: undefined }));
    expect(server.asked.every(({ token, method }) => token === undefined && method === 'GET')).toBe(true);
    expect(recordings[0]!.answers).toEqual([]);
    expect(recordings[0]!.nodes[0]!.answers.length).toBeGreaterThan(10);
  });
});

describe('a recording', () => {
  test('holds no secret, no token and no accessor', async () => {
    const server = await start(everything);
    const { recordings } = await collectVault(options([server.address]));
    const text = JSON.stringify(recordings);
    expect(text).toContain('auth/token/lookup-accessor/');
    for (const secret of [TOKEN, ACCESSOR, 'never kept']) expect(text).not.toContain(secret);
  });
  test('masks passwords that were written out, and keeps templates', async () => {
    const statement = `CREATE ROLE x LOGIN PASSWORD 'hunter2-hunter2'; GRANT y TO x`;
    const urls = [
      'postgresql://root:s3cr3t-word@db/x',
      'root:s3cr3t-word@tcp(db:3306)/',
      'postgresql://{{username}}:{{password}}@db',
    ];
    const server = await start((asked) => {
      if (asked.path === '/v1/db/config/web')
        return envelope({ connection_details: { connection_url: urls[0], hosts: urls[1], url: urls[2] } });
      if (asked.path === '/v1/db/roles/web')
        return envelope({ creation_statements: [statement, `PASSWORD '{{password}}'`] });
      return everything(asked);
    });
    const { recordings } = await collectVault(options([server.address]));
    const { answers } = recordings[0]!;
    const text = JSON.stringify(answers);
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain('s3cr3t');
    expect(answers.find(({ path }) => path === 'db/config/web')!.data).toEqual({
      connection_details: {
        connection_url: 'postgresql://root:<literal>@db/x',
        hosts: 'root:<literal>@tcp(db:3306)/',
        url: urls[2],
      },
    });
    expect(answers.find(({ path }) => path === 'db/roles/web')!.data).toMatchObject({
      creation_statements: [`CREATE ROLE x LOGIN PASSWORD '<literal>'; GRANT y TO x`, `PASSWORD '{{password}}'`],
    });
  });
  test('says what was only sampled', async () => {
    const keys = Array.from({ length: 1500 }, (_, i) => `r${i}`);
    const server = await start((asked) =>
      asked.path === '/v1/auth/a%2Fb/role' || asked.path === '/v1/auth/a/b/role'
        ? envelope({ keys })
        : everything(asked),
    );
    const { recordings } = await collectVault(options([server.address]));
    expect(recordings[0]!.samples).toContainEqual({ read: 'approle-role', taken: 1000, of: 1500 });
  });
  test('tells what could not be asked, with its reason', async () => {
    const server = await start((asked) => (asked.path === '/v1/sys/mounts' ? 403 : everything(asked)));
    const { recordings } = await collectVault(options([server.address]));
    const find = (id: string) => recordings[0]!.answers.find(({ read }) => read === id);
    expect(find('mounts')).toMatchObject({ status: 403, reason: 'forbidden' });
    expect(find('database-role')).toMatchObject({ status: 0, reason: 'database-roles: mounts: forbidden' });
    expect(find('database-roles')).toMatchObject({ status: 0, reason: 'mounts: forbidden' });
  });
});

describe('tokens of others', () => {
  const gauges = (value: number) => ({ Gauges: [{ Name: 'vault.expire.num_leases', Value: value }] });
  test.each([
    [9_999, false, 200],
    [10_000, false, 0],
    [2_000_000, true, 200],
  ])('with %i leases, asked for: %s', async (leases, listsTokens, status) => {
    const server = await start((asked) => (asked.path === '/v1/sys/metrics' ? gauges(leases) : everything(asked)));
    const { recordings } = await collectVault(options([server.address], { listsTokens }));
    expect(recordings[0]!.answers.find(({ read }) => read === 'accessors')!.status).toBe(status);
  });
});

describe('the token', () => {
  test('is sent to the first node only, and to none that the cluster names', async () => {
    const other = await start(everything);
    const second = await start(everything);
    const first = await start((asked) =>
      asked.path === '/v1/sys/ha-status' ? envelope({ nodes: [{ api_address: other.address }] }) : everything(asked),
    );
    const { recordings } = await collectVault(options([first.address, second.address], { allNodes: true }));
    expect(recordings[0]!.nodes.map(({ address }) => address)).toEqual([first.address, second.address, other.address]);
    expect(first.asked.some(({ token }) => token === TOKEN)).toBe(true);
    for (const { asked } of [second, other]) expect(asked.filter(({ token }) => token !== undefined)).toEqual([]);
  });
  test('is not sent to a sealed node', async () => {
    const server = await start((asked) =>
      asked.path.startsWith('/v1/sys/health') ? { ...HEALTHY, sealed: true } : everything(asked),
    );
    const { problems } = await collectVault(options([server.address]));
    expect(problems).toMatchObject([{ kind: 'unread', code: 'sealed' }]);
    expect(server.asked.filter(({ token }) => token !== undefined)).toEqual([]);
  });
  test('that ends in the middle is told', async () => {
    let looked = 0;
    const server = await start((asked) =>
      asked.path === '/v1/auth/token/lookup-self' && ++looked > 2 ? 403 : everything(asked),
    );
    const { problems } = await collectVault(options([server.address]));
    expect(problems).toMatchObject([{ kind: 'unread', code: 'token-expired' }]);
  });
  test('that Vault does not know is told', async () => {
    const server = await start((asked) => (asked.path === '/v1/auth/token/lookup-self' ? 403 : everything(asked)));
    const { problems, recordings } = await collectVault(options([server.address]));
    expect(problems).toMatchObject([{ kind: 'unread', code: 'token-refused' }]);
    expect(recordings[0]!.answers).toEqual([]);
  });
  test('that a login gave is revoked at the end', async () => {
    const server = await start((asked) => {
      if (asked.path === '/v1/auth/approle/login') return { auth: { client_token: TOKEN } };
      return asked.path === '/v1/auth/token/revoke-self' ? 204 : everything(asked);
    });
    const body = { role_id: 'r', secret_id: 's' };
    const login = { method: 'approle', mount: 'approle', body, isPlaintextAllowed: false } as const;
    await collectVault(options([server.address], { token: undefined, login }));
    const posts = server.asked.filter(({ method }) => method === 'POST').map(({ path }) => path);
    expect(posts[0]).toBe('/v1/auth/approle/login');
    expect(posts.at(-1)).toBe('/v1/auth/token/revoke-self');
    expect(JSON.parse(server.asked.find(({ path }) => path.endsWith('/login'))!.body)).toEqual(body);
  });
});

describe('what is no Vault', () => {
  test.each<[string, Reply, string]>([
    [
      'a web page',
      (_request, response) => response.end('<html>'),
      'no Vault answers there (status 200: the answer is no JSON)',
    ],
    ['another API', { status: 'ok' }, 'no Vault answers there (status 200)'],
    ['a proxy that can not reach it', 502, 'no Vault answers there (status 502)'],
    [
      'a listener that wants https',
      (_request, response) => response.writeHead(400).end('Client sent an HTTP request to an HTTPS server.\n'),
      'perhaps it wants https',
    ],
  ])('%s is one clear line', async (_name, reply, message) => {
    const server = await start(() => reply);
    await expect(collectVault(options([server.address]))).rejects.toThrow(message);
    expect(server.asked.filter(({ token }) => token !== undefined)).toEqual([]);
  });
  test('beside a node that answers is a problem, and the node is judged', async () => {
    const server = await start(everything);
    const { recordings, problems } = await collectVault(options([server.address, 'http://127.0.0.1:1']));
    expect(recordings[0]!.nodes).toHaveLength(1);
    expect(problems).toMatchObject([
      { kind: 'unread', code: 'no-vault', message: 'http://127.0.0.1:1: connection refused' },
    ]);
  });
  test('several clusters are refused', async () => {
    const one = await start(everything);
    const two = await start((asked) =>
      asked.path.startsWith('/v1/sys/health') ? { ...HEALTHY, cluster_id: '2' } : everything(asked),
    );
    await expect(collectVault(options([one.address, two.address]))).rejects.toThrow('different clusters');
  });
});
