import type { MergedRule } from '../analysis/permissions.ts';
import type { Capability } from '../model/policy.ts';
import { escapeText, escapeXml, safeJson } from './escape.ts';
import { ruleText } from './policy-answers.ts';

/** What came of one row. */
export interface PolicyTestResult {
  path: string;
  capability: Capability;
  /** What the row expects: allowed or not. */
  isExpected: boolean;
  isPassed: boolean;
  rule?: MergedRule;
  /** Why a request is refused. */
  reason?: string;
}

function sentence({ path, capability, isExpected, rule, reason }: PolicyTestResult): string {
  const why = reason ? `: ${reason}` : '';
  return `${capability} on ${path} is ${isExpected ? 'denied' : 'allowed'}, expected ${isExpected ? 'allow' : 'deny'}${why}; ${ruleText(rule)}`;
}

/** Failures, and a count. */
export function testsToText(_file: string, results: readonly PolicyTestResult[], notes: readonly string[]): string {
  const failed = results.filter(({ isPassed }) => !isPassed);
  const lines = failed.map((result) => `fail  ${escapeText(sentence(result))}`);
  const count = `${results.length - failed.length} of ${results.length} as expected`;
  return [...lines, count, ...notes.map((note) => `note: ${note}`), ''].join('\n');
}

/** `{"tests": [{path, capability, expected, passed, rules}]}`. */
export function testsToJson(_file: string, results: readonly PolicyTestResult[], notes: readonly string[]): string {
  const tests = results.map(({ path, capability, isExpected, isPassed, rule, reason }) => ({
    path,
    capability,
    expected: isExpected ? 'allow' : 'deny',
    passed: isPassed,
    ...(reason ? { reason } : {}),
    rules: (rule?.sources ?? []).map(({ file, rule: { path: pattern, line } }) => ({ pattern, file, line })),
  }));
  return safeJson({ tests, ...(notes.length > 0 ? { notes } : {}) });
}

/** One test case for each row. */
export function testsToJunit(file: string, results: readonly PolicyTestResult[], notes: readonly string[]): string {
  const failures = results.filter(({ isPassed }) => !isPassed).length;
  const cases = results.map((result) => {
    const name = escapeXml(`${result.capability} on ${result.path} is ${result.isExpected ? 'allowed' : 'denied'}`);
    const open = `    <testcase classname="${escapeXml(file)}" name="${name}"`;
    if (result.isPassed) return `${open}/>`;
    return `${open}>\n      <failure message="${escapeXml(sentence(result))}"/>\n    </testcase>`;
  });
  const counts = `tests="${results.length}" failures="${failures}"`;
  const output = notes.length > 0 ? [`    <system-out>${escapeXml(notes.join('\n'))}</system-out>`] : [];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="vaultcheck policy test" ${counts}>`,
    ...cases,
    ...output,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
