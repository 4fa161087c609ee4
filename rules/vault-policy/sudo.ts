import { compiledRules, writesOf } from '../../src/analysis/policy-rules.ts';
import { needsSudo } from '../../src/analysis/root-paths.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-policy',
  title: 'sudo where it gives too much, or nothing',
  severity: 'high',
  confidence: 'high',
  why: 'sudo opens the paths that Vault protects most: with it, token creation gives any policy and audit devices can be turned off',
  fix: 'grant sudo only on the exact protected path that the holder needs; on all other paths it does nothing',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#root-protected-api-endpoints'],
  catalogue: ['VP002'],
  cwe: [250],
  *check({ data }) {
    for (const { rule, pattern } of compiledRules(data)) {
      if (!rule.capabilities.includes('sudo')) continue;
      // `path "*"` is told by vault-policy/wildcard-write.
      if (pattern.isPrefix && pattern.segments.every((segment) => segment === '+' || segment === '')) continue;
      const range =
        rule.written.find(({ value }) => value === 'sudo')?.range ?? rule.shorthand?.range ?? rule.pathRange;
      if (pattern.isPrefix || pattern.wildcards > 0)
        yield { message: `sudo on all paths that ${rule.path} matches`, range };
      else if (writesOf(rule).length > 0 && (needsSudo(pattern.text) || pattern.text.startsWith('auth/token/create')))
        yield { message: `sudo and a right to change on the protected path ${rule.path}`, range };
      else if (!needsSudo(pattern.text))
        yield {
          message: `sudo on ${rule.path}, which Vault does not protect: it does nothing there`,
          range,
          severity: 'low',
        };
    }
  },
});
