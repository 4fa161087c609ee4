import { compiledRules } from '../../src/analysis/policy-rules.ts';
import { defineRule } from '../define-rule.ts';

/** Endpoints that tell a new entry from one that is there; all others ask for update. */
const TELLS =
  /^(?:secret|kv|[^/]*kv[^/]*)\/|\/data\/|^auth\/[^/]+\/(?:role|users|groups|certs|map)\/|^identity\/|^cubbyhole\/|\/(?:roles|keys|config)\//;

export default defineRule({
  artifact: 'vault-policy',
  title: 'create where Vault asks for update',
  severity: 'low',
  confidence: 'low',
  why: 'most endpoints have no notion of a new entry and ask for update: the request is refused, and somebody will grant too much to make it work',
  fix: 'grant update',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#capabilities'],
  catalogue: ['VP018'],
  *check({ data }) {
    for (const { rule, pattern } of compiledRules(data)) {
      if (!rule.capabilities.includes('create') || rule.capabilities.includes('update')) continue;
      if (TELLS.test(`${pattern.text}/`) || pattern.segments[0] === '+' || pattern.segments[0] === '') continue;
      const range = rule.written.find(({ value }) => value === 'create')?.range ?? rule.pathRange;
      yield { message: `create without update on ${rule.path}`, range };
    }
  },
});
