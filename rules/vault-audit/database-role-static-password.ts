import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

const FIXED = /(?:PASSWORD|IDENTIFIED\s+BY)\s+'(?!\s*\{\{)[^']+'/i;

export default defineRule({
  artifact: 'vault',
  reads: ['database-role'],
  title: 'a role gives every user of a database the same password',
  severity: 'high',
  confidence: 'high',
  why: 'the credential is not a fresh one: it works after its end, and for every name',
  fix: 'write `{{password}}` in the creation statement',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases'],
  catalogue: ['VA101'],
  cwe: [798],
  *check({ data }) {
    for (const { path, data: role } of answersOf<{ creation_statements?: string[] | null }>(data, 'database-role'))
      if (FIXED.test((role.creation_statements ?? []).join('\n')))
        yield about(path, 'users of the role all get one password that the statement holds');
  },
});
