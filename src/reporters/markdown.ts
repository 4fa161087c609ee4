import { compareSeverity, SEVERITIES } from '../model/severity.ts';
import { escapeMarkdown } from './escape.ts';
import type { Reporter } from './options.ts';
import { triageCounts, triageHints, triageOf } from './triage.ts';

/** Rows beyond this make a job summary unreadable. */
const MOST_ROWS = 50;

/** A summary for people: counts, the worst findings, what was not looked at. */
export const markdown: Reporter = (report) => {
  const { findings, coverage } = report;
  const counts = [...SEVERITIES]
    .reverse()
    .map((severity) => findings.filter((finding) => finding.severity === severity).length);
  const worst = [...findings].sort((a, b) => compareSeverity(b.severity, a.severity)).slice(0, MOST_ROWS);
  const rows = worst.map(({ severity, ruleId, message, origin, region }) => {
    return `| ${severity} | ${ruleId} | ${escapeMarkdown(origin.path)}:${region.startLine} | ${escapeMarkdown(message)} |`;
  });
  const unread = report.problems.filter((problem) => problem.kind === 'unread');
  const others = triageCounts(report);
  const parts = [
    '## vaultcheck',
    '',
    `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} in ${coverage.files} files${others && `; ${others}`}.`,
    '',
    `| ${[...SEVERITIES].reverse().join(' | ')} |`,
    '|---|---|---|---|---|',
    `| ${counts.join(' | ')} |`,
  ];
  if (rows.length > 0) parts.push('', '| severity | rule | where | what |', '|---|---|---|---|', ...rows);
  if (findings.length > rows.length)
    parts.push('', `${findings.length - rows.length} more findings are in the full report.`);
  const { suppressed } = triageOf(report);
  if (suppressed.length > 0) {
    const list = suppressed.slice(0, MOST_ROWS).map(({ finding: { origin, region, ruleId }, reason }) => {
      return `- ${escapeMarkdown(origin.path)}:${region.startLine} ${ruleId}: ${escapeMarkdown(reason)}`;
    });
    parts.push('', `### Suppressed (${suppressed.length})`, '', ...list);
  }
  for (const hint of triageHints(report)) parts.push('', escapeMarkdown(hint));
  if (unread.length > 0) {
    const list = unread
      .slice(0, MOST_ROWS)
      .map(({ path = '', message }) => `- ${escapeMarkdown(path)}: ${escapeMarkdown(message)}`);
    parts.push('', `### Not looked at (${unread.length})`, '', ...list);
  }
  return `${parts.join('\n')}\n`;
};
