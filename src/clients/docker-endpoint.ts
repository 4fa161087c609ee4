import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { TargetError } from '../model/errors.ts';
import { object, parseObject, string } from '../parsers/image-config.ts';

/** Where a Docker daemon is listened for, and what proves who is who. */
export type DockerEndpoint =
  | { kind: 'socket'; path: string; name: string }
  | { kind: 'tcp'; host: string; port: number; name: string; tls?: { ca?: Buffer; cert?: Buffer; key?: Buffer } };

/** The variables that Docker's own client goes by. */
export type DockerEnvironment = Readonly<Record<string, string | undefined>>;

const DOCKER_SOCKET = '/var/run/docker.sock';

/** Ports that Docker uses by convention, without and with TLS. */
const PLAIN_PORT = 2375;
const TLS_PORT = 2376;

/**
 * Finds the daemon as Docker's client does: `DOCKER_HOST`, else the context of `DOCKER_CONTEXT` or of `config.json`, else
 * Docker's socket; where that is not there, Podman's.
 *
 * @throws TargetError
 */
export function dockerEndpoint(env: DockerEnvironment): DockerEndpoint {
  if (env.DOCKER_HOST) return fromAddress(env.DOCKER_HOST, environmentTls(env));
  const folder = dockerFolder(env);
  const context = env.DOCKER_CONTEXT || currentContext(folder);
  if (context && context !== 'default') return fromContext(context, folder);
  const podman = [`${env.XDG_RUNTIME_DIR ?? '/nowhere'}/podman/podman.sock`, '/run/podman/podman.sock'];
  const path = [DOCKER_SOCKET, ...podman].find((socket) => existsSync(socket)) ?? DOCKER_SOCKET;
  return { kind: 'socket', path, name: `unix://${path}` };
}

/** The folder of Docker's client configuration. */
export function dockerFolder(env: DockerEnvironment): string {
  return env.DOCKER_CONFIG || join(env.HOME || homedir(), '.docker');
}

type Tls = NonNullable<Extract<DockerEndpoint, { kind: 'tcp' }>['tls']>;

function fromAddress(address: string, tls: Tls | undefined): DockerEndpoint {
  const [, scheme, rest] = /^([a-z]+):\/\/(.*)$/.exec(address) ?? [];
  if (scheme === 'unix' && rest) return { kind: 'socket', path: rest, name: address };
  if (scheme === 'tcp' || scheme === 'http' || scheme === 'https') {
    const url = URL.canParse(`http://${rest}`) ? new URL(`http://${rest}`) : undefined;
    if (url?.hostname) {
      const isTls = tls !== undefined || scheme === 'https';
      const host = url.hostname.replace(/^\[|\]$/g, '');
      // A port of 80 is left out of a parsed address.
      const port = Number(/:(\d+)(?:\/|$)/.exec(rest!)?.[1] ?? (isTls ? TLS_PORT : PLAIN_PORT));
      return { kind: 'tcp', host, port, name: address, ...(isTls ? { tls: tls ?? {} } : {}) };
    }
  }
  throw new TargetError('docker-address', `the Docker daemon's address ${JSON.stringify(address)} can't be used`, {
    hint:
      scheme === 'ssh'
        ? 'ssh is not spoken: forward the socket, or give an archive with --archive FILE'
        : 'unix:///path and tcp://host:port can',
  });
}

function environmentTls(env: DockerEnvironment): Tls | undefined {
  if (!env.DOCKER_TLS_VERIFY) return undefined;
  return readTls(env.DOCKER_CERT_PATH || dockerFolder(env));
}

/** @throws TargetError where a file is there and can't be read */
function readTls(folder: string): Tls {
  const tls: Tls = {};
  for (const name of ['ca', 'cert', 'key'] as const) {
    try {
      tls[name] = readFileSync(join(folder, `${name}.pem`));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') continue;
      throw new TargetError('docker-tls', `${join(folder, `${name}.pem`)} can't be read (${code})`, {
        hint: 'DOCKER_CERT_PATH names the folder of ca.pem, cert.pem and key.pem',
        cause: error,
      });
    }
  }
  return tls;
}

function currentContext(folder: string): string {
  try {
    return string(parseObject(readFileSync(join(folder, 'config.json'), 'utf8')).currentContext);
  } catch {
    return '';
  }
}

function fromContext(name: string, folder: string): DockerEndpoint {
  const id = createHash('sha256').update(name).digest('hex');
  const fail = (message: string, cause?: unknown) =>
    new TargetError('docker-context', `Docker's context ${JSON.stringify(name)} ${message}`, {
      hint: '`docker context ls` shows which there are',
      cause,
    });
  let text: string;
  try {
    text = readFileSync(join(folder, 'contexts/meta', id, 'meta.json'), 'utf8');
  } catch (error) {
    throw fail('is not there', error);
  }
  let host: string;
  try {
    host = string(object(object(parseObject(text).Endpoints).docker).Host);
  } catch (error) {
    throw fail('is broken: its meta.json is no JSON', error);
  }
  if (host === '') throw fail('names no host');
  const certificates = join(folder, 'contexts/tls', id, 'docker');
  return fromAddress(host, existsSync(certificates) ? readTls(certificates) : undefined);
}
