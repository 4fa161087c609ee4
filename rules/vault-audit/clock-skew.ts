import { answerOf, nodeAnswersOf } from '../../src/analysis/vault-answers.ts';
import { about, defineRule } from '../define-rule.ts';

type Ha = { nodes?: { api_address?: string; clock_skew_ms?: number }[] };
/** Milliseconds: a second between nodes is much, half a minute breaks logins. */
const SKEW = { medium: 2000, high: 30_000 };

export default defineRule({
  artifact: 'vault',
  reads: ['ha-status', 'health'],
  title: 'clocks of the nodes differ',
  severity: 'medium',
  confidence: 'high',
  why: "tokens and certificates live too long or too short, JWT logins fail, and the logs can't be put in order",
  fix: 'run a time service (chrony, ntpd) on every node',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  catalogue: ['VA040'],
  cwe: [367],
  *check({ data }) {
    for (const { api_address, clock_skew_ms = 0 } of answerOf<Ha>(data, 'ha-status')?.nodes ?? []) {
      const skew = Math.abs(clock_skew_ms);
      if (skew >= SKEW.medium)
        yield about(
          api_address ?? 'node',
          `the clock differs from the leader's by ${clock_skew_ms} ms`,
          skew >= SKEW.high ? 'high' : 'medium',
        );
    }
    for (const { node, data: health } of nodeAnswersOf<{ server_time_utc?: number }>(data, 'health')) {
      const seconds = Math.round((health.server_time_utc ?? 0) - Date.parse(data.takenAt) / 1000);
      // The audit itself takes a while, so only much more than that says something.
      if (health.server_time_utc && Math.abs(seconds) > 900)
        yield about(node.address, `the clock differs from the auditor's by ${seconds} s`);
    }
  },
});
