import type { Capability } from '../model/policy.ts';
import type { Severity } from '../model/severity.ts';
import { compilePattern, overlaps, type Pattern } from './policy-pattern.ts';

/** Paths of Vault's own that a service has no business on, and what holding them means. */
export interface SensitivePath {
  pattern: Pattern;
  /** Any of these is enough. */
  capabilities: readonly Capability[];
  severity: Severity;
  /** What the holder can do: goes on after `lets its holder`. */
  means: string;
}

const CHANGES: readonly Capability[] = ['create', 'update', 'delete', 'patch'];
const GIVES: readonly Capability[] = ['create', 'update', 'patch'];

function row(path: string, severity: Severity, means: string, capabilities = CHANGES): SensitivePath {
  return { pattern: compilePattern(path), severity, means, capabilities };
}

/** Worst first; the first row that a rule reaches is the one that is told. */
export const SYSTEM_PATHS: readonly SensitivePath[] = [
  row('sys/policies/*', 'critical', 'write policies, his own too', GIVES),
  row('sys/policy/*', 'critical', 'write policies, his own too', GIVES),
  row('sys/raw*', 'critical', 'read and change what Vault stores', [...CHANGES, 'read']),
  row('sys/auth/*', 'critical', 'open a way to log in with any policy', GIVES),
  row('sys/audit*', 'critical', 'turn the audit log off, or into files of the host'),
  row('sys/plugins/*', 'critical', 'run code in the server', GIVES),
  row('sys/storage/raft/snapshot*', 'critical', 'copy or replace the whole storage', [...CHANGES, 'read']),
  row('sys/generate-root*', 'critical', 'take part in making a root token', GIVES),
  row('sys/mounts/*', 'high', 'mount, tune and unmount secrets engines'),
  row('sys/remount', 'high', 'move secrets to another path', GIVES),
  row('sys/rekey*', 'high', 'start a change of the unseal keys', GIVES),
  row('sys/namespaces/*', 'high', 'make and delete namespaces'),
  row('sys/config/*', 'high', 'change the configuration of the server'),
  row('sys/leases/revoke-*', 'high', 'revoke the credentials of others', GIVES),
  row('sys/revoke-*', 'high', 'revoke the credentials of others', GIVES),
  row('sys/seal', 'high', 'seal Vault', GIVES),
  row('sys/step-down', 'high', 'stop the active node', GIVES),
  row('sys/rotate*', 'medium', 'rotate the encryption key', GIVES),
];

/** Identities. */
export const IDENTITY_PATHS: readonly SensitivePath[] = [
  row('identity/entity*', 'critical', 'give himself policies, or log in as another', GIVES),
  row('identity/group*', 'critical', 'join any group and take its policies', GIVES),
  row('identity/mfa/*', 'critical', 'change or take away second factors'),
  row('identity/oidc/*', 'critical', 'issue identity tokens that others trust', GIVES),
  row('identity/*', 'high', 'change identities'),
];

/** Auth methods and their roles. */
export const AUTH_PATHS: readonly SensitivePath[] = [
  row('auth/token/roles/*', 'critical', 'make token roles that give any policy', GIVES),
  row('auth/+/role/+', 'critical', 'give a role any policy, and log in with it', GIVES),
  row('auth/+/roles/+', 'critical', 'give a role any policy, and log in with it', GIVES),
  row('auth/+/users/*', 'critical', 'set passwords and policies of users', GIVES),
  row('auth/+/groups/*', 'critical', 'set the policies of groups', GIVES),
  row('auth/+/map/*', 'critical', 'set the policies of teams and users', GIVES),
  row('auth/+/certs/*', 'critical', 'let any certificate in', GIVES),
  row('auth/+/config', 'critical', 'make Vault trust logins that he signs himself', GIVES),
  row('auth/+/config/*', 'critical', 'make Vault trust logins that he signs himself', GIVES),
];

/** Secrets engines, by the names that they are mounted under unless somebody chooses others. */
export const ENGINE_PATHS: readonly SensitivePath[] = [
  row('transit/export/*', 'high', 'take keys out of Vault', ['read']),
  row('transit/backup/*', 'high', 'take keys out of Vault', ['read']),
  row('transit/keys/+/config', 'high', 'make keys exportable and deletable', GIVES),
  row('pki/root/*', 'high', 'make or replace the root of trust'),
  row('pki/intermediate/*', 'high', 'make or replace a certificate authority'),
  row('pki/sign-verbatim*', 'high', 'have any certificate signed as it is', GIVES),
  row('pki/sign-intermediate', 'high', 'have a certificate authority of his own signed', GIVES),
  row('database/config/*', 'high', 'point Vault to another database, or change its root user', GIVES),
  row('ssh/config/*', 'high', 'replace the SSH certificate authority', GIVES),
  row('aws/config/*', 'high', 'replace the credentials of the cloud', GIVES),
];

/** Paths that hand out credentials: fine for one role, too much for all. */
const CREDENTIALS: readonly [RegExp, string][] = [
  [/^[^/]*pki[^/]*\/(?:issue|sign)\/$/, 'certificates of every role'],
  [/^[^/]*ssh[^/]*\/(?:sign|creds|issue)\/$/, 'SSH access of every role'],
  [/^[^/]*(?:database|db)[^/]*\/(?:creds|static-creds)\/$/, 'credentials of every database role'],
  [
    /^[^/]*(?:aws|gcp|azure|kubernetes|consul|nomad|rabbitmq|ldap)[^/]*\/(?:creds|sts|token|key|static-creds)\/$/,
    'credentials of every role of the cloud or cluster',
  ],
  [/^transit\/(?:decrypt|sign|datakey\/plaintext)\/$/, 'the use of every key'],
  [
    /^(?:transit|pki|ssh|aws|gcp|azure|database|totp|transform|kubernetes)\/$/,
    'everything in a secrets engine, its configuration too',
  ],
];

/** What a glob over an engine's roles or keys gives, in words; undefined for other paths. */
export function engineGlob({ isPrefix, segments }: Pattern): string | undefined {
  if (!isPrefix) return undefined;
  const path = segments.join('/');
  return CREDENTIALS.find(([pattern]) => pattern.test(path))?.[1];
}

/** The worst of some sensitive paths that a rule with these capabilities reaches. */
export function sensitivePath(
  pattern: Pattern,
  capabilities: readonly Capability[],
  table: readonly SensitivePath[],
): SensitivePath | undefined {
  return table.find(
    (row) =>
      // A rule for everything is told once, as such.
      pattern.segments[0] === row.pattern.segments[0] &&
      row.capabilities.some((capability) => capabilities.includes(capability)) &&
      overlaps(pattern, row.pattern),
  );
}
