import { answersOf } from '../../src/analysis/vault-answers.ts';
import { DAY, inDays } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type Token = { policies?: string[]; path?: string; creation_ttl?: number };
const PEOPLE = /^auth\/(?:userpass|ldap|okta|radius|oidc|github)\b/;

export default defineRule({
  artifact: 'vault',
  reads: ['token'],
  title: 'a token lives too long',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever copies it has days to use it',
  fix: 'lower `token_ttl` and `token_max_ttl` of its role, to a day for machines and eight hours for people',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VA073'],
  cwe: [613],
  *check({ data }) {
    for (const { path, data: token } of answersOf<Token>(data, 'token')) {
      const isHuman = PEOPLE.test(token.path ?? '');
      const most = isHuman ? DAY / 3 : DAY;
      if ((token.creation_ttl ?? 0) > most)
        yield about(
          path,
          `a token of ${isHuman ? 'a person' : 'a machine'} from ${token.path} lives for ${inDays(token.creation_ttl!)}`,
        );
    }
  },
});
