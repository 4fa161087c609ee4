import { answerOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['quotas-config'],
  title: 'requests that a rate limit refuses are not audited',
  severity: 'low',
  confidence: 'high',
  why: 'somebody who guesses passwords or paths as fast as they can leaves no line in the log',
  fix: '`vault write sys/quotas/config enable_rate_limit_audit_logging=true`',
  references: ['https://developer.hashicorp.com/vault/api-docs/system/quotas-config'],
  catalogue: ['VA065'],
  cwe: [778],
  *check({ data }) {
    const quotas = answerOf<{ enable_rate_limit_audit_logging?: boolean }>(data, 'quotas-config');
    if (quotas && !quotas.enable_rate_limit_audit_logging)
      yield about('sys/quotas/config', 'refusals by a rate limit are not audited');
  },
});
