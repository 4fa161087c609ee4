import { answersOf } from '../../src/analysis/vault-answers.ts';
import { inDays } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type Token = { policies?: string[]; path?: string; orphan?: boolean; period?: number; explicit_max_ttl?: number };

export default defineRule({
  artifact: 'vault',
  reads: ['token'],
  title: 'a token has no parent and lives as long as it is renewed',
  severity: 'high',
  confidence: 'high',
  why: 'it outlives whoever made it, and a thief who renews it keeps it for ever',
  fix: 'let its holder log in with a role instead; where it has to be, set `explicit_max_ttl` and bind it to addresses',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/tokens#periodic-tokens'],
  catalogue: ['VA072'],
  cwe: [613],
  *check({ data }) {
    for (const { path, data: token } of answersOf<Token>(data, 'token')) {
      // Tokens of a login have no parent either; how long they live is the role's matter.
      const isMade = /^auth\/token\/(?:create|root)/.test(token.path ?? '');
      if (isMade && token.orphan && (token.period ?? 0) > 0 && !token.explicit_max_ttl)
        yield about(path, `a token made by ${token.path} has no parent and a period of ${inDays(token.period!)}`);
    }
  },
});
