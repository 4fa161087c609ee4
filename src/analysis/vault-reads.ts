/**
 * Everything that an audit may ask of a Vault; nothing else is ever sent. The requests, the fields that are kept, the
 * auditor's policy and which right gives which rule its answer all come from this table.
 */
export interface VaultRead {
  method: 'GET' | 'LIST' | 'POST';
  /** Without `v1/`; `{mount}` and `{name}` are filled from what the read `each` gave. */
  path: string;
  /** Dotted names of the fields that are kept; `*` stands for every key or item. */
  fields: readonly string[];
  /** `node`: asked of every node, without a token. `cluster`: asked once, with the token. */
  scope: 'node' | 'cluster';
  /** Vault wants `sudo` beside the capability that the method means. */
  needsSudo?: true;
  /**
   * Where the placeholders come from. `mounts`: secrets engines of a type; `auth`: auth methods of a type; `list`: every
   * name in `keys` of another read, with the mount that it was asked for.
   */
  each?: { mounts: string; version?: 1 | 2 } | { auth: string } | { list: string };
}

/** By id. Order is the order of asking. */
export const VAULT_READS = {
  'seal-status': {
    method: 'GET',
    path: 'sys/seal-status',
    scope: 'node',
    fields: [
      'type',
      'initialized',
      'sealed',
      't',
      'n',
      'version',
      'migration',
      'recovery_seal',
      'storage_type',
      'cluster_name',
    ],
  },
  'audit-devices': {
    method: 'GET',
    path: 'sys/audit',
    scope: 'cluster',
    needsSudo: true,
    fields: [
      '*.type',
      '*.local',
      '*.options.file_path',
      '*.options.path',
      '*.options.log_raw',
      '*.options.mode',
      '*.options.prefix',
      '*.options.hmac_accessor',
      '*.options.elide_list_responses',
      '*.options.fallback',
      '*.options.filter',
    ],
  },
} as const satisfies Record<string, VaultRead>;

/** Id of a read. */
export type ReadId = keyof typeof VAULT_READS;

/** A read by its id, with the table's own types widened. */
export function vaultRead(id: ReadId): VaultRead {
  return VAULT_READS[id];
}

/** What of an answer is kept: the named fields and no others. */
export function allowedFields(data: unknown, fields: readonly string[]): unknown {
  return pick(
    data,
    fields.map((field) => field.split('.')),
  );
}

function pick(data: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.some((path) => path.length === 0)) return data;
  if (Array.isArray(data)) return data.map((item) => pick(item, stepsInto(paths, '*')));
  if (typeof data !== 'object' || data === null) return undefined;
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    const inner = [...stepsInto(paths, key), ...(key === '*' ? [] : stepsInto(paths, '*'))];
    if (inner.length === 0) continue;
    const picked = pick(value, inner);
    if (picked !== undefined) kept[key] = picked;
  }
  return kept;
}

function stepsInto(paths: readonly (readonly string[])[], key: string): (readonly string[])[] {
  return paths.filter(([first]) => first === key).map((path) => path.slice(1));
}
