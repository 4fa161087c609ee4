import { Pool } from 'undici';
import { hostOf, isLoopbackHost } from '../analysis/network-address.ts';
import { UsageError } from '../model/errors.ts';
import type { Pace } from './pace.ts';
import { reasonOf } from './vault-error.ts';

/** Longest answer that is read, in bytes. */
const MOST_BYTES = 32 * 1024 * 1024;

/** How often a request is made again where the server asks to wait, and how long at most it is waited each time. */
const MOST_TRIES = 4;
const MOST_WAIT_MS = 30_000;

/** How a server's certificate is judged, and what is shown to it. PEM. */
export interface VaultTls {
  /** Authorities instead of the system's. */
  ca?: string[];
  certificate?: string;
  key?: string;
  /** Name that the certificate is checked for, where it is not the address's. */
  serverName?: string;
  /** False where anyone may answer; a token is not sent then. */
  isVerified: boolean;
}

/** One Vault, and how it is spoken to. */
export interface VaultEndpoint {
  /** Such as `https://vault.example.com:8200`; a path in it is kept. */
  address: string;
  tls: VaultTls;
  pace: Pace;
  /** For each request. */
  timeoutMs: number;
  /** Of the whole run. */
  signal: AbortSignal;
}

/** A token, and how far it may go. */
export interface VaultToken {
  value: string;
  /** Also over plain HTTP to another machine; the user said so. */
  isPlaintextAllowed: boolean;
}

/** One request. */
export interface VaultRequest {
  method: 'GET' | 'LIST' | 'POST';
  /** With `v1/` where it is below that; parts are not yet encoded. */
  path: string;
  query?: string | undefined;
  body?: Readonly<Record<string, unknown>>;
  namespace?: string | undefined;
}

/** What came back. */
export interface VaultResponse {
  /** 0 where no answer came. */
  status: number;
  headers: Readonly<Record<string, string>>;
  /** The parsed body; undefined where it is no JSON. */
  json?: unknown;
  /** Why there is no answer, or no JSON. */
  reason?: string;
}

/** Speaks to one address. Nothing is followed to another one. */
export class VaultClient {
  readonly endpoint: VaultEndpoint;
  readonly #token: string | undefined;
  readonly #pool: Pool;
  readonly #base: string;

  /** @throws UsageError where the token must not go there */
  constructor(endpoint: VaultEndpoint, token?: VaultToken) {
    this.endpoint = endpoint;
    if (token) {
      const refusal = whyNotSent(endpoint, token);
      if (refusal) throw new UsageError(refusal.code, refusal.message, { hint: refusal.hint });
    }
    this.#token = token?.value;
    const url = new URL(endpoint.address);
    this.#base = url.pathname.replace(/\/+$/, '');
    const { ca, certificate, key, serverName, isVerified } = endpoint.tls;
    this.#pool = new Pool(url.origin, {
      connections: 8,
      headersTimeout: endpoint.timeoutMs,
      bodyTimeout: endpoint.timeoutMs,
      connect: {
        timeout: endpoint.timeoutMs,
        rejectUnauthorized: isVerified,
        ...(ca ? { ca } : {}),
        ...(certificate ? { cert: certificate } : {}),
        ...(key ? { key } : {}),
        ...(serverName ? { servername: serverName } : {}),
      },
    });
  }

  /** Makes a request; what fails is an answer without status, with its reason. */
  async request(request: VaultRequest): Promise<VaultResponse> {
    const { pace, signal } = this.endpoint;
    for (let tries = 1; ; tries++) {
      if (signal.aborted) return { status: 0, headers: {}, reason: 'time-out of the whole run' };
      const response = await pace.run(() => this.#once(request), signal).catch((error) => failed(error, signal));
      if (response.status !== 429 || tries === MOST_TRIES) return response;
      pace.holdMs(waitMs(response.headers['retry-after']));
    }
  }

  /** Closes the connections. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #once({ method, path, query, body, namespace }: VaultRequest): Promise<VaultResponse> {
    const { timeoutMs, signal } = this.endpoint;
    // A proxy may not know the method LIST; this means the same to Vault.
    const queries = [...(query ? [query] : []), ...(method === 'LIST' ? ['list=true'] : [])].join('&');
    const answer = await this.#pool.request({
      method: method === 'POST' ? 'POST' : 'GET',
      path: `${this.#base}/${encodePath(path)}${queries ? `?${queries}` : ''}`,
      headers: {
        'X-Vault-Request': 'true',
        'User-Agent': 'vaultcheck',
        ...(this.#token === undefined ? {} : { 'X-Vault-Token': this.#token }),
        ...(namespace ? { 'X-Vault-Namespace': namespace } : {}),
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : `${value}`,
      ]),
    );
    const status = answer.statusCode;
    if (status >= 300 && status < 400) {
      await answer.body.dump();
      return { status, headers, reason: 'the answer leads to another address, which is not followed' };
    }
    const text = await readText(answer.body);
    if (text === undefined) return { status: 0, headers, reason: `the answer is larger than ${MOST_BYTES >> 20} MB` };
    return { status, headers, ...parsed(text) };
  }
}

/** Why a token must not be sent to an address; undefined where it may. */
export function whyNotSent(
  { address, tls }: Pick<VaultEndpoint, 'address' | 'tls'>,
  token: Pick<VaultToken, 'isPlaintextAllowed'>,
): { code: string; message: string; hint: string } | undefined {
  if (address.startsWith('http:') && !isLoopbackHost(hostOf(address)) && !token.isPlaintextAllowed) {
    const message = `the token is not sent to ${address}: plain HTTP shows it to everyone on the way`;
    return { code: 'plaintext-token', message, hint: 'use https, or --allow-plaintext-token' };
  }
  if (address.startsWith('https:') && !tls.isVerified) {
    const message = `the token is not sent to ${address}: its certificate is not checked, so anyone could take it`;
    return {
      code: 'unverified-token',
      message,
      hint: 'unset VAULT_SKIP_VERIFY, and name the authority with VAULT_CACERT',
    };
  }
  return undefined;
}

/** Every part encoded; none may be one that a server takes for the way up. @throws UsageError */
function encodePath(path: string): string {
  const parts = path.split('/');
  if (parts.some((part) => part === '.' || part === '..'))
    throw new UsageError('bad-path', `path ${JSON.stringify(path)} can't be asked for`);
  return parts.map(encodeURIComponent).join('/');
}

async function readText(body: AsyncIterable<Uint8Array> & { destroy(): unknown }): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      body.destroy();
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): { json?: unknown; reason?: string } {
  if (text === '') return {};
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { reason: 'the answer is no JSON' };
  }
}

function failed(error: unknown, signal: AbortSignal): VaultResponse {
  return { status: 0, headers: {}, reason: signal.aborted ? 'time-out of the whole run' : reasonOf(error) };
}

/** What `Retry-After` says: seconds, or a date. */
function waitMs(header: string | undefined): number {
  const seconds = Number(header ?? 1);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header!) - Date.now();
  return Math.min(Math.max(Number.isFinite(ms) ? ms : 1000, 100), MOST_WAIT_MS);
}
