import type { Origin } from './origin.ts';
import type { Region } from './region.ts';
import type { Confidence, Severity } from './severity.ts';

/** Source lines around a finding, every secret on them masked; control characters are not yet escaped. */
export interface Excerpt {
  /** Line number of the first entry of `lines`. */
  startLine: number;
  lines: string[];
}

/** One true-looking answer of a rule: all that a reporter needs, and no secret. */
export interface Finding {
  ruleId: string;
  /** The rule's title. */
  title: string;
  severity: Severity;
  confidence: Confidence;
  message: string;
  origin: Origin;
  region: Region;
  /** The value as it may be shown, such as `hvs.****`; absent where the finding is about no value. */
  masked?: string;
  /** The line to write instead, ready to paste. */
  paste?: string;
  excerpt: Excerpt;
  /** Hex of 32 characters, stable when lines move; made of rule, path and masked lines, never of the value. */
  fingerprint: string;
  /** GitHub's `primaryLocationLineHash` of the start line; for SARIF only, since it is a hash of the line itself. */
  lineHash?: string;
  /** Of findings about a value, where a baseline is used or written: at most 16 bits of a salted hash, in hex. Never reported. */
  valueTag?: string;
}
