import { afterEach, describe, expect, test } from 'vitest';
import { Pace } from '../../src/clients/pace.ts';
import { VaultClient, whyNotSent } from '../../src/clients/vault.ts';
import { reasonOf } from '../../src/clients/vault-error.ts';
import { endpoint, type FakeVault, fakeVault, type Reply } from '../sources/vault/fake-vault.ts';

const TOKEN = ['hv', 's.', 'not-a-real-one'].join('');
const token = { value: TOKEN, isPlaintextAllowed: false };
const closing: { close(): void }[] = [];

afterEach(() => {
  for (const one of closing.splice(0)) one.close();
});

async function fake(reply: (path: string) => Reply | undefined): Promise<FakeVault> {
  const server = await fakeVault(({ path }) => reply(path));
  closing.push(server);
  return server;
}

const get = (path: string) => ({ method: 'GET' as const, path });

describe('a token', () => {
  const verified = { isVerified: true };

  test.each([
    ['http://vault.example.com:8200', verified, 'plaintext-token'],
    ['http://10.0.0.1:8200', verified, 'plaintext-token'],
    ['http://127.0.0.1.example.com:8200', verified, 'plaintext-token'],
    ['https://vault.example.com:8200', { isVerified: false }, 'unverified-token'],
    ['https://127.0.0.1:8200', { isVerified: false }, 'unverified-token'],
  ])('is not sent to %s with %j', (address, tls, code) => {
    expect(whyNotSent({ address, tls }, token)?.code).toBe(code);
    expect(() => new VaultClient(endpoint(address, { tls }), token)).toThrow('the token is not sent to');
  });
  test.each([
    ['http://127.0.0.1:8200', false],
    ['http://localhost:8200', false],
    ['http://[::1]:8200', false],
    ['https://vault.example.com:8200', false],
    ['http://vault.example.com:8200', true],
  ])('is sent to %s (allowed: %s)', (address, isPlaintextAllowed) => {
    expect(whyNotSent({ address, tls: verified }, { isPlaintextAllowed })).toBeUndefined();
  });
  test('does not follow a redirect', async () => {
    const other = await fake(() => ({}));
    const first = await fake(() => (_request, response) => {
      response.writeHead(307, { Location: `${other.address}/v1/sys/auth` }).end();
    });
    const answer = await new VaultClient(endpoint(first.address), token).request(get('v1/sys/auth'));
    expect(answer.status).toBe(307);
    expect(answer.reason).toContain('not followed');
    expect(first.asked[0]!.token).toBe(TOKEN);
    expect(other.asked).toEqual([]);
  });
  test('is in no reason of a failure', async () => {
    const error = Object.assign(new Error(`failed with ${TOKEN}`), {
      request: { headers: { 'X-Vault-Token': TOKEN } },
    });
    expect(reasonOf(error)).toBe('the request failed');
    const { reason } = await new VaultClient(endpoint('http://127.0.0.1:1'), token).request(get('v1/sys/auth'));
    expect(reason).toBe('connection refused');
  });
});

describe('an answer', () => {
  const ask = (server: FakeVault, rest = {}) => new VaultClient(endpoint(server.address, rest)).request(get('v1/x'));

  test('that is cut off is no JSON', async () => {
    const server = await fake(() => (_request, response) => response.end('{"data": {"keys": ["a'));
    expect(await ask(server)).toMatchObject({ status: 200, reason: 'the answer is no JSON' });
  });
  test('whose connection breaks is none', async () => {
    const server = await fake(() => (_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{');
      setImmediate(() => response.destroy());
    });
    expect(await ask(server)).toMatchObject({ status: 0, reason: 'the connection was closed' });
  });
  test('that is too large is refused, and not read to its end', async () => {
    const chunk = Buffer.alloc(1 << 20, 32);
    let sent = 0;
    const server = await fake(() => (_request, response) => {
      const more = (): void => {
        while (sent < 500 && !response.destroyed) {
          sent++;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    expect(await ask(server)).toMatchObject({ status: 0, reason: 'the answer is larger than 32 MB' });
    expect(sent).toBeLessThan(200);
  });
  test('that never comes is a time-out', async () => {
    const server = await fake(() => () => {});
    expect(await ask(server, { timeoutMs: 200 })).toMatchObject({ status: 0, reason: 'time-out' });
  });
  test('is not waited for when the whole run is over', async () => {
    const server = await fake(() => () => {});
    const signal = AbortSignal.timeout(200);
    expect(await ask(server, { signal })).toMatchObject({ status: 0, reason: 'time-out of the whole run' });
  });
  test('is asked for again where the server wants to wait, but not for ever', async () => {
    let busy = 2;
    const wait: Reply = (_request, response) => response.writeHead(429, { 'Retry-After': '0' }).end('{}');
    const server = await fake(() => (busy-- > 0 ? wait : { fine: true }));
    expect(await ask(server)).toMatchObject({ status: 200, json: { fine: true } });
    expect(server.asked).toHaveLength(3);
    const always = await fake(() => wait);
    expect((await ask(always)).status).toBe(429);
    expect(always.asked).toHaveLength(4);
  });
});

describe('a path', () => {
  test('is encoded part by part', async () => {
    const server = await fake(() => ({}));
    await new VaultClient(endpoint(`${server.address}/base`)).request(get('v1/auth/a b/role/x?y#z%2e'));
    expect(server.asked[0]!.path).toBe('/base/v1/auth/a%20b/role/x%3Fy%23z%252e');
  });
  test.each(['v1/auth/../sys/raw/x', 'v1/./x', 'v1/a/..'])('%s is not asked for', async (path) => {
    const server = await fake(() => ({}));
    const { status } = await new VaultClient(endpoint(server.address)).request(get(path));
    expect(status).toBe(0);
    expect(server.asked).toEqual([]);
  });
});

test('no more than eight requests run at once', async () => {
  const pace = new Pace({ perSecond: 100_000, atOnce: 8 });
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
  };
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 40 }, () => pace.run(work, signal)));
  expect(most).toBe(8);
});

test('requests start no faster than the rate', async () => {
  const pace = new Pace({ perSecond: 100, atOnce: 8 });
  const starts: number[] = [];
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 11 }, () => pace.run(async () => starts.push(performance.now()), signal)));
  // Ten gaps of 10 ms; timers may fire a millisecond early.
  expect(starts.at(-1)! - starts[0]!).toBeGreaterThan(95);
});
