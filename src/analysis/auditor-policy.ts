import type { Capability } from '../model/policy.ts';
import { VAULT_READS, type VaultRead } from './vault-reads.ts';
import { capabilitiesFor } from './vault-rights.ts';

/** A mount, as far as its rights depend on it. */
export interface PolicyMount {
  /** Without the slash at its end. */
  path: string;
  type: string;
  options?: { version?: string } | null;
}

/** The mounts of a very cluster; without them the policy names engines by the paths that they are usually at. */
export interface PolicyMounts {
  secrets: readonly PolicyMount[];
  auth: readonly PolicyMount[];
}

/** What an audit asks beside the table of reads. */
const BESIDE: readonly [string, Capability[]][] = [
  ['auth/token/revoke-self', ['update']],
  ['sys/capabilities-accessor', ['update']],
];

/** Paths at which engines are usually mounted, where the cluster's own are not known. */
const USUAL: PolicyMounts = {
  secrets: [
    { path: 'secret', type: 'kv', options: { version: '2' } },
    ...['aws', 'azure', 'database', 'gcp', 'kubernetes', 'pki', 'rabbitmq', 'ssh', 'transit'].map((path) => ({
      path,
      type: path,
    })),
  ],
  auth: [
    'approle',
    'aws',
    'azure',
    'cert',
    'gcp',
    'github',
    'jwt',
    'kubernetes',
    'ldap',
    'oidc',
    'okta',
    'radius',
    'token',
    'userpass',
  ].map((path) => ({ path, type: path })),
};

/** The policy that the token of an audit needs, and nothing more. */
export function auditorPolicy(mounts?: PolicyMounts): string {
  const rights = new Map<string, Set<Capability>>();
  const grant = (path: string, capabilities: readonly Capability[]) => {
    const known = rights.get(path) ?? new Set();
    for (const capability of capabilities) known.add(capability);
    rights.set(path, known);
  };
  for (const read of Object.values<VaultRead>(VAULT_READS)) {
    if (read.scope !== 'cluster') continue;
    for (const path of pathsOf(read, mounts ?? USUAL)) grant(path, capabilitiesFor(read));
  }
  for (const [path, capabilities] of BESIDE) grant(path, capabilities);
  const rules = [...rights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, own]) => {
      const list = [...own].sort().map((capability) => JSON.stringify(capability));
      return `path ${JSON.stringify(path)} { capabilities = [${list.join(', ')}] }`;
    });
  const heading = mounts
    ? '# What `vaultcheck audit` needs on this cluster, made of its own mounts: print it anew when they change.'
    : `# What \`vaultcheck audit\` needs where engines are mounted at their usual paths. A key-value store of version 1 at one of
# them would be read: \`vaultcheck audit --print-policy ADDRESS\` makes the policy of a cluster's own mounts.`;
  return `${heading}\n${rules.join('\n')}\n`;
}

/** The paths of a policy that let a read be asked, for every mount that it is about. */
function pathsOf(read: VaultRead, mounts: PolicyMounts): string[] {
  const source = mountsFor(read);
  // A folder may be anywhere below.
  // Where Vault protects a list, it protects the path with a slash at its end.
  if (read.method === 'LIST' && read.needsSudo) return [`${read.path}/`];
  const below = read.isTree ? `${read.path}*` : read.path.replace(/metadata\/\{name\}$/, 'metadata/*');
  const path = below.replace('{name}', '+');
  if (!source) return [path];
  const isAuth = 'auth' in source;
  const types = isAuth ? source.auth : source.mounts;
  return (isAuth ? mounts.auth : mounts.secrets)
    .filter(({ type, options }) => {
      const version = options?.version === '2' ? 2 : 1;
      const isVersion = isAuth || source.version === undefined || source.version === version;
      return (types.includes('*') || types.includes(type)) && isVersion;
    })
    .map((mount) => path.replace('{mount}', () => mount.path));
}

/** The mounts that a read goes by, also by way of a list. */
function mountsFor(
  read: VaultRead,
): { auth: readonly string[] } | { mounts: readonly string[]; version?: 1 | 2 } | undefined {
  const { each } = read;
  if (!each || !('list' in each)) return each;
  return mountsFor((VAULT_READS as Record<string, VaultRead>)[each.list]!);
}

/** Paths that give secrets, in the mounts of a cluster: what an auditor's policy must not let be read. */
export function secretPaths({ secrets }: PolicyMounts): string[] {
  return secrets.flatMap(({ path, type, options }) => {
    if (type === 'kv' || type === 'generic') return options?.version === '2' ? [`${path}/data/*`] : [`${path}/*`];
    return (GIVING[type] ?? []).map((name) => `${path}/${name}`);
  });
}

/** By type of the engine. */
const GIVING: Readonly<Record<string, readonly string[]>> = {
  cubbyhole: ['*'],
  database: ['creds/*', 'static-creds/*'],
  aws: ['creds/*', 'sts/*', 'static-creds/*'],
  azure: ['creds/*'],
  gcp: ['key/*', 'token/*', 'roleset/+/key', 'roleset/+/token'],
  kubernetes: ['creds/*'],
  rabbitmq: ['creds/*'],
  consul: ['creds/*'],
  nomad: ['creds/*'],
  ldap: ['creds/*', 'static-cred/*'],
  ssh: ['creds/*', 'sign/*', 'issue/*'],
  transit: ['export/*', 'backup/*', 'decrypt/*', 'datakey/*'],
  pki: ['issue/*', 'sign/*', 'sign-verbatim/*', 'root/*'],
  totp: ['code/*', 'keys/*'],
};
