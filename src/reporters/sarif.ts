import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import { type Confidence, compareSeverity, type Severity } from '../model/severity.ts';
import { safeJson } from './escape.ts';
import type { Reporter, ReporterOptions } from './options.ts';

/** GitHub keeps the first 5,000 results of a file, and refuses files above 25,000. */
const MOST_RESULTS = 5000;

/** GitHub shows ten tags of a rule. */
const MOST_TAGS = 10;

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** CVSS-like numbers that GitHub turns into its words: above 9.0 critical, from 7.0 high, from 4.0 medium. */
const SECURITY_SEVERITY: Record<Severity, string> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: '0.5',
};

const PRECISION: Record<Confidence, string> = { high: 'very-high', medium: 'high', low: 'medium' };

/** SARIF 2.1.0 for code scanning: one run, no snippets, nothing that holds a value. */
export const sarif: Reporter = (report, options) => {
  const worst = [...report.findings].sort((a, b) => compareSeverity(b.severity, a.severity)).slice(0, MOST_RESULTS);
  const indexes = new Map(report.rules.map((rule, i) => [rule.id, i]));
  const notifications = report.problems.map((problem) => toNotification(problem, options));
  if (worst.length < report.findings.length) {
    const text = `${report.findings.length - worst.length} less severe findings were left out: code scanning takes ${MOST_RESULTS}`;
    notifications.push({ level: 'warning', message: { text } });
  }
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'vaultcheck',
            semanticVersion: report.version,
            rules: report.rules.map(toDescriptor),
          },
        },
        automationDetails: { id: 'vaultcheck/scan/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'root of the repository' } } },
        invocations: [
          {
            executionSuccessful: report.problems.every(({ kind }) => kind !== 'unread'),
            toolExecutionNotifications: notifications,
          },
        ],
        results: worst.map((finding) => toResult(finding, indexes.get(finding.ruleId)!, options)),
      },
    ],
  };
  return safeJson(log);
};

function toDescriptor(rule: Rule): ReportingDescriptor {
  const tags = [
    'security',
    rule.family,
    ...(rule.cwe ?? []).map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`),
    ...(rule.catalogue ?? []),
  ];
  const links = rule.references.map((url) => `- [${url}](${url})`).join('\n');
  return {
    id: rule.id,
    shortDescription: { text: sentence(rule.title) },
    fullDescription: { text: sentence(rule.why) },
    help: {
      text: `${sentence(rule.why)}\n\n${sentence(rule.fix)}`,
      markdown: `**Why:** ${sentence(rule.why)}\n\n**Fix:** ${sentence(rule.fix)}\n\n${links}`,
    },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      tags: tags.slice(0, MOST_TAGS),
      precision: PRECISION[rule.confidence],
      'problem.severity': LEVELS[rule.severity] === 'note' ? 'recommendation' : LEVELS[rule.severity],
      'security-severity': SECURITY_SEVERITY[rule.severity],
    },
  };
}

function toResult(finding: Finding, ruleIndex: number, options: ReporterOptions): Result {
  const hash = finding.lineHash === undefined ? {} : { primaryLocationLineHash: finding.lineHash };
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: plainMessage(finding.message) },
    locations: [
      { physicalLocation: { artifactLocation: location(finding.origin.path, options), region: { ...finding.region } } },
    ],
    partialFingerprints: { ...hash, 'vaultcheckFingerprint/v1': finding.fingerprint },
  };
}

function toNotification(problem: Problem, options: ReporterOptions): Notification {
  const place =
    problem.path === undefined
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: location(problem.path, options) } }] };
  return {
    level: problem.kind === 'unread' ? 'error' : 'note',
    message: { text: plainMessage(problem.message) },
    ...place,
  };
}

function location(path: string, options: ReporterOptions) {
  const whole = ((options.repositoryPrefix ?? '') + path).toWellFormed();
  const uri = whole.split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

/** A message in which no name of a file or a key can be read as a link: `[text](1)` is one in SARIF. */
function plainMessage(text: string): string {
  return sentence(text.replaceAll('](', '] ('));
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return capital.endsWith('.') ? capital : `${capital}.`;
}
