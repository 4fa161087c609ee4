/** What an audit may ask of a Vault, and what of the answer is kept. */
export interface VaultRead {
  method: 'GET' | 'LIST' | 'POST';
  /** Without `v1/`; `{mount}` and `{name}` are filled from what `each` gives. */
  path: string;
  /** Dotted names of the fields that are kept; `*` stands for every key or item. */
  fields: readonly string[];
  /** `node`: asked of every node, without a token. `cluster`: asked once, with the token. */
  scope: 'node' | 'cluster';
  /** Query of the request, such as `format=prometheus`. */
  query?: string;
  /** The path is not below `v1/`. */
  isOutsideApi?: true;
  /** Name of the field of the request's body that holds what `each` gives; of POST only. */
  bodyField?: 'accessor' | 'secret_id_accessor' | 'paths' | 'mount_accessor';
  /** Vault wants `sudo` beside the capability that the method means. */
  needsSudo?: true;
  /** The keys of the answer are accessors: they are hashed before anything is kept. */
  hasAccessors?: true;
  /** Addresses and statements in the answer may hold a password written out: it is masked before anything is kept. */
  mayHoldPasswords?: true;
  /** Where the placeholders come from. */
  each?: EachMount | { list: string };
  /** Names beyond this many are sampled. */
  most?: number;
  /** Of lists: names that end in a slash are folders, and are listed in turn. */
  isTree?: true;
  /** Only some editions have it; elsewhere it has no answer. */
  editions?: readonly ('vault-enterprise' | 'hcp' | 'openbao')[];
}

/** Mounts of some types: secrets engines, or auth methods. */
export type EachMount = { mounts: readonly string[]; version?: 1 | 2 } | { auth: readonly string[] };

/** What of an answer is kept: the named fields and no others. */
export function allowedFields(data: unknown, fields: readonly string[]): unknown {
  return pick(
    data,
    fields.map((field) => field.split('.')),
  );
}

function pick(data: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.some((path) => path.length === 0)) return typeof data === 'string' ? withoutPasswords(data) : data;
  if (Array.isArray(data)) return data.map((item) => pick(item, stepsInto(paths, '*')));
  if (typeof data !== 'object' || data === null) return undefined;
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    const inner = [...stepsInto(paths, key), ...(key === '*' ? [] : stepsInto(paths, '*'))];
    if (inner.length === 0) continue;
    const picked = pick(value, inner);
    if (picked !== undefined) Object.defineProperty(kept, key, { value: picked, enumerable: true, writable: true });
  }
  return kept;
}

function stepsInto(paths: readonly (readonly string[])[], key: string): (readonly string[])[] {
  return paths.filter(([first]) => first === key).map((path) => path.slice(1));
}

/**
 * Vault hides the password of a database's address in URLs only: not in `user:password@tcp(host)` and not in
 * `password=...`. Statements may hold one as well. What is filled in later (`{{password}}`) stays.
 */
export function withoutPasswords(text: string): string {
  return text
    .replace(/((?:^(?![a-z][\w+.-]*:\/\/)|\/\/)[^:/@\s{}"'<>]*:)[^@\s{}"']+(?=@)/gi, '$1<literal>')
    .replace(/((?<![a-z])password=)(?:(?!%20)[^\s&;{}"'])+/gi, '$1<literal>')
    .replace(/(\b(?:PASSWORD|IDENTIFIED\s+BY)\s+')(?!\s*\{\{)[^']+(?=')/gi, '$1<literal>');
}
