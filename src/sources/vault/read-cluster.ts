import { UNSUPPORTED } from '../../analysis/vault-answers.ts';
import { DANGER_PATHS, type ReadId, VAULT_READS, vaultRead } from '../../analysis/vault-reads.ts';
import type { VaultClient, VaultResponse } from '../../clients/vault.ts';
import type { VaultAnswer, VaultRecording } from '../../model/vault-recording.ts';
import { bodyOf, type HashAccessor, listedKeys, toAnswer } from './answer.ts';
import { type Filling, filledPath, fillings, isAskable, type Known, mountsOf, sample } from './expand.ts';
import type { ProofToken } from './self-proof.ts';

/** Accessors are listed only where there are fewer tokens than this, since that answer comes in one piece. */
const MOST_ACCESSORS = 10_000;

/** How deep folders of names are followed. */
const MOST_DEPTH = 8;

/** What reading a cluster goes by. */
export interface ClusterOptions {
  client: VaultClient;
  hash: HashAccessor;
  /** List the accessors of tokens however many there may be. */
  listsTokens: boolean;
  namespace?: string | undefined;
  onProgress?: (requests: number) => void;
}

/** What of a looked-up token decides what it may do. */
interface TokenData {
  policies?: string[];
  identity_policies?: string[];
  entity_id?: string;
}

/** What a cluster answered to a token. */
export interface ClusterAnswers extends Pick<VaultRecording, 'answers' | 'samples'> {
  /** With accessors as they are: to ask Vault, and never to be kept. */
  tokens: ProofToken[];
}

/** Asks everything that the table of reads names, and nothing else. */
export async function readCluster(options: ClusterOptions): Promise<ClusterAnswers> {
  const reader = new ClusterReader(options);
  for (const id of Object.keys(VAULT_READS) as ReadId[]) if (vaultRead(id).scope === 'cluster') await reader.read(id);
  return { answers: reader.answers, samples: reader.samples, tokens: reader.tokens };
}

class ClusterReader {
  readonly answers: VaultAnswer[] = [];
  readonly tokens: ProofToken[] = [];
  readonly samples: { read: string; taken: number; of: number }[] = [];
  readonly #options: ClusterOptions;
  readonly #known: Known & { names: Map<ReadId, readonly Filling[]> } = { names: new Map() };
  /** Mounts for which a list has no answer. */
  readonly #unlisted = new Map<ReadId, { mount: string; reason: string }[]>();
  /** Why a read has no answer, for those that go by it. */
  readonly #reasons = new Map<ReadId, string>();

  constructor(options: ClusterOptions) {
    this.#options = options;
  }

