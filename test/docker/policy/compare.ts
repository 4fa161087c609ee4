import { Permissions } from '../../../src/analysis/permissions.ts';
import { parseVaultPolicy } from '../../../src/parsers/vault-policy.ts';
import { brokenPolicy, type Random, randomPaths, randomPolicySet } from './generate.ts';
import type { TestVault } from './server.ts';

/** Paths that are asked about in one request. */
const PATHS_AT_ONCE = 250;

/** One path on which we and Vault differ. */
export interface Difference {
  path: string;
  ours: string[];
  theirs: string[] | undefined;
  policies: string[];
}

/** Permissions of policies that Vault takes. */
export function permissionsOf(
  policies: readonly string[],
  options: ConstructorParameters<typeof Permissions>[1] = {},
): Permissions {
  return new Permissions(
    policies.map((text, i) => ({ file: `p${i}.hcl`, policy: parseVaultPolicy(text, { name: `p${i}` }) })),
    options,
  );
}

/** Asks Vault and us about random policies until `count` paths are compared; the first differences. */
export async function compareCapabilities(
  vault: TestVault,
  random: Random,
  count: number,
): Promise<{ paths: number; sets: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  let paths = 0;
  let sets = 0;
  while (paths < count && differences.length < 10) {
    const policies = randomPolicySet(random);
    const asked = randomPaths(random, policies, PATHS_AT_ONCE);
    const token = await vault.tokenWith(policies);
    const theirs = await vault.capabilities(token, asked);
    await vault.call('POST', 'auth/token/revoke', { token });
    const permissions = permissionsOf(policies);
    for (const path of asked) {
      const ours: string[] = permissions.capabilities(path).capabilities;
      if (ours.join() !== theirs[path]?.join()) differences.push({ path, ours, theirs: theirs[path], policies });
    }
    paths += asked.length;
    sets++;
  }
  return { paths, sets, differences };
}

/** Writes texts with mistakes to Vault; those that it takes and we refuse, or the other way round. */
export async function compareWrites(
  vault: TestVault,
  random: Random,
  count: number,
): Promise<{ taken: number; differences: { text: string; vault: string; ours: string }[] }> {
  const differences: { text: string; vault: string; ours: string }[] = [];
  let taken = 0;
  for (let i = 0; i < count; i++) {
    const text = brokenPolicy(random).toWellFormed();
    const { status, json } = await vault.call('PUT', 'sys/policies/acl/written', { policy: text });
    const isTaken = status === 204 || status === 200;
    const { errors } = parseVaultPolicy(text);
    if (isTaken) taken++;
    if (isTaken !== (errors.length === 0))
      differences.push({ text, vault: `${status} ${JSON.stringify(json)}`, ours: errors[0]?.message ?? 'taken' });
  }
  return { taken, differences };
}
