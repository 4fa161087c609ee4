import { definedPolicies, GRANT_READS, policyGrants } from '../../src/analysis/vault-grants.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['policies', ...GRANT_READS],
  title: 'a role names a policy that does not exist',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever may write a policy of that name decides what the role may do, without a right on the role',
  fix: 'write the policy, or take its name off the role',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#associating-policies'],
  catalogue: ['VA091'],
  cwe: [639],
  *check({ data }) {
    const defined = definedPolicies(data);
    if (!defined) return yield notTestable('policies could not be listed');
    for (const { subject, policies } of policyGrants(data)) {
      const missing = policies.filter((name) => !defined.has(name));
      if (missing.length > 0) yield about(subject, `it gives a policy that does not exist: ${missing.join(', ')}`);
    }
  },
});
