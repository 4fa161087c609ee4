import { LOGIN_READS, lifeOf, tokenGivers } from '../../src/analysis/vault-grants.ts';
import { DAY, inDays } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: [...LOGIN_READS],
  title: 'tokens of a login live too long',
  severity: 'medium',
  confidence: 'high',
  why: 'a stolen token is good until it ends: by default for 32 days, with renewals',
  fix: 'set `token_ttl` and `token_max_ttl` on the role, for instance to 1h and 24h',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VA084'],
  cwe: [613],
  *check({ data }) {
    for (const { path, settings } of tokenGivers(data)) {
      if ((settings.token_period ?? 0) > 0) continue;
      const { first, longest } = lifeOf(data, path, settings);
      if (first > DAY) yield about(path, `tokens of this login live for ${inDays(first)}`);
      else if (longest > 7 * DAY && settings.token_type !== 'batch')
        yield about(path, `tokens of this login may be renewed for ${inDays(longest)}`, 'low');
    }
  },
});
