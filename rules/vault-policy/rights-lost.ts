import { lostRights } from '../../src/analysis/policy-lost-rights.ts';
import { allTogether, namedPolicies, rolesIn } from '../../src/analysis/policy-roles.ts';
import { inWords } from '../../src/analysis/policy-rules.ts';
import { artifactsOf } from '../../src/parsers/artifact.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'project',
  needs: ['vault-policy', 'shell'],
  title: 'policy that takes rights of another policy away',
  severity: 'medium',
  confidence: 'high',
  why: 'a narrower rule of one policy replaces the wider rule of another: attaching a policy breaks what worked, and nothing says so',
  fix: 'grant in the narrower rule what the wider one grants there, or keep the two policies on different roles',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#priority-matching'],
  catalogue: ['VP021'],
  *check({ data, options }) {
    const scripts = artifactsOf(data, 'shell');
    const known = namedPolicies(artifactsOf(data, 'vault-policy'), scripts);
    const seen = new Set<string>();
    for (const { name, policies } of [
      ...rolesIn(scripts),
      ...(options.judgesPoliciesTogether ? [allTogether(known)] : []),
    ]) {
      const sources = policies.flatMap((policy) => known.get(policy) ?? []);
      for (const { winner, loser, capabilities, witness } of lostRights(sources)) {
        const [mine, other] = [winner.sources[0]!, loser.sources[0]!];
        const key = `${mine.file}:${mine.rule.pathRange.start} ${other.file}:${other.rule.pathRange.start}`;
        if (seen.has(key)) continue;
        seen.add(key);
        yield {
          path: mine.file,
          range: mine.rule.pathRange,
          message: `${mine.rule.path} takes ${inWords(capabilities)} away that ${other.rule.path} of policy ${other.policy.name} gives ${name}, such as on ${witness}`,
        };
      }
    }
  },
});
