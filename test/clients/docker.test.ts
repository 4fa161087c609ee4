import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { expandFakes } from '../../scripts/fake.ts';
import { dockerEndpoint } from '../../src/clients/docker-endpoint.ts';
import { scanImages } from '../../src/image/scan-images.ts';
import { dockerArchive, type ImageInput, makeParts, members, SCAN } from '../image/make-image.ts';

const TOKEN = expandFakes('hvs.{{fake 24}}', 'docker');
const IMAGE: ImageInput = {
  layers: [{ files: [{ name: 'app/.env', body: `VAULT_TOKEN=${TOKEN}\n` }] }, { files: [{ name: 'x', body: 'y' }] }],
};

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A daemon on a socket of its own. */
async function daemon(
  answer: (path: string, response: ServerResponse, request: IncomingMessage) => void,
): Promise<string> {
  const socket = join(mkdtempSync(join(tmpdir(), 'vaultcheck-daemon-')), 'docker.sock');
  const server = createServer((request, response) => answer(request.url!.split('?')[0]!, response, request)).listen(
    socket,
  );
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `unix://${socket}`;
}

function inspection(input: ImageInput): string {
  const { made } = makeParts(input);
  return JSON.stringify({
    Config: {},
    Os: 'linux',
    Architecture: 'amd64',
    RootFS: { Layers: made.map(({ diffId }) => diffId) },
  });
}

async function scan(host: string, options: object = {}) {
  return scanImages({
    ...SCAN,
    targets: [{ kind: 'image', name: 'shop:1' }],
    only: ['secrets/vault-service-token'],
    env: { DOCKER_HOST: host, HOME: '/nowhere' },
    ...options,
  });
}

describe('a daemon', () => {
  test('gives an image as an archive, and is not asked for it again when its layers are known', async () => {
    let archives = 0;
    const host = await daemon((path, response) => {
      if (path.endsWith('/get')) archives++;
      if (path.endsWith('/get')) response.end(dockerArchive(IMAGE));
      else if (path.endsWith('/images/shop:1/json')) response.end(inspection(IMAGE));
      else response.end(path.endsWith('/info') ? '{}' : '[]');
    });
    const cacheFolder = join(mkdtempSync(join(tmpdir(), 'vaultcheck-cache-')), 'layers');
    const first = await scan(host, { cacheFolder });
    const second = await scan(host, { cacheFolder });
    expect(members(first)).toEqual(['app/.env']);
    expect(second.findings).toEqual(first.findings);
    expect(archives).toBe(1);
  });

  test('that stops in the middle is told as such, in one line', async () => {
    const archive = dockerArchive(IMAGE);
    const host = await daemon((path, response, request) => {
      if (!path.endsWith('/get')) {
        response.end(path.endsWith('/json') ? inspection(IMAGE) : '[]');
        return;
      }
      response.writeHead(200, { 'content-length': String(archive.length) });
      response.write(archive.subarray(0, 2000));
      setTimeout(() => request.socket.destroy(), 20);
    });
    await expect(scan(host)).rejects.toThrow(/stopped in the middle of shop:1$/);
  });

  test('that does not have the image says so', async () => {
    const host = await daemon((_path, response) => response.writeHead(404).end('{"message":"No such image"}'));
    await expect(scan(host)).rejects.toThrow(/there is no image shop:1 at unix:/);
    const report = await scan(host, { targets: [{ kind: 'image', name: 'shop:1', isOptional: true }] });
    expect(report.problems).toMatchObject([{ kind: 'coverage', code: 'image-missing', path: 'shop:1' }]);
  });

  test('that fails says with which status, and not what it said', async () => {
    const host = await daemon((_path, response) => response.writeHead(500).end(`{"message":"${TOKEN}"}`));
    const error = await scan(host).catch((failure: Error) => failure);
    expect((error as Error).message).toMatch(/\(status 500\)/);
    expect(String((error as Error).message)).not.toContain(TOKEN);
  });

  test('that is not there says how to give an archive', async () => {
    const error = await scan('unix:///nowhere/docker.sock').catch((failure) => failure);
    expect(error.message).toBe('no Docker daemon answers at unix:///nowhere/docker.sock');
    expect(error.hint).toContain('--archive FILE');
    await expect(scan('tcp://127.0.0.1:1')).rejects.toThrow('no Docker daemon answers at tcp://127.0.0.1:1');
  });

  test('one image of several that can not be read leaves the others', async () => {
    const host = await daemon((path, response) => {
      if (path.includes('missing')) response.writeHead(404).end('{}');
      else if (path.endsWith('/get')) response.end(dockerArchive(IMAGE));
      else response.end(path.endsWith('/images/json') ? '[]' : inspection(IMAGE));
    });
    const targets = ['missing:1', 'shop:1'].map((name) => ({ kind: 'image', name }));
    const report = await scan(host, { targets });
    expect(members(report)).toEqual(['app/.env']);
    expect(report.problems).toMatchObject([{ kind: 'unread', code: 'image-missing', path: 'missing:1' }]);
  });
});

