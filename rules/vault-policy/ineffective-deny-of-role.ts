import { covers } from '../../src/analysis/policy-pattern.ts';
import { allTogether, namedPolicies, rolesIn } from '../../src/analysis/policy-roles.ts';
import { lostDenies } from '../../src/analysis/policy-rules.ts';
import { artifactsOf } from '../../src/parsers/artifact.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'project',
  needs: ['vault-policy', 'shell'],
  title: 'deny that a rule of another policy of the role beats',
  severity: 'high',
  confidence: 'high',
  why: 'all policies of a token are one list, in which Vault applies the rule that it ranks highest: the path stays open',
  fix: 'put the deny on a path that ranks higher than the rule, or take the other policy off the role',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#priority-matching'],
  catalogue: ['VP010'],
  cwe: [863],
  *check({ data, options }) {
    const scripts = artifactsOf(data, 'shell');
    const known = namedPolicies(artifactsOf(data, 'vault-policy'), scripts);
    const seen = new Set<string>();
    for (const { name, policies } of [
      ...rolesIn(scripts),
      ...(options.judgesPoliciesTogether ? [allTogether(known)] : []),
    ]) {
      const sources = policies.flatMap((policy) => known.get(policy) ?? []);
      if (sources.length < 2) continue;
      for (const { deny, winner, witness } of lostDenies(sources, (pattern, other) => covers(pattern, other)).denies) {
        const [mine, other] = [deny.sources[0]!, winner.sources[0]!];
        const key = `${mine.file}:${mine.rule.pathRange.start} ${other.file}:${other.rule.pathRange.start}`;
        if (mine.policy.name === other.policy.name || seen.has(key)) continue;
        seen.add(key);
        yield {
          path: mine.file,
          range: mine.rule.pathRange,
          message: `deny on ${mine.rule.path} does not hold for ${witness} in ${name}: ${other.rule.path} of policy ${other.policy.name} counts there`,
        };
      }
    }
  },
});
