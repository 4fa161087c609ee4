/** Parts of `registry:5000/path/name:tag@sha256:...`. */
export interface ImageReference {
  /** With its registry, without tag and digest. */
  name: string;
  tag?: string;
  digest?: string;
}

/** Splits an image's name; a colon before a slash is the registry's port, and one inside `${X:-y}` is none. */
export function parseImageReference(text: string): ImageReference {
  const at = text.lastIndexOf('@');
  const digest = at === -1 ? undefined : text.slice(at + 1);
  const rest = at === -1 ? text : text.slice(0, at);
  const colon = rest.lastIndexOf(':');
  const isTag = colon > rest.lastIndexOf('/') && !/^[^{]*\}/.test(rest.slice(colon));
  const tag = isTag ? rest.slice(colon + 1) : '';
  return {
    name: isTag ? rest.slice(0, colon) : rest,
    ...(tag === '' ? {} : { tag }),
    ...(digest ? { digest } : {}),
  };
}

/** True where an image's name lies below one of the registries (`ghcr.io/team`, `docker.io/library`); short names are Docker Hub's. */
export function isFromRegistry(name: string, registries: readonly string[]): boolean {
  const first = name.split('/')[0]!;
  const hasHost = name.includes('/') && (/[.:]/.test(first) || first === 'localhost');
  const path = name.includes('/') ? name : `library/${name}`;
  const full = hasHost ? name.replace(/^index\.docker\.io\//, 'docker.io/') : `docker.io/${path}`;
  return registries.some((registry) => {
    const place = registry.replace(/\/+$/, '');
    return full === place || full.startsWith(`${place}/`);
  });
}

/** True where the name is written out: no variable, and no place of a template that makes the file. */
export function isWrittenOut(name: string): boolean {
  return !/[${<]/.test(name);
}

/** Official images of Docker Hub whose names have a hyphen; others without a namespace are built on the machine. */
const OFFICIAL_WITH_HYPHEN =
  /^(?:eclipse-temurin|eclipse-mosquitto|hello-world|ibm-semeru-runtimes|nats-streaming|open-liberty|r-base|websphere-liberty|api-firewall|express-gateway)$/;

/** True for a name that no registry has, by all appearances: `shop-base`, built by another Dockerfile here. */
export function isBuiltLocally(name: string): boolean {
  return !name.includes('/') && /[-_]/.test(name) && !OFFICIAL_WITH_HYPHEN.test(name);
}
