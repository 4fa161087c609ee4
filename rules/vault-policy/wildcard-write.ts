import { compiledRules, inWords, writesOf } from '../../src/analysis/policy-rules.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-policy',
  title: 'policy that may change every path',
  severity: 'critical',
  confidence: 'high',
  why: 'whoever holds the policy can write policies and read every secret: it is root by another name',
  fix: 'name the paths that the holder works on, and grant only what it does there',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies'],
  catalogue: ['VP001'],
  cwe: [250, 732],
  *check({ data }) {
    for (const { rule, pattern } of compiledRules(data)) {
      const isEverything = pattern.isPrefix && pattern.segments.every((segment) => segment === '+' || segment === '');
      const granted = [...writesOf(rule), ...rule.capabilities.filter((capability) => capability === 'sudo')];
      if (isEverything && granted.length > 0)
        yield { message: `policy grants ${inWords(granted)} on every path (${rule.path})`, range: rule.pathRange };
    }
  },
});
