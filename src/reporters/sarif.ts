import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Target } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import { type Confidence, compareSeverity, type Severity } from '../model/severity.ts';
import { safeJson } from './escape.ts';
import type { Reporter, ReporterOptions } from './options.ts';
import { anchorOf, type FilePlace, isInFile, messageWithPlace } from './place.ts';

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
  const notifications = report.problems.map((problem) => toNotification(problem, options, report.target));
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
        results: worst.map((finding) => toResult(finding, indexes.get(finding.ruleId)!, options, report.target)),
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

function toResult(finding: Finding, ruleIndex: number, options: ReporterOptions, target: Target): Result {
  const hash = finding.lineHash === undefined ? {} : { primaryLocationLineHash: finding.lineHash };
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: plainMessage(messageWithPlace(finding)) },
    locations: [isInFile(finding) ? fileLocation(finding, options) : logicalLocation(finding, anchorOf(target))],
    partialFingerprints: { ...hash, 'vaultcheckFingerprint/v1': finding.fingerprint },
  };
}

function fileLocation(finding: Finding, options: ReporterOptions): Location {
  const artifactLocation = location(finding.origin.path, options);
  return { physicalLocation: { artifactLocation, region: { ...finding.region } } };
}

/** Code scanning shows nothing that has no file: the one that names the target stands for it. */
function logicalLocation({ origin }: Finding, anchor: FilePlace): Location {
  const artifactLocation = location(anchor.path, { color: false, width: 0, verbose: false, quiet: false });
  return {
    physicalLocation: { artifactLocation, region: { startLine: anchor.line } },
    logicalLocations: [{ fullyQualifiedName: origin.path, kind: 'resource' }],
  };
}

function toNotification(problem: Problem, options: ReporterOptions, target: Target): Notification {
  const { path, kind, message } = problem;
  const level = kind === 'unread' ? 'error' : 'note';
  if (path === undefined) return { level, message: { text: plainMessage(message) } };
  if (target.kind !== 'directory') return { level, message: { text: plainMessage(`${path}: ${message}`) } };
  const locations = [{ physicalLocation: { artifactLocation: location(path, options) } }];
  return { level, message: { text: plainMessage(message) }, locations };
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
