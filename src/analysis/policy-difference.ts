import type { Capability } from '../model/policy.ts';
import type { DialectFacts } from '../model/policy-dialect.ts';
import { type MergedRule, type Permissions, winnerOf } from './permissions.ts';
import { type Cell, cellsOf, type Matches } from './policy-cells.ts';
import type { Pattern } from './policy-pattern.ts';

/** What changes for the paths of some cells that one pair of rules decides. */
export interface Change {
  /** A path on which it shows. */
  witness: string;
  /** The rule that counted, and the one that counts. */
  before?: MergedRule;
  after?: MergedRule;
  /** Capabilities that the paths have gained. */
  gained: Capability[];
  /** Capabilities that the paths have lost. */
  lost: Capability[];
}

/** Two sets of policies, compared for every path. */
export interface Difference {
  /** Sorted by the path of the rule that counts. */
  changes: Change[];
  /** Rules whose capabilities are the same, and whose conditions (parameters, wrapping, control groups) are not. */
  conditions: { before: MergedRule; after: MergedRule; witness: string }[];
}

/** Every path for which two sets of policies differ, exactly: no path is sampled. @throws TooManyCellsError */
export function comparePolicies(before: Permissions, after: Permissions): Difference {
  const { patterns, view } = jointPatterns(before, after);
  const changes = new Map<string, Change>();
  const conditions = new Map<string, Difference['conditions'][number]>();
  for (const cell of cellsOf(patterns)) {
    for (const isList of [false, true]) {
      const [old, now] = [view(0, cell, isList, before.facts), view(1, cell, isList, after.facts)];
      const [had, has] = [grantsOf(old, isList), grantsOf(now, isList)];
      const gained = has.filter((capability) => !had.includes(capability));
      const lost = had.filter((capability) => !has.includes(capability));
      const witness = () => (isList ? `${cell.witness}/` : cell.witness);
      if (gained.length + lost.length > 0) {
        const key = JSON.stringify([old?.pattern.text, now?.pattern.text, gained, lost]);
        if (!changes.has(key))
          changes.set(key, {
            witness: witness(),
            gained,
            lost,
            ...(old ? { before: old } : {}),
            ...(now ? { after: now } : {}),
          });
      } else if (old && now && has.length > 0 && conditionsOf(old) !== conditionsOf(now)) {
        const key = JSON.stringify([old.pattern.text, now.pattern.text]);
        if (!conditions.has(key)) conditions.set(key, { before: old, after: now, witness: witness() });
      }
    }
  }
  return { changes: [...changes.values()].sort(byPattern), conditions: [...conditions.values()] };
}

/** A path on which `inner` may do something that `outer` may not; undefined where there is none. */
export function witnessAgainst(outer: Permissions, inner: Permissions): Change | undefined {
  return comparePolicies(outer, inner).changes.find(({ gained }) => gained.length > 0);
}

/** A path on which something is granted; undefined where nothing is granted anywhere. */
export function anyGrant(permissions: Permissions): { witness: string; rule: MergedRule } | undefined {
  const patterns = permissions.rules.map(({ pattern }) => pattern);
  for (const cell of cellsOf(patterns)) {
    const rule = winnerOf(cell.matching.map((i) => permissions.rules[i]!));
    if (rule && grantsOf(rule, false).length > 0) return { witness: cell.witness, rule };
    const listed = listWinner(cell, permissions.rules, permissions.facts);
    if (listed?.capabilities.has('list')) return { witness: `${cell.witness}/`, rule: listed };
  }
  return undefined;
}

/** The rule that counts for a list request on the paths of a cell. */
export function listWinner(cell: Matches, rules: readonly MergedRule[], facts: DialectFacts): MergedRule | undefined {
  const bare = cell.matching.map((i) => rules[i]!);
  const slash = cell.matchingWithSlash.map((i) => rules[i]!);
  const exact = [...slash, ...bare].find(({ pattern }) => pattern.kind === 'exact');
  if (exact) return exact;
  return facts.listOrder === 'without-slash-first'
    ? (winnerOf(bare) ?? winnerOf(slash))
    : (winnerOf(slash) ?? winnerOf(bare));
}

/** The patterns of both sides, each once, and what each side makes of a cell. */
function jointPatterns(before: Permissions, after: Permissions) {
  const patterns: Pattern[] = [];
  const rules: (MergedRule | undefined)[][] = [[], []];
  const places = new Map<string, number>();
  for (const [side, permissions] of [before, after].entries()) {
    for (const rule of permissions.rules) {
      const key = `${rule.pattern.kind} ${rule.pattern.text}`;
      const place = places.get(key) ?? patterns.push(rule.pattern) - 1;
      places.set(key, place);
      rules[side]![place] = rule;
    }
  }
  const view = (side: 0 | 1, cell: Cell, isList: boolean, facts: DialectFacts): MergedRule | undefined => {
    const own = (indexes: readonly number[]) => indexes.filter((i) => rules[side]![i] !== undefined);
    const mine = { matching: own(cell.matching), matchingWithSlash: own(cell.matchingWithSlash) };
    if (isList) return listWinner(mine, rules[side] as MergedRule[], facts);
    return winnerOf(mine.matching.map((i) => rules[side]![i]!));
  };
  return { patterns, view };
}

/** What a rule grants: for a list request listing only, for all others everything else. */
function grantsOf(rule: MergedRule | undefined, isList: boolean): Capability[] {
  if (!rule || rule.capabilities.has('deny')) return [];
  return [...rule.capabilities]
    .filter((capability) => (capability === 'list' || capability === 'scan') === isList)
    .sort();
}

function conditionsOf({
  pattern: _pattern,
  capabilities: _capabilities,
  sources: _sources,
  ...conditions
}: MergedRule) {
  return JSON.stringify(conditions, (_key, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function byPattern(a: Change, b: Change): number {
  const text = ({ after, before }: Change) => after?.pattern.text ?? before?.pattern.text ?? '';
  return text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : a.witness < b.witness ? -1 : 1;
}
