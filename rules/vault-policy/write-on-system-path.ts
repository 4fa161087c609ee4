import { compiledRules } from '../../src/analysis/policy-rules.ts';
import { SYSTEM_PATHS, sensitivePath } from '../../src/analysis/sensitive-paths.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-policy',
  title: 'policy that may change Vault itself',
  severity: 'critical',
  confidence: 'high',
  why: 'a holder who can write policies, auth methods or audit devices can become anybody and leave no trace',
  fix: 'give such rights to a person by a role of its own with a short TTL, and name the exact paths',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies'],
  catalogue: ['VP003'],
  cwe: [250, 269],
  *check({ data }) {
    for (const { rule, pattern } of compiledRules(data)) {
      const reached = sensitivePath(pattern, rule.capabilities, SYSTEM_PATHS);
      if (!reached) continue;
      const message = `rule ${rule.path} lets its holder ${reached.means} (${reached.pattern.text})`;
      yield { message, range: rule.pathRange, severity: reached.severity };
    }
  },
});
