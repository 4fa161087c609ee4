import type { Finding } from './finding.ts';

/** A `vaultcheck: suppress` comment as its file has it; whether it works is for triage to say. */
export interface InlineSuppression {
  /** Path relative to the target. */
  path: string;
  /** Line of the comment, from 1. */
  line: number;
  /** The line that it is about: its own, or the next one where the comment stands alone. */
  aboutLine: number;
  /** Ids, old ids and families, as written. */
  names: string[];
  /** Empty where none is given; such a suppression does not work. */
  reason: string;
  /** The word where `suppress` should stand, when it is another one. */
  misspelt?: string;
}

/** A suppression of `.vaultcheck.yml`: rules in some paths. */
export interface ConfigSuppression {
  /** Ids, old ids and families. */
  rules: string[];
  /** Globs as in `exclude`; every path when empty. */
  paths: string[];
  reason: string;
}

/** A finding about a running Vault that somebody answers for, until a day. */
export interface Waiver {
  /** Id, old id or family. */
  rule: string;
  /** Of the finding, such as `auth/approle/role/web`; a `*` at its end stands for anything. All subjects when left out. */
  subject?: string;
  owner: string;
  reason: string;
  /** Last day on which it holds, `2026-12-31`. */
  until: string;
}

/** True from the day after the last one. */
export function isExpired({ until }: Waiver, now: Date): boolean {
  return now.toISOString().slice(0, 10) > until;
}

/** A finding that does not count, and why. */
export interface SuppressedFinding {
  finding: Finding;
  by: 'comment' | 'config' | 'waiver';
  reason: string;
  /** Line of the comment; absent for `config`. */
  line?: number;
}

/** A suppression that suppresses nothing; a comment has a path and a line, one of the configuration its paths. */
export interface UnusedSuppression {
  by: 'comment' | 'config';
  /** Path of the comment's file; of the configuration, its globs. */
  path: string;
  line?: number;
  names: readonly string[];
}

/** What triage took out of a report's findings, and what it has to say of it. */
export interface TriageOutcome {
  suppressed: SuppressedFinding[];
  /** Findings that the baseline knows. */
  baselined: Finding[];
  unusedSuppressions: UnusedSuppression[];
  /** The baseline that was used, if any. */
  baseline?: BaselineUse;
}

/** A baseline and how much of it still matches. */
export interface BaselineUse {
  /** As the user or the configuration names it. */
  path: string;
  /** Findings that it knows. */
  known: number;
  /** Of those, the ones that are there no more. */
  gone: number;
}

/** Triage of a run that has neither suppressions nor a baseline. */
export const NO_TRIAGE: TriageOutcome = { suppressed: [], baselined: [], unusedSuppressions: [] };
