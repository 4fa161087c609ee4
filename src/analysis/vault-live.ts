import type { VaultNode, VaultRecording } from '../model/vault-recording.ts';
import { answerOf } from './vault-answers.ts';
import type { ReadId } from './vault-reads.ts';

/** A day in seconds. */
export const DAY = 86_400;

/** A secrets engine or an auth method, as `sys/mounts` and `sys/auth` list it. */
export interface Mount {
  type: string;
  accessor?: string;
  description?: string;
  options?: { version?: string } | null;
  running_sha256?: string;
  deprecation_status?: string;
  config?: {
    /** Seconds; 0 stands for the server's own. */
    default_lease_ttl?: number;
    max_lease_ttl?: number;
    audit_non_hmac_request_keys?: readonly string[];
    audit_non_hmac_response_keys?: readonly string[];
    passthrough_request_headers?: readonly string[];
    listing_visibility?: string;
    token_type?: string;
    user_lockout_config?: { user_lockout_disable?: boolean; user_lockout_threshold?: number };
  };
}

/** Every secrets engine, or every auth method, with its path (`auth/ldap`, `kv`); of some types only where they are named. */
export function mountsOf(
  recording: VaultRecording,
  read: 'auth' | 'mounts',
  types?: readonly string[],
): { path: string; mount: Mount }[] {
  const mounts = answerOf<Record<string, Mount>>(recording, read) ?? {};
  return Object.entries(mounts)
    .filter(([, { type }]) => types === undefined || types.includes(type))
    .map(([path, mount]) => ({ path: `${read === 'auth' ? 'auth/' : ''}${path.replace(/\/$/, '')}`, mount }));
}

/** A part of the server's configuration; settings are as the file wrote them. */
export interface ServerConfig {
  api_addr?: string;
  cluster_addr?: string;
  /** Seconds; 0 stands for 768 hours. */
  default_lease_ttl?: number;
  max_lease_ttl?: number;
  default_max_request_duration?: number;
  disable_mlock?: boolean;
  enable_ui?: boolean;
  introspection_endpoint?: boolean;
  raw_storage_endpoint?: boolean;
  log_level?: string;
  log_requests_level?: string;
  plugin_directory?: string;
  storage?: { type?: string };
  ha_storage?: { type?: string };
  seals?: readonly { type?: string; disabled?: boolean }[];
  telemetry?: Record<string, unknown> | null;
  listeners?: readonly { type?: string; config?: Record<string, unknown> }[];
  [setting: string]: unknown;
}

/** The server's configuration without its secrets. */
export function serverConfig(recording: VaultRecording): ServerConfig | undefined {
  return answerOf<ServerConfig>(recording, 'sanitized-config');
}

/** Listeners of the server's configuration, and how a report names them. */
export function listenersOf(recording: VaultRecording): { subject: string; config: Record<string, unknown> }[] {
  return (serverConfig(recording)?.listeners ?? []).map(({ type, config = {} }, i) => ({
    subject: `listener ${config.address ?? `${type ?? 'tcp'} ${i + 1}`}`,
    config,
  }));
}

/** A setting in a block of a listener, such as `telemetry { unauthenticated_metrics_access }`; HCL's blocks are lists. */
export function blockSetting(config: Record<string, unknown>, block: string, name: string): unknown {
  const inner = config[block];
  const blocks = Array.isArray(inner) ? inner : [inner];
  const found = blocks.find((one) => typeof one === 'object' && one !== null && name in one);
  return (found as Record<string, unknown> | undefined)?.[name];
}

/** True for what Vault takes as true in a configuration: `true`, `"true"`, `1`, `"1"`. */
export function isOn(value: unknown): boolean {
  return /^(?:true|1|t)$/i.test(String(value));
}

/** A setting that may be one value, several with commas between them, or a list. */
export function valuesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list
    .flatMap((one) => (one === undefined || one === null ? [] : String(one).split(',')))
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Seconds in words, such as `30 d`. */
export function inDays(seconds: number): string {
  return seconds >= DAY ? `${Math.round(seconds / DAY)} d` : `${Math.round(seconds / 3600)} h`;
}

/** Days from one time to another, rounded down; undefined where either is no time. */
export function daysBetween(from: string | Date, to: string | Date): number | undefined {
  const days = (new Date(to).getTime() - new Date(from).getTime()) / (DAY * 1000);
  return Number.isFinite(days) ? Math.floor(days) : undefined;
}

/** Nodes that answer a read without a token. */
export function openNodes(recording: VaultRecording, read: ReadId): VaultNode[] {
  return recording.nodes.filter(({ answers }) => answers.some((one) => one.read === read && one.status === 200));
}
