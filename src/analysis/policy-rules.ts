import type { Capability, PolicyRule, VaultPolicy } from '../model/policy.ts';
import { type MergedRule, Permissions, type PolicySource, winnerOf } from './permissions.ts';
import { type Cell, cellsOf, TooManyCellsError } from './policy-cells.ts';
import { listWinner } from './policy-difference.ts';
import { compilePattern, type Pattern } from './policy-pattern.ts';

/** Capabilities that change something. */
const WRITES: readonly Capability[] = ['create', 'update', 'delete', 'patch', 'recover'];

/** Work for one policy in a scan, which is of strangers' making; ordinary ones take a few hundred steps. */
export const MOST_LINT_STEPS = 200_000;

/** A rule and its compiled path; templates stand for themselves. */
export interface CompiledRule {
  rule: PolicyRule;
  pattern: Pattern;
}

/** Rules of a policy that Vault keeps, compiled. */
export function compiledRules({ rules }: VaultPolicy): CompiledRule[] {
  return rules.filter(({ path }) => !path.includes('+*')).map((rule) => ({ rule, pattern: compilePattern(rule.path) }));
}

/** What a rule lets change. */
export function writesOf({ capabilities }: PolicyRule): Capability[] {
  return capabilities.filter((capability) => WRITES.includes(capability));
}

/** True when a rule grants anything. */
export function grantsAnything({ capabilities }: PolicyRule): boolean {
  return capabilities.length > 0 && capabilities[0] !== 'deny';
}

/** `create, update and delete`. */
export function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A policy whose templates stand for themselves, so that rules with templates can be judged beside the others. */
export function withLiteralTemplates({ policy, file }: PolicySource): PolicySource {
  const rules = policy.rules.map(({ template: _template, ...rule }): PolicyRule => rule);
  return { file, policy: { ...policy, rules } };
}

/** What some policies make of each cell; `isWhole` is false where they make more cells than can be looked at. */
export function judgedCells(sources: readonly PolicySource[]): {
  permissions: Permissions;
  isWhole: boolean;
  cells: {
    cell: Cell;
    plain: MergedRule | undefined;
    listed: MergedRule | undefined;
  }[];
} {
  const permissions = new Permissions(sources.map(withLiteralTemplates));
  const { rules, facts } = permissions;
  try {
    const cells = [
      ...cellsOf(
        rules.map(({ pattern }) => pattern),
        MOST_LINT_STEPS,
      ),
    ].map((cell) => ({
      cell,
      plain: winnerOf(cell.matching.map((i) => rules[i]!)),
      listed: listWinner(cell, rules, facts),
    }));
    return { permissions, cells, isWhole: true };
  } catch (error) {
    if (error instanceof TooManyCellsError) return { permissions, cells: [], isWhole: false };
    throw error;
  }
}

/** A deny that loses where it seems to hold. */
export interface LostDeny {
  deny: MergedRule;
  /** The rule that counts instead. */
  winner: MergedRule;
  /** A path that the deny matches, and on which the winner grants something. */
  witness: string;
}

/**
 * Denies that another rule beats on a path that both match, unless that rule is an exception from the deny: one whose
 * paths the deny matches all, such as `secret/team/*` from `secret/*`.
 */
export function lostDenies(
  sources: readonly PolicySource[],
  isException: (deny: Pattern, winner: Pattern) => boolean,
): { denies: LostDeny[]; isWhole: boolean } {
  const { permissions, cells, isWhole } = judgedCells(sources);
  const found = new Map<MergedRule, LostDeny>();
  for (const { cell, plain } of cells) {
    if (!plain || plain.capabilities.has('deny') || plain.capabilities.size === 0) continue;
    for (const index of cell.matching) {
      const deny = permissions.rules[index]!;
      if (!deny.capabilities.has('deny') || found.has(deny) || isException(deny.pattern, plain.pattern)) continue;
      found.set(deny, { deny, winner: plain, witness: cell.witness });
    }
  }
  return { denies: [...found.values()], isWhole };
}
