import { VaultClient, type VaultEndpoint, type VaultToken } from '../../clients/vault.ts';

/** A way to get a token that lasts as long as the audit. */
export interface Login {
  method: 'approle' | 'kubernetes' | 'jwt';
  /** Where the auth method is mounted. */
  mount: string;
  /** What the method wants, such as `role_id` and `secret_id`. */
  body: Readonly<Record<string, string>>;
  namespace?: string | undefined;
  isPlaintextAllowed: boolean;
}

/** Logs in; what the server says against it is not passed on, since it may repeat what was sent. */
export async function logIn(
  endpoint: VaultEndpoint,
  login: Login,
): Promise<{ token: VaultToken } | { reason: string }> {
  const { method, mount, body, namespace, isPlaintextAllowed } = login;
  const client = new VaultClient(endpoint);
  try {
    const { status, json, reason } = await client.request({
      method: 'POST',
      path: `v1/auth/${mount}/login`,
      body,
      namespace,
    });
    const { auth } = (json ?? {}) as { auth?: { client_token?: unknown } };
    const value = auth?.client_token;
    if (status === 200 && typeof value === 'string' && value !== '') return { token: { value, isPlaintextAllowed } };
    return { reason: `login by ${method} at auth/${mount} failed: ${reason ?? `status ${status}`}` };
  } finally {
    await client.close();
  }
}

/** Revokes the token that the login gave. */
export async function logOut(client: VaultClient): Promise<boolean> {
  const { status } = await client.request({ method: 'POST', path: 'v1/auth/token/revoke-self' });
  return status === 204 || status === 200;
}
