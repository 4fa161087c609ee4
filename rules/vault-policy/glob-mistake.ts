import type { CompiledRule } from '../../src/analysis/policy-rules.ts';
import { compiledRules } from '../../src/analysis/policy-rules.ts';
import { defineRule } from '../define-rule.ts';

/** Characters that mean something in other patterns, and stand for themselves in Vault's. */
const REGEX = /\.\*|\[[^\]]+\]|\(\S*\|\S*\)|\^|\$$|\\|\?/;

export default defineRule({
  artifact: 'vault-policy',
  title: 'path whose wildcard means something else',
  severity: 'medium',
  confidence: 'medium',
  why: 'the rule matches other paths than it seems to, or none',
  fix: '`*` works only as the last character, `+` only as a whole segment; write `foo/*` for what is below foo',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#policy-syntax'],
  catalogue: ['VP011'],
  *check({ data }) {
    for (const compiled of compiledRules(data)) {
      const mistake = mistakeOf(
        compiled,
        data.rules.map(({ path }) => path),
      );
      if (mistake !== undefined)
        yield { message: `${mistake} in ${compiled.rule.path}`, range: compiled.rule.pathRange };
    }
  },
});

function mistakeOf({ rule, pattern }: CompiledRule, paths: readonly string[]): string | undefined {
  const text = rule.path.replace(/\{\{.*?\}\}/g, 'x');
  if (text.slice(0, -1).includes('*')) return '* that is not the last character stands for itself';
  if (text.split('/').some((segment) => segment.includes('+') && segment !== '+'))
    return '+ that is not a whole segment stands for itself';
  if (REGEX.test(text)) return 'sign of a regular expression or a shell pattern stands for itself';
  const last = pattern.segments.at(-1)!;
  // `secret/data/team*` beside `secret/data/team` means what is below the team; a dash or an underscore says that a name goes on.
  const isCut = pattern.isPrefix && pattern.segments.length > 1 && /[A-Za-z0-9]$/.test(last) && !/[-_]/.test(last);
  const base = rule.path.slice(0, -1).replace(/^\//, '');
  if (isCut && paths.some((path) => path.replace(/^\//, '') === base || path.replace(/^\//, '').startsWith(`${base}/`)))
    return `* behind ${last} matches ${last}x as well as what is below ${last}`;
  return undefined;
}
