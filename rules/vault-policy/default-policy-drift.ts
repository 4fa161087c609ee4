import { DEFAULT_RULES } from '../../src/analysis/default-policy.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-policy',
  title: 'default policy that differs from the one that Vault brings',
  severity: 'medium',
  confidence: 'high',
  why: 'every token gets the default policy unless it is made without: what is granted here is granted to all',
  fix: 'grant in a policy of its own, and keep default as Vault brings it',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#default-policy'],
  catalogue: ['VP020'],
  cwe: [1188],
  *check({ data }) {
    if (data.name !== 'default') return;
    for (const { path, pathRange, capabilities } of data.rules) {
      const known = DEFAULT_RULES.get(path.replace(/\{\{\s*(.*?)\s*\}\}/g, '{{$1}}')) ?? [];
      const added = capabilities.filter((capability) => capability !== 'deny' && !known.includes(capability));
      if (added.length > 0)
        yield { message: `default grants every token ${added.join(', ')} on ${path}`, range: pathRange };
    }
    const first = data.rules[0];
    const missing = [...DEFAULT_RULES.keys()].filter(
      (path) => !data.rules.some((rule) => rule.path.replaceAll(' ', '') === path),
    );
    if (first && missing.length > 0)
      yield {
        message: `default lacks ${missing.length} of Vault's own rules, the first for ${missing[0]}`,
        range: first.pathRange,
        severity: 'low',
      };
  },
});
