import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { TriageOutcome } from '../model/suppression.ts';
import { applySuppressions, type Suppressions } from './apply-suppressions.ts';
import { applyBaseline, type Baseline, type BaselineContext } from './baseline.ts';

/** A baseline and where it is from. */
export interface NamedBaseline {
  /** As the user or the configuration names it. */
  path: string;
  baseline: Baseline;
}

/** All that triage goes by. */
export interface TriageInputs extends BaselineContext {
  suppressions: Suppressions;
  baseline?: NamedBaseline;
}

/** Findings that count, and what became of the others. */
export interface Triaged {
  findings: Finding[];
  triage: TriageOutcome;
  problems: Problem[];
}

/** Takes suppressed findings out first, then those that the baseline knows. */
export function triageFindings(findings: readonly Finding[], inputs: TriageInputs): Triaged {
  const { live, suppressed, unused, problems } = applySuppressions(findings, inputs.suppressions);
  const outcome: TriageOutcome = { suppressed, baselined: [], unusedSuppressions: unused };
  if (!inputs.baseline) return { findings: live, triage: outcome, problems };
  const { path, baseline } = inputs.baseline;
  const matched = applyBaseline(live, baseline, inputs);
  const known = baseline.entries.reduce((sum, { count }) => sum + count, 0);
  return {
    findings: matched.live,
    triage: { ...outcome, baselined: matched.baselined, baseline: { path, known, gone: matched.gone } },
    problems,
  };
}
