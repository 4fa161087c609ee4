import { compiledRules, grantsAnything } from '../../src/analysis/policy-rules.ts';
import { ENGINE_PATHS, engineGlob, sensitivePath } from '../../src/analysis/sensitive-paths.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-policy',
  title: 'policy for the keys, roots or roles of a secrets engine',
  severity: 'high',
  confidence: 'medium',
  why: 'such a path gives keys, certificate authorities or credentials that reach far beyond the service',
  fix: 'name the one role or key that the service uses, such as `database/creds/orders` or `transit/decrypt/payments`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies'],
  catalogue: ['VP009'],
  cwe: [269, 732],
  *check({ data }) {
    for (const { rule, pattern } of compiledRules(data)) {
      if (!grantsAnything(rule)) continue;
      const range = rule.pathRange;
      const glob = engineGlob(pattern);
      const reached = glob === undefined ? sensitivePath(pattern, rule.capabilities, ENGINE_PATHS) : undefined;
      if (glob !== undefined && rule.capabilities.some((capability) => capability !== 'list'))
        yield { message: `rule ${rule.path} gives ${glob}`, range };
      else if (reached)
        yield { message: `rule ${rule.path} lets its holder ${reached.means} (${reached.pattern.text})`, range };
    }
  },
});
