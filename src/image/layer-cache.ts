import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { LayerReader } from '../sources/image/read-archive.ts';
import { factsFromText, factsToText } from './cached-facts.ts';
import type { LayerFacts } from './layer-facts.ts';

/** Bytes of all cached layers; the facts of a large layer take some 100 KB. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A layer with more facts than this is read again. */
const LARGEST_ENTRY_BYTES = 32 * 1024 * 1024;

/** Files of other processes that died while they wrote are swept after this time, in milliseconds. */
const STALE_MS = 3_600_000;

/** Where caches lie, by the environment's own conventions. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const base = env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : join(env.HOME || homedir(), '.cache');
  return join(base, 'vaultcheck', 'layers');
}

/**
 * Facts of layers by digest and rule set, in files that only their owner may read. Facts are masked before they come here.
 *
 * Several processes may use one folder: a file is written beside its name and renamed, and whatever can't be read, is
 * damaged or has been swept is simply not known. Nothing here ever fails a scan.
 */
export class LayerCache {
  readonly #folder: string;
  readonly #ruleSet: string;
  #isUsable: boolean | undefined;

  /** `ruleSet`: a hash of everything that decides what is found. */
  constructor(folder: string, ruleSet: string) {
    this.#folder = folder;
    this.#ruleSet = ruleSet;
  }

  /** What is known of a layer. */
  get(digest: string): LayerFacts | undefined {
    if (!this.#usable()) return undefined;
    const file = this.#file(digest);
    try {
      if (!lstatSync(file).isFile()) return undefined;
      const [check, text] = splitOnce(readFileSync(file, 'utf8'), '\n');
      const facts = check === checkOf(digest, text) ? factsFromText(text) : undefined;
      if (facts === undefined) rmSync(file, { force: true });
      else utimesSync(file, new Date(), new Date());
      return facts;
    } catch {
      return undefined;
    }
  }

  /** Keeps what is known of a layer. */
  put(digest: string, facts: LayerFacts): void {
    if (!this.#usable()) return;
    const text = factsToText(facts);
    if (text.length > LARGEST_ENTRY_BYTES) return;
    const file = this.#file(digest);
    const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      writeFileSync(temporary, `${checkOf(digest, text)}\n${text}`, { flag: 'wx', mode: 0o600 });
      renameSync(temporary, file);
      this.#sweep();
    } catch {
      rmSync(temporary, { force: true });
    }
  }

  #file(digest: string): string {
    return join(this.#folder, `${digest.replace('sha256:', '')}-${this.#ruleSet.slice(0, 32)}`);
  }

  /** Makes the folder, and refuses one that others may write to. */
  #usable(): boolean {
    this.#isUsable ??= this.#prepare();
    return this.#isUsable;
  }

  #prepare(): boolean {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const stats = lstatSync(this.#folder);
      const isOurs = process.getuid === undefined || stats.uid === process.getuid();
      if (!stats.isDirectory() || !isOurs) return false;
      if ((stats.mode & 0o077) !== 0) chmodSync(this.#folder, 0o700);
      return true;
    } catch {
      return false;
    }
  }

  /** Takes the files that were not used for the longest time out until the rest fits. */
  #sweep(): void {
    const files = readdirSync(this.#folder).flatMap((name) => {
      const path = join(this.#folder, name);
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats ? [{ path, size: stats.size, usedMs: stats.mtimeMs, isTemporary: name.endsWith('.tmp') }] : [];
    });
    let total = files.reduce((sum, { size }) => sum + size, 0);
    for (const { path, size, usedMs, isTemporary } of files.sort((a, b) => a.usedMs - b.usedMs)) {
      const isStale = isTemporary && Date.now() - usedMs > STALE_MS;
      if (total <= MOST_BYTES && !isStale) continue;
      rmSync(path, { force: true });
      total -= size;
    }
  }
}

/** Reads through a cache; only layers whose digest was checked are kept. */
export function cachedReader(inner: LayerReader<LayerFacts>, cache: LayerCache): LayerReader<LayerFacts> {
  return {
    atOnce: inner.atOnce,
    known: (digest) => inner.known(digest) ?? cache.get(digest),
    async read(source, expected) {
      const result = await inner.read(source, expected);
      cache.put(result.digests.unpacked, result.facts);
      return result;
    },
  };
}

function checkOf(digest: string, text: string): string {
  return createHash('sha256').update(`${digest}\n${text}`).digest('hex');
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? ['', text] : [text.slice(0, at), text.slice(at + separator.length)];
}
