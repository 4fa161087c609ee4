import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

/** Not `NOSUPERUSER`. */
const WIDE =
  /\bSUPERUSER\b|\bALL PRIVILEGES\b|\bWITH GRANT OPTION\b|\bTO\s+PUBLIC\b|\bCREATEROLE\b|\bsysadmin\b|\bGRANT\s+ALL\b|\bGRANT\s+DBA\b|"role"\s*:\s*"(?:root|dbOwner|dbAdminAnyDatabase|readWriteAnyDatabase)"/i;

export default defineRule({
  artifact: 'vault',
  reads: ['database-role'],
  title: 'a role makes mighty users of a database',
  severity: 'high',
  confidence: 'high',
  why: 'whoever gets a credential of the role owns the database, or passes rights on that outlive the credential',
  fix: 'grant the tables and the verbs that the application needs',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases'],
  catalogue: ['VA101'],
  cwe: [269],
  *check({ data }) {
    for (const { path, data: role } of answersOf<{ creation_statements?: string[] | null }>(data, 'database-role')) {
      const found = WIDE.exec((role.creation_statements ?? []).join('\n'))?.[0];
      if (found) yield about(path, `users of the role get ${found.replace(/\s+/g, ' ').toUpperCase()}`);
    }
  },
});
