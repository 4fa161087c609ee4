import type { Finding } from '../model/finding.ts';
import { likelyWord } from '../model/nearest-word.ts';
import type { Problem } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import type {
  ConfigSuppression,
  InlineSuppression,
  SuppressedFinding,
  UnusedSuppression,
} from '../model/suppression.ts';
import { pathTest } from './glob.ts';
import { answersTo, ruleNames } from './rule-name.ts';
import { suppressionMistake } from './suppressions.ts';

/** What can suppress, and the rules that its names mean. */
export interface Suppressions {
  inline: readonly InlineSuppression[];
  config: readonly ConfigSuppression[];
  /** Every rule there is. */
  known: readonly Rule[];
  /** Those that ran: a suppression of another one is not unused. */
  ran: readonly Rule[];
}

/** Findings parted by suppressions. */
export interface Suppressed {
  live: Finding[];
  suppressed: SuppressedFinding[];
  unused: UnusedSuppression[];
  /** Notes on suppressions that do not work. */
  problems: Problem[];
}

/** Takes out what comments and the configuration suppress; the finding on a line is met by its line or any of its region. */
export function applySuppressions(findings: readonly Finding[], suppressions: Suppressions): Suppressed {
  const { known, ran, config } = suppressions;
  const rules = new Map(known.map((rule) => [rule.id, rule]));
  const names = ruleNames(known);
  const isKnown = (name: string) => known.some((rule) => answersTo(rule, name));
  const meets = (finding: Finding, listed: readonly string[]) => {
    const rule = rules.get(finding.ruleId);
    return rule !== undefined && listed.some((name) => answersTo(rule, name));
  };
  const problems: Problem[] = [];
  const working: InlineSuppression[] = [];
  for (const comment of suppressions.inline) {
    const mistake = suppressionMistake(comment, isKnown, (name) => likelyWord(name, names));
    if (mistake) problems.push(mistake);
    else working.push(comment);
  }
  const commentsOn = commentsByPlace(working);
  const inConfig = config.map((entry) => ({ entry, covers: coverage(entry) }));
  const used = new Set<InlineSuppression | ConfigSuppression>();
  const live: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const comments = commentsOn(finding).filter((comment) => meets(finding, comment.names));
    const entries = inConfig.filter(({ entry, covers }) => covers(finding.origin.path) && meets(finding, entry.rules));
    for (const comment of comments) used.add(comment);
    for (const { entry } of entries) used.add(entry);
    const [comment] = comments;
    const [first] = entries;
    if (comment) suppressed.push({ finding, by: 'comment', reason: comment.reason, line: comment.line });
    else if (first) suppressed.push({ finding, by: 'config', reason: first.entry.reason });
    else live.push(finding);
  }
  const couldApply = (listed: readonly string[]) => listed.some((name) => ran.some((rule) => answersTo(rule, name)));
  const unused: UnusedSuppression[] = [
    ...working
      .filter((comment) => !used.has(comment) && couldApply(comment.names))
      .map(({ path, line, names: listed }): UnusedSuppression => ({ by: 'comment', path, line, names: listed })),
    ...config
      .filter((entry) => !used.has(entry) && couldApply(entry.rules))
      .map((entry): UnusedSuppression => ({ by: 'config', path: entry.paths.join(', ') || '**', names: entry.rules })),
  ];
  return { live, suppressed, unused, problems };
}

function coverage(entry: ConfigSuppression): (path: string) => boolean {
  return entry.paths.length === 0 ? () => true : pathTest(entry.paths);
}

/** Gives the comments about a finding: those on a line of its region, and those alone above it. */
function commentsByPlace(comments: readonly InlineSuppression[]): (finding: Finding) => InlineSuppression[] {
  const byPath = new Map<string, Map<number, InlineSuppression[]>>();
  for (const comment of comments) {
    const lines = byPath.get(comment.path) ?? new Map<number, InlineSuppression[]>();
    byPath.set(comment.path, lines);
    for (const line of new Set([comment.line, comment.aboutLine])) {
      const here = lines.get(line);
      if (here) here.push(comment);
      else lines.set(line, [comment]);
    }
  }
  return ({ origin, region }) => {
    const lines = byPath.get(origin.path);
    if (!lines) return [];
    const { startLine, endLine } = region;
    // Of a long region the lines with comments are fewer than the lines.
    const isShort = endLine - startLine < lines.size;
    const within = isShort
      ? Array.from({ length: endLine - startLine + 1 }, (_, i) => startLine + i)
      : [...lines.keys()].filter((line) => line >= startLine && line <= endLine);
    return [...new Set(within.flatMap((line) => lines.get(line) ?? []))];
  };
}
