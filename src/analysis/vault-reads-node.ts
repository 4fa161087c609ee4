import type { VaultRead } from './vault-read.ts';

function node(path: string, fields: string, rest: Partial<VaultRead> = {}): VaultRead {
  return { method: 'GET', path, scope: 'node', fields: fields.split(' ').filter(Boolean), ...rest };
}

/** Asked of every node without a token; where Vault refuses, that is the answer. */
export const NODE_READS = {
  health: node(
    'sys/health',
    'initialized sealed standby performance_standby replication_performance_mode replication_dr_mode server_time_utc version enterprise cluster_name cluster_id echo_duration_ms clock_skew_ms',
    { query: 'standbyok=true&perfstandbyok=true&sealedcode=200&uninitcode=200&drsecondarycode=200' },
  ),
  'seal-status': node(
    'sys/seal-status',
    'type initialized sealed t n progress version build_date migration recovery_seal storage_type cluster_name cluster_id',
  ),
  leader: node(
    'sys/leader',
    'ha_enabled is_self active_time leader_address leader_cluster_address performance_standby',
  ),
  init: node('sys/init', 'initialized'),
  metrics: node('sys/metrics', '', { query: 'format=prometheus' }),
  pprof: node('sys/pprof/cmdline', ''),
  'in-flight': node('sys/in-flight-req', ''),
  'generate-root': node('sys/generate-root/attempt', 'started progress required complete'),
  rekey: node('sys/rekey/init', 'started progress required t n'),
  'rekey-recovery': node('sys/rekey-recovery-key/init', 'started progress required t n'),
  'ui-mounts': node('sys/internal/ui/mounts', 'auth.*.type secret.*.type'),
  ui: node('ui/', '', { isOutsideApi: true }),
} satisfies Record<string, VaultRead>;
