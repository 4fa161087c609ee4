import type { Holder } from '../analysis/policy-who.ts';
import { escapeText, safeJson } from './escape.ts';
import { ruleText } from './policy-answers.ts';

/** `{"path", "policies": [{policy, file, capabilities, witness, rules}]}`. */
export function holdersToJson(path: string, holders: readonly Holder[], notes: readonly string[]): string {
  const policies = holders.map(({ source, capabilities, witness, rule }) => ({
    policy: source.policy.name,
    file: source.file,
    capabilities,
    witness,
    rules: rule.sources.map(({ file, rule: { path: pattern, line } }) => ({ pattern, file, line })),
  }));
  return safeJson({ path, policies, ...(notes.length > 0 ? { notes } : {}) });
}

/** One line for each policy. */
export function holdersToText(path: string, holders: readonly Holder[], notes: readonly string[]): string {
  const lines = holders.map(({ source, capabilities, witness, rule }) => {
    const where = witness === path ? '' : `, such as ${witness}`;
    return `${escapeText(source.policy.name)}  ${capabilities.join(', ')}  ${escapeText(`${ruleText(rule)}${where}`)}`;
  });
  if (lines.length === 0) lines.push(`no policy allows anything on ${escapeText(path)}`);
  return [...lines, ...notes.map((note) => `note: ${note}`), ''].join('\n');
}
