import { answerOf, whyUnanswered } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: ['rate-limit-quotas'],
  title: 'Vault has no rate limit',
  severity: 'medium',
  confidence: 'high',
  why: 'one client in a loop, or somebody who guesses, takes Vault away from all others',
  fix: '`vault write sys/quotas/rate-limit/global rate=500`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/resource-quotas'],
  catalogue: ['VA126'],
  cwe: [770],
  *check({ data }) {
    if (whyUnanswered(data, 'rate-limit-quotas') !== undefined) return;
    const { keys = [] } = answerOf<{ keys?: string[] }>(data, 'rate-limit-quotas') ?? {};
    if (keys.length === 0) yield about('sys/quotas/rate-limit', 'no rate limit is set');
  },
});
