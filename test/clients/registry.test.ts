import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { registryCredentials } from '../../src/clients/docker-credentials.ts';
import { parseRegistryReference } from '../../src/clients/registry-reference.ts';
import { scanImages } from '../../src/image/scan-images.ts';
import { digestOf, type ImageInput, members, ociLayout, SCAN } from '../image/make-image.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'registry');
const PASSWORD = expandFakes('{{fake 18}}', 'registry-password');
const IMAGE: ImageInput = {
  layers: [{ files: [{ name: 'app/.env', body: `VAULT_TOKEN=${TOKEN}\n` }], packing: 'gzip' }],
};

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(answer: Answer): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The blobs of an image by digest, and the digest of what the tag names. */
function content(input: ImageInput) {
  const files = ociLayout(input);
  const blobs = new Map(
    files.filter(({ name }) => name.startsWith('blobs/')).map(({ body }) => [digestOf(body as Buffer), body as Buffer]),
  );
  const index = JSON.parse(String(files.find(({ name }) => name === 'index.json')!.body));
  return { blobs, digest: index.manifests[0].digest as string };
}

/** A registry without a login that holds one image under every tag. */
function registry(input: ImageInput, changes: { spoil?: (body: Buffer, digest: string) => Buffer } = {}): Answer {
  const { blobs, digest } = content(input);
  return (request, response) => {
    const [, kind, reference] = /^\/v2\/team\/shop\/(manifests|blobs)\/(.+)$/.exec(request.url ?? '') ?? [];
    const wanted = reference === '1' ? digest : reference;
    const body = kind && wanted ? blobs.get(wanted) : undefined;
    if (body === undefined) response.writeHead(404).end('{}');
    else response.end(changes.spoil?.(body, wanted!) ?? body);
  };
}

async function scan(name: string, config: object = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vaultcheck-docker-'));
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  return scanImages({
    ...SCAN,
    targets: [{ kind: 'image', name }],
    pull: true,
    only: ['secrets/vault-service-token'],
    env: { DOCKER_HOST: 'unix:///nowhere/docker.sock', DOCKER_CONFIG: folder, PATH: process.env.PATH },
  });
}

