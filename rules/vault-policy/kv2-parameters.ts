import { compiledRules } from '../../src/analysis/policy-rules.ts';
import { defineRule } from '../define-rule.ts';

/** Fields that take lists with commas, in which a glob for one item let others through before Vault 1.21. */
const LIST_FIELDS =
  /^(?:policies|token_policies|allowed_policies|bound_.*|allowed_roles|allowed_domains|token_bound_cidrs)$/;

export default defineRule({
  artifact: 'vault-policy',
  title: 'parameter rule that does not hold',
  severity: 'high',
  confidence: 'high',
  why: 'KV version 2 nests the fields of a secret below data, where parameter rules do not look; and before Vault 1.21 a glob let whole lists through',
  fix: 'on KV version 2 separate by path instead; for lists name each value in full',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#parameter-constraints'],
  catalogue: ['VP013'],
  cwe: [863],
  *check({ data }) {
    for (const { rule, pattern } of compiledRules(data)) {
      const {
        allowedParameters: allowed = {},
        deniedParameters: denied = {},
        requiredParameters: required = [],
      } = rule;
      const names = [...Object.keys(allowed), ...Object.keys(denied), ...required].filter((name) => name !== '*');
      const field = names.find((name) => !/^(?:data|options|version)$/.test(name));
      if (pattern.segments[1] === 'data' && field !== undefined)
        yield {
          message: `parameter ${field} of ${rule.path} is a field of a KV version 2 secret, which no parameter rule sees`,
          range: rule.pathRange,
        };
      for (const [name, values] of Object.entries(allowed)) {
        const glob = values.find((value) => typeof value === 'string' && value.endsWith('*') && value !== '*');
        if (glob !== undefined && LIST_FIELDS.test(name))
          yield {
            message: `allowed value ${String(glob)} of the list ${name} lets other items through before Vault 1.21 (${rule.path})`,
            range: rule.pathRange,
            severity: 'medium',
            confidence: 'medium',
          };
      }
    }
  },
});
