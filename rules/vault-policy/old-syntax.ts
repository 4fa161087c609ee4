import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-policy',
  title: 'old policy = "..." syntax',
  severity: 'low',
  confidence: 'high',
  why: 'policy = "write" grants five capabilities where one may be meant, delete among them',
  fix: 'list the capabilities that are needed',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#capabilities'],
  catalogue: ['VP016'],
  *check({ data }) {
    for (const { path, shorthand, capabilities } of data.rules) {
      if (!shorthand || capabilities.length === 0) continue;
      yield {
        message: `policy = "${shorthand.value}" on ${path} grants ${capabilities.join(', ')}`,
        range: shorthand.range,
        paste: `capabilities = [${capabilities.map((capability) => `"${capability}"`).join(', ')}]`,
      };
    }
  },
});
