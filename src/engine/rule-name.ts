import type { Rule } from '../model/rule.ts';

/** True when a name (an id, an old id or a family) means this rule. */
export function answersTo(rule: Pick<Rule, 'id' | 'family' | 'aliases'>, name: string): boolean {
  return rule.id === name || rule.family === name || (rule.aliases?.includes(name) ?? false);
}

/** Every name that means some rule: ids, then families. */
export function ruleNames(rules: readonly Pick<Rule, 'id' | 'family'>[]): string[] {
  return [...new Set([...rules.map(({ id }) => id), ...rules.map(({ family }) => family)])];
}
