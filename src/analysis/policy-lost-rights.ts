import type { Capability } from '../model/policy.ts';
import { type MergedRule, Permissions, type PolicySource, winnerOf } from './permissions.ts';
import { cellsOf, TooManyCellsError } from './policy-cells.ts';
import { MOST_LINT_STEPS, withLiteralTemplates } from './policy-rules.ts';

/** Rights of one policy that are gone where another one is attached too. */
export interface LostRight {
  /** The rule that counts. */
  winner: MergedRule;
  /** The rule of the other policy that would count without it. */
  loser: MergedRule;
  capabilities: Capability[];
  /** A path on which they are gone. */
  witness: string;
}

/** What policies of one token take from each other without a deny; each pair of rules once. */
export function lostRights(policies: readonly PolicySource[]): LostRight[] {
  if (policies.length < 2) return [];
  const sources = policies.map(withLiteralTemplates);
  const all = new Permissions(sources);
  const alone = sources.map((source) => new Permissions([source]));
  const found = new Map<string, LostRight>();
  try {
    for (const { witness, matching } of cellsOf(
      all.rules.map(({ pattern }) => pattern),
      MOST_LINT_STEPS,
    )) {
      const winner = winnerOf(matching.map((i) => all.rules[i]!));
      if (!winner || winner.capabilities.has('deny')) continue;
      for (const permissions of alone) {
        const loser = permissions.find(witness, false);
        if (!loser || loser.capabilities.has('deny') || loser.pattern.text === winner.pattern.text) continue;
        const capabilities = [...loser.capabilities]
          .filter(
            // Lists look at the path with a slash behind it, and so at other rules.
            (capability) => capability !== 'list' && !winner.capabilities.has(capability),
          )
          .sort();
        const key = `${winner.pattern.text} ${loser.pattern.text}`;
        if (capabilities.length > 0 && !found.has(key)) found.set(key, { winner, loser, capabilities, witness });
      }
    }
  } catch (error) {
    if (!(error instanceof TooManyCellsError)) throw error;
  }
  return [...found.values()];
}
