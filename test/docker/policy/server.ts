import { startDevVault, type VaultContainer } from '../setup/vault-container.ts';

/** What a Vault answered. */
export interface PolicyAnswer {
  /** 0 where Vault dropped the connection. */
  status: number;
  /** Empty where there is no body. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are read by their known shape
  json: any;
}

/** A real Vault in a container, with what the policy tests ask of it. */
export class TestVault {
  readonly #container: VaultContainer;

  private constructor(container: VaultContainer) {
    this.#container = container;
  }

  /** Starts one. */
  static async start(): Promise<TestVault> {
    return new TestVault(await startDevVault());
  }

  /** Makes a request; a connection that Vault drops is status 0. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    { token = this.#container.rootToken, headers = {} }: { token?: string; headers?: Record<string, string> } = {},
  ): Promise<PolicyAnswer> {
    const init = {
      method,
      headers: { 'X-Vault-Token': token, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const url = `${this.#container.address}/v1/${path.split('/').map(encodeURIComponent).join('/')}`;
    const response = await fetch(url, init).catch(() => undefined);
    if (!response) return { status: 0, json: {} };
    const text = await response.text();
    return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : {} };
  }

  /** Writes policies and gives a token that holds them and no other. */
  async tokenWith(policies: readonly string[]): Promise<string> {
    const names = policies.map((_text, i) => `p${i}`);
    for (const [i, policy] of policies.entries()) {
      const { status, json } = await this.call('PUT', `sys/policies/acl/p${i}`, { policy });
      if (status !== 204) throw new Error(`policy was refused: ${JSON.stringify(json)}\n${policy}`);
    }
    const body = { policies: names, no_default_policy: true, ttl: '5m' };
    const { json } = await this.call('POST', 'auth/token/create', body);
    return json.auth.client_token;
  }

  /** What Vault says that a token may do on paths. */
  async capabilities(token: string, paths: readonly string[]): Promise<Record<string, string[]>> {
    return (await this.call('POST', 'sys/capabilities', { token, paths })).json.data;
  }

  /** Ends it. */
  stop(): void {
    this.#container.stop();
  }
}
