import type { Finding } from '../model/finding.ts';
import { escapeXml } from './escape.ts';
import type { Reporter } from './options.ts';
import { triageOf } from './triage.ts';

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
  const { suppressed, baselined } = triageOf(report);
  const notCounted = [
    ...suppressed.map(({ finding, reason }) => skipped(finding, `suppressed: ${reason}`)),
    ...baselined.map((finding) => skipped(finding, 'baselined')),
  ];
  if (notCounted.length > 0) suites.push(suite('not counted', 0, 0, notCounted, notCounted.length));
  const totals = `tests="${report.findings.length + unread.length + notCounted.length}" failures="${report.findings.length}" errors="${unread.length}" skipped="${notCounted.length}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vaultcheck" ${totals}>\n${suites.join('')}</testsuites>\n`;
};

function suite(name: string, failures: number, errors: number, cases: readonly string[], skips = 0): string {
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${skips}"`;
  return `  <testsuite name="${escapeXml(name)}" ${counts}>\n${cases.join('\n')}\n  </testsuite>\n`;
}

/** A finding that is suppressed or known from before. */
function skipped({ origin, ruleId, region }: Finding, message: string): string {
  const name = `${ruleId} ${region.startLine}:${region.startColumn}`;
  return `    <testcase classname="${escapeXml(origin.path)}" name="${escapeXml(name)}">
      <skipped message="${escapeXml(message)}"/>
    </testcase>`;
}

function failure(path: string, finding: Finding): string {
  const { startLine, startColumn } = finding.region;
  const place = escapeXml(`${path}:${startLine}:${startColumn}`);
  const message = escapeXml(`${finding.severity}: ${finding.message}`);
  return `    <testcase classname="${escapeXml(path)}" name="${escapeXml(finding.ruleId)} ${startLine}:${startColumn}">
      <failure type="${finding.severity}" message="${message}">${place}</failure>
    </testcase>`;
}
