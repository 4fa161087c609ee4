import { Flags } from '@oclif/core';
import { Pace } from './clients/pace.ts';
import type { VaultEndpoint } from './clients/vault.ts';
import { UsageError } from './model/errors.ts';
import type { CollectOptions } from './sources/vault/collect.ts';
import type { Login } from './sources/vault/login.ts';
import {
  addressesOf,
  namespaceOf,
  secretFile,
  tlsOf,
  tokenOf,
  type VaultEnvironment,
} from './sources/vault/settings.ts';

/** Where Kubernetes puts the token of a pod's service account. */
const SERVICE_ACCOUNT_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** Requests at once. */
const AT_ONCE = 8;

/** Flags of how a running Vault is asked. */
export const AUDIT_FLAGS = {
  nodes: Flags.boolean({
    description: 'look at every node that the cluster names, without the token',
    helpGroup: 'VAULT',
  }),
  namespace: Flags.string({ description: 'namespace to audit (default: VAULT_NAMESPACE)', helpGroup: 'VAULT' }),
  namespaces: Flags.string({
    options: ['all'],
    description: 'audit every namespace below that one too',
    helpGroup: 'VAULT',
  }),
  tokens: Flags.boolean({ description: 'list the tokens however many there are', helpGroup: 'VAULT' }),
  rate: Flags.integer({
    default: 100,
    min: 1,
    max: 1000,
    description: 'requests a second at most',
    helpGroup: 'VAULT',
  }),
  timeout: Flags.integer({
    default: 10,
    min: 1,
    max: 600,
    description: 'seconds for each request',
    helpGroup: 'VAULT',
  }),
  'time-limit': Flags.integer({ default: 900, min: 1, description: 'seconds for the whole audit', helpGroup: 'VAULT' }),
  'no-token': Flags.boolean({ description: 'use no token: see what a stranger sees', helpGroup: 'LOGIN' }),
  'allow-plaintext-token': Flags.boolean({
    description: 'send the token over plain HTTP to another machine',
    helpGroup: 'LOGIN',
  }),
  'role-id': Flags.string({ description: 'log in with AppRole as this role', helpGroup: 'LOGIN' }),
  'secret-id-file': Flags.string({ description: 'file of the secret id for --role-id', helpGroup: 'LOGIN' }),
  'kubernetes-role': Flags.string({ description: "log in with the pod's service account", helpGroup: 'LOGIN' }),
  'jwt-role': Flags.string({ description: 'log in with the token of --jwt-file', helpGroup: 'LOGIN' }),
  'jwt-file': Flags.string({
    description: 'file of the token for --jwt-role or --kubernetes-role',
    helpGroup: 'LOGIN',
  }),
  'login-mount': Flags.string({
    description: 'where the auth method is mounted (default: its name)',
    helpGroup: 'LOGIN',
  }),
};

/** What those flags say. */
export interface AuditFlags {
  nodes: boolean;
  namespace?: string | undefined;
  namespaces?: string | undefined;
  tokens: boolean;
  rate: number;
  timeout: number;
  'time-limit': number;
  'no-token': boolean;
  'allow-plaintext-token': boolean;
  'role-id'?: string | undefined;
  'secret-id-file'?: string | undefined;
  'kubernetes-role'?: string | undefined;
  'jwt-role'?: string | undefined;
  'jwt-file'?: string | undefined;
  'login-mount'?: string | undefined;
}

/** Joins what flags and the environment say of a running Vault. @throws UsageError */
export async function auditSettings(
  named: readonly string[],
  flags: AuditFlags,
  { env, signal }: { env: VaultEnvironment; signal: AbortSignal },
): Promise<Omit<CollectOptions, 'version' | 'now' | 'signal'>> {
  const addresses = addressesOf(named, env);
  const tls = tlsOf(env);
  const pace = new Pace({ perSecond: flags.rate, atOnce: AT_ONCE });
  const whole = AbortSignal.any([signal, AbortSignal.timeout(flags['time-limit'] * 1000)]);
  const namespace = flags.namespace?.replace(/^\/+|\/+$/g, '') || namespaceOf(env);
  const endpointOf = (address: string): VaultEndpoint => {
    return { address, tls, pace, timeoutMs: flags.timeout * 1000, signal: whole };
  };
  const login = flags['no-token'] ? undefined : loginOf(flags, namespace);
  const value = flags['no-token'] || login ? undefined : await tokenOf(env);
  const isPlaintextAllowed = flags['allow-plaintext-token'];
  return {
    addresses,
    endpointOf,
    token: value === undefined ? undefined : { value, isPlaintextAllowed },
    login,
    namespace,
    allNamespaces: flags.namespaces === 'all',
    allNodes: flags.nodes,
    listsTokens: flags.tokens,
  };
}

function loginOf(flags: AuditFlags, namespace: string | undefined): Login | undefined {
  const common = { namespace, isPlaintextAllowed: flags['allow-plaintext-token'] };
  const mount = flags['login-mount']?.replace(/^\/?(?:auth\/)?|\/+$/g, '');
  const { 'role-id': roleId, 'kubernetes-role': kubernetes, 'jwt-role': jwt } = flags;
  if ([roleId, kubernetes, jwt].filter((role) => role !== undefined).length > 1)
    throw new UsageError('several-logins', 'several ways to log in are named', { hint: 'name one' });
  if (roleId !== undefined) {
    const file = flags['secret-id-file'];
    const secret = file === undefined ? {} : { secret_id: secretFile(file, 'secret id') };
    return { method: 'approle', mount: mount ?? 'approle', body: { role_id: roleId, ...secret }, ...common };
  }
  const role = kubernetes ?? jwt;
  if (role === undefined) return undefined;
  const method = kubernetes === undefined ? 'jwt' : 'kubernetes';
  const file = flags['jwt-file'] ?? (method === 'kubernetes' ? SERVICE_ACCOUNT_TOKEN : undefined);
  if (file === undefined)
    throw new UsageError('no-jwt', '--jwt-role needs a token', { hint: 'name its file with --jwt-file' });
  return { method, mount: mount ?? method, body: { role, jwt: secretFile(file, 'token') }, ...common };
}
