import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Token = { policies?: string[]; path?: string; creation_time?: number };

export default defineRule({
  artifact: 'vault',
  reads: ['token'],
  title: 'a root token is alive',
  severity: 'critical',
  confidence: 'high',
  why: 'it may do everything, never ends, and nobody can tell who holds it; batch tokens have no accessor and are not seen here',
  fix: 'revoke it (`vault token revoke -accessor`), and make a new one with key shares only for as long as it is needed',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VA070'],
  cwe: [250],
  *check({ data }) {
    for (const { path, data: token } of answersOf<Token>(data, 'token')) {
      if (!token.policies?.includes('root')) continue;
      const since = token.creation_time
        ? ` since ${new Date(token.creation_time * 1000).toISOString().slice(0, 10)}`
        : '';
      yield about(path, `a root token made by ${token.path ?? 'an unknown path'} is alive${since}`);
    }
  },
});
