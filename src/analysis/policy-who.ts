import type { Capability } from '../model/policy.ts';
import { type MergedRule, type PermissionOptions, Permissions, type PolicySource, winnerOf } from './permissions.ts';
import { type Cell, cellsOf } from './policy-cells.ts';
import { listWinner } from './policy-difference.ts';
import { compilePattern, overlaps, type Pattern } from './policy-pattern.ts';

/** A policy that grants something on a path. */
export interface Holder {
  source: PolicySource;
  /** Sorted. */
  capabilities: Capability[];
  /** The rule that grants it; of several, the first. */
  rule: MergedRule;
  /** A path on which it does; the one asked about, unless that was a pattern. */
  witness: string;
}

/** Policies, each judged alone, that can be asked who may do what. */
export class PolicyHolders {
  readonly #holders: { source: PolicySource; permissions: Permissions }[];

  constructor(policies: readonly PolicySource[], options: PermissionOptions = {}) {
    this.#holders = policies.map((source) => ({ source, permissions: new Permissions([source], options) }));
  }

  /** Policies that grant something on a path or, where it ends in `*` or has `+`, on a path that it matches. */
  whoCan(path: string): Holder[] {
    const pattern = compilePattern(path);
    const find = pattern.kind === 'exact' ? holdsPath : holdsPattern;
    return this.#holders.flatMap(({ source, permissions }) => {
      const found = find(permissions, pattern);
      return found ? [{ source, ...found }] : [];
    });
  }
}

function holdsPath(permissions: Permissions, { text }: Pattern): Omit<Holder, 'source'> | undefined {
  const { rule, capabilities } = permissions.capabilities(text);
  return rule && capabilities[0] !== 'deny' ? { capabilities, rule, witness: text } : undefined;
}

function holdsPattern(permissions: Permissions, query: Pattern): Omit<Holder, 'source'> | undefined {
  const rules = permissions.rules.filter(({ pattern }) => overlaps(pattern, query));
  if (rules.length === 0) return undefined;
  const granted = new Set<Capability>();
  let first: { rule: MergedRule; witness: string } | undefined;
  const grant = (rule: MergedRule | undefined, isList: boolean, cell: Cell) => {
    if (!rule || rule.capabilities.has('deny')) return;
    const capabilities = [...rule.capabilities].filter((capability) => (capability === 'list') === isList);
    if (capabilities.length > 0) first ??= { rule, witness: cell.witness };
    for (const capability of capabilities) granted.add(capability);
  };
  // The query is the last pattern, so that the others keep their indexes.
  for (const cell of cellsOf([...rules.map(({ pattern }) => pattern), query])) {
    if (!cell.matching.includes(rules.length)) continue;
    const own = {
      matching: cell.matching.filter((i) => i < rules.length),
      matchingWithSlash: cell.matchingWithSlash.filter((i) => i < rules.length),
    };
    grant(winnerOf(own.matching.map((i) => rules[i]!)), false, cell);
    grant(listWinner(own, rules, permissions.facts), true, cell);
  }
  return first && { ...first, capabilities: [...granted].sort() };
}
