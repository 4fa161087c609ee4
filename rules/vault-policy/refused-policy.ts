import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault-policy',
  title: 'policy that Vault refuses',
  severity: 'medium',
  confidence: 'high',
  why: 'the policy can not be written as it stands: an older one stays in force, or none is there',
  fix: 'correct what the message says; `vaultcheck policy lint` shows every mistake with its place',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/policies#policy-syntax'],
  catalogue: ['VP016'],
  *check({ data }) {
    for (const { message, range } of data.errors) yield { message: `Vault refuses this policy: ${message}`, range };
  },
});
