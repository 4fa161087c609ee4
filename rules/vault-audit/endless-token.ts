import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Token = { policies?: string[]; path?: string; expire_time?: string | null };

export default defineRule({
  artifact: 'vault',
  reads: ['token'],
  title: 'a token never expires',
  severity: 'high',
  confidence: 'high',
  why: 'whoever once got it has it for ever',
  fix: 'revoke it, and let its holder log in for short-lived tokens',
  references: [
    'https://developer.hashicorp.com/vault/docs/concepts/tokens#token-time-to-live-periodic-tokens-and-explicit-max-ttls',
  ],
  catalogue: ['VA071'],
  cwe: [613],
  *check({ data }) {
    for (const { path, data: token } of answersOf<Token>(data, 'token'))
      if (token.expire_time === null && !token.policies?.includes('root'))
        yield about(path, `a token made by ${token.path} never expires`);
  },
});
