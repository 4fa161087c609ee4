import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { docker, TEST_LABEL } from './docker.ts';
import { ensureVault } from './images.ts';

const START_TIMEOUT_MS = 60_000;

/** A real Vault in a container, reachable on loopback only. */
export interface VaultContainer {
  /** Such as `http://127.0.0.1:32768`. */
  address: string;
  rootToken: string;
  containerId: string;
  /** One request of its API; gives the status and the parsed body (undefined where there is none). */
  request(method: string, path: string, options?: { body?: unknown; token?: string }): Promise<VaultAnswer>;
  stop(): void;
}

/** What Vault answered. */
export interface VaultAnswer {
  status: number;
  // The shape differs by path; each test reads what it asked for.
  // biome-ignore lint/suspicious/noExplicitAny: as above
  body: any;
}

/** Starts a Vault in dev mode, unsealed, with a KV v2 at `secret/`; label and loopback port are its own. */
export async function startDevVault(): Promise<VaultContainer> {
  const rootToken = `root-${randomBytes(8).toString('hex')}`;
  const server = ['server', '-dev', `-dev-root-token-id=${rootToken}`, '-dev-listen-address=0.0.0.0:8200'];
  const run = ['run', '-d', '--label', TEST_LABEL, '-p', '127.0.0.1::8200', ensureVault(), ...server];
  const containerId = docker(run).trim();
  const port = docker(['port', containerId, '8200/tcp']).trim().split('\n')[0]!.split(':').at(-1);
  const address = `http://127.0.0.1:${port}`;
  const vault: VaultContainer = {
    address,
    rootToken,
    containerId,
    request: (method, path, options = {}) => request(address, method, path, { token: rootToken, ...options }),
    stop: () => void docker(['rm', '-fv', containerId]),
  };
  await untilHealthy(vault);
  return vault;
}

async function request(
  address: string,
  method: string,
  path: string,
  options: { body?: unknown; token: string },
): Promise<VaultAnswer> {
  const response = await fetch(`${address}/v1/${path}`, {
    method,
    headers: { 'X-Vault-Token': options.token },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

async function untilHealthy(vault: VaultContainer): Promise<void> {
  const until = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const status = await vault.request('GET', 'sys/health').then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    if (Date.now() > until) throw new Error(`Vault did not become healthy: ${docker(['logs', vault.containerId])}`);
    await sleep(100);
  }
}
