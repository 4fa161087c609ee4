import { randomBytes } from 'node:crypto';
import { VaultClient, type VaultEndpoint, type VaultToken, whyNotSent } from '../../clients/vault.ts';
import { InterruptedError, TargetError } from '../../model/errors.ts';
import { type PolicyDialect, PROVEN_DIALECT } from '../../model/policy.ts';
import type { Problem } from '../../model/problem.ts';
import type { VaultAnswer, VaultFlavour, VaultNode, VaultRecording } from '../../model/vault-recording.ts';
import { accessorHash, bodyOf, type HashAccessor } from './answer.ts';
import { type Login, logIn, logOut } from './login.ts';
import { otherNodes } from './other-nodes.ts';
import { readCluster } from './read-cluster.ts';
import { healthOf, readNode } from './read-node.ts';
import { selfProof } from './self-proof.ts';

/** What an audit of a running Vault goes by. */
export interface CollectOptions {
  /** As the user named them; the token goes to the first that can take it, and to no other. */
  addresses: readonly string[];
  /** An endpoint for an address: certificates, pace, times. */
  endpointOf(address: string): VaultEndpoint;
  token?: VaultToken | undefined;
  /** Instead of a token; the one that it gives is revoked at the end. */
  login?: Login | undefined;
  namespace?: string | undefined;
  /** Every namespace below that too. */
  allNamespaces: boolean;
  /** Every node that the cluster names too. */
  allNodes: boolean;
  listsTokens: boolean;
  /** Of vaultcheck. */
  version: string;
  now: Date;
  signal: AbortSignal;
  onProgress?: (requests: number) => void;
}

/** What was read: one recording for each namespace, the nodes in the first. */
export interface Collected {
  recordings: VaultRecording[];
  problems: Problem[];
}

/** Reads a running Vault. @throws TargetError where no address answers, InterruptedError */
export async function collectVault(options: CollectOptions): Promise<Collected> {
  const hash = accessorHash(randomBytes(16));
  const problems: Problem[] = [];
  const nodes = await readNodes(options.addresses, options, { hash, problems });
  if (options.signal.aborted) throw new InterruptedError();
  if (nodes.length === 0) {
    const [first] = problems;
    throw new TargetError('no-vault', first?.message ?? 'no address answers', {
      hint: 'check the address (VAULT_ADDR), the port, and https against http',
    });
  }
  const reading = new Reading(options, { hash, problems, nodes });
  const recordings = await reading.run();
  if (options.signal.aborted) throw new InterruptedError();
  return { recordings, problems };
}

async function readNodes(
  addresses: readonly string[],
  options: CollectOptions,
  { hash, problems }: { hash: HashAccessor; problems: Problem[] },
): Promise<VaultNode[]> {
  const read = await Promise.all(addresses.map((address) => readNode(options.endpointOf(address), hash)));
  return read.flatMap((result) => {
    if ('node' in result) return [result.node];
    const { address, reason } = result;
    problems.push({ kind: 'unread', code: 'no-vault', message: `${address}: ${reason}`, path: `vault:${address}` });
    return [];
  });
}

/** Reads with the token, once the nodes have shown what they are. */
class Reading {
  readonly #options: CollectOptions;
  readonly #hash: HashAccessor;
  readonly #problems: Problem[];
  readonly #nodes: VaultNode[];

  constructor(options: CollectOptions, state: { hash: HashAccessor; problems: Problem[]; nodes: VaultNode[] }) {
    this.#options = options;
    this.#hash = state.hash;
    this.#problems = state.problems;
    this.#nodes = state.nodes;
    this.#checkOneCluster();
  }

