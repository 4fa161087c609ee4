import { compiledRules, grantsAnything, inWords } from '../../src/analysis/policy-rules.ts';
import { defineRule } from '../define-rule.ts';

/** First segments that are no mounts of secrets, or that other rules speak of. */
const OTHER =
  /^(?:sys|auth|identity|cubbyhole|transit|pki|ssh|database|aws|gcp|azure|totp|transform|kubernetes|consul|nomad|ldap)$/;
/** What stands behind the mount in KV version 2. */
const KV2 = /^(?:data|metadata|delete|undelete|destroy|subkeys)$/;

export default defineRule({
  artifact: 'vault-policy',
  title: 'policy for all secrets of a mount',
  severity: 'high',
  confidence: 'medium',
  why: 'one stolen token of this service gives the secrets of all services that share the mount',
  fix: 'name the folder of the service, such as `secret/data/frontend/*`, or give each team a mount of its own',
  references: ['https://developer.hashicorp.com/vault/tutorials/policies/policies'],
  catalogue: ['VP007'],
  cwe: [732],
  *check({ data }) {
    for (const { rule, pattern } of compiledRules(data)) {
      if (!pattern.isPrefix || !grantsAnything(rule) || pattern.segments.at(-1) !== '') continue;
      const [mount, ...rest] = pattern.segments.slice(0, -1);
      if (mount === undefined || OTHER.test(mount)) continue;
      const inside = rest.filter((segment) => segment !== '+');
      const isWhole = inside.length === 0 || (inside.length === 1 && KV2.test(rest[0]!));
      if (!isWhole || (mount === '+' && rest.length === 0)) continue;
      // Names of secrets alone are no secrets.
      const isNamesOnly = rule.capabilities.every((capability) => capability === 'list' || capability === 'subscribe');
      if (isNamesOnly) continue;
      const where = mount === '+' ? 'every mount' : `the mount ${mount}`;
      yield {
        message: `policy grants ${inWords(rule.capabilities)} on all secrets of ${where} (${rule.path})`,
        range: rule.pathRange,
      };
    }
  },
});
