import type { Report } from '../model/report.ts';
import { NO_TRIAGE, type TriageOutcome } from '../model/suppression.ts';

/** What triage took out of a report, also of one that had none. */
export function triageOf(report: Report): TriageOutcome {
  return report.triage ?? NO_TRIAGE;
}

/** `2 suppressed, 31 baselined`; empty where nothing was taken out. */
export function triageCounts(report: Report): string {
  const { suppressed, baselined } = triageOf(report);
  const parts: string[] = [];
  if (suppressed.length > 0) parts.push(`${suppressed.length} suppressed`);
  if (baselined.length > 0) parts.push(`${baselined.length} baselined`);
  return parts.join(', ');
}

/** What the user should do about triage itself, one line each, in lower case without a full stop. */
export function triageHints(report: Report): string[] {
  const { baseline } = triageOf(report);
  if (!baseline || baseline.gone === 0) return [];
  const what = baseline.gone === 1 ? '1 baselined finding is gone' : `${baseline.gone} baselined findings are gone`;
  return [`${what}; rewrite ${baseline.path} with \`vaultcheck baseline\``];
}
