import { compilePattern, overlaps } from '../../src/analysis/policy-pattern.ts';
import { compiledRules } from '../../src/analysis/policy-rules.ts';
import { defineRule } from '../define-rule.ts';

const SECRET_ID = ['auth/+/role/+/secret-id', 'auth/+/role/+/custom-secret-id'].map(compilePattern);

export default defineRule({
  artifact: 'vault-policy',
  title: 'SecretIDs that may be made without wrapping',
  severity: 'high',
  confidence: 'medium',
  why: 'whoever makes a SecretID in the open can use it himself, and nobody sees that it was read on its way',
  fix: 'demand a wrapped answer: `min_wrapping_ttl = "1s"` and `max_wrapping_ttl = "5m"`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/response-wrapping'],
  catalogue: ['VP008'],
  cwe: [522],
  *check({ data }) {
    for (const { rule, pattern } of compiledRules(data)) {
      if (pattern.segments[0] !== 'auth' || rule.maxWrappingSeconds || rule.minWrappingSeconds) continue;
      const canMake = rule.capabilities.includes('update') || rule.capabilities.includes('create');
      if (!canMake || !SECRET_ID.some((secretId) => overlaps(pattern, secretId))) continue;
      yield {
        message: `rule ${rule.path} makes SecretIDs in the open`,
        range: rule.pathRange,
        paste: 'min_wrapping_ttl = "1s"\nmax_wrapping_ttl = "5m"',
      };
    }
  },
});
