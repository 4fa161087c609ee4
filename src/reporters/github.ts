import type { Report, Target } from '../model/report.ts';
import { compareSeverity, type Severity } from '../model/severity.ts';
import { escapeCommandData, escapeCommandProperty } from './escape.ts';
import type { Reporter } from './options.ts';
import { isInFile, messageWithPlace } from './place.ts';
import { triageCounts } from './triage.ts';

const LEVELS: Record<Severity, 'error' | 'warning' | 'notice'> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
};

/** GitHub shows no more annotations of one level in one step; the rest would be lost without a word. */
const MOST_PER_LEVEL = 10;

/** Warnings that tell what was not looked at, so that findings keep their share. */
const MOST_UNREAD = 5;

/** Workflow commands that GitHub shows beside the lines of a pull request; the worst findings first. */
export const github: Reporter = (report, options) => {
  const worst = [...report.findings].sort((a, b) => compareSeverity(b.severity, a.severity));
  const unread = report.problems.filter(({ kind }) => kind === 'unread').slice(0, MOST_UNREAD);
  const shown = { error: 0, warning: unread.length, notice: 0 };
  const lines: string[] = [];
  for (const finding of worst) {
    const level = LEVELS[finding.severity];
    if (shown[level]++ >= MOST_PER_LEVEL) continue;
    const { startLine, endLine, startColumn, endColumn } = finding.region;
    const properties = {
      ...(isInFile(finding)
        ? {
            file: (options.repositoryPrefix ?? '') + finding.origin.path,
            line: String(startLine),
            endLine: String(endLine),
            ...(startLine === endLine ? { col: String(startColumn), endColumn: String(endColumn) } : {}),
          }
        : anchorProperties(report.target)),
      title: finding.ruleId,
    };
    const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeCommandProperty(value)}`);
    lines.push(`::${level} ${list.join(',')}::${escapeCommandData(messageWithPlace(finding))}`);
  }
  for (const problem of unread) {
    const message = `not looked at: ${problem.path ?? ''}: ${problem.message}`;
    lines.push(`::warning title=vaultcheck::${escapeCommandData(message)}`);
  }
  return `${[...lines, summary(report, lines.length)].join('\n')}\n`;
};

/** The file that names the target, where one does: an annotation on a file that is not there would not be shown. */
function anchorProperties({ anchor }: Target): Record<string, string> {
  return anchor === undefined ? {} : { file: anchor.path, line: String(anchor.line) };
}

function summary(report: Report, annotations: number): string {
  const unread = report.problems.filter(({ kind }) => kind === 'unread').length;
  const total = report.findings.length;
  const found = `${total} ${total === 1 ? 'finding' : 'findings'} in ${report.coverage.files} files`;
  const counts = triageCounts(report);
  const others = counts === '' ? '' : `, ${counts}`;
  const notRead = unread > 0 ? `, ${unread} not looked at` : '';
  const isCut = annotations < total + unread;
  return `vaultcheck: ${found}${others}${notRead}${isCut ? `; ${annotations} annotations are shown` : ''}`;
}
