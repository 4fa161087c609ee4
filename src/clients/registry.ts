import { createHash } from 'node:crypto';
import { InterruptedError, TargetError } from '../model/errors.ts';
import { object, parseObject, string } from '../parsers/image-config.ts';
import type { RegistryCredentials } from './docker-credentials.ts';
import { isLoopback, type RegistryReference } from './registry-reference.ts';

/** Time in which a registry must answer, or go on, in milliseconds. */
const SILENCE_MS = 60_000;

/** Manifests may have 4 MB by the specification; configurations and attestations some more. */
const LARGEST_TEXT_BYTES = 16 * 1024 * 1024;

/** Redirects to where blobs really lie. */
const MOST_REDIRECTS = 5;

const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** Reads from registries over the distribution API, version 2. Nothing is ever written there. */
export class RegistryClient {
  readonly #credentials: (host: string) => Promise<RegistryCredentials | undefined>;
  readonly #signal: AbortSignal;
  /** `Authorization` by host and repository. */
  readonly #authorizations = new Map<string, string>();

  constructor(options: {
    credentials: (host: string) => Promise<RegistryCredentials | undefined>;
    signal: AbortSignal;
  }) {
    this.#credentials = options.credentials;
    this.#signal = options.signal;
  }

  /** A manifest and its digest; nothing where there is none. @throws TargetError */
  async manifest(image: RegistryReference, reference: string): Promise<{ text: string; digest: string } | undefined> {
    const response = await this.#get(image, `manifests/${reference}`, { accept: MANIFEST_TYPES });
    if (response === undefined) return undefined;
    const bytes = await this.#bytes(response, image);
    return { text: bytes.toString('utf8'), digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
  }

  /** A blob as it comes; its digest is for the caller to check. @throws TargetError */
  async blob(image: RegistryReference, digest: string): Promise<AsyncIterable<Uint8Array>> {
    const response = await this.#get(image, `blobs/${digest}`, { 'accept-encoding': 'identity' });
    if (response === undefined) throw registryError(image, `does not hold ${digest}`, 'push the image again');
    return this.#chunks(response, image);
  }

  /** A small blob as text. @throws TargetError */
  async blobText(image: RegistryReference, digest: string): Promise<string> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of await this.blob(image, digest)) {
      size += part.length;
      if (size > LARGEST_TEXT_BYTES)
        throw registryError(image, `gives more than 16 MB for ${digest}`, 'look at what was pushed');
      parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
  }

  /** Types of what hangs on an image: signatures and the like; nothing where the registry can't tell. @throws TargetError */
  async referrers(image: RegistryReference, digest: string): Promise<string[] | undefined> {
    const response = await this.#get(image, `referrers/${digest}`, {});
    if (response === undefined) return undefined;
    try {
      const { manifests } = parseObject((await this.#bytes(response, image)).toString('utf8'));
      return Array.isArray(manifests) ? manifests.map((entry) => string(object(entry).artifactType)) : [];
    } catch (error) {
      if (error instanceof TargetError) throw error;
      return undefined;
    }
  }

  async #get(image: RegistryReference, path: string, headers: Record<string, string>): Promise<Response | undefined> {
    const scheme = isLoopback(image.host) ? 'http' : 'https';
    const url = new URL(`${scheme}://${image.host}/v2/${image.repository}/${path}`);
    const key = `${image.host}/${image.repository}`;
    let response = await this.#follow(url, { ...headers, ...this.#authorization(key) }, image);
    if (response.status === 401) {
      await response.body?.cancel();
      this.#authorizations.set(key, await this.#authorize(response.headers.get('www-authenticate') ?? '', image));
      response = await this.#follow(url, { ...headers, ...this.#authorization(key) }, image);
    }
    if (response.ok) return response;
    await response.body?.cancel();
    if (response.status === 404) return undefined;
    throw statusError(image, response.status);
  }

  #authorization(key: string): Record<string, string> {
    const authorization = this.#authorizations.get(key);
    return authorization === undefined ? {} : { authorization };
  }

