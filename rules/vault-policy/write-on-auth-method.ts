import { compiledRules } from '../../src/analysis/policy-rules.ts';
import { AUTH_PATHS, sensitivePath } from '../../src/analysis/sensitive-paths.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-policy',
  title: 'policy that may change how others log in',
  severity: 'critical',
  confidence: 'high',
  why: 'whoever can change a role, a user or the configuration of an auth method can log in with any policy but root',
  fix: 'leave roles to the pipeline that manages them, and name the exact role',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies'],
  catalogue: ['VP005'],
  cwe: [250, 269],
  *check({ data }) {
    for (const { rule, pattern } of compiledRules(data)) {
      const reached = sensitivePath(pattern, rule.capabilities, AUTH_PATHS);
      if (!reached) continue;
      const message = `rule ${rule.path} lets its holder ${reached.means} (${reached.pattern.text})`;
      yield { message, range: rule.pathRange, severity: reached.severity };
    }
  },
});
