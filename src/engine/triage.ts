import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { type Confidence, compareConfidence, compareSeverity, type Severity } from '../model/severity.ts';

/** Least severity at which a run fails; `none` never fails. */
export type FailOn = Severity | 'none';

/** What decides the exit code. */
export interface Verdict {
  failOn: FailOn;
  /** Least confidence at which a finding counts; `low` unless told. */
  failConfidence?: Confidence;
  /** Problems of kind `unread` do not count. */
  allowIncomplete: boolean;
  /** Problems of kind `coverage` count as much as unread ones. */
  strict: boolean;
}

/** 1 for findings that count, else 2 for what was not looked at, else 0. */
export function exitCode(report: Report, verdict: Verdict): 0 | 1 | 2 {
  const { failOn, failConfidence = 'low' } = verdict;
  const counts = (finding: Finding) =>
    failOn !== 'none' &&
    compareSeverity(finding.severity, failOn) >= 0 &&
    compareConfidence(finding.confidence, failConfidence) >= 0;
  if (report.findings.some(counts)) return 1;
  const isIncomplete = report.problems.some(({ kind }) =>
    kind === 'coverage' ? verdict.strict : !verdict.allowIncomplete,
  );
  return isIncomplete ? 2 : 0;
}

/** Orders findings by path, place and rule, and numbers fingerprints that would else be equal. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      compare(a.origin.path, b.origin.path) ||
      a.region.startLine - b.region.startLine ||
      a.region.startColumn - b.region.startColumn ||
      compare(a.ruleId, b.ruleId),
  );
  const seen = new Map<string, number>();
  return sorted.map((finding) => {
    const count = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, count + 1);
    return count === 0 ? finding : { ...finding, fingerprint: `${finding.fingerprint}.${count}` };
  });
}

/** Order by code unit, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
