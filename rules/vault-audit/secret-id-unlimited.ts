import { answersOf } from '../../src/analysis/vault-answers.ts';
import { DAY } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = {
  bind_secret_id?: boolean;
  secret_id_num_uses?: number;
  secret_id_ttl?: number;
  secret_id_bound_cidrs?: string[] | null;
  token_bound_cidrs?: string[] | null;
};

export default defineRule({
  artifact: 'vault',
  reads: ['approle-role'],
  title: 'a SecretID of an AppRole may be used without limit',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever copies it logs in beside its owner, and nobody notices',
  fix: 'set `secret_id_num_uses=1` for what logs in once, or bind SecretIDs to addresses by `secret_id_bound_cidrs`',
  references: ['https://developer.hashicorp.com/vault/docs/auth/approle#authentication'],
  catalogue: ['VA084'],
  cwe: [613],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'approle-role')) {
      const isBound = (role.secret_id_bound_cidrs ?? role.token_bound_cidrs ?? []).length > 0;
      if (role.bind_secret_id === false || role.secret_id_num_uses !== 0 || isBound) continue;
      const isShort = (role.secret_id_ttl ?? 0) > 0 && role.secret_id_ttl! <= DAY;
      yield about(
        path,
        'a SecretID of the AppRole may be used without limit, from any address',
        isShort ? 'low' : 'medium',
      );
    }
  },
});
