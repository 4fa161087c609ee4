import { DETECTORS } from '../rules/detectors.ts';
import { CODE_RULES } from '../rules/index.ts';
import { UsageError } from './model/errors.ts';
import type { AnyRule, CodeRule } from './model/rule.ts';

/** Every rule, data and code. */
export function loadCatalog(): AnyRule[] {
  const code = CODE_RULES.map(({ id, frameworks, definition }): CodeRule => {
    const family = id.slice(0, id.indexOf('/'));
    return { type: 'code', id, family, frameworks, ...definition } as unknown as CodeRule;
  });
  return [...DETECTORS, ...code];
}

/**
 * The rules that `only` (all when empty) names and `skip` does not; a name is an id, an old id or a family.
 *
 * @throws UsageError for a name that no rule has.
 */
export function selectRules(
  rules: readonly AnyRule[],
  names: { only: readonly string[]; skip: readonly string[] },
): AnyRule[] {
  for (const name of [...names.only, ...names.skip]) {
    if (!rules.some((rule) => answersTo(rule, name))) throw unknownName(rules, name);
  }
  const isNamed = (rule: AnyRule, list: readonly string[]) => list.some((name) => answersTo(rule, name));
  return rules.filter((rule) => (names.only.length === 0 || isNamed(rule, names.only)) && !isNamed(rule, names.skip));
}

function answersTo(rule: AnyRule, name: string): boolean {
  return rule.id === name || rule.family === name || (rule.aliases?.includes(name) ?? false);
}

function unknownName(rules: readonly AnyRule[], name: string): UsageError {
  const known = [...new Set(rules.flatMap((rule) => [rule.family, rule.id]))];
  const nearest = known.reduce((best, word) => (distance(name, word) < distance(name, best) ? word : best));
  return new UsageError('unknown-rule', `no rule or family is called ${JSON.stringify(name)}`, {
    hint: `the nearest name is ${nearest}; \`vaultcheck rules list\` shows all`,
  });
}

/** Edits between two words (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
