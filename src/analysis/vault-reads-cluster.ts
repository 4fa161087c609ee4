import type { VaultRead } from './vault-read.ts';

function ask(method: VaultRead['method'], path: string, fields: string, rest: Partial<VaultRead> = {}): VaultRead {
  return { method, path, scope: 'cluster', fields: fields.split(' ').filter(Boolean), ...rest };
}

const get = (path: string, fields: string, rest?: Partial<VaultRead>) => ask('GET', path, fields, rest);
const list = (path: string, fields = 'keys', rest?: Partial<VaultRead>) => ask('LIST', path, fields, rest);
const post = (path: string, fields: string, rest?: Partial<VaultRead>) => ask('POST', path, fields, rest);

/** Of a listener's stanza. */
const LISTENER = [
  'address',
  'cluster_address',
  'tls_disable',
  'tls_min_version',
  'tls_max_version',
  'tls_cipher_suites',
  'tls_require_and_verify_client_cert',
  'tls_disable_client_certs',
  'tls_client_ca_file',
  'x_forwarded_for_authorized_addrs',
  'x_forwarded_for_hop_skips',
  'x_forwarded_for_reject_not_authorized',
  'x_forwarded_for_reject_not_present',
  'proxy_protocol_behavior',
  'proxy_protocol_authorized_addrs',
  'max_request_size',
  'max_request_duration',
  'http_read_header_timeout',
  'http_read_timeout',
  'http_idle_timeout',
  'max_json_depth',
  'max_json_array_element_count',
  'max_json_object_entry_count',
  'max_json_string_value_length',
  'telemetry',
  'profiling',
  'inflight_requests_logging',
  'custom_response_headers',
  'redact_version',
  'redact_addresses',
  'redact_cluster_name',
  'disable_replication_status_endpoints',
  'disable_request_limiter',
  'chroot_namespace',
  'enable_unauthenticated_access',
  'disable_unauthed_rekey_endpoints',
  'disable_unauthed_generate_root_endpoints',
]
  .map((name) => `listeners.*.config.${name}`)
  .join(' ');

/** Of the server's configuration; what may hold a credential (storage, telemetry) is not there. */
const SANITIZED = `api_addr cluster_addr cluster_cipher_suites cache_size default_lease_ttl max_lease_ttl
default_max_request_duration detect_deadlocks disable_cache disable_clustering disable_indexing disable_mlock
disable_performance_standby disable_printable_check disable_sealwrap enable_response_header_hostname
enable_response_header_raft_node_id enable_ui imprecise_lease_role_tracking introspection_endpoint log_format log_level
log_requests_level plugin_directory plugin_file_permissions plugin_file_uid raw_storage_endpoint
allow_audit_log_prefixing unsafe_allow_api_audit_creation unsafe_cross_namespace_identity unsafe_relative_paths
allow_unauthenticated_workflows enable_unauthenticated_access deny_slash_in_templated_paths
allow_slashes_in_identity_templates allow_wildcards_in_identity_templates remove_irrevocable_lease_after
administrative_namespace_path storage.type storage.cluster_addr storage.redirect_addr storage.disable_clustering
ha_storage.type listeners.*.type ${LISTENER} seals.*.type seals.*.disabled seals.*.name seals.*.priority
telemetry.prometheus_retention_time telemetry.statsd_address telemetry.statsite_address telemetry.dogstatsd_addr
telemetry.stackdriver_project_id telemetry.circonus_submission_url telemetry.disable_hostname
telemetry.usage_gauge_period`.replaceAll('\n', ' ');

const TUNED = `default_lease_ttl max_lease_ttl force_no_cache audit_non_hmac_request_keys audit_non_hmac_response_keys
listing_visibility passthrough_request_headers allowed_response_headers token_type user_lockout_config`.replaceAll(
  '\n',
  ' ',
);

const MOUNT = `*.type *.accessor *.description *.local *.seal_wrap *.external_entropy_access *.options.version
*.plugin_version *.running_plugin_version *.running_sha256 *.deprecation_status ${TUNED.split(' ')
  .map((name) => `*.config.${name}`)
  .join(' ')}`.replaceAll('\n', ' ');

/** Fields of every token that a role or a user gives. */
export const TOKEN_FIELDS = `token_policies token_ttl token_max_ttl token_explicit_max_ttl token_period token_type
token_bound_cidrs token_num_uses token_no_default_policy policies ttl max_ttl period num_uses bound_cidrs`.replaceAll(
  '\n',
  ' ',
);

const RAFT_SERVER = 'healthy failure_tolerance leader voters non_voters servers.*.healthy servers.*.status';

/** Paths that an auditor's token must have no way to change, nor a secret to read; Vault is asked what it may do there. */
export const DANGER_PATHS: readonly string[] = [
  'auth/token/create',
  'auth/token/create-orphan',
  'auth/token/roles/x',
  'identity/entity',
  'identity/group',
  'secret/data/x',
  'sys/audit/x',
  'sys/auth/x',
  'sys/generate-root/update',
  'sys/mounts/x',
  'sys/plugins/catalog/auth/x',
  'sys/policies/acl/x',
  'sys/raw/x',
  'sys/remount',
  'sys/rotate',
  'sys/seal',
  'sys/step-down',
  'sys/storage/raft/snapshot',
];

