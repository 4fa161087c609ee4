import type { VaultRead } from './vault-read.ts';
import { AUTH_READS } from './vault-reads-auth.ts';
import { CLUSTER_READS } from './vault-reads-cluster.ts';
import { NODE_READS } from './vault-reads-node.ts';
import { SECRET_READS } from './vault-reads-secrets.ts';

export { allowedFields, type VaultRead } from './vault-read.ts';
export { DANGER_PATHS } from './vault-reads-cluster.ts';

/**
 * Everything that an audit may ask of a Vault; nothing else is ever sent, but a login, its end, and what the self-proof
 * asks. The requests, the fields that are kept, the auditor's policy and which right gives which rule its answer all come
 * from this table. By id; order is the order of asking.
 */
export const VAULT_READS = { ...NODE_READS, ...CLUSTER_READS, ...AUTH_READS, ...SECRET_READS };

/** Id of a read. */
export type ReadId = keyof typeof VAULT_READS;

/** A read by its id, with the table's own types widened. */
export function vaultRead(id: ReadId): VaultRead {
  return VAULT_READS[id];
}
