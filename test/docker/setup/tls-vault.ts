import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { docker, TEST_LABEL } from './docker.ts';
import { ensureVault } from './images.ts';

const START_TIMEOUT_MS = 60_000;

/** A Vault with TLS in a container, not yet initialised. */
export interface TlsVault {
  address: string;
  /** PEM of the authority that signed its certificate. */
  ca: string;
  containerId: string;
  stop(): void;
}

/** Starts one with Raft on a disk of its own; `listener` is added to the stanza of its listener. */
export async function startTlsVault(listener = ''): Promise<TlsVault> {
  const folder = mkdtempSync(join(tmpdir(), 'vaultcheck-tls-'));
  const ca = makeCertificates(folder);
  const config = `
storage "raft" {
  path = "/data"
  node_id = "one"
}
disable_mlock = true
api_addr = "https://127.0.0.1:8200"
cluster_addr = "https://127.0.0.1:8201"
listener "tcp" {
  address = "0.0.0.0:8200"
  tls_cert_file = "/config/server.pem"
  tls_key_file = "/config/server.key"
  ${listener}
}
`;
  writeFileSync(join(folder, 'vault.hcl'), config);
  for (const name of ['server.key', 'server.pem', 'vault.hcl']) chmodSync(join(folder, name), 0o644);
  chmodSync(folder, 0o755);
  const run = ['run', '-d', '--label', TEST_LABEL, '-p', '127.0.0.1::8200', '-v', `${folder}:/config:ro`];
  const server = ['--tmpfs', '/data', ensureVault(), 'server', '-config', '/config/vault.hcl'];
  const containerId = docker([...run, ...server]).trim();
  const port = docker(['port', containerId, '8200/tcp']).trim().split('\n')[0]!.split(':').at(-1);
  const until = Date.now() + START_TIMEOUT_MS;
  while (!docker(['logs', containerId]).includes('Vault server started')) {
    if (Date.now() > until) throw new Error(`Vault did not start: ${docker(['logs', containerId])}`);
    await sleep(100);
  }
  return {
    address: `https://127.0.0.1:${port}`,
    ca,
    containerId,
    stop: () => {
      docker(['rm', '-fv', containerId]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A new authority, and a certificate of it for 127.0.0.1; gives the authority's. */
export function makeCertificates(folder: string): string {
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    file('ca.key'),
    '-out',
    file('ca.pem'),
    '-days',
    '3650',
    '-subj',
    '/CN=ca',
  );
  openssl('req', ...key, '-keyout', file('server.key'), '-out', file('server.csr'), '-subj', '/CN=localhost');
  writeFileSync(file('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1');
  const signed = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '365'];
  openssl('x509', '-req', '-in', file('server.csr'), ...signed, '-out', file('server.pem'), '-extfile', file('names'));
  return readFileSync(file('ca.pem'), 'utf8');
}
