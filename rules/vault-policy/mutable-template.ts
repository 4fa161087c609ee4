import { defineRule } from '../define-rule.ts';

const ALIAS_METADATA = /^identity\.entity\.aliases\.[^.]+\.(?:custom_)?metadata\./;
const MUTABLE =
  /^identity\.(?:entity\.(?:name|metadata\.|aliases\.[^.]+\.name)|groups\.names\.|groups\.ids\.[^.]+\.(?:name|metadata\.))/;

export default defineRule({
  artifact: 'vault-policy',
  title: 'path that depends on data which can be changed',
  severity: 'medium',
  confidence: 'medium',
  why: 'whoever can change the name or the metadata moves the rule to the paths of somebody else, and a + or * in the value opens all of them',
  fix: 'use `identity.entity.id` or `identity.groups.ids.ID.id`, which nobody can choose',
  references: ['https://developer.hashicorp.com/vault/tutorials/policies/policy-templating'],
  catalogue: ['VP015'],
  cwe: [639],
  *check({ data }) {
    for (const { path, pathRange, template = [], capabilities } of data.rules) {
      if (capabilities[0] === 'deny') continue;
      for (const part of template) {
        if (!('expression' in part)) continue;
        if (ALIAS_METADATA.test(part.expression))
          yield {
            message: `path ${path} depends on alias metadata, which a holder of AppRole may set with his own SecretID`,
            range: pathRange,
            severity: 'high',
          };
        else if (MUTABLE.test(part.expression))
          yield { message: `path ${path} depends on ${part.expression}, which can be changed`, range: pathRange };
      }
    }
  },
});
