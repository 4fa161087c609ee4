import type { ReadId } from '../src/analysis/vault-reads.ts';
import type { Match, RuleContext, RuleMeta } from '../src/model/rule.ts';
import type { ArtifactData, ArtifactKind } from '../src/parsers/artifact.ts';

/** A code rule as its file writes it; its id and family come from the file's path. */
export interface RuleDefinition<K extends ArtifactKind = ArtifactKind> extends RuleMeta {
  artifact: K;
  /** Of rules over the project: the kinds of artifact that it wants to find there. */
  needs?: readonly ArtifactKind[];
  /** Of rules over a live Vault: the reads whose answers it judges. */
  reads?: readonly ReadId[];
  check(context: RuleContext<ArtifactData[K]>): Iterable<Match>;
}

/** Types a code rule; the default export of every rule file. */
export function defineRule<K extends ArtifactKind>(definition: RuleDefinition<K>): RuleDefinition<K> {
  return definition;
}

/** What an anchor gives to several services is written once, and found once. */
export function* onePerPlace(matches: Iterable<Match>): Iterable<Match> {
  const seen = new Set<string>();
  for (const match of matches) {
    const place = `${match.path ?? ''}:${match.range.start}:${match.range.end}`;
    if (!seen.has(place)) yield match;
    seen.add(place);
  }
}

/** The place of matches about a live system, which have a subject and no text. */
export const NO_RANGE = { start: 0, end: 0 } as const;

/** A match about a live system: what of it, the fact, and its severity where that is not the rule's own. */
export function about(subject: string, message: string, severity?: Match['severity']): Match {
  return { message, subject, range: NO_RANGE, ...(severity ? { severity } : {}) };
}

/** Says of a whole rule that what it judges can't be had. */
export function notTestable(message: string): Match {
  return { message, range: NO_RANGE, verdict: 'not-testable' };
}
