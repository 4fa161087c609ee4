import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Connection = { connection_details?: { connection_url?: string; username?: string } };
const SUPERUSER = /^(?:postgres|root|sa|admin|administrator|sys|system|elastic|rdsadmin)$/i;

export default defineRule({
  artifact: 'vault',
  reads: ['database-connection'],
  title: 'Vault uses the superuser of a database',
  severity: 'medium',
  confidence: 'high',
  why: "the people who know its password share it with Vault, and it can't be rotated without breaking them",
  fix: 'make a user of its own for Vault that may create roles and no more, and rotate its password (`vault write -f database/rotate-root/NAME`)',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases#setup'],
  catalogue: ['VA100'],
  cwe: [250],
  *check({ data }) {
    for (const { path, data: connection } of answersOf<Connection>(data, 'database-connection')) {
      const { connection_url = '', username } = connection.connection_details ?? {};
      const user = username || /^(?:\w+:\/\/)?([^:@/{}]+):[^@]*@/.exec(connection_url)?.[1];
      if (user && SUPERUSER.test(user)) yield about(path, `the connection uses the superuser ${user}`);
    }
  },
});
