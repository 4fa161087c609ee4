import { covers } from '../../src/analysis/policy-pattern.ts';
import { lostDenies } from '../../src/analysis/policy-rules.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-policy',
  title: 'deny that another rule of the policy beats',
  severity: 'high',
  confidence: 'high',
  why: 'Vault applies the one rule that it ranks highest, and a deny has no privilege: the path stays open',
  fix: 'put the deny on a path that ranks higher: a wildcard further back, no `*` at the end, or the exact path',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#priority-matching'],
  catalogue: ['VP010'],
  cwe: [863],
  *check({ data, origin }) {
    const { denies, isWhole } = lostDenies([{ file: origin.path, policy: data }], (deny, winner) =>
      covers(deny, winner),
    );
    const first = data.rules.find(({ capabilities }) => capabilities[0] === 'deny');
    if (!isWhole && first)
      yield {
        message: 'the policy makes more kinds of paths than can be looked at',
        range: first.pathRange,
        verdict: 'unknown',
      };
    for (const { deny, winner, witness } of denies) {
      const { rule } = deny.sources[0]!;
      const other = winner.sources[0]!.rule;
      yield {
        message: `deny on ${rule.path} does not hold for ${witness}: the rule ${other.path} on line ${other.line} counts there`,
        range: rule.pathRange,
      };
    }
  },
});
