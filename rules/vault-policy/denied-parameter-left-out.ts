import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-policy',
  title: 'denied parameter that may be left out',
  severity: 'medium',
  confidence: 'low',
  why: 'a request without the parameter goes through, and the default of the endpoint applies, which may be what was to be denied',
  fix: 'name the parameter in required_parameters too, or allow the good values instead of denying the bad ones',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#required-parameters'],
  catalogue: ['VP014'],
  cwe: [1188],
  *check({ data }) {
    for (const { path, pathRange, deniedParameters, requiredParameters = [] } of data.rules) {
      const open = Object.entries(deniedParameters ?? {}).find(
        ([name, values]) => name !== '*' && values.length > 0 && !requiredParameters.includes(name),
      );
      if (open)
        yield { message: `values of ${open[0]} are denied on ${path}, and leaving it out is not`, range: pathRange };
    }
  },
});
