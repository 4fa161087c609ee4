import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { ReadId } from '../../analysis/vault-reads.ts';
import { NODE_READS } from '../../analysis/vault-reads-node.ts';
import { probeTls } from '../../clients/tls-probe.ts';
import { VaultClient, type VaultEndpoint, type VaultResponse } from '../../clients/vault.ts';
import type { VaultAnswer, VaultNode } from '../../model/vault-recording.ts';
import { bodyOf, type HashAccessor, toAnswer } from './answer.ts';

/** Headers of `sys/health` that rules look at. */
const HEADERS = [
  'strict-transport-security',
  'content-security-policy',
  'x-content-type-options',
  'access-control-allow-origin',
  'server',
  'via',
];

/** A node, or why nothing is known of it. */
export type ReadNode = { node: VaultNode } | { address: string; reason: string };

/** What `sys/health` says of a node that matters to an audit itself. */
export interface Health {
  initialized?: boolean;
  sealed?: boolean;
  version?: string;
  enterprise?: boolean;
  cluster_name?: string;
  cluster_id?: string;
}

/** Asks a node everything that needs no token. Its certificate is not trusted for that: nothing secret is sent. */
export async function readNode(endpoint: VaultEndpoint, hash: HashAccessor): Promise<ReadNode> {
  const { address } = endpoint;
  const client = new VaultClient({ ...endpoint, tls: { ...endpoint.tls, isVerified: false } });
  try {
    const health = await ask(client, 'health');
    const refusal = whyNoVault(health);
    if (refusal) return { address, reason: refusal };
    const answers: VaultAnswer[] = [toAnswer({ id: 'health', path: NODE_READS.health.path }, health, hash)];
    for (const id of Object.keys(NODE_READS) as (keyof typeof NODE_READS)[]) {
      if (id === 'health') continue;
      answers.push(toAnswer({ id, path: NODE_READS[id].path }, await ask(client, id), hash));
    }
    const url = new URL(address);
    const isPlain = url.protocol === 'http:';
    const tls = isPlain ? undefined : await probeTls(tlsTarget(url, endpoint));
    return {
      node: {
        address,
        resolved: await resolve(url.hostname),
        ...(tls ? { tls } : {}),
        servesPlainHttp: isPlain || (await answersPlainHttp(endpoint)),
        headers: Object.fromEntries(
          HEADERS.flatMap((name) => (name in health.headers ? [[name, health.headers[name]!]] : [])),
        ),
        answers,
      },
    };
  } finally {
    await client.close();
  }
}

/** What a node says of itself. */
export function healthOf(node: VaultNode): Health {
  const answer = node.answers.find(({ read }) => read === ('health' satisfies ReadId));
  return (answer?.data ?? {}) as Health;
}

function ask(client: VaultClient, id: keyof typeof NODE_READS): Promise<VaultResponse> {
  const { path, query, isOutsideApi, method } = NODE_READS[id] as (typeof NODE_READS)['health'];
  return client.request({ method, path: isOutsideApi ? path : `v1/${path}`, query });
}

/** Vault's health is an object that says whether it is initialized; nothing else is one. */
function whyNoVault({ status, json, reason }: VaultResponse): string | undefined {
  if (status === 0) return reason ?? 'no answer';
  const { initialized } = (bodyOf(json) ?? {}) as Health;
  if (typeof initialized === 'boolean') return undefined;
  if (status === 429) return 'the server asks to wait, again and again';
  if (status === 400 && reason === 'the answer is no JSON') return 'no Vault answers there; perhaps it wants https';
  return `no Vault answers there (status ${status}${reason ? `: ${reason}` : ''})`;
}

function tlsTarget(url: URL, { tls, timeoutMs, signal }: VaultEndpoint) {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { host, port: Number(url.port || 443), serverName: tls.serverName, ca: tls.ca, timeoutMs, signal };
}

/** The same port without TLS: Go answers that with a plain refusal, a listener without TLS with Vault's own words. */
async function answersPlainHttp(endpoint: VaultEndpoint): Promise<boolean> {
  const url = new URL(endpoint.address);
  const port = url.port || '443';
  const client = new VaultClient({ ...endpoint, address: `http://${url.hostname}:${port}` });
  try {
    return whyNoVault(await ask(client, 'health')) === undefined;
  } finally {
    await client.close();
  }
}

async function resolve(hostname: string): Promise<string[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) return [host];
  return lookup(host, { all: true }).then(
    (found) => found.map(({ address }) => address),
    () => [],
  );
}
