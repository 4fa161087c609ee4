import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import type { VaultTls } from '../../clients/vault.ts';
import { UsageError } from '../../model/errors.ts';

/** Environment of Vault's own client. */
export type VaultEnvironment = Readonly<Record<string, string | undefined>>;

/** A token helper that takes longer is given up. */
const HELPER_TIMEOUT_MS = 30_000;

/** Longest file of a token or a credential, in bytes. */
const MOST_TOKEN_BYTES = 64 * 1024;

/** Addresses as the user named them, or that of the environment. @throws UsageError */
export function addressesOf(named: readonly string[], env: VaultEnvironment): string[] {
  const fromEnv = value(env, 'ADDR');
  const addresses = named.length > 0 ? named : fromEnv ? [fromEnv] : [];
  if (addresses.length === 0)
    throw new UsageError('no-address', 'no address is given', {
      hint: 'name one, such as https://vault.example.com:8200, or set VAULT_ADDR',
    });
  return [...new Set(addresses.map(checkedAddress))];
}

function checkedAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url?.hostname || !/^https?:$/.test(url.protocol))
    throw new UsageError('bad-address', `address ${JSON.stringify(address)} can't be used`, {
      hint: 'write it as https://vault.example.com:8200',
    });
  if (url.username || url.password || url.search || url.hash)
    throw new UsageError('bad-address', `address ${url.origin} holds more than a host, a port and a path`, {
      hint: 'a token or a password is never part of an address',
    });
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** Certificates, and whether the server's is checked. @throws UsageError */
export function tlsOf(env: VaultEnvironment): VaultTls {
  const ca = authorities(env);
  const certificate = value(env, 'CLIENT_CERT');
  const key = value(env, 'CLIENT_KEY');
  const serverName = value(env, 'TLS_SERVER_NAME');
  if (Boolean(certificate) !== Boolean(key))
    throw new UsageError('half-certificate', 'VAULT_CLIENT_CERT and VAULT_CLIENT_KEY go together, and one is not set');
  return {
    isVerified: !/^(?:1|t|T|true|TRUE|True)$/.test(value(env, 'SKIP_VERIFY') ?? ''),
    ...(ca ? { ca } : {}),
    ...(certificate ? { certificate: readPem(certificate, 'client certificate') } : {}),
    ...(key ? { key: readPem(key, 'key of the client certificate') } : {}),
    ...(serverName ? { serverName } : {}),
  };
}

function authorities(env: VaultEnvironment): string[] | undefined {
  const bytes = value(env, 'CACERT_BYTES');
  if (bytes) return [bytes];
  const file = value(env, 'CACERT');
  if (file) return [readPem(file, 'certificate of the authority')];
  const folder = value(env, 'CAPATH');
  if (!folder) return undefined;
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    throw new UsageError('unreadable', `folder ${folder} of VAULT_CAPATH can't be read`, { cause: error });
  }
  const texts = names.map((name) => tryRead(join(folder, name))).filter((text) => text?.includes('BEGIN CERTIFICATE'));
  if (texts.length > 0) return texts as string[];
  throw new UsageError('no-authority', `folder ${folder} of VAULT_CAPATH holds no certificate`);
}

function readPem(file: string, what: string): string {
  const text = tryRead(file);
  if (text === undefined) throw new UsageError('unreadable', `${what} ${file} can't be read`);
  if (!text.includes('-----BEGIN ')) throw new UsageError('no-pem', `${what} ${file} is not in PEM`);
  return text;
}

function tryRead(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The token of the environment, of the user's token helper, or of `~/.vault-token`, as Vault's client finds it. @throws UsageError */
export async function tokenOf(env: VaultEnvironment): Promise<string | undefined> {
  const home = env.HOME || homedir();
  const text = value(env, 'TOKEN') ?? (await helperToken(env, home)) ?? tryRead(join(home, '.vault-token'));
  const token = text?.trim();
  if (!token) return undefined;
  if (/[^\x21-\x7e]/.test(token))
    throw new UsageError('bad-token', 'the token holds characters that no token has', {
      hint: 'check VAULT_TOKEN or ~/.vault-token',
    });
  return token;
}

/** Content of a file that holds one secret, for a login; `-` is not taken, nor is a value. @throws UsageError */
export function secretFile(file: string, what: string): string {
  const text = tryRead(file)?.trim();
  if (text === undefined) throw new UsageError('unreadable', `${what} ${file} can't be read`);
  if (text === '' || text.length > MOST_TOKEN_BYTES) throw new UsageError('bad-file', `${what} ${file} holds none`);
  return text;
}

/** What the program gives that `token_helper` of `~/.vault` (or VAULT_CONFIG_PATH) names. */
async function helperToken(env: VaultEnvironment, home: string): Promise<string | undefined> {
  const config = tryRead(env.VAULT_CONFIG_PATH || join(home, '.vault'));
  const [, helper] = /^\s*"?token_helper"?\s*[=:]\s*"([^"]+)"/m.exec(config ?? '') ?? [];
  if (!helper) return undefined;
  // Vault's own client refuses other paths too: they would depend on where it runs.
  if (!isAbsolute(helper))
    throw new UsageError('token-helper', `the token helper ${helper} is no absolute path`, { hint: 'see ~/.vault' });
  try {
    const { PATH, USER } = env;
    const { stdout } = await promisify(execFile)(helper, ['get'], {
      timeout: HELPER_TIMEOUT_MS,
      maxBuffer: MOST_TOKEN_BYTES,
      env: { ...(PATH ? { PATH } : {}), ...(USER ? { USER } : {}), HOME: home, VAULT_ADDR: value(env, 'ADDR') ?? '' },
    });
    return stdout.trim() === '' ? undefined : stdout;
  } catch {
    // Its own words are not passed on: they may hold the token.
    throw new UsageError('token-helper', `the token helper ${helper} failed`, {
      hint: 'run it by hand, or set VAULT_TOKEN',
    });
  }
}

/** Of `VAULT_X`, or of `BAO_X` where that is not set. */
function value(env: VaultEnvironment, name: string): string | undefined {
  return env[`VAULT_${name}`] || env[`BAO_${name}`] || undefined;
}

/** The namespace of the environment. */
export function namespaceOf(env: VaultEnvironment): string | undefined {
  return value(env, 'NAMESPACE')?.replace(/^\/+|\/+$/g, '') || undefined;
}