describe('an image is read from its registry', () => {
  test('by tag and by digest', async () => {
    const host = await serve(registry(IMAGE));
    const { digest } = content(IMAGE);
    expect(members(await scan(`${host}/team/shop:1`))).toEqual(['app/.env']);
    expect(members(await scan(`${host}/team/shop@${digest}`))).toEqual(['app/.env']);
  });

  test('of several platforms, the one that is asked for', async () => {
    const { blobs, digest } = content(IMAGE);
    const entry = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 1 };
    const index = JSON.stringify({
      schemaVersion: 2,
      manifests: [
        { ...entry, platform: { os: 'linux', architecture: 's390x' } },
        { ...entry, platform: { os: 'linux', architecture: 'riscv64' } },
      ],
    });
    const host = await serve((request, response) => {
      const name = request.url!.split('/').at(-1)!;
      const body = name === '1' ? index : blobs.get(name);
      if (body === undefined) response.writeHead(404).end();
      else response.end(body);
    });
    const options = {
      targets: [{ kind: 'image', name: `${host}/team/shop:1` } as const],
      pull: true,
      env: { DOCKER_HOST: 'unix:///nowhere' },
    };
    await expect(scanImages({ ...SCAN, ...options })).rejects.toThrow(/no image for linux\//);
    const report = await scanImages({ ...SCAN, ...options, platform: 'linux/riscv64' });
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain('secrets/vault-service-token');
  });

  test('blobs that lie elsewhere are followed to, and who asks is not told there', async () => {
    const seen: (string | undefined)[] = [];
    const store = await serve((request, response) => {
      seen.push(request.headers.authorization);
      registry(IMAGE)(request, response);
    });
    const plain = registry(IMAGE);
    const host = await serve((request, response) => {
      if (request.headers.authorization === undefined)
        response.writeHead(401, { 'www-authenticate': 'Basic realm="r"' }).end();
      else if (request.url!.includes('/blobs/'))
        response.writeHead(307, { location: `http://${store}${request.url}` }).end();
      else plain(request, response);
    });
    const auths = { [host]: { auth: Buffer.from(`robot:${PASSWORD}`).toString('base64') } };
    expect(members(await scan(`${host}/team/shop:1`, { auths }))).toEqual(['app/.env']);
    expect(seen).toEqual([undefined, undefined]);
  });

  test('a token is fetched with the password and used for one repository', async () => {
    const plain = registry(IMAGE);
    const asked: string[] = [];
    const host = await serve((request, response) => {
      const url = new URL(request.url!, 'http://x');
      if (url.pathname === '/token') {
        asked.push(`${request.headers.authorization} ${url.searchParams.get('scope')}`);
        response.end(JSON.stringify({ token: 'given' }));
      } else if (request.headers.authorization !== 'Bearer given') {
        const realm = `http://${request.headers.host}/token`;
        response
          .writeHead(401, {
            'www-authenticate': `Bearer realm="${realm}",service="s",scope="repository:team/shop:pull"`,
          })
          .end();
      } else plain(request, response);
    });
    const pair = Buffer.from(`robot:${PASSWORD}`).toString('base64');
    expect(members(await scan(`${host}/team/shop:1`, { auths: { [host]: { auth: pair } } }))).toEqual(['app/.env']);
    expect(asked).toEqual([`Basic ${pair} repository:team/shop:pull`]);
  });

  test('a signature that is there is unknown, not a pass', async () => {
    const plain = registry(IMAGE);
    const host = await serve((request, response) => {
      if (request.url!.endsWith('.sig')) response.end('{}');
      else plain(request, response);
    });
    const options = { ...SCAN, targets: [{ kind: 'image', name: `${host}/team/shop:1` } as const], pull: true };
    const signed = await scanImages({ ...options, only: ['image/signature'], env: { DOCKER_HOST: 'unix:///nowhere' } });
    expect(signed.findings).toMatchObject([{ severity: 'info', message: expect.stringContaining('nobody verified') }]);
    const other = await serve(plain);
    const bare = await scanImages({
      ...options,
      targets: [{ kind: 'image', name: `${other}/team/shop:1` }],
      only: ['image/signature'],
      env: { DOCKER_HOST: 'unix:///nowhere' },
    });
    expect(bare.findings).toMatchObject([{ severity: 'low' }]);
  });
});

