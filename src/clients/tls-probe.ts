import { X509Certificate } from 'node:crypto';
import { connect as connectPlain, isIP } from 'node:net';
import { type ConnectionOptions, connect, type SecureVersion, type TLSSocket } from 'node:tls';
import type { TlsFacts } from '../model/vault-recording.ts';
import { certificateFacts } from './certificate-facts.ts';
import { clientHello, readFlight, type ServerFlight, SUITES } from './tls-hello.ts';

/** Oldest first. */
const VERSIONS: readonly SecureVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

/** More suites than this are not asked for one by one. */
const MOST_SUITES = 40;

/** A listener, and what a client would trust. */
export interface TlsTarget {
  host: string;
  port: number;
  /** Name that the certificate is checked for, where it is not the host's. */
  serverName?: string | undefined;
  /** Authorities instead of the system's; PEM. */
  ca?: string[] | undefined;
  timeoutMs: number;
  signal: AbortSignal;
}

/** Looks at a listener from outside; undefined where no TLS is spoken. No certificate is trusted, and nothing is sent. */
export async function probeTls(target: TlsTarget): Promise<TlsFacts | undefined> {
  const handshakes = new Map<string, Handshake>();
  for (const version of VERSIONS) {
    const shaken = await handshake(target, version);
    if (shaken) handshakes.set(version, shaken);
  }
  const best = [...handshakes.values()].at(-1);
  const { suites, asksForCertificate } = await negotiatedSuites(target);
  if (!best && suites.length === 0) return undefined;
  const name = target.serverName ?? target.host;
  return {
    versions: [...handshakes.keys()],
    suites,
    ...(best
      ? {
          certificate: certificateFacts(best.certificate),
          ...(best.chainError ? { chainError: best.chainError } : {}),
          isNameRight: best.isNameRight(name),
          clientCertificate: await clientCertificate(target, asksForCertificate),
        }
      : {}),
  };
}

interface Handshake {
  certificate: X509Certificate;
  chainError?: string;
  isNameRight(name: string): boolean;
}

/** Without a level of security OpenSSL 3 refuses old versions by itself, and that would look like the server's refusal. */
function optionsFor(target: TlsTarget, version?: SecureVersion): ConnectionOptions {
  const { host, port, ca } = target;
  const name = target.serverName ?? host;
  return {
    host,
    port,
    rejectUnauthorized: false,
    ciphers: 'DEFAULT@SECLEVEL=0',
    ...(version ? { minVersion: version, maxVersion: version } : { minVersion: 'TLSv1' }),
    ...(ca ? { ca } : {}),
    ...(isIP(name) ? {} : { servername: name }),
  };
}

function handshake(target: TlsTarget, version: SecureVersion): Promise<Handshake | undefined> {
  return withSocket(target, optionsFor(target, version), (socket, done) => {
    const peer = socket.getPeerX509Certificate();
    if (!peer) return done(undefined);
    const certificate = new X509Certificate(peer.raw);
    const chainError = socket.authorizationError as unknown;
    const code = chainError instanceof Error ? (chainError as NodeJS.ErrnoException).code : chainError;
    const isChain = typeof code === 'string' && code !== 'ERR_TLS_CERT_ALTNAME_INVALID';
    done({
      certificate,
      ...(isChain ? { chainError: code } : {}),
      isNameRight: (name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined,
    });
  });
}

/** A server of TLS 1.3 refuses a client without a certificate only after the handshake: a request brings it out. */
async function clientCertificate(
  target: TlsTarget,
  isAsked: boolean,
): Promise<NonNullable<TlsFacts['clientCertificate']>> {
  const answered = await withSocket<boolean>(target, optionsFor(target), (socket, done) => {
    socket.once('data', () => done(true));
    socket.once('end', () => done(false));
    socket.write(`GET /v1/sys/health HTTP/1.1\r\nHost: ${target.host}\r\nConnection: close\r\n\r\n`);
  });
  if (!answered) return 'required';
  return isAsked ? 'requested' : 'not-asked';
}

/** Runs something on a connection after its handshake; undefined where it fails. */
function withSocket<T>(
  { timeoutMs, signal }: TlsTarget,
  options: ConnectionOptions,
  use: (socket: TLSSocket, done: (result: T | undefined) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(undefined);
    let socket: TLSSocket | undefined;
    const timer = setTimeout(() => done(undefined), timeoutMs);
    const done = (result: T | undefined) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket?.destroy();
      resolve(result);
    };
    const stop = () => done(undefined);
    signal.addEventListener('abort', stop);
    try {
      socket = connect(options, () => use(socket!, done));
      socket.on('error', stop);
      socket.on('close', stop);
    } catch {
      // This build of OpenSSL can't speak the version at all.
      stop();
    }
  });
}

/** Every suite that the server takes, the one that it likes best first. */
async function negotiatedSuites(target: TlsTarget): Promise<{ suites: string[]; asksForCertificate: boolean }> {
  const offered = Object.keys(SUITES).map(Number);
  const suites: string[] = [];
  let asksForCertificate = false;
  while (suites.length < MOST_SUITES && offered.length > 0) {
    const flight = await hello(target, offered);
    const at = flight.suite === undefined ? -1 : offered.indexOf(flight.suite);
    if (at < 0) break;
    asksForCertificate ||= flight.asksForCertificate;
    suites.push(SUITES[flight.suite!]!);
    offered.splice(at, 1);
  }
  return { suites, asksForCertificate };
}

function hello(target: TlsTarget, suites: readonly number[]): Promise<ServerFlight> {
  const { host, port, timeoutMs, signal } = target;
  const name = target.serverName ?? host;
  return new Promise((resolve) => {
    let bytes: Buffer = Buffer.alloc(0);
    const socket = connectPlain({ host, port });
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      socket.destroy();
      resolve(readFlight(bytes));
    };
    const timer = setTimeout(done, timeoutMs);
    signal.addEventListener('abort', done);
    if (signal.aborted) return done();
    socket.on('connect', () => socket.write(clientHello(suites, isIP(name) ? undefined : name)));
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (bytes.length > 1 << 20 || readFlight(bytes).isWhole) done();
    });
    socket.on('error', done);
    socket.on('close', done);
  });
}
