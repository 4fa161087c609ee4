import type { VaultRead } from './vault-read.ts';
import { TOKEN_FIELDS } from './vault-reads-cluster.ts';

/** Roles and users beyond this many are sampled, for each list. */
const MOST = 1000;

function config(types: string[], path: string, fields: string): VaultRead {
  return {
    method: 'GET',
    path: `auth/{mount}/${path}`,
    scope: 'cluster',
    fields: words(fields),
    each: { auth: types },
  };
}

function names(types: string[], path: string): VaultRead {
  return { method: 'LIST', path: `auth/{mount}/${path}`, scope: 'cluster', fields: ['keys'], each: { auth: types } };
}

function item(list: string, path: string, fields: string): VaultRead {
  return {
    method: 'GET',
    path: `auth/{mount}/${path}/{name}`,
    scope: 'cluster',
    fields: words(`${TOKEN_FIELDS} ${fields}`),
    each: { list },
    most: MOST,
  };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

const JWT = ['jwt', 'oidc'];
const KUBERNETES_ROLE = `bound_service_account_names bound_service_account_namespaces
bound_service_account_namespace_selector audience alias_name_source`;
const JWT_CONFIG = `oidc_discovery_url jwks_url jwt_validation_pubkeys bound_issuer default_role oidc_response_mode
oidc_response_types jwt_supported_algs namespace_in_state unsupported_critical_cert_extensions`;
const JWT_ROLE = `role_type bound_audiences bound_subject bound_claims bound_claims_type user_claim user_claim_json_pointer
groups_claim allowed_redirect_uris verbose_oidc_logging expiration_leeway not_before_leeway clock_skew_leeway oidc_scopes
max_age`;
const LDAP = `${TOKEN_FIELDS} url insecure_tls starttls tls_min_version tls_max_version deny_null_bind discoverdn
anonymous_group_search use_token_groups request_timeout username_as_alias userdn groupdn userfilter case_sensitive_names`;
const CERT = `display_name allowed_names allowed_common_names allowed_dns_sans allowed_email_sans allowed_uri_sans
allowed_organizational_units allowed_organizations required_extensions allowed_metadata_extensions ocsp_enabled
ocsp_fail_open ocsp_query_all_servers certificate`;
const AWS = `auth_type bound_iam_principal_arn bound_account_id bound_ami_id bound_region bound_vpc_id bound_subnet_id
bound_iam_role_arn bound_iam_instance_profile_arn bound_ec2_instance_id resolve_aws_unique_ids inferred_entity_type
allow_instance_migration disallow_reauthentication role_tag`;
const GCP = `type role_type bound_service_accounts bound_projects bound_zones bound_regions bound_instance_groups
bound_labels allow_gce_inference add_group_aliases max_jwt_exp`;
const AZURE = `bound_service_principal_ids bound_group_ids bound_locations bound_subscription_ids bound_resource_groups
bound_scale_sets`;

/** Asked once with the token: every auth method by its type, its roles and users. */
export const AUTH_READS = {
  'approle-roles': names(['approle'], 'role'),
  'approle-role': item(
    'approle-roles',
    'role',
    'bind_secret_id secret_id_ttl secret_id_num_uses secret_id_bound_cidrs local_secret_ids',
  ),
  'approle-secret-ids': {
    method: 'LIST',
    path: 'auth/{mount}/role/{name}/secret-id',
    scope: 'cluster',
    fields: ['keys'],
    hasAccessors: true,
    each: { list: 'approle-roles' },
    most: MOST,
  },
  'kubernetes-config': config(
    ['kubernetes'],
    'config',
    'kubernetes_host disable_local_ca_jwt disable_iss_validation issuer token_reviewer_jwt_set use_annotations_as_alias_metadata',
  ),
  'kubernetes-roles': names(['kubernetes'], 'role'),
  'kubernetes-role': item('kubernetes-roles', 'role', KUBERNETES_ROLE),
  'jwt-config': config(JWT, 'config', JWT_CONFIG),
  'jwt-roles': names(JWT, 'role'),
  'jwt-role': item('jwt-roles', 'role', JWT_ROLE),
  'userpass-users': names(['userpass'], 'users'),
  'userpass-user': item('userpass-users', 'users', ''),
  'ldap-config': config(['ldap'], 'config', LDAP),
  'ldap-groups': names(['ldap'], 'groups'),
  'ldap-group': item('ldap-groups', 'groups', ''),
  'ldap-users': names(['ldap'], 'users'),
  'ldap-user': item('ldap-users', 'users', 'groups'),
  'okta-config': config(['okta'], 'config', `${TOKEN_FIELDS} org_name organization base_url bypass_okta_mfa`),
  'okta-groups': names(['okta'], 'groups'),
  'okta-group': item('okta-groups', 'groups', ''),
  'radius-config': config(['radius'], 'config', `${TOKEN_FIELDS} host port unregistered_user_policies`),
  'radius-users': names(['radius'], 'users'),
  'radius-user': item('radius-users', 'users', ''),
  'github-config': config(['github'], 'config', `${TOKEN_FIELDS} organization organization_id base_url`),
  'github-teams': names(['github'], 'map/teams'),
  'github-team': item('github-teams', 'map/teams', 'key value'),
  'github-users': names(['github'], 'map/users'),
  'github-user': item('github-users', 'map/users', 'key value'),
  'cert-config': config(['cert'], 'config', 'disable_binding enable_identity_alias_metadata ocsp_cache_size'),
  'cert-roles': names(['cert'], 'certs'),
  'cert-role': item('cert-roles', 'certs', CERT),
  'aws-auth-client': config(
    ['aws'],
    'config/client',
    'iam_server_id_header_value endpoint iam_endpoint sts_endpoint sts_region use_sts_region_from_client max_retries rotation_period',
  ),
  'aws-auth-roles': names(['aws'], 'roles'),
  'aws-auth-role': item('aws-auth-roles', 'role', AWS),
  'gcp-auth-roles': names(['gcp'], 'roles'),
  'gcp-auth-role': item('gcp-auth-roles', 'role', GCP),
  'azure-auth-roles': names(['azure'], 'role'),
  'azure-auth-role': item('azure-auth-roles', 'role', AZURE),
} satisfies Record<string, VaultRead>;
