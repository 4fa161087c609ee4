import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pace } from '../../../src/clients/pace.ts';
import type { VaultEndpoint } from '../../../src/clients/vault.ts';

/** A request that a fake was asked. */
export interface Asked {
  method: string;
  path: string;
  token: string | undefined;
  body: string;
}

/** A server that answers as it is told, and remembers what it was asked. */
export interface FakeVault {
  address: string;
  asked: Asked[];
  close(): void;
}

/** What a fake answers: an object is JSON of status 200, a number a status; a function writes the answer itself. */
export type Reply = object | number | ((request: IncomingMessage, response: ServerResponse) => void);

/** Starts a fake; what no reply is given for is a 404 as Vault says it. */
export async function fakeVault(reply: (asked: Asked) => Reply | undefined): Promise<FakeVault> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const isList = /[?&]list=true$/.test(request.url!);
      const one: Asked = {
        method: isList ? 'LIST' : request.method!,
        path: request.url!.replace(/[?&]list=true$/, ''),
        token: request.headers['x-vault-token'] as string | undefined,
        body: Buffer.concat(chunks).toString(),
      };
      asked.push(one);
      const answer = reply(one) ?? 404;
      if (typeof answer === 'function') return answer(request, response);
      response.writeHead(typeof answer === 'number' ? answer : 200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(typeof answer === 'number' ? { errors: [] } : answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An endpoint that asks without waiting. */
export function endpoint(address: string, rest: Partial<VaultEndpoint> = {}): VaultEndpoint {
  return {
    address,
    tls: { isVerified: true },
    pace: new Pace({ perSecond: 100_000, atOnce: 8 }),
    timeoutMs: 10_000,
    signal: new AbortController().signal,
    ...rest,
  };
}

/** What an unsealed Vault says of its health. */
export const HEALTHY = {
  initialized: true,
  sealed: false,
  version: '1.21.0',
  enterprise: false,
  cluster_name: 'fake',
  cluster_id: '1',
};

/** Data in Vault's envelope. */
export function envelope(data: object): object {
  return { request_id: 'r', data };
}