describe('a registry that is not as it should be is refused in one line', () => {
  const { digest, blobs } = content(IMAGE);
  const manifest = JSON.parse(String(blobs.get(digest)));
  const cases: [string, Answer, RegExp][] = [
    ['no such image', (_request, response) => response.writeHead(404).end(), /has no such image/],
    ['no permission', (_request, response) => response.writeHead(403).end(), /refuses to give it/],
    ['too many requests', (_request, response) => response.writeHead(429).end(), /too many requests/],
    ['a broken server', (_request, response) => response.writeHead(500).end(), /status 500/],
    [
      'an end in the middle',
      (request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{');
        setTimeout(() => request.socket.destroy(), 20);
      },
      /does not answer|connection lost/,
    ],
    ['no JSON', (_request, response) => response.end('hello'), /manifest that is no JSON/],
    ['schema 1', (_request, response) => response.end('{"schemaVersion":1}'), /schema 1/],
    [
      'a redirect without TLS',
      (_request, response) => response.writeHead(302, { location: 'http://example.com/x' }).end(),
      /without TLS/,
    ],
    [
      'redirects without an end',
      (request, response) => response.writeHead(302, { location: request.url }).end(),
      /more than 5 times/,
    ],
    [
      'a login without TLS',
      (_request, response) =>
        response.writeHead(401, { 'www-authenticate': 'Bearer realm="http://example.com/t"' }).end(),
      /without TLS/,
    ],
    [
      'another configuration than its digest says',
      registry(IMAGE, { spoil: (body, name) => (name === manifest.config.digest ? Buffer.from(`${body} `) : body) }),
      /another digest/,
    ],
    [
      'another layer than its digest says',
      registry(IMAGE, {
        spoil: (body, name) => (name === manifest.layers[0].digest ? Buffer.concat([body, Buffer.from('x')]) : body),
      }),
      /another digest|ends in the middle/,
    ],
  ];
  test.each(cases)('%s', async (_what, answer, words) => {
    const host = await serve(answer);
    const error = await scan(`${host}/team/shop:1`).catch((failure: Error) => failure);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(words);
    expect((error as Error).message).not.toContain('\n');
  });
  test('one that is not there', async () => {
    await expect(scan('127.0.0.1:59871/team/shop:1')).rejects.toThrow(/does not answer \(ECONNREFUSED\)/);
  });
});

describe('credentials', () => {
  const folderOf = (config: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'vaultcheck-docker-'));
    writeFileSync(join(folder, 'config.json'), config);
    return folder;
  };
  const auth = Buffer.from(`robot:${PASSWORD}`).toString('base64');

  test('are those that docker login wrote', async () => {
    const folder = folderOf(
      JSON.stringify({ auths: { 'r.example': { auth }, 'https://t.example': { identitytoken: 'x' } } }),
    );
    expect(await registryCredentials(folder, 'r.example')).toEqual({
      kind: 'password',
      user: 'robot',
      password: PASSWORD,
    });
    expect(await registryCredentials(folder, 't.example')).toEqual({ kind: 'token', token: 'x' });
    expect(await registryCredentials(folder, 'other.example')).toBeUndefined();
    expect(await registryCredentials('/nowhere', 'r.example')).toBeUndefined();
  });
  test('come from a helper where one is named', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'vaultcheck-bin-'));
    const helper = join(bin, 'docker-credential-vctest');
    writeFileSync(
      helper,
      `#!/bin/sh\nread host\n[ "$host" = r.example ] && printf '{"Username":"robot","Secret":"${PASSWORD}"}' && exit 0\necho "credentials not found in native keychain"; exit 1\n`,
    );
    chmodSync(helper, 0o755);
    const path = process.env.PATH;
    process.env.PATH = `${bin}:${path}`;
    try {
      const folder = folderOf(JSON.stringify({ credsStore: 'vctest', auths: { 'a.example': { auth } } }));
      expect(await registryCredentials(folder, 'r.example')).toEqual({
        kind: 'password',
        user: 'robot',
        password: PASSWORD,
      });
      expect(await registryCredentials(folder, 'a.example')).toMatchObject({ user: 'robot' });
      expect(await registryCredentials(folder, 'none.example')).toBeUndefined();
    } finally {
      process.env.PATH = path;
    }
  });
  test('that can not be read say so, and name no value', async () => {
    await expect(registryCredentials(folderOf('{'), 'x')).rejects.toThrow(/config.json is no JSON/);
    await expect(registryCredentials(folderOf('{"credsStore":"nothere"}'), 'x')).rejects.toThrow(/is not installed/);
    await expect(registryCredentials(folderOf('{"credsStore":"../../bin/sh"}'), 'x')).rejects.toThrow(
      /no name of a credential helper/,
    );
  });
});

describe('names of images', () => {
  test.each([
    ['alpine', 'registry-1.docker.io', 'library/alpine', 'latest'],
    ['docker.io/team/shop:1', 'registry-1.docker.io', 'team/shop', '1'],
    ['localhost/shop', 'localhost', 'shop', 'latest'],
    ['r.example:5000/a/b/c:v1', 'r.example:5000', 'a/b/c', 'v1'],
  ])('%s', (text, host, repository, reference) => {
    expect(parseRegistryReference(text)).toMatchObject({ host, repository, reference });
  });
  test.each([
    'r.example/../x',
    'UPPER/x',
    'r.example/a@sha256:12',
    'r.example/a:b c',
    'x/y?z',
    'r@evil/x',
    '',
  ])('%j is refused', (text) => {
    expect(() => parseRegistryReference(text)).toThrow(/no name of an image/);
  });
});
