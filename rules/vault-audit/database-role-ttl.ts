import { answersOf } from '../../src/analysis/vault-answers.ts';
import { DAY, inDays } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['database-role'],
  title: 'users of a database live too long',
  severity: 'medium',
  confidence: 'high',
  why: "a leaked credential works for days; 0 stands for the mount's or the server's own, by default 32 days",
  fix: 'set `default_ttl=1h` and `max_ttl=24h` on the role',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases'],
  catalogue: ['VA101'],
  cwe: [613],
  *check({ data }) {
    for (const { path, data: role } of answersOf<{ default_ttl?: number; max_ttl?: number }>(data, 'database-role')) {
      const { default_ttl = 0, max_ttl = 0 } = role;
      if (default_ttl === 0 && max_ttl === 0) yield about(path, 'the role sets neither default_ttl nor max_ttl');
      else if (Math.max(default_ttl, max_ttl) > DAY)
        yield about(
          path,
          `users of the role live for up to ${inDays(Math.max(default_ttl, max_ttl))}`,
          default_ttl > DAY ? 'medium' : 'low',
        );
    }
  },
});
