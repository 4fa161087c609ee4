import { namedPolicies, rolesIn, undefinedPolicies } from '../../src/analysis/policy-roles.ts';
import { artifactsOf } from '../../src/parsers/artifact.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'project',
  needs: ['vault-policy', 'shell'],
  title: 'role with a policy that nothing defines',
  severity: 'medium',
  confidence: 'medium',
  why: 'Vault takes any name: the role has fewer rights than it seems, and whoever may write a policy of that name gives it any',
  fix: 'define the policy, or take its name off the role',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#associating-policies'],
  cwe: [1188],
  *check({ data }) {
    const scripts = artifactsOf(data, 'shell');
    const policies = artifactsOf(data, 'vault-policy');
    // Where a project keeps no policies, they are kept elsewhere.
    if (policies.length === 0) return;
    const known = namedPolicies(policies, scripts);
    for (const role of rolesIn(scripts))
      for (const name of undefinedPolicies(role, known))
        yield {
          path: role.path,
          range: role.range,
          message: `policy ${name} of ${role.name} is defined nowhere in this project`,
        };
  },
});
