import { fieldOf } from '../../src/analysis/vault-cli.ts';
import { databaseCalls, durationSeconds, kindOfRole } from '../../src/analysis/vault-database.ts';
import { defineRule } from '../define-rule.ts';

const DAY_SECONDS = 86_400;

export default defineRule({
  artifact: 'shell',
  title: 'database credentials that live longer than a day',
  severity: 'medium',
  confidence: 'high',
  why: 'a stolen user of the database works for as long as its lease, which takes the point out of dynamic credentials',
  fix: 'set `default_ttl` to an hour and `max_ttl` to a day at most',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases'],
  cwe: [613],
  *check({ data }) {
    for (const { call, name } of databaseCalls(data, 'roles')) {
      const fields = [fieldOf(call, 'default_ttl'), fieldOf(call, 'max_ttl')];
      const long = fields.find((field) => field && (durationSeconds(field.value) ?? 0) > DAY_SECONDS);
      const message = long
        ? `${long.name} of ${kindOfRole(data, call)} role ${name} is longer than 24 h`
        : fields.every((field) => field === undefined)
          ? `${kindOfRole(data, call)} role ${name} has no TTL and takes the system's, 768 h by default`
          : undefined;
      if (message !== undefined)
        yield { message, range: (long?.word ?? call.command).range, paste: 'default_ttl=1h max_ttl=24h' };
    }
  },
});
