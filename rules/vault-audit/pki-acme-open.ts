import { answersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['pki-acme'],
  title: 'anybody in the network gets certificates by ACME',
  severity: 'medium',
  confidence: 'high',
  why: 'without an account bound outside, reaching the port is enough; before 2.0.0 the server also asks for addresses inside (CVE-2026-5052)',
  fix: 'set `eab_policy=always-required` in config/acme',
  references: ['https://developer.hashicorp.com/vault/api-docs/secret/pki#set-acme-configuration'],
  catalogue: ['VA105'],
  cwe: [306],
  *check({ data }) {
    for (const { path, data: acme } of answersOf<{ enabled?: boolean; eab_policy?: string }>(data, 'pki-acme'))
      if (acme.enabled && acme.eab_policy === 'not-required')
        yield about(path, 'ACME asks for no account bound outside: eab_policy is not-required');
  },
});
