import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['database-connection'],
  title: 'every role may use a database connection',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever may write a role makes users in this database, whatever the connection was meant for',
  fix: 'name the roles in `allowed_roles`',
  references: ['https://developer.hashicorp.com/vault/api-docs/secret/databases#allowed_roles'],
  catalogue: ['VA100'],
  cwe: [732],
  *check({ data }) {
    for (const { path, data: connection } of answersOf<{ allowed_roles?: string[] | null }>(
      data,
      'database-connection',
    ))
      if (connection.allowed_roles?.includes('*'))
        yield about(path, 'every role may use the connection: allowed_roles has *');
  },
});
