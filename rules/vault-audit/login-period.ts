import { LOGIN_READS, tokenGivers } from '../../src/analysis/vault-grants.ts';
import { DAY, inDays } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: [...LOGIN_READS],
  title: 'tokens of a login live as long as they are renewed',
  severity: 'medium',
  confidence: 'high',
  why: 'a thief who renews the token keeps it for ever',
  fix: 'set `token_explicit_max_ttl` beside `token_period`, or `token_max_ttl` instead',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/tokens#periodic-tokens'],
  catalogue: ['VA084'],
  cwe: [613],
  *check({ data }) {
    for (const { path, settings } of tokenGivers(data)) {
      const { token_period = 0, token_explicit_max_ttl = 0 } = settings;
      if (token_period > 0 && token_explicit_max_ttl === 0)
        yield about(
          path,
          `tokens of this login live as long as they are renewed, each ${inDays(token_period)}`,
          token_period > DAY ? 'medium' : 'low',
        );
    }
  },
});
