import { compiledRules } from '../../src/analysis/policy-rules.ts';
import { IDENTITY_PATHS, sensitivePath } from '../../src/analysis/sensitive-paths.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-policy',
  title: 'policy that may change identities',
  severity: 'critical',
  confidence: 'high',
  why: 'entities, groups and aliases carry policies: whoever changes them takes the rights of others',
  fix: 'leave identities to the pipeline that manages them, and name the exact paths',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies'],
  catalogue: ['VP004'],
  cwe: [250, 269],
  *check({ data }) {
    for (const { rule, pattern } of compiledRules(data)) {
      const reached = sensitivePath(pattern, rule.capabilities, IDENTITY_PATHS);
      if (!reached) continue;
      const message = `rule ${rule.path} lets its holder ${reached.means} (${reached.pattern.text})`;
      yield { message, range: rule.pathRange, severity: reached.severity };
    }
  },
});
