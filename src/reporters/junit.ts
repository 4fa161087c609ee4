import type { Finding } from '../model/finding.ts';
import { escapeXml } from './escape.ts';
import type { Reporter } from './options.ts';

/** One suite a file, one failed case a finding; what was not looked at is an error. */
export const junit: Reporter = (report) => {
  const byPath = Map.groupBy(report.findings, (finding) => finding.origin.path);
  const suites = [...byPath].map(([path, findings]) =>
    suite(
      path,
      findings.length,
      0,
      findings.map((finding) => failure(path, finding)),
    ),
  );
  const unread = report.problems.filter((problem) => problem.kind === 'unread');
  if (unread.length > 0) {
    const cases = unread.map(
      ({ path = '', code, message }) =>
        `    <testcase classname="${escapeXml(path)}" name="${escapeXml(code)}">\n      <error message="${escapeXml(message)}"/>\n    </testcase>`,
    );
    suites.push(suite('not looked at', 0, unread.length, cases));
  }
  const totals = `tests="${report.findings.length + unread.length}" failures="${report.findings.length}" errors="${unread.length}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vaultcheck" ${totals}>\n${suites.join('')}</testsuites>\n`;
};

function suite(name: string, failures: number, errors: number, cases: readonly string[]): string {
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
  return `  <testsuite name="${escapeXml(name)}" ${counts}>\n${cases.join('\n')}\n  </testsuite>\n`;
}

function failure(path: string, finding: Finding): string {
  const { startLine, startColumn } = finding.region;
  const place = escapeXml(`${path}:${startLine}:${startColumn}`);
  const message = escapeXml(`${finding.severity}: ${finding.message}`);
  return `    <testcase classname="${escapeXml(path)}" name="${escapeXml(finding.ruleId)} ${startLine}:${startColumn}">
      <failure type="${finding.severity}" message="${message}">${place}</failure>
    </testcase>`;
}
