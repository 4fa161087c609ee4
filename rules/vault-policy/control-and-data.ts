import { compiledRules, grantsAnything, writesOf } from '../../src/analysis/policy-rules.ts';
import { defineRule } from '../define-rule.ts';

/** Everybody's own business, in every policy that is copied from `default`. */
const OWN =
  /^(?:sys\/(?:capabilities-self|leases\/(?:renew|lookup)|renew|wrapping\/.*|tools\/.*|internal\/ui\/.*|control-group\/.*)|auth\/token\/.*-self|identity\/oidc\/.*)$/;

export default defineRule({
  artifact: 'vault-policy',
  title: 'one policy for managing Vault and for reading secrets',
  severity: 'info',
  confidence: 'medium',
  why: 'who manages Vault needs no secrets, and who reads secrets must not manage Vault: together they make every mistake worse',
  fix: 'split the policy in two, and attach them to different roles',
  references: ['https://developer.hashicorp.com/vault/tutorials/policies/policies'],
  catalogue: ['VP019'],
  cwe: [250],
  *check({ data }) {
    const rules = compiledRules(data).filter(({ rule }) => grantsAnything(rule));
    const manages = rules.find(
      ({ rule, pattern }) =>
        /^(?:sys|auth|identity)$/.test(pattern.segments[0]!) && writesOf(rule).length > 0 && !OWN.test(pattern.text),
    );
    const reads = rules.find(
      ({ rule, pattern }) =>
        !/^(?:sys|auth|identity|cubbyhole|\+|)$/.test(pattern.segments[0]!) && rule.capabilities.includes('read'),
    );
    if (manages && reads)
      yield {
        message: `policy manages ${manages.rule.path} and reads secrets of ${reads.rule.path}`,
        range: manages.rule.pathRange,
      };
  },
});
