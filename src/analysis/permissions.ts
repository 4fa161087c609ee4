import {
  type Capability,
  type PolicyDialect,
  type PolicyRule,
  PROVEN_DIALECT,
  type VaultPolicy,
} from '../model/policy.ts';
import { type DialectFacts, dialectFacts } from '../model/policy-dialect.ts';
import { addConditions, type Conditions } from './policy-conditions.ts';
import { PatternIndex } from './policy-index.ts';
import { comparePatterns, compilePattern, matchesPath, type Pattern } from './policy-pattern.ts';
import { type Identity, renderPath } from './policy-template.ts';

/** A policy and the file that it was read from. */
export interface PolicySource {
  file: string;
  policy: VaultPolicy;
}

/** A rule and where it stands. */
export interface RuleSource extends PolicySource {
  rule: PolicyRule;
}

/** All rules of a set of policies that have one path. */
export interface MergedRule extends Conditions {
  pattern: Pattern;
  /** `deny` stands alone. Empty where the rules grant nothing. */
  capabilities: Set<Capability>;
  /** The rules that it was merged from, in order. */
  sources: RuleSource[];
}

/** What a set of policies is judged for. */
export interface PermissionOptions {
  dialect?: PolicyDialect;
  /** Who holds the policies; without it, rules with templates are left out, as Vault does for a token without entity. */
  identity?: Identity;
  /** For templates of time. */
  now?: Date;
}

/** The capabilities on a path, and the rule that they come from. */
export interface Answer {
  /** Sorted; `deny` where there are none. */
  capabilities: Capability[];
  /** The one rule that counts; absent where no rule matches. */
  rule?: MergedRule;
}

/** Capabilities that `sys/capabilities` shows; `scan` is OpenBao's. */
const DENIED: Capability[] = ['deny'];

/** What one token may do that holds a set of policies: merged and matched as Vault's access control list does. */
export class Permissions {
  readonly facts: DialectFacts;
  /** Every path that the policies have a rule for, merged. */
  readonly rules: MergedRule[] = [];
  /** Rules that were left out since a template in their path has no value. */
  readonly unrendered: RuleSource[] = [];
  /** Policies that stop the token altogether: a template brought `+*` into a path. */
  readonly broken: RuleSource[] = [];
  readonly #index = new PatternIndex<MergedRule>();
  readonly #identity: Identity;
  readonly #now: Date;

  constructor(policies: readonly PolicySource[], options: PermissionOptions = {}) {
    this.facts = dialectFacts(options.dialect ?? PROVEN_DIALECT);
    this.#identity = options.identity ?? {};
    this.#now = options.now ?? new Date();
    for (const source of policies) {
      for (const rule of source.policy.rules) this.#add({ ...source, rule });
    }
  }

  /** What `sys/capabilities` answers for a path. */
  capabilities(path: string): Answer {
    const rule = this.broken.length > 0 ? undefined : this.find(path, true);
    return { capabilities: shownCapabilities(rule), ...(rule ? { rule } : {}) };
  }

  /** The rule that counts for a request; a list also looks without the slash at its end. */
  find(requestPath: string, isList: boolean): MergedRule | undefined {
    const path = requestPath.replace(/^\/+/, '');
    const exact = this.#index.exact(path);
    if (exact || !isList || !path.endsWith('/')) return exact ?? this.#index.wildcard(path);
    const bare = path.slice(0, -1);
    const bareExact = this.#index.exact(bare);
    if (bareExact) return bareExact;
    return this.facts.listOrder === 'without-slash-first'
      ? (this.#index.wildcard(bare) ?? this.#index.wildcard(path))
      : (this.#index.wildcard(path) ?? this.#index.wildcard(bare));
  }

  #add(source: RuleSource): void {
    const { rule } = source;
    const path = rule.template ? renderPath(rule.template, this.#identity, this.#now) : rule.path;
    if (path === undefined || this.#isRefused(rule, path)) {
      this.unrendered.push(source);
      return;
    }
    if (path.includes('+*')) {
      if (rule.template) this.broken.push(source);
      return;
    }
    const pattern = compilePattern(path);
    const existing = this.#index.get(pattern);
    if (existing) {
      merge(existing, source);
      return;
    }
    const merged: MergedRule = { pattern, capabilities: new Set(rule.capabilities), sources: [source] };
    addConditions(merged, rule, true);
    this.rules.push(merged);
    this.#index.add(merged);
  }

  /** Newer versions refuse a `+` or `*` that a template brings in. */
  #isRefused(rule: PolicyRule, path: string): boolean {
    if (!rule.template || !this.facts.refusesTemplateWildcards) return false;
    const count = (text: string) => text.replace(/[^+*]/g, '').length;
    return count(path) > count(rule.template.map((part) => ('text' in part ? part.text : '')).join(''));
  }
}

/** The first `deny` for a path wins and forgets the rest; all else adds up. */
function merge(existing: MergedRule, source: RuleSource): void {
  const { rule } = source;
  if (existing.capabilities.has('deny')) {
    if (rule.capabilities[0] === 'deny') existing.sources.push(source);
    return;
  }
  if (rule.capabilities[0] === 'deny') {
    existing.capabilities = new Set(DENIED);
    existing.sources = [source];
    delete existing.allowedParameters;
    delete existing.deniedParameters;
    return;
  }
  for (const capability of rule.capabilities) existing.capabilities.add(capability);
  existing.sources.push(source);
  addConditions(existing, rule, false);
}

/** Capabilities as Vault shows them. */
export function shownCapabilities(rule: MergedRule | undefined): Capability[] {
  return rule && rule.capabilities.size > 0 ? [...rule.capabilities].sort() : DENIED;
}

/** The rule that counts among some that all match. */
export function winnerOf<T extends { pattern: Pattern }>(rules: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const rule of rules) {
    if (rule.pattern.kind === 'exact') return rule;
    if (best === undefined || comparePatterns(rule.pattern, best.pattern) > 0) best = rule;
  }
  return best;
}

/** True when a rule's path matches; for a few rules only, since an index is faster for many. */
export function isMatch(rule: { pattern: Pattern }, path: string): boolean {
  return matchesPath(rule.pattern, path.split('/'));
}
