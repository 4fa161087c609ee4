import { answersOf } from '../../src/analysis/vault-answers.ts';
import { isOn } from '../../src/analysis/vault-live.ts';
import { about, defineRule } from '../define-rule.ts';

type Connection = { connection_details?: { connection_url?: string; insecure_tls?: boolean; insecure?: boolean } };
const PLAIN =
  /sslmode(?:=|%3D)(?:disable|allow|prefer)|[?&]tls=(?:false|skip-verify|preferred)|[?&]ssl=false|encrypt=(?:false|disable)|trustservercertificate=true/i;

export default defineRule({
  artifact: 'vault',
  reads: ['database-connection'],
  title: 'Vault talks to a database without TLS, or without checking it',
  severity: 'high',
  confidence: 'high',
  why: 'the credentials that Vault makes pass readable on the way',
  fix: 'set `sslmode=verify-full` (PostgreSQL) or `tls=true` (MySQL) in `connection_url`, with the authority',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases/postgresql'],
  catalogue: ['VA100'],
  cwe: [319, 295],
  *check({ data }) {
    for (const { path, data: connection } of answersOf<Connection>(data, 'database-connection')) {
      const { connection_url = '', insecure_tls, insecure } = connection.connection_details ?? {};
      const found =
        PLAIN.exec(connection_url)?.[0] ?? (isOn(insecure_tls) || isOn(insecure) ? 'insecure_tls' : undefined);
      if (found) yield about(path, `the connection has no TLS that is checked: ${found.replace(/^[?&]/, '')}`);
    }
  },
});
