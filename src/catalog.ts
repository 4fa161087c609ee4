import { DETECTORS } from '../rules/detectors.ts';
import { CODE_RULES } from '../rules/index.ts';
import { answersTo, ruleNames } from './engine/rule-name.ts';
import { UsageError } from './model/errors.ts';
import { nearestWord } from './model/nearest-word.ts';
import type { AnyRule, CodeRule } from './model/rule.ts';

/** Every rule, data and code. */
export function loadCatalog(): AnyRule[] {
  const code = CODE_RULES.map(({ id, frameworks, definition }): CodeRule => {
    const family = id.slice(0, id.indexOf('/'));
    return { type: 'code', id, family, frameworks, ...definition } as unknown as CodeRule;
  });
  return [...DETECTORS, ...code];
}

/** The rules with the user's stop words beside their own. */
export function withStopWords(rules: readonly AnyRule[], stopWords: readonly string[]): AnyRule[] {
  if (stopWords.length === 0) return [...rules];
  return rules.map((rule) =>
    rule.type === 'detector' ? { ...rule, stopWords: [...(rule.stopWords ?? []), ...stopWords] } : rule,
  );
}

/** What a command looks at, which decides the rules that can run. */
export type RulesOver = 'files' | 'vault';

/**
 * The rules over what the command looks at (any when left out) that `only` (all when empty) names and `skip` does not; a name is an id, an old
 * id or a family.
 *
 * @throws UsageError for a name that no rule has, and where `only` names rules over something else alone.
 */
export function selectRules(
  rules: readonly AnyRule[],
  names: { only: readonly string[]; skip: readonly string[] },
  over?: RulesOver,
): AnyRule[] {
  for (const name of [...names.only, ...names.skip]) {
    if (!rules.some((rule) => answersTo(rule, name))) throw unknownName(rules, name);
  }
  const isNamed = (rule: AnyRule, list: readonly string[]) => list.some((name) => answersTo(rule, name));
  const named = rules.filter((rule) => names.only.length === 0 || isNamed(rule, names.only));
  const able = over ? named.filter((rule) => isOverVault(rule) === (over === 'vault')) : named;
  if (able.length === 0 && named.length > 0) {
    const other = over === 'vault' ? 'files: `vaultcheck scan`' : 'a running Vault: `vaultcheck audit`';
    throw new UsageError('other-rules', `no rule is left: those that are named judge ${other} runs them`);
  }
  return able.filter((rule) => !isNamed(rule, names.skip));
}

/** True for rules over the answers of a running Vault. */
export function isOverVault(rule: AnyRule): boolean {
  return rule.type === 'code' && rule.artifact === 'vault';
}

function unknownName(rules: readonly AnyRule[], name: string): UsageError {
  return new UsageError('unknown-rule', `no rule or family is called ${JSON.stringify(name)}`, {
    hint: `the nearest name is ${nearestWord(name, ruleNames(rules))}; \`vaultcheck rules list\` shows all`,
  });
}
