import type { Severity } from '../model/severity.ts';
import { escapeCommandData, escapeCommandProperty } from './escape.ts';
import type { Reporter } from './options.ts';

const LEVELS: Record<Severity, 'error' | 'warning' | 'notice'> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
};

/** GitHub shows no more annotations of one level in one step. */
const MOST_PER_LEVEL = 10;

/** Workflow commands that GitHub shows beside the lines of a pull request. */
export const github: Reporter = (report, options) => {
  const shown = { error: 0, warning: 0, notice: 0 };
  const lines: string[] = [];
  for (const finding of report.findings) {
    const level = LEVELS[finding.severity];
    if (shown[level]++ >= MOST_PER_LEVEL) continue;
    const { startLine, endLine, startColumn, endColumn } = finding.region;
    const properties = {
      file: (options.repositoryPrefix ?? '') + finding.origin.path,
      line: String(startLine),
      endLine: String(endLine),
      ...(startLine === endLine ? { col: String(startColumn), endColumn: String(endColumn) } : {}),
      title: finding.ruleId,
    };
    const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeCommandProperty(value)}`);
    lines.push(`::${level} ${list.join(',')}::${escapeCommandData(finding.message)}`);
  }
  for (const problem of report.problems.filter(({ kind }) => kind === 'unread').slice(0, MOST_PER_LEVEL)) {
    const message = `not looked at: ${problem.path ?? ''}: ${problem.message}`;
    lines.push(`::warning title=vaultcheck::${escapeCommandData(message)}`);
  }
  const count = report.findings.length;
  return `${[...lines, `vaultcheck: ${count} findings in ${report.coverage.files} files`].join('\n')}\n`;
};
