import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['database-role'],
  title: 'users of a database do not end by themselves',
  severity: 'low',
  confidence: 'medium',
  why: "when Vault can't revoke one in time, it stays",
  fix: "add `VALID UNTIL '{{expiration}}'` to the creation statement",
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases/postgresql'],
  catalogue: ['VA101'],
  cwe: [613],
  *check({ data }) {
    for (const { path, data: role } of answersOf<{ creation_statements?: string[] | null }>(data, 'database-role')) {
      const sql = (role.creation_statements ?? []).join('\n');
      if (/CREATE\s+(?:ROLE|USER)\s+"\{\{\s*(?:name|username)/i.test(sql) && !/\{\{\s*expiration\s*\}\}/.test(sql))
        yield about(path, 'users of the role have no end of their own: no {{expiration}}');
    }
  },
});
