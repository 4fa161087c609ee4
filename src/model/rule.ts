import type { Anchor } from './anchor.ts';
import type { Origin } from './origin.ts';
import type { Range } from './region.ts';
import type { Confidence, Severity } from './severity.ts';
import type { Waiver } from './suppression.ts';

/** A control of a compliance framework for which a rule is evidence. */
export interface FrameworkControl {
  /** Name of the file under `rules/frameworks/`, such as `pci-dss-4`. */
  framework: string;
  /** The framework's own id of the control, such as `8.6.2`. */
  control: string;
}

/** What every rule says about itself, whether it is data or code. */
export interface RuleMeta {
  /** At most 80 characters, lower case, no full stop. */
  title: string;
  severity: Severity;
  confidence: Confidence;
  /** One sentence: what an attacker gains, or what breaks. */
  why: string;
  /** One or two sentences: what to do or write instead. */
  fix: string;
  /** Pages of the field that say so. */
  references: readonly string[];
  /** Codes of the design catalogues that the rule covers, such as `VS101`. */
  catalogue?: readonly string[];
  /** Numbers of the Common Weakness Enumeration. */
  cwe?: readonly number[];
  /** Ids that the rule had before. */
  aliases?: readonly string[];
}

/** A rule as reports know it: its own words, and the id and family that its path gives. */
export interface Rule extends RuleMeta {
  /** Path below `rules/` without its extension: `dockerfile/secret-in-arg`. */
  id: string;
  /** First part of the id. */
  family: string;
  frameworks: readonly FrameworkControl[];
}

/** A rule written as data: a pattern over text. */
export interface Detector extends Rule {
  type: 'detector';
  /** How matches are found; absent for the users' own detectors, which name `keywords` instead. */
  anchor?: Anchor;
  /** Literals of which every match holds at least one; compared without regard to case. */
  keywords?: readonly string[];
  /** JavaScript regular expression source, with a group `secret`. */
  pattern: string;
  ignoreCase?: boolean;
  /** Shannon entropy in bits per character below which a value is no secret. */
  minEntropy?: number;
  /** Words (lower case) that make a value a placeholder of its documentation. */
  stopWords?: readonly string[];
  /** Regular expression source over the target-relative path; the detector looks only there. */
  files?: string;
  /** Regular expression source over the value; a value that matches is no secret. */
  reject?: string;
  /** Known leading characters of the value; a mask may show the first four of them. */
  prefix?: string;
  /** True for detectors that judge a value by its name only: placeholders are left out, and a more specific detector wins. */
  generic?: boolean;
  /** With `keywords`: greatest distance in bytes between a keyword and either end of the match; 1024 unless told. */
  reachBytes?: number;
  /** True for the users' own rules: the pattern is RE2 syntax and runs in linear time. */
  isLinear?: boolean;
}

/** What a code rule says about one place of an artifact. */
export interface Match {
  /** Lower case, no full stop, the fact and then the name; never a value. */
  message: string;
  /** Where it is, in the artifact's text; of a rule over the project, in the text of the file that `path` names. */
  range: Range;
  /** Of rules over the project only: target-relative path of the file that `range` points into. */
  path?: string;
  /** The line to write instead, ready to paste; never holds a value that was found. */
  paste?: string;
  /** Where the secret itself stands, where there is one: masked in every output. */
  secret?: Range;
  /** Of rules over a live system only: what of it, such as `auth/approle/role/web`, or the address of a node. */
  subject?: string;
  /**
   * `unknown`: the answer should have been had and was not. `not-testable`: this edition, version or token can't give it;
   * it becomes a coverage note and never a finding. Absent: `fail`.
   */
  verdict?: 'fail' | 'unknown' | 'not-testable';
  /** Where this match is better or worse than the rule in general. */
  severity?: Severity;
  confidence?: Confidence;
}

/** What the user's configuration tells rules. */
export interface RuleOptions {
  /** Registries (or registry and path) from which images may come; every one when empty. */
  registries: readonly string[];
  /** Words (lower case) that make a value a placeholder, beside those of the rules. */
  stopWords?: readonly string[];
  /** All policies of the target are also judged as those of one token. */
  judgesPoliciesTogether?: boolean;
  /** Findings about a running Vault that somebody answers for. */
  waivers?: readonly Waiver[];
}

/** What rules are told where there is no configuration. */
export const DEFAULT_RULE_OPTIONS: RuleOptions = { registries: [] };

/** All that a code rule may know; nothing is read by the rule itself. */
export interface RuleContext<Data> {
  data: Data;
  /** The whole text that ranges point into; empty for rules over a file's name and over the project. */
  text: string;
  origin: Origin;
  options: RuleOptions;
  /** The time of the run. */
  now: Date;
}

/** A rule written as code: a pure function of one artifact. */
export interface CodeRule extends Rule {
  type: 'code';
  /** The kind of artifact that it looks at. */
  artifact: string;
  /** Of rules over the project: the kinds of artifact that it wants to find there. */
  needs?: readonly string[];
  /** Of rules over a live Vault: ids of the reads whose answers it judges. */
  reads?: readonly string[];
  check(context: RuleContext<never>): Iterable<Match>;
}

/** Any rule. */
export type AnyRule = Detector | CodeRule;
