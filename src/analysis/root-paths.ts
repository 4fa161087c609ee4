import { compilePattern, matchesPath } from './policy-pattern.ts';

/** Paths for which Vault 1.21 asks for `sudo` beside the capability; `*` at the end is a prefix. */
const ROOT_PATHS = [
  'auth/token/accessors/',
  'auth/token/accessors',
  'auth/token/revoke-orphan',
  'pki/root',
  'pki/root/sign-self-issued',
  'sys/audit',
  'sys/audit/*',
  'sys/auth/*',
  'sys/config/auditing/*',
  'sys/config/cors',
  'sys/config/ui/headers/*',
  'sys/internal/counters/activity/export',
  'sys/internal/inspect/*',
  'sys/leases',
  'sys/leases/lookup/*',
  'sys/leases/revoke-force/*',
  'sys/leases/revoke-prefix/*',
  'sys/plugins/catalog/*',
  'sys/plugins/runtimes/catalog/*',
  'sys/raw',
  'sys/raw/*',
  'sys/remount',
  'sys/replication/dr/primary/secondary-token',
  'sys/replication/dr/reindex',
  'sys/replication/performance/primary/secondary-token',
  'sys/replication/performance/reindex',
  'sys/replication/primary/secondary-token',
  'sys/replication/reindex',
  'sys/revoke-force/*',
  'sys/revoke-prefix/*',
  'sys/rotate',
  'sys/seal',
  'sys/step-down',
  'sys/storage/raft/snapshot-auto/config/*',
].map(compilePattern);

/** True where Vault asks for `sudo`; `pki` stands for wherever that engine is mounted. */
export function needsSudo(path: string): boolean {
  const parts = path.replace(/^\/+/, '').split('/');
  return ROOT_PATHS.some((pattern) => matchesPath(pattern, parts));
}
