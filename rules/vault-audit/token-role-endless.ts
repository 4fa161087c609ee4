import { answersOf } from '../../src/analysis/vault-answers.ts';
import { inDays } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = {
  orphan?: boolean;
  token_period?: number;
  period?: number;
  token_explicit_max_ttl?: number;
  explicit_max_ttl?: number;
  allowed_policies?: string[] | null;
};

export default defineRule({
  artifact: 'vault',
  reads: ['token-role'],
  title: 'a token role gives tokens that outlive their maker, or need no end',
  severity: 'medium',
  confidence: 'high',
  why: 'they are not revoked with the token that made them, and renewed they live for ever',
  fix: 'set `orphan=false`, and `token_explicit_max_ttl` beside `token_period`',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/token#create-update-token-role'],
  catalogue: ['VA077'],
  cwe: [613],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'token-role')) {
      const period = role.token_period || role.period || 0;
      const hasEnd = (role.token_explicit_max_ttl || role.explicit_max_ttl || 0) > 0;
      if (role.orphan && !hasEnd) yield about(path, 'tokens of the role have no parent and no end: orphan');
      else if (period > 0 && !hasEnd)
        yield about(path, `tokens of the role live as long as they are renewed, each ${inDays(period)}`);
    }
  },
});