  async read(id: ReadId): Promise<void> {
    const read = vaultRead(id);
    const reason = this.#whyNot(id);
    if (reason !== undefined) return this.#skip(id, reason);
    const all = fillings(read, this.#known);
    if (all === undefined) return this.#skip(id, this.#sourceReason(id));
    // There is nothing of the kind: that is an answer.
    if (all.length === 0) this.answers.push({ read: id, path: read.path, status: 404, reason: 'absent' });
    const taken = read.method === 'LIST' ? all : sample(all, read.most ?? all.length);
    if (taken.length < all.length) this.samples.push({ read: id, taken: taken.length, of: all.length });
    const listed = await Promise.all(taken.map((filling) => this.#ask(id, filling)));
    if (read.method === 'LIST' && (all.length === 0 || listed.some(Array.isArray)))
      this.#known.names.set(
        id,
        listed.flatMap((names) => names ?? []),
      );
    this.#noteUnlisted(id);
  }

  /** What could not be listed for one mount is missing among what was read for the others. */
  #noteUnlisted(id: ReadId): void {
    const { each } = vaultRead(id);
    if (!each || !('list' in each)) return;
    for (const { mount, reason } of this.#unlisted.get(each.list as ReadId) ?? []) {
      const path = filledPath(vaultRead(id), { mount });
      this.answers.push({ read: id, path, status: 0, reason: `${each.list}: ${reason}` });
    }
  }

  /** Asks one path, keeps its answer, and gives the names that it listed; undefined where it could not be listed. */
  async #ask(id: ReadId, filling: Filling): Promise<Filling[] | undefined> {
    const read = vaultRead(id);
    const path = filledPath(read, filling);
    if (filling.name !== undefined && !isAskable(filling.name)) {
      this.answers.push({ read: id, path, status: 0, reason: "its name can't be asked for" });
      return [];
    }
    const response = await this.#request(id, path, filling);
    const isByBody = read.bodyField !== undefined;
    const shown = isByBody && filling.name !== undefined ? `${path}/${this.#options.hash(filling.name)}` : path;
    const answer = toAnswer({ id, path: shown }, response, this.#options.hash);
    this.answers.push(answer);
    if (answer.reason !== undefined && !(answer.status === 404 && answer.reason !== UNSUPPORTED)) {
      if (!this.#reasons.has(id)) this.#reasons.set(id, answer.reason);
      const { mount } = filling;
      if (read.method === 'LIST' && mount !== undefined)
        this.#unlisted.set(id, [...(this.#unlisted.get(id) ?? []), { mount, reason: answer.reason }]);
      return undefined;
    }
    if (id === 'mounts' && answer.data) this.#known.secrets = mountsOf(bodyOf(response.json));
    if (id === 'auth' && answer.data) this.#known.auth = mountsOf(bodyOf(response.json));
    if (id === 'token' && filling.name !== undefined) this.#addToken(filling.name, answer.data);
    if (id === 'self') this.#addToken(accessorOf(response), answer.data);
    const names = listedKeys(response);
    const found = read.isTree ? await this.#tree(id, path, names) : names;
    return read.method === 'LIST' ? found.map((name) => ({ ...filling, name })) : [];
  }

  #addToken(accessor: string | undefined, data: unknown): void {
    const { policies, identity_policies: more, entity_id: entity } = (data ?? {}) as TokenData;
    if (!accessor || !Array.isArray(policies)) return;
    this.tokens.push({ accessor, policies: [...policies, ...(more ?? [])], hasEntity: Boolean(entity) });
  }

  /** Names below folders, until there are enough. */
  async #tree(id: ReadId, base: string, names: readonly string[]): Promise<string[]> {
    const most = vaultRead(id).most ?? 1000;
    const leaves = names.filter((name) => !name.endsWith('/'));
    let folders = names.filter((name) => name.endsWith('/') && isAskable(name.slice(0, -1)));
    for (let depth = 1; folders.length > 0 && depth < MOST_DEPTH && leaves.length < most; depth++) {
      const taken = sample(folders, most);
      const deeper: string[] = [];
      for (const folder of taken) {
        if (leaves.length >= most) break;
        const response = await this.#request(id, `${base}${folder}`, {});
        for (const key of listedKeys(response)) {
          if (!key.endsWith('/')) leaves.push(folder + key);
          else if (isAskable(key.slice(0, -1))) deeper.push(folder + key);
        }
      }
      folders = deeper;
    }
    return leaves;
  }

  async #request(id: ReadId, path: string, filling: Filling): Promise<VaultResponse> {
    const { client, namespace, onProgress } = this.#options;
    const { method, query, bodyField } = vaultRead(id);
    const value = bodyField === 'paths' ? DANGER_PATHS : filling.name;
    const body = bodyField === undefined ? {} : { body: { [bodyField]: value } };
    const response = await client.request({ method, path: `v1/${path}`, query, namespace, ...body });
    onProgress?.(this.answers.length);
    return response;
  }

  /** Too many tokens to list them unasked. */
  #whyNot(id: ReadId): string | undefined {
    if (id !== 'accessors' || this.#options.listsTokens) return undefined;
    const leases = this.#leases();
    if (leases === undefined) return 'the number of tokens is not known: --tokens lists them all the same';
    if (leases < MOST_ACCESSORS) return undefined;
    return `there may be ${leases} tokens, and their list comes in one piece: --tokens asks for it`;
  }

  /** Every service token has a lease, so that there are no more of them than leases. */
  #leases(): number | undefined {
    const { data } = this.answers.find(({ read }) => read === ('gauges' satisfies ReadId)) ?? {};
    const { Gauges: gauges = [] } = (data ?? {}) as { Gauges?: { Name?: string; Value?: number }[] };
    return gauges.find(({ Name: name }) => name?.endsWith('expire.num_leases'))?.Value;
  }

  #skip(id: ReadId, reason: string): void {
    this.#reasons.set(id, reason);
    this.answers.push({ read: id, path: vaultRead(id).path, status: 0, reason });
  }

  #sourceReason(id: ReadId): string {
    const { each } = vaultRead(id);
    const source = each && 'list' in each ? (each.list as ReadId) : each && 'auth' in each ? 'auth' : 'mounts';
    return `${source}: ${this.#reasons.get(source) ?? 'no answer'}`;
  }
}

function accessorOf({ json }: VaultResponse): string | undefined {
  const { accessor } = (bodyOf(json) ?? {}) as { accessor?: unknown };
  return typeof accessor === 'string' ? accessor : undefined;
}
