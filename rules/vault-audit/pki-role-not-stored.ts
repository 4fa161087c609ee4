import { answersOf } from '../../src/analysis/vault-answers.ts';
import { DAY } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['pki-role'],
  title: "certificates of a role can't be revoked by their number",
  severity: 'medium',
  confidence: 'high',
  why: 'they are not stored: what leaked stays good until it ends',
  fix: 'set `no_store=false`, or keep `max_ttl` at a day or less',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/pki/considerations'],
  catalogue: ['VA104'],
  cwe: [299],
  *check({ data }) {
    for (const { path, data: role } of answersOf<{ no_store?: boolean; max_ttl?: number }>(data, 'pki-role'))
      if (role.no_store && (role.max_ttl === 0 || (role.max_ttl ?? 0) > DAY))
        yield about(path, 'certificates of the role are not stored: no_store');
  },
});
