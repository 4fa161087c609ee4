import type { ReadId } from '../../analysis/vault-reads.ts';
import type { VaultAnswer } from '../../model/vault-recording.ts';

/** More nodes than a cluster has. */
const MOST = 50;

/** Addresses of nodes that the cluster names and the user did not. They are asked without a token only. */
export function otherNodes(answers: readonly VaultAnswer[], known: readonly string[]): string[] {
  const { data } = answers.find(({ read }) => read === ('ha-status' satisfies ReadId)) ?? {};
  const { nodes = [] } = (data ?? {}) as { nodes?: { api_address?: unknown }[] };
  const seen = new Set(known.map(normal));
  const others: string[] = [];
  for (const { api_address: address } of nodes) {
    if (typeof address !== 'string' || !/^https?:\/\//.test(address) || !URL.canParse(address)) continue;
    const { origin } = new URL(address);
    if (seen.has(origin) || others.length >= MOST) continue;
    seen.add(origin);
    others.push(origin);
  }
  return others;
}

function normal(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}
