import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

const MOST = 50;

export default defineRule({
  artifact: 'vault',
  reads: ['approle-secret-ids'],
  title: 'an AppRole has many SecretIDs outstanding',
  severity: 'medium',
  confidence: 'medium',
  why: 'nobody knows who holds them all, and each one logs in',
  fix: 'let them expire (`secret_id_ttl`), and destroy those that nobody claims (`secret-id-accessor/destroy`)',
  references: ['https://developer.hashicorp.com/vault/api-docs/auth/approle'],
  catalogue: ['VA084'],
  cwe: [772],
  *check({ data }) {
    for (const { path, data: listed } of answersOf<{ keys?: string[] }>(data, 'approle-secret-ids')) {
      const count = listed.keys?.length ?? 0;
      if (count > MOST) yield about(path.replace(/\/secret-id$/, ''), `the AppRole has ${count} SecretIDs outstanding`);
    }
  },
});