/** Asked once with the token: the server, its policies, tokens and identities. */
export const CLUSTER_READS = {
  self: get(
    'auth/token/lookup-self',
    'policies identity_policies ttl creation_ttl explicit_max_ttl type path orphan renewable period num_uses entity_id',
  ),
  'self-capabilities': post('sys/capabilities-self', '*', { bodyField: 'paths' }),
  'sanitized-config': get('sys/config/state/sanitized', SANITIZED),
  'ha-status': get(
    'sys/ha-status',
    'nodes.*.hostname nodes.*.api_address nodes.*.cluster_address nodes.*.active_node nodes.*.last_echo nodes.*.version nodes.*.upgrade_version nodes.*.redundancy_zone nodes.*.clock_skew_ms',
  ),
  'key-status': get('sys/key-status', 'term install_time encryptions'),
  'rotate-config': get('sys/rotate/config', 'enabled interval max_operations'),
  'version-history': list('sys/version-history', 'keys key_info.*.timestamp_installed key_info.*.previous_version'),
  loggers: get('sys/loggers', '*'),
  'raft-configuration': get(
    'sys/storage/raft/configuration',
    'config.servers.*.node_id config.servers.*.address config.servers.*.leader config.servers.*.voter',
  ),
  'autopilot-state': get('sys/storage/raft/autopilot/state', RAFT_SERVER),
  'autopilot-config': get(
    'sys/storage/raft/autopilot/configuration',
    'cleanup_dead_servers min_quorum last_contact_threshold dead_server_last_contact_threshold server_stabilization_time max_trailing_logs disable_upgrade_migration',
  ),
  'snapshot-auto': list('sys/storage/raft/snapshot-auto/config', 'keys', {
    needsSudo: true,
    editions: ['vault-enterprise'],
  }),
  'seal-backend-status': get('sys/seal-backend-status', 'healthy fully_wrapped backends.*.name backends.*.healthy'),
  'license-status': get(
    'sys/license/status',
    'autoloaded.expiration_time autoloaded.termination_time autoloaded.start_time persisted_autoload.expiration_time',
    { editions: ['vault-enterprise'] },
  ),
  'irrevocable-leases': get('sys/leases/count', 'lease_count', { query: 'type=irrevocable' }),
  gauges: get('sys/metrics', 'Gauges.*.Name Gauges.*.Value'),
  'audit-devices': get(
    'sys/audit',
    '*.type *.local *.options.file_path *.options.path *.options.log_raw *.options.mode *.options.prefix *.options.hmac_accessor *.options.elide_list_responses *.options.fallback *.options.filter *.options.format *.options.address *.options.socket_type *.options.facility *.options.tag',
    { needsSudo: true },
  ),
  'request-headers': get('sys/config/auditing/request-headers', 'headers.*.hmac', { needsSudo: true }),
  cors: get('sys/config/cors', 'enabled allowed_origins allowed_headers', { needsSudo: true }),
  'ui-headers': list('sys/config/ui/headers', 'keys', { needsSudo: true }),
  auth: get('sys/auth', MOUNT),
  mounts: get('sys/mounts', MOUNT),
  'auth-tune': get('sys/auth/{mount}/tune', TUNED, { needsSudo: true, each: { auth: ['*'] } }),
  policies: list('sys/policies/acl'),
  policy: get('sys/policies/acl/{name}', 'name policy', { each: { list: 'policies' }, most: 2000 }),
  'password-policies': list('sys/policies/password'),
  'password-policy': get('sys/policies/password/{name}', 'policy', { each: { list: 'password-policies' }, most: 200 }),
  plugins: get(
    'sys/plugins/catalog',
    'detailed.*.name detailed.*.type detailed.*.version detailed.*.builtin detailed.*.sha256 detailed.*.deprecation_status detailed.*.oci_image',
  ),
  'rate-limit-quotas': list('sys/quotas/rate-limit'),
  'rate-limit-quota': get('sys/quotas/rate-limit/{name}', 'type path rate interval block_interval role', {
    each: { list: 'rate-limit-quotas' },
    most: 200,
  }),
  'lease-count-quotas': list('sys/quotas/lease-count', 'keys', { editions: ['vault-enterprise', 'hcp', 'openbao'] }),
  'quotas-config': get(
    'sys/quotas/config',
    'enable_rate_limit_audit_logging enable_rate_limit_response_headers rate_limit_exempt_paths',
  ),
  namespaces: list('sys/namespaces', 'keys', { editions: ['vault-enterprise', 'hcp', 'openbao'] }),
  entities: list('identity/entity/id'),
  entity: get(
    'identity/entity/id/{name}',
    'id name disabled policies group_ids aliases.*.mount_type aliases.*.mount_accessor last_update_time',
    { each: { list: 'entities' }, most: 1000 },
  ),
  groups: list('identity/group/id'),
  group: get(
    'identity/group/id/{name}',
    'id name type policies member_entity_ids member_group_ids alias.mount_type alias.mount_accessor',
    { each: { list: 'groups' }, most: 1000 },
  ),
  'mfa-enforcements': list('identity/mfa/login-enforcement'),
  'mfa-enforcement': get(
    'identity/mfa/login-enforcement/{name}',
    'name auth_method_accessors auth_method_types identity_group_ids identity_entity_ids mfa_method_ids',
    { each: { list: 'mfa-enforcements' }, most: 200 },
  ),
  'token-roles': list('auth/token/roles'),
  'token-role': get(
    'auth/token/roles/{name}',
    `${TOKEN_FIELDS} name allowed_policies allowed_policies_glob disallowed_policies disallowed_policies_glob orphan explicit_max_ttl renewable path_suffix allowed_entity_aliases`,
    { each: { list: 'token-roles' }, most: 1000 },
  ),
  accessors: list('auth/token/accessors', 'keys', { needsSudo: true, hasAccessors: true }),
  token: post(
    'auth/token/lookup-accessor',
    'creation_time creation_ttl expire_time explicit_max_ttl issue_time num_uses orphan path period policies identity_policies renewable role ttl type entity_id bound_cidrs',
    { bodyField: 'accessor', hasAccessors: true, each: { list: 'accessors' }, most: 500 },
  ),
} satisfies Record<string, VaultRead>;
