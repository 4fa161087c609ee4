import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TargetError } from '../model/errors.ts';
import { object, parseObject, string } from '../parsers/image-config.ts';

/** What proves to a registry who asks. */
export type RegistryCredentials =
  | { kind: 'password'; user: string; password: string }
  | { kind: 'token'; token: string };

/** Time that a credential helper may take, in milliseconds: some ask the user. */
const HELPER_MS = 60_000;

/** User name by which helpers hand out a token instead of a password. */
const TOKEN_USER = '<token>';

/** The credentials that Docker's `config.json` or its helpers hold for a registry. @throws TargetError */
export async function registryCredentials(folder: string, host: string): Promise<RegistryCredentials | undefined> {
  const config = readConfig(join(folder, 'config.json'));
  const helper = string(object(config.credHelpers)[host]) || string(config.credsStore);
  const known = helper ? await askHelper(helper, host) : undefined;
  return known ?? fromAuths(object(config.auths), host);
}

function readConfig(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return {};
    throw new TargetError('docker-config', `${file} can't be read (${code})`, { hint: 'check its permissions' });
  }
  try {
    return parseObject(text);
  } catch (error) {
    throw new TargetError('docker-config', `${file} ${(error as Error).message}`, { hint: '`docker login` writes it' });
  }
}

function fromAuths(auths: Record<string, unknown>, host: string): RegistryCredentials | undefined {
  const names = [host, `https://${host}`, `http://${host}`, `https://${host}/v1/`, `https://${host}/v2/`];
  const entry = names.map((name) => object(auths[name])).find((fields) => Object.keys(fields).length > 0);
  if (entry === undefined) return undefined;
  const token = string(entry.identitytoken);
  if (token) return { kind: 'token', token };
  const pair = Buffer.from(string(entry.auth), 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon > 0 ? { kind: 'password', user: pair.slice(0, colon), password: pair.slice(colon + 1) } : undefined;
}

/** Asks `docker-credential-NAME`; its answer is kept nowhere, and its errors are not repeated. */
async function askHelper(name: string, host: string): Promise<RegistryCredentials | undefined> {
  const program = `docker-credential-${name}`;
  const fail = (what: string) =>
    new TargetError('credential-helper', `${program} ${what}`, { hint: '`docker login` shows whether it works' });
  if (!/^[\w.-]+$/.test(name)) throw fail('is no name of a credential helper');
  const { error, output } = await new Promise<{ error: NodeJS.ErrnoException | null; output: string }>((resolve) => {
    const child = execFile(program, ['get'], { timeout: HELPER_MS, maxBuffer: 1 << 20 }, (failure, stdout) =>
      resolve({ error: failure as NodeJS.ErrnoException | null, output: stdout }),
    );
    // A helper that does not read ends the pipe; its exit code tells the rest.
    child.stdin?.on('error', () => {});
    child.stdin?.end(host);
  });
  if (error?.code === 'ENOENT') throw fail('is not installed');
  // A helper that knows nothing of the registry fails with words on standard output.
  if (error) {
    if (/not found/i.test(output)) return undefined;
    throw fail('failed');
  }
  let answer: Record<string, unknown>;
  try {
    answer = parseObject(output);
  } catch {
    throw fail('gave no JSON');
  }
  const [user, secret] = [string(answer.Username), string(answer.Secret)];
  return user === TOKEN_USER ? { kind: 'token', token: secret } : { kind: 'password', user, password: secret };
}
