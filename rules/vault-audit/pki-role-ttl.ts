import { answersOf } from '../../src/analysis/vault-answers.ts';
import { DAY, inDays } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['pki-role'],
  title: 'a role issues certificates that live too long',
  severity: 'medium',
  confidence: 'high',
  why: "a stolen key stays good until the certificate ends; 0 stands for the mount's own limit",
  fix: 'set `max_ttl` to 90 days or less',
  references: ['https://developer.hashicorp.com/vault/api-docs/secret/pki#create-update-role'],
  catalogue: ['VA104'],
  cwe: [324],
  *check({ data }) {
    for (const { path, data: role } of answersOf<{ max_ttl?: number }>(data, 'pki-role')) {
      if (role.max_ttl === 0) yield about(path, 'the role sets no max_ttl');
      else if ((role.max_ttl ?? 0) > 90 * DAY)
        yield about(path, `certificates of the role live for up to ${inDays(role.max_ttl!)}`);
    }
  },
});
