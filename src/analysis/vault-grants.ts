import type { VaultRecording } from '../model/vault-recording.ts';
import { answerOf, answersOf } from './vault-answers.ts';
import { mountsOf, serverConfig } from './vault-live.ts';
import type { ReadId } from './vault-reads.ts';

/** Logins of machines. */
const MACHINES = [
  'approle-role',
  'kubernetes-role',
  'jwt-role',
  'cert-role',
  'aws-auth-role',
  'gcp-auth-role',
  'azure-auth-role',
  'token-role',
] as const satisfies ReadId[];

/** Logins of people, and what whole groups of them get. */
const PEOPLE = [
  'userpass-user',
  'ldap-config',
  'ldap-group',
  'ldap-user',
  'okta-config',
  'okta-group',
  'radius-config',
  'radius-user',
  'github-config',
  'github-team',
  'github-user',
  'entity',
  'group',
] as const satisfies ReadId[];

/** Reads of everything that gives a policy to somebody. */
export const GRANT_READS: readonly ReadId[] = [...MACHINES, ...PEOPLE];

/** A role, user, group or entity, and the policies that it gives. */
export interface PolicyGrant {
  /** Path of the role. */
  subject: string;
  /** Lower case, each once. */
  policies: string[];
  isMachine: boolean;
}

/** Who gives which policies, without those that give none. */
export function policyGrants(recording: VaultRecording): PolicyGrant[] {
  return GRANT_READS.flatMap((read) =>
    answersOf(recording, read).flatMap(({ path, data }) => {
      const policies = [...new Set(policyNames(data).map((name) => name.toLowerCase()))];
      const isMachine = (MACHINES as readonly ReadId[]).includes(read);
      return policies.length === 0 ? [] : [{ subject: path, policies, isMachine }];
    }),
  );
}

const FIELDS = ['token_policies', 'policies', 'allowed_policies', 'unregistered_user_policies', 'value'];

function policyNames(data: Record<string, unknown>): string[] {
  const lists = FIELDS.map((field) => data[field]).flatMap((value) => (Array.isArray(value) ? value : [value]));
  const names = lists.flatMap((value) => (typeof value === 'string' ? value.split(',') : []));
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** Names of the policies that are defined, in lower case; undefined where they could not be listed. */
export function definedPolicies(recording: VaultRecording): Set<string> | undefined {
  const keys = answerOf<{ keys?: string[] }>(recording, 'policies')?.keys;
  return keys && new Set(['root', ...keys.map((name) => name.toLowerCase())]);
}

/** The texts of the policies that could be read, by their names in lower case. */
export function policyTexts(recording: VaultRecording): Map<string, string> {
  const read = answersOf<{ policy?: string }>(recording, 'policy');
  return new Map(
    read.flatMap(({ path, data: { policy } }) =>
      policy ? [[path.slice(path.lastIndexOf('/') + 1).toLowerCase(), policy] as const] : [],
    ),
  );
}

/** Settings of the tokens that a login gives; seconds, 0 where the mount's or the server's are taken. */
export interface TokenSettings {
  token_ttl?: number;
  token_max_ttl?: number;
  token_explicit_max_ttl?: number;
  token_period?: number;
  token_type?: string;
}

/** Reads of every login that gives tokens. */
export const LOGIN_READS = [
  'approle-role',
  'kubernetes-role',
  'jwt-role',
  'cert-role',
  'aws-auth-role',
  'gcp-auth-role',
  'azure-auth-role',
  'userpass-user',
  'ldap-config',
  'okta-config',
  'radius-config',
  'github-config',
] as const satisfies ReadId[];

/** Every login that gives tokens, and their settings. */
export function tokenGivers(recording: VaultRecording): { path: string; settings: TokenSettings }[] {
  return LOGIN_READS.flatMap((read) =>
    answersOf<TokenSettings>(recording, read).map(({ path, data }) => ({ path, settings: data })),
  );
}

/** 768 hours: what Vault takes where nothing is set. */
const SYSTEM_TTL = 2_764_800;

/** How long a token of a login lives at first, and with renewals; in seconds, after the mount's and the server's settings. */
export function lifeOf(
  recording: VaultRecording,
  path: string,
  { token_ttl, token_max_ttl, token_explicit_max_ttl }: TokenSettings,
): { first: number; longest: number } {
  const server = serverConfig(recording);
  const mount = mountsOf(recording, 'auth').find((one) => path.startsWith(`${one.path}/`))?.mount.config;
  const longest = [
    token_explicit_max_ttl || Number.POSITIVE_INFINITY,
    token_max_ttl || mount?.max_lease_ttl || server?.max_lease_ttl || SYSTEM_TTL,
  ];
  const first = token_ttl || mount?.default_lease_ttl || server?.default_lease_ttl || SYSTEM_TTL;
  return { first: Math.min(first, ...longest), longest: Math.min(...longest) };
}
