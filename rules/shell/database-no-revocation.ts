import { fieldOf } from '../../src/analysis/vault-cli.ts';
import { databaseCalls, kindOfRole } from '../../src/analysis/vault-database.ts';
import { defineRule } from '../define-rule.ts';

/** Statements that take away what a role was given. */
const PASTE: Record<string, string> = {
  PostgreSQL: `revocation_statements='REASSIGN OWNED BY "{{name}}" TO app_owner; DROP OWNED BY "{{name}}"; DROP ROLE IF EXISTS "{{name}}";'`,
  MySQL: `revocation_statements="DROP USER IF EXISTS '{{name}}'@'%';"`,
  MongoDB: `revocation_statements='{"db":"admin"}'`,
  database: 'revocation_statements=@revoke.sql',
};

export default defineRule({
  artifact: 'shell',
  title: 'database role without revocation statements',
  severity: 'low',
  confidence: 'high',
  why: 'Vault then revokes in its own default way, which fails where the user owns objects: the stolen user stays',
  fix: 'write `revocation_statements` beside `creation_statements`, and test that they drop a user who owns something',
  references: ['https://developer.hashicorp.com/vault/api-docs/secret/databases#revocation_statements'],
  cwe: [404],
  *check({ data }) {
    for (const { call, name } of databaseCalls(data, 'roles')) {
      if (!fieldOf(call, 'creation_statements') || fieldOf(call, 'revocation_statements')) continue;
      const kind = kindOfRole(data, call);
      yield {
        message: `${kind} role ${name} has no revocation statements`,
        range: call.command.range,
        paste: PASTE[kind]!,
      };
    }
  },
});
