import type { Capability } from '../model/policy.ts';
import type { VaultRead } from './vault-read.ts';

const BY_METHOD = { GET: 'read', LIST: 'list', POST: 'update' } as const;

/** The capabilities that a read needs on its path. */
export function capabilitiesFor({ method, needsSudo }: Pick<VaultRead, 'method' | 'needsSudo'>): Capability[] {
  return needsSudo ? [BY_METHOD[method], 'sudo'] : [BY_METHOD[method]];
}

/** The right that a read needs, in words: `read and sudo on sys/audit`. */
export function rightFor(read: VaultRead): string {
  return `${capabilitiesFor(read).join(' and ')} on ${read.path}`;
}