describe('what the base image brings is told apart', () => {
  const base = { layers: IMAGE.layers.slice(0, 1), config: { Env: ['DB_PASSWORD=inherited-9d8f7g'] } };
  const built = { ...IMAGE, config: { Env: ['DB_PASSWORD=inherited-9d8f7g', 'API_TOKEN=own-1a2b3c4d5e'] } };
  const serveBoth = () =>
    daemon((path, response) => {
      const input = path.includes('base:1') || path.includes('BASEID') ? base : built;
      const { made, configText } = makeParts(input);
      const layers = made.map(({ diffId }) => diffId);
      if (path.endsWith('/images/json'))
        response.end(
          JSON.stringify([
            { Id: 'BASEID', RepoTags: ['base:1'] },
            { Id: 'OWNID', RepoTags: ['shop:1'] },
          ]),
        );
      else if (path.endsWith('/get')) response.end(dockerArchive(input));
      else if (path.endsWith('/history') || path.endsWith('/info')) response.end('[]');
      else
        response.end(
          JSON.stringify({ Config: JSON.parse(configText).config, Os: 'linux', RootFS: { Layers: layers } }),
        );
    });

  test.each([
    ['named by the user', { base: { kind: 'image', name: 'base:1' } }],
    ['found by its layers', {}],
  ])('%s', async (_how, options) => {
    const { findings } = await scan(await serveBoth(), {
      ...options,
      only: ['image/secret-in-env', 'secrets/vault-service-token'],
    });
    const told = findings.map(({ ruleId, origin, region }) => [
      ruleId,
      'isBase' in origin && origin.isBase === true,
      region.startLine,
    ]);
    expect(told).toEqual([
      ['image/secret-in-env', false, 8],
      ['image/secret-in-env', true, 7],
      ['secrets/vault-service-token', true, 1],
    ]);
    expect(findings[1]!.message).toContain('from the base image base:1');
  });
  test('a base that is none is a note', async () => {
    const other = { kind: 'archive', path: '' };
    const { fileOf } = await import('../image/make-image.ts');
    other.path = fileOf(dockerArchive({ layers: [{ files: [{ name: 'z', body: 'z' }] }], name: 'other:1' }));
    const report = await scan(await serveBoth(), { base: other });
    expect(report.problems).toMatchObject([{ kind: 'coverage', code: 'base-image' }]);
  });
});

describe('where the daemon is', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'vaultcheck-docker-'));

  test.each([
    ['unix:///run/x.sock', { kind: 'socket', path: '/run/x.sock' }],
    ['tcp://10.0.0.1:2375', { kind: 'tcp', host: '10.0.0.1', port: 2375 }],
    ['tcp://h', { kind: 'tcp', host: 'h', port: 2375 }],
    ['tcp://[::1]:1234', { kind: 'tcp', host: '::1', port: 1234 }],
    ['https://h:80', { kind: 'tcp', host: 'h', port: 80, tls: {} }],
  ])('%s', (DOCKER_HOST, expected) => {
    expect(dockerEndpoint({ DOCKER_HOST })).toMatchObject(expected);
  });
  test.each(['ssh://me@h', 'npipe:////./pipe/docker', 'nonsense', 'tcp://'])('%s is refused', (DOCKER_HOST) => {
    expect(() => dockerEndpoint({ DOCKER_HOST })).toThrow(/can't be used/);
  });
  test('TLS takes the files of DOCKER_CERT_PATH', () => {
    const certificates = folder();
    writeFileSync(join(certificates, 'ca.pem'), 'CA');
    const env = { DOCKER_HOST: 'tcp://h', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certificates };
    expect(dockerEndpoint(env)).toMatchObject({ port: 2376, tls: { ca: Buffer.from('CA') } });
  });
  test('contexts are read as Docker wrote them', () => {
    const config = folder();
    const id = createHash('sha256').update('remote').digest('hex');
    mkdirSync(join(config, 'contexts/meta', id), { recursive: true });
    const meta = { Name: 'remote', Endpoints: { docker: { Host: 'tcp://h:99' } } };
    writeFileSync(join(config, 'contexts/meta', id, 'meta.json'), JSON.stringify(meta));
    writeFileSync(join(config, 'config.json'), '{"currentContext":"remote"}');
    expect(dockerEndpoint({ DOCKER_CONFIG: config })).toMatchObject({ host: 'h', port: 99 });
    expect(dockerEndpoint({ DOCKER_CONFIG: config, DOCKER_CONTEXT: 'default' })).toMatchObject({ kind: 'socket' });
    expect(() => dockerEndpoint({ DOCKER_CONFIG: config, DOCKER_CONTEXT: 'gone' })).toThrow(/"gone" is not there/);
  });
});
