/** One advice or pitfall of the article on Docker and Vault, and what finds it. */
export interface ArticleRow {
  /** Part of the article. */
  part:
    | 'best practice'
    | 'pitfall'
    | 'security'
    | 'production'
    | 'pattern'
    | 'authentication'
    | 'dynamic secrets'
    | 'alternative'
    | 'use case';
  /** What the article says, in a few words. */
  advice: string;
  /** Ids of the rules that find it broken; each fires on the shop. */
  rules?: readonly string[];
  /** What is to be built before (more) rules find it. */
  later?:
    | 'policy'
    | 'agent'
    | 'shell'
    | 'compose'
    | 'dockerfile'
    | 'server'
    | 'kubernetes'
    | 'workflow'
    | 'terraform'
    | 'audit'
    | 'chaos'
    | 'project';
}

/** Every advice of the article, one a line: whoever adds a rule names it here. */
// biome-ignore format: one row a line is easier to edit
export const ARTICLE: readonly ArticleRow[] = [
  // Best practices
  { part: 'best practice', advice: 'never hardcode secrets: Dockerfile', rules: ['dockerfile/secret-in-arg', 'dockerfile/secret-in-env', 'dockerfile/secret-file-copied', 'dockerfile/secret-in-command', 'dockerfile/secret-file-deleted', 'dockerfile/secret-mount-kept', 'dockerfile/whole-stage-copied', 'dockerfile/secret-file-in-context'] },
  { part: 'best practice', advice: 'never hardcode secrets: compose', rules: ['compose/secret-in-environment', 'compose/vault-token-in-environment', 'compose/secret-default-in-interpolation', 'compose/secret-in-command', 'compose/secret-by-variable'] },
  { part: 'best practice', advice: 'never hardcode secrets: source code and configuration', rules: ['secrets/vault-service-token', 'secrets/assigned-password', 'secrets/private-key', 'secrets/database-url', 'secrets/aws-secret-access-key', 'vault-config/storage-literal-credential', 'vault-config/systemd-secret-in-environment'] },
  { part: 'best practice', advice: 'never hardcode secrets: arguments of commands', rules: ['secrets/password-argument', 'secrets/curl-user-password', 'compose/secret-in-command', 'shell/secret-in-argument', 'shell/vault-token-in-argument'] },
  { part: 'best practice', advice: 'never hardcode secrets: manifests', rules: ['secrets/assigned-password', 'kubernetes/secret-literal'] },
  { part: 'best practice', advice: 'runtime injection exclusively: no build argument that holds a secret', rules: ['dockerfile/secret-in-arg', 'compose/secret-in-environment'], later: 'workflow' },
  { part: 'best practice', advice: 'least privilege: each service reads only its own secrets', rules: ['vault-agent/role-covers-more', 'vault-policy/whole-mount', 'vault-policy/engine-path'] },
  { part: 'best practice', advice: 'prefer Agent or sidecars over the Vault CLI in images', rules: ['dockerfile/vault-cli-installed', 'shell/vault-cli-in-entrypoint'] },
  { part: 'best practice', advice: 'rotate AppRole SecretIDs', rules: ['secrets/vault-approle-secret-id', 'compose/approle-shared', 'shell/secret-id-never-expires'] },
  { part: 'best practice', advice: 'response-wrap what is handed over', rules: ['vault-agent/secret-id-unwrapped', 'compose/approle-pair-in-environment', 'shell/secret-id-unwrapped'] },
  { part: 'best practice', advice: 'enable audit logging', rules: ['compose/vault-audit-missing', 'shell/audit-never-enabled'] },
  { part: 'best practice', advice: 'ship audit logs to a SIEM', rules: ['compose/audit-log-kept-local'] },
  { part: 'best practice', advice: 'TLS for all communication', rules: ['dockerfile/vault-address-http', 'compose/vault-address-http', 'dockerfile/vault-skip-verify', 'compose/vault-skip-verify', 'vault-agent/address-http', 'vault-agent/tls-skip-verify', 'shell/vault-address-http', 'shell/verification-off', 'client-code/vault-address-http', 'client-code/verification-off'] },
  { part: 'best practice', advice: 'TLS for all communication: the server itself', rules: ['vault-config/listener-without-tls', 'vault-config/storage-without-tls', 'vault-config/api-address-http', 'compose/vault-tls-disabled', 'compose/vault-storage-plaintext', 'compose/overlay-not-encrypted', 'vault-config/old-tls-version'] },
  { part: 'best practice', advice: 'auto-unseal by KMS or HSM', rules: ['vault-config/no-auto-unseal', 'compose/vault-no-auto-unseal'] },
  { part: 'best practice', advice: 'restrict network access to Vault', rules: ['compose/vault-port-published', 'compose/vault-network-shared'] },
  { part: 'best practice', advice: 'handle renewal: fetched once and never again', rules: ['shell/fetched-once', 'vault-agent/exit-after-auth', 'client-code/token-not-renewed'] },
  { part: 'best practice', advice: 'handle renewal: templates that reload the application', rules: ['vault-agent/template-not-reread', 'vault-agent/slow-static-render'] },
  { part: 'best practice', advice: 'test for failure: downtime, partition, expiry', later: 'chaos' },
  { part: 'best practice', advice: 'short TTLs for dynamic secrets and tokens', rules: ['shell/database-ttl-too-long', 'shell/token-ttl-too-long'] },
  { part: 'best practice', advice: 'a caching layer for many replicas', rules: ['compose/replicas-without-agent', 'vault-agent/no-cache'] },

  // Common pitfalls
  { part: 'pitfall', advice: 'forgetting to unseal: no auto-unseal', rules: ['vault-config/no-auto-unseal', 'compose/vault-no-auto-unseal', 'compose/vault-no-healthcheck'] },
  { part: 'pitfall', advice: 'forgetting to unseal: unseal keys kept in a file', rules: ['secrets/vault-unseal-key', 'secrets/vault-init-json', 'secrets/committed-secret-file', 'compose/unseal-key-beside-vault', 'shell/init-output-stored'] },
  { part: 'pitfall', advice: 'exposing tokens in logs', rules: ['shell/secret-printed', 'shell/trace-with-secret', 'client-code/secret-logged', 'vault-agent/verbose-log', 'vault-config/verbose-log'] },
  { part: 'pitfall', advice: 'mixing static and dynamic secrets', rules: ['vault-agent/static-database-secret'] },
  { part: 'pitfall', advice: 'not planning for downtime: no cache, no retry', rules: ['vault-agent/retry-failure-ignored', 'compose/no-restart-policy', 'compose/vault-dependency-not-awaited', 'shell/fetch-without-retry', 'vault-agent/retry-off'] },
  { part: 'pitfall', advice: 'not planning for downtime: the application meets it', later: 'chaos' },
  { part: 'pitfall', advice: 'overly permissive policies: secret/* for a frontend', rules: ['vault-policy/whole-mount', 'vault-policy/wildcard-write', 'vault-policy/sudo'] },

  // Security considerations
  { part: 'security', advice: 'network security: Vault is not exposed', rules: ['compose/vault-port-published', 'compose/vault-network-shared', 'compose/free-egress'], later: 'kubernetes' },
  { part: 'security', advice: 'network security: mutual TLS', rules: ['vault-config/no-client-certificates', 'vault-agent/no-client-certificate'] },
  { part: 'security', advice: 'image provenance: pinned base images', rules: ['dockerfile/unpinned-base-image', 'dockerfile/base-image-without-digest', 'compose/unpinned-image', 'compose/image-without-digest', 'compose/secret-driver-unpinned'] },
  { part: 'security', advice: 'image provenance: trusted registries', rules: ['dockerfile/registry-not-allowed', 'compose/registry-not-allowed'] },
  { part: 'security', advice: 'image provenance: packages from trusted places', rules: ['dockerfile/script-from-network', 'dockerfile/package-check-off', 'dockerfile/extra-package-index', 'shell/untrusted-download'] },
  { part: 'security', advice: 'runtime monitoring', rules: ['compose/no-runtime-monitor', 'compose/privileged-container', 'compose/security-profile-off', 'compose/docker-socket-mounted', 'dockerfile/root-user'] },
  { part: 'security', advice: 'secret sprawl: environment files', rules: ['dockerfile/secret-file-copied', 'secrets/assigned-password', 'secrets/stripe-secret-key', 'dockerfile/context-not-ignored', 'dockerfile/secret-file-in-context'] },
  { part: 'security', advice: 'secret sprawl: development servers in what is shipped', rules: ['compose/vault-dev-server', 'secrets/vault-dev-root-token', 'dockerfile/dev-server', 'dockerfile/application-dev-server', 'compose/application-dev-server'] },
  { part: 'security', advice: 'lease management: health checks and fallback', rules: ['dockerfile/no-healthcheck', 'compose/no-healthcheck-with-vault', 'compose/no-restart-policy'] },

  // Setting up a production-grade Vault
  { part: 'production', advice: 'highly available: three nodes with Raft', rules: ['vault-config/storage-without-ha', 'compose/vault-single-node', 'compose/vault-storage'] },
  { part: 'production', advice: 'auto-unseal, and no unseal key beside Vault', rules: ['secrets/vault-unseal-key', 'secrets/vault-init-json', 'vault-config/no-auto-unseal', 'vault-config/seal-literal-key', 'compose/unseal-key-beside-vault', 'compose/vault-no-auto-unseal'] },
  { part: 'production', advice: 'audit devices', rules: ['compose/vault-audit-missing', 'shell/audit-never-enabled'], later: 'audit' },
  { part: 'production', advice: 'a policy and a role for each service', rules: ['vault-agent/role-covers-more', 'vault-policy/whole-mount'] },
  { part: 'production', advice: 'orchestration: injector, CSI or sidecar', later: 'kubernetes' },
  { part: 'production', advice: 'dynamic secrets are set up and work', later: 'audit' },
  { part: 'production', advice: 'pipelines: short tokens for each stage', later: 'workflow' },

  // Core patterns
  { part: 'pattern', advice: 'Vault CLI in an entrypoint', rules: ['dockerfile/vault-cli-installed', 'shell/vault-cli-in-entrypoint', 'shell/vault-login-method'] },
  { part: 'pattern', advice: 'RoleID and SecretID in the environment', rules: ['compose/secret-in-environment', 'secrets/vault-approle-role-id', 'secrets/vault-approle-secret-id', 'compose/approle-pair-in-environment', 'shell/secret-id-left-in-environment'] },
  { part: 'pattern', advice: 'Agent sidecar: address, role files, template', rules: ['vault-agent/address-http', 'vault-agent/login-file-in-tmp', 'vault-agent/template-world-readable', 'vault-agent/missing-key-ignored', 'vault-agent/sink-readable', 'vault-agent/listener-gives-identity', 'compose/agent-volume-on-disk', 'vault-agent/template-not-reread'] },
  { part: 'pattern', advice: 'Swarm secrets with a Vault driver', rules: ['compose/secret-driver-unpinned', 'compose/swarm-secret-plain', 'compose/overlay-not-encrypted'] },
  { part: 'pattern', advice: 'CSI driver', later: 'kubernetes' },

  // Authentication methods
  { part: 'authentication', advice: 'AppRole: the SecretID is wrapped and lives shortly', rules: ['vault-agent/secret-id-unwrapped', 'shell/secret-id-unwrapped', 'shell/secret-id-in-argument'] },
  { part: 'authentication', advice: 'Kubernetes: bound to service accounts', later: 'terraform' },
  { part: 'authentication', advice: 'JWT: bound to an audience', later: 'workflow' },
  { part: 'authentication', advice: 'static tokens where an identity would do', rules: ['compose/vault-token-in-environment', 'dockerfile/secret-in-env', 'secrets/vault-service-token', 'vault-agent/static-token', 'shell/static-vault-token', 'client-code/static-token'] },

  // Dynamic secrets
  { part: 'dynamic secrets', advice: 'the administrator of the database engine has a literal password', rules: ['secrets/assigned-password', 'shell/database-admin-password'] },
  { part: 'dynamic secrets', advice: 'no static secret beside a database engine', rules: ['shell/static-secret-beside-dynamic'] },
  { part: 'dynamic secrets', advice: 'leases of a day at most, and users that are dropped', rules: ['shell/database-ttl-too-long', 'shell/database-no-revocation'] },
  { part: 'dynamic secrets', advice: 'PostgreSQL, MySQL and MongoDB alike', rules: ['shell/database-admin-password', 'shell/database-ttl-too-long'], later: 'terraform' },

  // Comparison with alternatives
  { part: 'alternative', advice: 'Swarm secrets are static', rules: ['compose/swarm-secret-plain'] },
  { part: 'alternative', advice: 'Kubernetes Secrets lie in etcd without encryption', rules: ['kubernetes/secrets-not-encrypted'] },

  // Twenty microservices
  { part: 'use case', advice: 'no database password in a manifest or an image', rules: ['secrets/database-url', 'compose/secret-in-environment'] },
  { part: 'use case', advice: 'one role for each service', rules: ['compose/approle-shared', 'vault-agent/role-shared'] },
  { part: 'use case', advice: 'all leases of a service are revoked in one command', later: 'chaos' },
];