  /** Follows redirects; what proves who asks goes to the first host only, and never from TLS to none. */
  async #follow(first: URL, headers: Record<string, string>, image: RegistryReference): Promise<Response> {
    let url = first;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const { authorization: _, ...anonymous } = headers;
      const response = await this.#fetch(url, { headers: url.origin === first.origin ? headers : anonymous }, image);
      const target = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (target === null) return response;
      await response.body?.cancel();
      const next = URL.canParse(target, url.href) ? new URL(target, url) : undefined;
      if (next === undefined || (next.protocol !== 'https:' && !(next.protocol === 'http:' && isLoopback(next.host))))
        throw registryError(image, 'sends on to an address without TLS', 'ask whoever runs the registry');
      url = next;
    }
    throw registryError(image, `sends on more than ${MOST_REDIRECTS} times`, 'ask whoever runs the registry');
  }

  /** Answers a challenge: the `Authorization` to come again with. @throws TargetError */
  async #authorize(challenge: string, image: RegistryReference): Promise<string> {
    const credentials = await this.#credentials(image.credentialHost);
    const [scheme = ''] = challenge.split(' ');
    if (/^basic$/i.test(scheme)) {
      if (credentials?.kind !== 'password') throw statusError(image, 401);
      return basic(credentials);
    }
    const fields = Object.fromEntries(
      [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]),
    );
    const realm = URL.canParse(fields.realm ?? '') ? new URL(fields.realm!) : undefined;
    if (!/^bearer$/i.test(scheme) || realm === undefined) throw statusError(image, 401);
    if (realm.protocol !== 'https:' && !isLoopback(realm.host))
      throw registryError(image, 'wants the password sent without TLS', 'ask whoever runs the registry');
    const query = { service: fields.service ?? '', scope: fields.scope || `repository:${image.repository}:pull` };
    const response = await this.#askToken(realm, query, credentials, image);
    if (!response.ok) {
      await response.body?.cancel();
      throw statusError(image, response.status);
    }
    let answer: Record<string, unknown> = {};
    try {
      answer = parseObject((await this.#bytes(response, image)).toString('utf8'));
    } catch (error) {
      if (error instanceof TargetError) throw error;
    }
    const token = string(answer.token) || string(answer.access_token);
    if (token === '') throw registryError(image, 'gives no token', 'ask whoever runs the registry');
    return `Bearer ${token}`;
  }

  async #askToken(
    realm: URL,
    query: { service: string; scope: string },
    credentials: RegistryCredentials | undefined,
    image: RegistryReference,
  ): Promise<Response> {
    if (credentials?.kind === 'token') {
      const body = new URLSearchParams({
        ...query,
        grant_type: 'refresh_token',
        client_id: 'vaultcheck',
        refresh_token: credentials.token,
      });
      return this.#fetch(realm, { method: 'POST', body }, image);
    }
    for (const [name, value] of Object.entries(query)) realm.searchParams.set(name, value);
    return this.#fetch(realm, credentials ? { headers: { authorization: basic(credentials) } } : {}, image);
  }

  /** One request without redirects. Errors are made anew: a client's error may hold what was sent. */
  async #fetch(url: URL, init: RequestInit, image: RegistryReference): Promise<Response> {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), SILENCE_MS);
    try {
      return await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.any([this.#signal, silence.signal]) });
    } catch (error) {
      throw this.#failure(error, image, { isSilent: silence.signal.aborted });
    } finally {
      clearTimeout(timer);
    }
  }

  async #bytes(response: Response, image: RegistryReference): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of this.#chunks(response, image)) {
      size += part.length;
      if (size > LARGEST_TEXT_BYTES)
        throw registryError(image, 'gives a manifest of more than 16 MB', 'look at what was pushed');
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  async *#chunks(response: Response, image: RegistryReference): AsyncGenerator<Uint8Array> {
    const reader = response.body?.getReader();
    if (reader === undefined) return;
    try {
      for (;;) {
        const timer = setTimeout(() => void reader.cancel().catch(() => {}), SILENCE_MS);
        const { done, value } = await reader.read().finally(() => clearTimeout(timer));
        if (done) return;
        yield value;
      }
    } catch (error) {
      throw this.#failure(error, image, { isSilent: false });
    } finally {
      await reader.cancel().catch(() => {});
    }
  }

  #failure(error: unknown, image: RegistryReference, { isSilent }: { isSilent: boolean }): Error {
    if (error instanceof TargetError) return error;
    if (this.#signal.aborted) return new InterruptedError();
    const { code } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    const why = isSilent ? `nothing for ${SILENCE_MS / 1000} s` : (code ?? 'connection lost');
    return registryError(image, `does not answer (${why})`, 'check the name, the network and the certificate');
  }
}

function basic({ user, password }: Extract<RegistryCredentials, { kind: 'password' }>): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** The error for a registry that can't be used. */
export function registryError(image: RegistryReference, what: string, hint: string): TargetError {
  return new TargetError('registry', `registry ${image.host} ${what} (${image.text})`, { hint });
}

function statusError(image: RegistryReference, status: number): TargetError {
  if (status === 401 || status === 403)
    return registryError(image, `refuses to give it`, `\`docker login ${image.host}\`, or check the name`);
  if (status === 429) return registryError(image, 'has had too many requests', 'wait, or log in');
  return registryError(image, `answers with status ${status}`, 'try again later');
}
