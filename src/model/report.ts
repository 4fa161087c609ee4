import type { Finding } from './finding.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';
import type { TriageOutcome } from './suppression.ts';
import type { Timings } from './timings.ts';

/** What was looked at, in numbers. */
export interface Coverage {
  /** Regular files that were opened. */
  files: number;
  /** Bytes that were read. */
  bytes: number;
  /** Files that hold no text and were judged by name and head only. */
  binary: number;
  /** Folders and files left out by default or by configuration. */
  excluded: number;
  /** Of a running Vault: nodes that were asked, and answers that came. */
  nodes?: number;
  answers?: number;
}

/** What the user named. */
export interface Target {
  kind: 'directory' | 'image' | 'container' | 'vault';
  /** As the user wrote it; of several images their names, joined by a comma. */
  path: string;
  /** Of targets that are no files of the repository: the file and line that name them. */
  anchor?: { path: string; line: number };
}

/** Everything a run has to say; reporters turn it into text. */
export interface Report {
  /** Version of vaultcheck. */
  version: string;
  target: Target;
  /** Those that count, sorted by path, region and rule. */
  findings: Finding[];
  /** Sorted by path. */
  problems: Problem[];
  /** The rules that ran. */
  rules: Rule[];
  coverage: Coverage;
  /** Of a running Vault: rules that this edition, version or token gives no answer for; never a pass. */
  notTestable?: readonly { ruleId: string; reason: string }[];
  /** What is suppressed or known from before; absent where nothing of the kind was asked for. */
  triage?: TriageOutcome;
  /** Where the CPU time went; absent unless asked for. */
  timings?: Timings;
}
