import type { VaultRead } from './vault-read.ts';

/** Roles and keys beyond this many are sampled, for each list. */
const MOST = 1000;

function config(types: string[], path: string, fields: string): VaultRead {
  return { method: 'GET', path: `{mount}/${path}`, scope: 'cluster', fields: words(fields), each: { mounts: types } };
}

function names(types: string[], path: string): VaultRead {
  return { method: 'LIST', path: `{mount}/${path}`, scope: 'cluster', fields: ['keys'], each: { mounts: types } };
}

function item(list: string, path: string, fields: string): VaultRead {
  return {
    method: 'GET',
    path: `{mount}/${path}/{name}`,
    scope: 'cluster',
    fields: words(fields),
    each: { list },
    most: MOST,
  };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

const CONNECTION = `plugin_name plugin_version allowed_roles verify_connection password_policy rotation_period
rotation_schedule disable_automated_rotation root_credentials_rotate_statements skip_static_role_import_rotation
connection_details.username connection_details.connection_url connection_details.tls connection_details.insecure_tls
connection_details.insecure connection_details.tls_server_name connection_details.hosts connection_details.host
connection_details.url connection_details.disable_escaping connection_details.auth_type
connection_details.password_authentication connection_details.max_connection_lifetime`;
const PKI_ROLE = `allow_any_name allow_bare_domains allow_glob_domains allow_ip_sans allow_localhost allow_subdomains
allow_wildcard_certificates allow_token_displayname allowed_domains allowed_domains_template allowed_other_sans
allowed_uri_sans allowed_uri_sans_template allowed_serial_numbers allowed_user_ids client_flag server_flag
code_signing_flag email_protection_flag cn_validations enforce_hostnames ext_key_usage generate_lease key_bits key_type
key_usage max_ttl ttl no_store no_store_metadata not_after not_before_duration not_before_bound policy_identifiers
require_cn signature_bits use_csr_common_name use_csr_sans issuer_ref basic_constraints_valid_for_non_ca`;
const TRANSIT_KEY = `type exportable allow_plaintext_backup deletion_allowed derived convergent_encryption
auto_rotate_period latest_version min_available_version min_decryption_version min_encryption_version keys imported_key
supports_encryption supports_decryption supports_signing`;
const SSH_ROLE = `key_type allowed_users allowed_users_template allowed_domains allowed_domains_template default_user
default_user_template allow_user_certificates allow_host_certificates allow_bare_domains allow_subdomains
allow_empty_principals allow_user_key_ids allowed_extensions default_extensions allowed_critical_options
default_critical_options max_ttl ttl algorithm_signer not_before_duration cidr_list exclude_cidr_list
allowed_user_key_lengths valid_principals`;
const KV_METADATA = `created_time updated_time current_version oldest_version max_versions cas_required
delete_version_after custom_metadata.owner custom_metadata.team custom_metadata.contact custom_metadata.rotation`;
const AWS_ROLE = `credential_type credential_types policy_arns policy_document role_arns iam_groups iam_tags
default_sts_ttl max_sts_ttl user_path permissions_boundary_arn session_tags external_id`;

/** Asked once with the token: every secrets engine by its type. No path here gives a secret. */
export const SECRET_READS = {
  'database-connections': names(['database'], 'config'),
  'database-connection': { ...item('database-connections', 'config', CONNECTION), mayHoldPasswords: true },
  'database-roles': names(['database'], 'roles'),
  'database-role': {
    ...item(
      'database-roles',
      'roles',
      'db_name creation_statements revocation_statements rollback_statements renew_statements default_ttl max_ttl credential_type',
    ),
    mayHoldPasswords: true,
  },
  'database-static-roles': names(['database'], 'static-roles'),
  'database-static-role': {
    ...item(
      'database-static-roles',
      'static-roles',
      'db_name username rotation_period rotation_schedule rotation_window last_vault_rotation credential_type rotation_statements',
    ),
    mayHoldPasswords: true,
  },
  'kv-config': {
    ...config(['kv'], 'config', 'cas_required max_versions delete_version_after'),
    each: { mounts: ['kv'], version: 2 },
  },
  'kv-names': {
    method: 'LIST',
    path: '{mount}/metadata/',
    scope: 'cluster',
    fields: ['keys'],
    isTree: true,
    each: { mounts: ['kv'], version: 2 },
    most: 200,
  },
  'kv-metadata': { ...item('kv-names', 'metadata', KV_METADATA), most: 200 },
  'pki-roles': names(['pki'], 'roles'),
  'pki-role': item('pki-roles', 'roles', PKI_ROLE),
  'pki-acme': config(
    ['pki'],
    'config/acme',
    'enabled eab_policy allowed_issuers allowed_roles allow_role_ext_key_usage default_directory_policy dns_resolver',
  ),
  'pki-urls': config(
    ['pki'],
    'config/urls',
    'issuing_certificates crl_distribution_points ocsp_servers enable_templating',
  ),
  'pki-crl': config(
    ['pki'],
    'config/crl',
    'disable expiry auto_rebuild auto_rebuild_grace_period enable_delta ocsp_disable ocsp_expiry',
  ),
  'pki-auto-tidy': config(
    ['pki'],
    'config/auto-tidy',
    'enabled interval_duration tidy_cert_store tidy_revoked_certs tidy_expired_issuers safety_buffer',
  ),
  'pki-issuers': {
    ...names(['pki'], 'issuers'),
    fields: words('keys key_info.*.issuer_name key_info.*.is_default key_info.*.serial_number'),
  },
  'pki-issuer': item(
    'pki-issuers',
    'issuer',
    'issuer_name certificate ca_chain usage revoked leaf_not_after_behavior issuing_certificates crl_distribution_points ocsp_servers',
  ),
  'transit-keys': names(['transit'], 'keys'),
  'transit-key': item('transit-keys', 'keys', TRANSIT_KEY),
  'transit-config': config(['transit'], 'config/keys', 'disable_upsert'),
  'ssh-roles': names(['ssh'], 'roles'),
  'ssh-role': item('ssh-roles', 'roles', SSH_ROLE),
  'ssh-ca': config(['ssh'], 'config/ca', 'public_key'),
  'aws-root': config(
    ['aws'],
    'config/root',
    'region iam_endpoint sts_endpoint max_retries username_template role_arn identity_token_audience rotation_period rotation_schedule disable_automated_rotation',
  ),
  'aws-lease': config(['aws'], 'config/lease', 'lease lease_max'),
  'aws-roles': names(['aws'], 'roles'),
  'aws-role': item('aws-roles', 'roles', AWS_ROLE),
  'gcp-config': config(['gcp'], 'config', 'ttl max_ttl service_account_email rotation_period rotation_schedule'),
  'gcp-rolesets': names(['gcp'], 'rolesets'),
  'gcp-roleset': item('gcp-rolesets', 'roleset', 'bindings secret_type service_account_project token_scopes'),
  'azure-config': config(
    ['azure'],
    'config',
    'environment root_password_ttl root_password_expiration_date use_microsoft_graph_api rotation_period',
  ),
  'azure-roles': names(['azure'], 'roles'),
  'azure-role': item(
    'azure-roles',
    'roles',
    'azure_roles azure_groups application_object_id ttl max_ttl explicit_max_ttl persist_app permanently_delete',
  ),
  'kubernetes-secrets-roles': names(['kubernetes'], 'roles'),
  'kubernetes-secrets-role': item(
    'kubernetes-secrets-roles',
    'roles',
    'allowed_kubernetes_namespaces allowed_kubernetes_namespace_selector kubernetes_role_name kubernetes_role_type service_account_name generated_role_rules token_default_ttl token_max_ttl token_default_audiences',
  ),
  'rabbitmq-lease': config(['rabbitmq'], 'config/lease', 'ttl max_ttl'),
} satisfies Record<string, VaultRead>;
