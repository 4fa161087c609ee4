import { answersOf } from '../../src/analysis/vault-answers.ts';
import { DAY, inDays } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type Role = { bind_secret_id?: boolean; secret_id_ttl?: number };

export default defineRule({
  artifact: 'vault',
  reads: ['approle-role'],
  title: 'SecretIDs of an AppRole never expire',
  severity: 'high',
  confidence: 'high',
  why: 'one that leaked from an image, a log or a backup logs in for ever',
  fix: 'set `secret_id_ttl` to the time between two deployments or less',
  references: ['https://developer.hashicorp.com/vault/docs/auth/approle#authentication'],
  catalogue: ['VA084'],
  cwe: [613, 262],
  *check({ data }) {
    for (const { path, data: role } of answersOf<Role>(data, 'approle-role')) {
      if (role.bind_secret_id === false) continue;
      if (role.secret_id_ttl === 0) yield about(path, 'SecretIDs of the AppRole never expire');
      else if ((role.secret_id_ttl ?? 0) > 30 * DAY)
        yield about(path, `SecretIDs of the AppRole live for ${inDays(role.secret_id_ttl!)}`, 'medium');
    }
  },
});
