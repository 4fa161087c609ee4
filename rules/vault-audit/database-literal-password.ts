import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Connection = { connection_details?: { connection_url?: string } };
/** A masked password: by Vault as `xxxxx`, by the recording as `***` or `<literal>`. */
const MASKED = /:(?:x{5}|\*{3}|<literal>)@|password=(?:x{5}|\*{3}|<literal>)/i;

export default defineRule({
  artifact: 'vault',
  reads: ['database-connection'],
  title: 'a database connection holds its password in the address',
  severity: 'high',
  confidence: 'high',
  why: 'whoever may read the configuration may get the password, for Vault hides it in some spellings only',
  fix: 'write `{{username}}:{{password}}` in `connection_url`, give `username` and `password`, and rotate the root credential',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases'],
  catalogue: ['VA100'],
  cwe: [798],
  *check({ data }) {
    for (const { path, data: connection } of answersOf<Connection>(data, 'database-connection'))
      if (MASKED.test(connection.connection_details?.connection_url ?? ''))
        yield about(path, 'the connection holds a password in its address: connection_url');
  },
});
