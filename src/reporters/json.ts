import type { Finding } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import { SEVERITIES } from '../model/severity.ts';
import { safeJson } from './escape.ts';
import type { Reporter } from './options.ts';
import { ruleFields } from './rules.ts';
import { timingFields } from './timings.ts';
import { triageOf } from './triage.ts';

/** The report as JSON; every field is named here, so that nothing else can get out. */
export const json: Reporter = (report) => {
  const count = (severity: string) => report.findings.filter((finding) => finding.severity === severity).length;
  const { files, bytes, binary, excluded, nodes, answers } = report.coverage;
  const { suppressed, baselined, unusedSuppressions, baseline } = triageOf(report);
  return safeJson({
    version: report.version,
    target: { kind: report.target.kind, path: report.target.path },
    findings: report.findings.map(findingFields),
    suppressed: suppressed.map(({ finding, by, reason, line }) => ({
      ...findingFields(finding),
      suppression: { by, reason, line: line ?? null },
    })),
    baselined: baselined.map(findingFields),
    unusedSuppressions: unusedSuppressions.map(({ by, path, line, names }) => ({
      by,
      path,
      line: line ?? null,
      names,
    })),
    problems: report.problems.map(problemFields),
    rules: report.rules.map(ruleFields),
    ...(report.notTestable
      ? { notTestable: report.notTestable.map(({ ruleId, reason }) => ({ ruleId, reason })) }
      : {}),
    summary: {
      findings: {
        total: report.findings.length,
        ...Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])),
      },
      suppressed: suppressed.length,
      baselined: baselined.length,
      unusedSuppressions: unusedSuppressions.length,
      baseline: baseline ? { path: baseline.path, known: baseline.known, gone: baseline.gone } : null,
      files,
      bytes,
      binary,
      excluded,
      ...(nodes === undefined ? {} : { nodes, answers }),
      problems: {
        unread: report.problems.filter((problem) => problem.kind === 'unread').length,
        coverage: report.problems.filter((problem) => problem.kind === 'coverage').length,
      },
    },
    ...(report.timings ? { timings: timingFields(report.timings) } : {}),
  });
};

/** The fields of a finding that reports show. */
export function findingFields(finding: Finding) {
  const { ruleId, title, severity, confidence, message, origin, masked, paste, excerpt, fingerprint } = finding;
  const { startLine, startColumn, endLine, endColumn } = finding.region;
  return {
    ruleId,
    title,
    severity,
    confidence,
    message,
    path: origin.path,
    region: { startLine, startColumn, endLine, endColumn },
    origin: originFields(origin),
    fingerprint,
    masked: masked ?? null,
    paste: paste ?? null,
    excerpt: { startLine: excerpt.startLine, lines: excerpt.lines },
  };
}

/** Of every kind of origin only what is named here. */
function originFields(origin: Origin) {
  const { kind, path } = origin;
  switch (origin.kind) {
    case 'image':
      return { kind, path, images: origin.images, isBase: origin.isBase ?? false };
    case 'layer': {
      const { images, layer, member, hidden, isBase = false } = origin;
      return {
        kind,
        path,
        images,
        layer,
        member,
        hidden: hidden ? { layer: hidden.layer, how: hidden.how } : null,
        isBase,
      };
    }
    case 'vault':
      return { kind, path, subject: origin.subject };
    default:
      return { kind, path };
  }
}

function problemFields({ kind, code, message, path, line }: Problem) {
  return { kind, code, message, path: path ?? null, line: line ?? null };
}