  async run(): Promise<VaultRecording[]> {
    const client = await this.#client();
    if (!client) return [this.#recording([], [])];
    try {
      return await this.#readAll(client.client);
    } finally {
      if (client.isOwnToken) await logOut(client.client);
      await client.client.close();
    }
  }

  async #readAll(client: VaultClient): Promise<VaultRecording[]> {
    const { namespace, allNamespaces, allNodes, signal } = this.#options;
    if (!(await this.#isTokenTaken(client, namespace))) return [this.#recording([], [])];
    const first = await this.#readNamespace(client, namespace);
    if (allNodes) await this.#readOtherNodes(first.answers);
    const recordings = [this.#recording(first.answers, first.samples, namespace)];
    const { answers } = first;
    const proof = await selfProof(client, first.tokens, { answers, dialect: dialectOf(recordings[0]!), namespace });
    if (proof) recordings[0]!.selfProof = proof;
    const below = allNamespaces ? namespacesOf(first.answers) : [];
    for (const name of below) {
      if (signal.aborted) break;
      const inner = `${namespace ? `${namespace}/` : ''}${name}`.replace(/\/$/, '');
      const { answers, samples } = await this.#readNamespace(client, inner);
      recordings.push({ ...this.#recording(answers, samples, inner), nodes: [] });
    }
    await this.#checkStillValid(client, namespace);
    return recordings;
  }

  #readNamespace(client: VaultClient, namespace: string | undefined) {
    const { listsTokens, onProgress } = this.#options;
    const progress = onProgress ? { onProgress } : {};
    return readCluster({ client, hash: this.#hash, listsTokens, namespace, ...progress });
  }

  /** A client with the token for the first address that may have it and can use it; none where there is no such thing. */
  async #client(): Promise<{ client: VaultClient; isOwnToken: boolean } | undefined> {
    const { token, login, endpointOf } = this.#options;
    if (!token && !login) return undefined;
    const node = this.#nodes.find((one) => healthOf(one).initialized && !healthOf(one).sealed);
    if (!node) {
      this.#note('sealed', 'the token was not used: no node is unsealed');
      return undefined;
    }
    const endpoint = endpointOf(node.address);
    const refusal = whyNotSent(endpoint, token ?? { isPlaintextAllowed: login?.isPlaintextAllowed ?? false });
    if (refusal) {
      this.#note(refusal.code, `${refusal.message}; ${refusal.hint}`);
      return undefined;
    }
    if (token) return { client: new VaultClient(endpoint, token), isOwnToken: false };
    const made = await logIn(endpoint, login!);
    if ('reason' in made) {
      this.#note('login-failed', made.reason);
      return undefined;
    }
    return { client: new VaultClient(endpoint, made.token), isOwnToken: true };
  }

  async #isTokenTaken(client: VaultClient, namespace: string | undefined): Promise<boolean> {
    const { status, reason } = await client.request({ method: 'GET', path: 'v1/auth/token/lookup-self', namespace });
    if (status === 200) return true;
    const why = status === 403 ? 'Vault does not know it, or it has expired' : (reason ?? `status ${status}`);
    this.#note('token-refused', `the token was not taken: ${why}`);
    return false;
  }

  async #checkStillValid(client: VaultClient, namespace: string | undefined): Promise<void> {
    const { status } = await client.request({ method: 'GET', path: 'v1/auth/token/lookup-self', namespace });
    if (status === 403) this.#note('token-expired', 'the token expired or was revoked before everything was read');
  }

  async #readOtherNodes(answers: readonly VaultAnswer[]): Promise<void> {
    const known = this.#nodes.map(({ address }) => address);
    const others = otherNodes(answers, known);
    this.#nodes.push(...(await readNodes(others, this.#options, { hash: this.#hash, problems: this.#problems })));
  }

  /** One token belongs to one cluster. */
  #checkOneCluster(): void {
    const ids = new Set(this.#nodes.map((node) => healthOf(node).cluster_id).filter(Boolean));
    if (ids.size > 1)
      throw new TargetError('several-clusters', 'the addresses belong to different clusters', {
        hint: 'audit each cluster by itself',
      });
  }

  #note(code: string, message: string): void {
    this.#problems.push({ kind: 'unread', code, message, path: `vault:${this.#name}` });
  }

  get #name(): string {
    return this.#nodes.map((node) => healthOf(node).cluster_name).find(Boolean) ?? this.#nodes[0]!.address;
  }

  #recording(
    answers: readonly VaultAnswer[],
    samples: VaultRecording['samples'],
    namespace: string | undefined = this.#options.namespace,
  ): VaultRecording {
    const { version, now, endpointOf, addresses } = this.#options;
    const healths = this.#nodes.map(healthOf);
    const serverVersion = healths.map((health) => health.version).find(Boolean);
    return {
      format: 1,
      version,
      takenAt: now.toISOString(),
      flavour: flavourOf(this.#nodes),
      ...(serverVersion ? { serverVersion } : {}),
      name: namespace ? `${this.#name}/${namespace}` : this.#name,
      ...(namespace ? { namespace } : {}),
      environment: { skipVerify: !endpointOf(addresses[0]!).tls.isVerified },
      nodes: this.#nodes,
      answers,
      samples,
    };
  }
}

/** The enterprise edition says so; HCP is one whose host says so; OpenBao's health has no word `enterprise`. */
function flavourOf(nodes: readonly VaultNode[]): VaultFlavour {
  const healths = nodes.map(healthOf);
  if (nodes.some(({ address }) => /\.hashicorp\.cloud(?::\d+)?$/.test(address))) return 'hcp';
  if (healths.some(({ enterprise, version }) => enterprise || version?.includes('+ent'))) return 'vault-enterprise';
  if (healths.some(({ initialized, enterprise }) => initialized !== undefined && enterprise === undefined))
    return 'openbao';
  return 'vault';
}

/** What policies are read for; a version that is not told is taken for the one that everything is proven with. */
function dialectOf({ flavour, serverVersion }: VaultRecording): PolicyDialect {
  const version = /^\d+\.\d+\.\d+/.exec(serverVersion ?? '')?.[0] ?? PROVEN_DIALECT.version;
  return { flavour: flavour === 'openbao' ? 'openbao' : 'vault', version };
}

function namespacesOf(answers: readonly VaultAnswer[]): string[] {
  const { data } = answers.find(({ read }) => read === 'namespaces') ?? {};
  const { keys } = (bodyOf(data) ?? {}) as { keys?: unknown };
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
}
