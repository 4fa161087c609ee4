import type { VaultRead } from '../../analysis/vault-read.ts';
import type { ReadId } from '../../analysis/vault-reads.ts';

/** A mount, as `sys/mounts` or `sys/auth` tells it. */
export interface Mount {
  /** Without the slash at its end. */
  path: string;
  type: string;
  options?: { version?: string } | null;
}

/** What fills a read's placeholders. */
export interface Filling {
  mount?: string;
  name?: string;
}

/** What is known so far: mounts, and the names that lists gave. */
export interface Known {
  secrets?: readonly Mount[];
  auth?: readonly Mount[];
  /** By id of the list. */
  names: ReadonlyMap<ReadId, readonly Filling[]>;
}

/** Mounts of an answer of `sys/mounts` or `sys/auth`. */
export function mountsOf(data: unknown): Mount[] {
  return Object.entries((data ?? {}) as Record<string, { type?: unknown; options?: Mount['options'] }>)
    .filter(([path, { type }]) => path.endsWith('/') && typeof type === 'string')
    .map(([path, mount]) => ({ path: path.slice(0, -1), type: mount.type as string, options: mount.options ?? null }));
}

/** Everything that a read is asked for; undefined where what it goes by is not known. */
export function fillings({ each }: VaultRead, known: Known): readonly Filling[] | undefined {
  if (!each) return [{}];
  if ('list' in each) return known.names.get(each.list as ReadId);
  const isAuth = 'auth' in each;
  const types = isAuth ? each.auth : each.mounts;
  const mounts = (isAuth ? known.auth : known.secrets)?.filter(
    ({ type, options }) =>
      (types.includes('*') || types.includes(type)) &&
      (isAuth || each.version === undefined || each.version === versionOf(options)),
  );
  return mounts?.map(({ path }) => ({ mount: path }));
}

/** Mounts of KV that say nothing are of the first version. */
function versionOf(options: Mount['options']): number {
  return options?.version === '2' ? 2 : 1;
}

/** A read's path with its placeholders filled. */
export function filledPath({ path }: VaultRead, { mount, name }: Filling): string {
  return path.replace('{mount}', () => mount ?? '{mount}').replace('{name}', () => name ?? '{name}');
}

/** At most so many items, evenly taken from all of them. */
export function sample<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]!);
}

/** True for names that can't be asked for: a server could take them for the way up. */
export function isAskable(name: string): boolean {
  return name !== '' && !name.split('/').some((part) => part === '.' || part === '..' || part === '');
}
