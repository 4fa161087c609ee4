import { Permissions } from '../../src/analysis/permissions.ts';
import { rootEquivalence } from '../../src/analysis/vault-escalation.ts';
import { GRANT_READS, policyGrants, policyTexts } from '../../src/analysis/vault-grants.ts';
import { parseVaultPolicy } from '../../src/parsers/vault-policy.ts';
import { about, defineRule, notTestable } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['policy', ...GRANT_READS],
  title: 'somebody gets everything that root may do',
  severity: 'critical',
  confidence: 'high',
  why: 'whoever logs in so takes over all of Vault, by a way that few look at',
  fix: 'give the role the paths that it needs, and make root tokens from key shares for what is rare',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies'],
  catalogue: ['VA090'],
  cwe: [269, 250],
  *check({ data, now }) {
    const known = new Map([...policyTexts(data)].map(([name, text]) => [name, parseVaultPolicy(text, { name })]));
    if (known.size === 0) return yield notTestable('no policy could be read');
    for (const { subject, policies, isMachine } of policyGrants(data)) {
      const sources = policies.flatMap((name) => {
        const policy = known.get(name);
        return policy ? [{ file: name, policy }] : [];
      });
      const what = policies.includes('root')
        ? 'holds the policy root'
        : rootEquivalence(new Permissions(sources, { now }));
      if (what !== undefined)
        yield about(subject, `who logs in here ${what}: ${policies.join(', ')}`, isMachine ? 'critical' : 'high');
    }
  },
});
