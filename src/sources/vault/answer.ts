import { createHash } from 'node:crypto';
import { UNSUPPORTED } from '../../analysis/vault-answers.ts';
import { allowedFields, type ReadId, vaultRead } from '../../analysis/vault-reads.ts';
import type { VaultResponse } from '../../clients/vault.ts';
import type { VaultAnswer } from '../../model/vault-recording.ts';

/** Vault's own words for an endpoint that this edition or version does not have. */
const MISSING = /unsupported path|unsupported operation|no handler for route|enterprise-only|feature/i;

/** Short hash of an accessor, the same within one recording only. */
export type HashAccessor = (accessor: string) => string;

/** Hashes accessors with a salt that is kept nowhere. */
export function accessorHash(salt: Uint8Array): HashAccessor {
  return (accessor) => createHash('sha256').update(salt).update(accessor).digest('hex').slice(0, 16);
}

/** What a recording keeps of a response: allowed fields, accessors hashed, literal passwords masked. */
export function toAnswer(
  { id, path }: { id: ReadId; path: string },
  response: VaultResponse,
  hash: HashAccessor,
): VaultAnswer {
  const { status, json } = response;
  const read = vaultRead(id);
  const reason = reasonOf(response, read.scope);
  if (status < 200 || status >= 300 || (json === undefined && read.fields.length > 0))
    return { read: id, path, status: json === undefined && status < 300 ? 0 : status, reason: reason ?? 'no answer' };
  const kept = allowedFields(bodyOf(json), read.fields) ?? {};
  const safe = read.mayHoldPasswords ? masked(kept) : kept;
  const data = read.hasAccessors ? hashedKeys(safe, hash) : safe;
  return { read: id, path, status, data };
}

/** Names that a list gave; its keys as they are, since they are asked for next. */
export function listedKeys({ status, json }: VaultResponse): string[] {
  if (status < 200 || status >= 300) return [];
  const { keys } = (bodyOf(json) ?? {}) as { keys?: unknown };
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
}

/** `data` of Vault's envelope, or the whole body where there is none. */
export function bodyOf(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return undefined;
  const { data, request_id: id } = json as { data?: unknown; request_id?: unknown };
  return typeof data === 'object' && data !== null && id !== undefined ? data : json;
}

function reasonOf({ status, json, reason }: VaultResponse, scope: 'node' | 'cluster'): string | undefined {
  if (reason !== undefined) return reason;
  const errors = errorsOf(json);
  if (status === 403) return /enterprise/i.test(errors) ? UNSUPPORTED : 'forbidden';
  if (status === 404) return errors !== '' && scope === 'cluster' && MISSING.test(errors) ? UNSUPPORTED : 'absent';
  if (status === 405 || (status === 400 && MISSING.test(errors))) return UNSUPPORTED;
  if (status === 429) return 'the server asks to wait, again and again';
  if (status === 503) return 'Vault is sealed or not ready';
  return status >= 400 ? `status ${status}` : undefined;
}

function errorsOf(json: unknown): string {
  const { errors } = (typeof json === 'object' && json !== null ? json : {}) as { errors?: unknown };
  return Array.isArray(errors) ? errors.join(' ') : '';
}

function hashedKeys(data: unknown, hash: HashAccessor): unknown {
  const { keys } = data as { keys?: unknown };
  return Array.isArray(keys) ? { ...(data as object), keys: keys.map((key) => hash(String(key))) } : data;
}

/** The password of an address, `scheme://user:PASSWORD@host` or Go's `user:PASSWORD@tcp(host)`; templates are kept. */
const ADDRESS_PASSWORD = /(:\/\/[^\s:/@]+:|^(?![\w+.-]+:\/\/)[^\s:/@]+:)(?!\{\{)\S+(?=@)/g;

/** A password in a statement or in a list of `key=value`, in quotes or without; templates are kept. */
const WRITTEN_PASSWORD =
  /(\b(?:password|pwd|identified by)\b\s*[=:]?\s*)(?:'(?!\{\{)[^']*'|"(?!\{\{)[^"]*"|(?<==\s*)(?!['"{])[^\s;,&'"]+)/gi;

/** Stands for a password that was written out. */
export const LITERAL = '<literal>';

/** Takes passwords out of connection strings and statements: that they were there is all that rules need. */
function masked(data: unknown): unknown {
  if (typeof data === 'string')
    return data.replace(ADDRESS_PASSWORD, `$1${LITERAL}`).replace(WRITTEN_PASSWORD, `$1'${LITERAL}'`);
  if (Array.isArray(data)) return data.map(masked);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, masked(value)]));
}
