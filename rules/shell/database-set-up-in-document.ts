import { defineRule } from '../define-rule.ts';
import adminPassword from './database-admin-password.ts';
import noRevocation from './database-no-revocation.ts';
import ttlTooLong from './database-ttl-too-long.ts';

export default defineRule({
  artifact: 'document',
  title: 'document that sets up a database engine in a way that is not safe',
  severity: 'low',
  confidence: 'medium',
  why: 'people paste what a document shows: the administrator keeps the documented password, and stolen users live on',
  fix: 'document the safe way: the password from a prompt or a file, `rotate-root`, short TTLs, revocation statements',
  references: ['https://developer.hashicorp.com/vault/docs/secrets/databases'],
  cwe: [798, 613],
  *check(context) {
    for (const rule of [adminPassword, ttlTooLong, noRevocation]) {
      for (const match of rule.check(context)) yield { ...match, severity: 'low' as const };
    }
  },
});
