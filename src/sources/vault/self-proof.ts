import { Permissions } from '../../analysis/permissions.ts';
import { DANGER_PATHS } from '../../analysis/vault-reads.ts';
import type { VaultClient } from '../../clients/vault.ts';
import type { PolicyDialect, VaultPolicy } from '../../model/policy.ts';
import type { SelfProof, VaultAnswer } from '../../model/vault-recording.ts';
import { parseVaultPolicy } from '../../parsers/vault-policy.ts';
import { bodyOf } from './answer.ts';
import { sample } from './expand.ts';

/** Tokens and paths of each that Vault is asked about. */
const MOST_TOKENS = 10;
const MOST_PATHS = 50;

/** A token that Vault can be asked about by its accessor. */
export interface ProofToken {
  accessor: string;
  policies: readonly string[];
  hasEntity: boolean;
}

/** Compares what our own engine says of a sample of tokens with what Vault says; undefined where it can't be asked. */
export async function selfProof(
  client: VaultClient,
  tokens: readonly ProofToken[],
  {
    answers,
    dialect,
    namespace,
  }: { answers: readonly VaultAnswer[]; dialect: PolicyDialect; namespace?: string | undefined },
): Promise<SelfProof | undefined> {
  const policies = policiesOf(answers, dialect);
  const proof: SelfProof = { tokens: 0, asked: 0, disagreements: [] };
  for (const token of sample(tokens, MOST_TOKENS)) {
    const known = token.policies.map((name) => policies.get(name));
    // Root needs no policy, and one that was not read leaves the answer open.
    if (known.length === 0 || known.some((policy) => policy === undefined)) continue;
    const sources = (known as VaultPolicy[]).map((policy) => ({ file: policy.name, policy }));
    const permissions = new Permissions(sources, { dialect });
    // Templates depend on who holds the token; for a token of nobody Vault leaves them out, as our engine does.
    if (
      (token.hasEntity && permissions.unrendered.length > 0) ||
      sources.some(({ policy }) => policy.errors.length > 0)
    )
      continue;
    const own = permissions.rules.map(({ pattern }) => pattern.text.replace(/\*$/, 'x').replaceAll('+', 'x'));
    const paths = [...new Set([...sample(own, MOST_PATHS), ...DANGER_PATHS])];
    const response = await client.request({
      method: 'POST',
      path: 'v1/sys/capabilities-accessor',
      body: { accessor: token.accessor, paths },
      namespace,
    });
    if (response.status !== 200) continue;
    const theirs = bodyOf(response.json) as Record<string, unknown>;
    proof.tokens++;
    for (const path of paths) {
      const answer = theirs[path];
      if (!Array.isArray(answer)) continue;
      proof.asked++;
      const ours = permissions.capabilities(path).capabilities;
      if ([...answer].sort().join() === ours.join()) continue;
      proof.disagreements.push({ path, ours, theirs: answer.map(String), policies: [...token.policies] });
    }
  }
  return proof.tokens === 0 ? undefined : proof;
}

/** Every policy that was read, parsed, by name. */
export function policiesOf(answers: readonly VaultAnswer[], dialect: PolicyDialect): Map<string, VaultPolicy> {
  const policies = new Map<string, VaultPolicy>();
  for (const { read, data } of answers) {
    const { name, policy } = (data ?? {}) as { name?: unknown; policy?: unknown };
    if (read !== 'policy' || typeof name !== 'string' || typeof policy !== 'string') continue;
    policies.set(name, parseVaultPolicy(policy, { name, dialect }));
  }
  return policies;
}
