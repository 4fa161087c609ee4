import type { VaultRecording } from '../model/vault-recording.ts';

/** Fields that change by themselves. */
const VOLATILE =
  /(?:^|\.)(?:server_time_utc|last_echo|echo_duration_ms|clock_skew_ms|encryptions|active_time|ttl|progress)$/;

/** Reads that tell the state of a moment, and no setting. */
const MOMENTARY: ReadonlySet<string> = new Set([
  'gauges',
  'self',
  'self-capabilities',
  'accessors',
  'token',
  'approle-secret-ids',
]);

/** One thing that is not the same in two recordings. */
export interface VaultChange {
  /** The node's address or the namespace, then what was asked, such as `sys/audit`. */
  place: string;
  /** The field, such as `file/.options.mode`; empty for the whole answer. */
  field: string;
  /** JSON; undefined where it was not there. */
  before: string | undefined;
  after: string | undefined;
}

/** Every setting that two recordings do not tell alike, sorted. */
export function vaultDifference(before: readonly VaultRecording[], after: readonly VaultRecording[]): VaultChange[] {
  const [old, young] = [fieldsOf(before), fieldsOf(after)];
  const keys = [...new Set([...old.keys(), ...young.keys()])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), young.get(key)];
    if (was === is) return [];
    const [place, field] = key.split('\0') as [string, string];
    return [{ place, field, before: was, after: is }];
  });
}

function fieldsOf(recordings: readonly VaultRecording[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const { nodes, answers, namespace } of recordings) {
    const prefix = namespace === undefined ? '' : `${namespace}: `;
    for (const { read, path, status, data, reason } of answers)
      if (!MOMENTARY.has(read)) flatten(data ?? reason ?? status, `${prefix}${path}`, '', fields);
    for (const node of nodes) {
      for (const { path, data, reason, status } of node.answers)
        flatten(data ?? reason ?? status, `${node.address} ${path}`, '', fields);
      flatten(node.tls, `${node.address} TLS`, '', fields);
      flatten(node.headers, `${node.address} headers`, '', fields);
      flatten(node.servesPlainHttp, `${node.address} plain HTTP`, '', fields);
    }
  }
  return fields;
}

function flatten(value: unknown, place: string, field: string, fields: Map<string, string>): void {
  if (value === undefined || VOLATILE.test(field)) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fields.set(`${place}\0${field}`, JSON.stringify(value));
    return;
  }
  for (const [key, inner] of Object.entries(value))
    flatten(inner, place, field === '' ? key : `${field}.${key}`, fields);
}
