import { TargetError } from '../model/errors.ts';
import { parseImageReference } from '../parsers/image-reference.ts';

/** Where an image lies in a registry. */
export interface RegistryReference {
  /** As the user wrote it. */
  text: string;
  /** Host and port to ask. */
  host: string;
  /** Host by which credentials are kept. */
  credentialHost: string;
  /** `library/alpine`. */
  repository: string;
  /** Tag or digest. */
  reference: string;
}

/** What Docker Hub is called, where it answers, and under which name credentials for it are kept. */
const HUB = 'docker.io';
const HUB_HOST = 'registry-1.docker.io';
const HUB_CREDENTIALS = 'https://index.docker.io/v1/';

/** Reads `registry:5000/team/app:1@sha256:...`; names without a registry are Docker Hub's. @throws TargetError */
export function parseRegistryReference(text: string): RegistryReference {
  const { name, tag, digest } = parseImageReference(text);
  const [first = '', ...rest] = name.split('/');
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const host = hasHost ? first.replace(/^index\.docker\.io$/, HUB) : HUB;
  const path = hasHost ? rest.join('/') : name;
  const repository = host === HUB && !path.includes('/') ? `library/${path}` : path;
  const reference = digest ?? tag ?? 'latest';
  const isSound =
    /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/.test(repository) &&
    /^(?:[\w][\w.-]{0,127}|sha256:[0-9a-f]{64})$/.test(reference) &&
    /^[\w.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/i.test(host);
  if (!isSound) {
    throw new TargetError('image-name', `${JSON.stringify(text)} is no name of an image`, {
      hint: 'write it as registry/path/name:tag or with @sha256:DIGEST',
    });
  }
  const isHub = host === HUB;
  return {
    text,
    host: isHub ? HUB_HOST : host,
    credentialHost: isHub ? HUB_CREDENTIALS : host,
    repository,
    reference,
  };
}

/** True for hosts of this machine, to which Docker speaks without TLS. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/.test(host);
}
