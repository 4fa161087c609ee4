import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Token = { policies?: string[]; path?: string; entity_id?: string };

export default defineRule({
  artifact: 'vault',
  reads: ['token'],
  title: 'a token belongs to no identity',
  severity: 'low',
  confidence: 'high',
  why: 'when somebody leaves, nobody finds this token by their name',
  fix: 'let people and machines log in: each login has an entity',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/identity'],
  catalogue: ['VA074'],
  cwe: [1391],
  *check({ data }) {
    for (const { path, data: token } of answersOf<Token>(data, 'token'))
      if (token.entity_id === '' && !token.policies?.includes('root'))
        yield about(path, `a token made by ${token.path} belongs to no identity`);
  },
});
