import type { Capability } from '../model/policy.ts';

/** Paths that Vault 1.21 lets every token use, and for what, by its policy `default`. */
export const DEFAULT_RULES: ReadonlyMap<string, readonly Capability[]> = new Map<string, readonly Capability[]>([
  ['auth/token/lookup-self', ['read']],
  ['cubbyhole/*', ['create', 'delete', 'list', 'read', 'update']],
  ['identity/entity/id/{{identity.entity.id}}', ['read']],
  ['identity/entity/name/{{identity.entity.name}}', ['read']],
  ['identity/oidc/provider/+/authorize', ['read', 'update']],
  ['sys/internal/ui/resultant-acl', ['read']],
  ...[
    ...['auth/token/renew-self', 'auth/token/revoke-self', 'sys/capabilities-self', 'sys/control-group/request'],
    ...['sys/leases/lookup', 'sys/leases/renew', 'sys/renew', 'sys/tools/hash', 'sys/tools/hash/*'],
    ...['sys/wrapping/lookup', 'sys/wrapping/unwrap', 'sys/wrapping/wrap'],
  ].map((path): [string, readonly Capability[]] => [path, ['update']]),
]);
