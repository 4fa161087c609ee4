import { type VaultCall, vaultCalls } from '../../src/analysis/vault-cli.ts';
import { durationSeconds } from '../../src/analysis/vault-database.ts';
import type { ShellWord } from '../../src/model/shell.ts';
import { defineRule } from '../define-rule.ts';

const DAY_SECONDS = 86_400;

/** Fields of roles, and flags of `vault token create`, that say how long a token lives. */
const LIFE = /^(?:token_)?(?:ttl|max_ttl|period)$|^(?:ttl|period|explicit-max-ttl)$/;

export default defineRule({
  artifact: 'shell',
  title: 'tokens that live longer than a day',
  severity: 'medium',
  confidence: 'high',
  why: 'a token that leaks is good for all that time, and one with a period for ever',
  fix: 'let tokens live for minutes or an hour, and let their holder renew them',
  references: [
    'https://developer.hashicorp.com/vault/docs/concepts/tokens#token-time-to-live-periodic-tokens-and-explicit-max-ttls',
  ],
  cwe: [613],
  *check({ data }) {
    for (const call of vaultCalls(data)) {
      const long = livesOf(call).find(({ value }) => (durationSeconds(value) ?? 0) > DAY_SECONDS);
      if (!long) continue;
      yield {
        message: `${long.name} of ${call.verb === 'write' ? call.path : `vault ${call.verb}`} is longer than 24 h`,
        range: long.word.range,
        paste: call.verb === 'write' ? 'token_ttl=20m token_max_ttl=1h' : '-ttl=20m -explicit-max-ttl=1h',
      };
    }
  },
});

function livesOf({ verb, path, fields, flags }: VaultCall): { name: string; value: string; word: ShellWord }[] {
  if (verb === 'write' && /^auth\/.+\/roles?\/[^/]+$/.test(path)) return fields.filter(({ name }) => LIFE.test(name));
  if (verb !== 'token create') return [];
  return [...flags].flatMap(([name, flag]) => (LIFE.test(name) ? { name, ...flag } : []));
}
