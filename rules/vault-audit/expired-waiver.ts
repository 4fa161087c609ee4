import { isExpired } from '../../src/model/suppression.ts';
import { defineRule, NO_RANGE } from '../define-rule.ts';

export default defineRule({
  artifact: 'vault',
  reads: [],
  title: 'a waiver has expired',
  severity: 'medium',
  confidence: 'high',
  why: 'a risk was accepted until a day that is over: nobody answers for it any more',
  fix: 'mend what was waived, or decide anew: another day, with an owner and a reason, in `.vaultcheck.yml`',
  references: ['https://csrc.nist.gov/glossary/term/risk_acceptance'],
  *check({ data, options, now }) {
    // Told once, not for every namespace.
    if (data.namespace !== undefined) return;
    for (const waiver of options.waivers ?? []) {
      if (!isExpired(waiver, now)) continue;
      const { rule, subject, owner, until } = waiver;
      const what = subject === undefined ? rule : `${rule} on ${subject}`;
      yield {
        message: `the waiver of ${owner} for ${what} ended on ${until}`,
        subject: `waiver ${rule}`,
        range: NO_RANGE,
      };
    }
  },
});
