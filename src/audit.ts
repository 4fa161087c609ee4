import { loadCatalog, selectRules } from './catalog.ts';
import { type Config, severityOf } from './config.ts';
import { applyWaivers } from './engine/apply-waivers.ts';
import type { RuleInputs } from './engine/code-rules.ts';
import { judgeVault, type NotTestable } from './engine/judge-vault.ts';
import { compare, sortFindings } from './engine/triage.ts';
import { triageFindings } from './engine/triage-findings.ts';
import type { Finding } from './model/finding.ts';
import type { Problem } from './model/problem.ts';
import type { Report } from './model/report.ts';
import type { VaultRecording } from './model/vault-recording.ts';
import { VERSION } from './version.ts';

/** Rules that one note names. */
const MOST_NAMED = 5;

/** What judging recordings goes by. */
export interface AuditOptions {
  recordings: readonly VaultRecording[];
  /** Of the reading. */
  problems: readonly Problem[];
  only: readonly string[];
  skip: readonly string[];
  config: Config;
  now: Date;
}

/** Judges what a running Vault answered. @throws UsageError */
export function audit(options: AuditOptions): Report {
  const { recordings, config, now } = options;
  const catalog = loadCatalog();
  config.checkNames(catalog);
  const rules = selectRules(catalog, options, 'vault').map((rule) => {
    const severity = severityOf(rule, config.severities);
    return severity === undefined ? rule : { ...rule, severity };
  });
  const { registries, waivers } = config;
  const inputs: RuleInputs = { options: { registries, waivers }, now };
  const findings: Finding[] = [];
  const problems: Problem[] = [...options.problems];
  const notTestable: NotTestable[] = [];
  for (const recording of recordings) {
    const judged = judgeVault(recording, rules, inputs);
    findings.push(...judged.findings);
    problems.push(...judged.problems.filter(({ code }) => code !== 'not-testable'));
    problems.push(...notTestableNotes(recording, judged.notTestable), ...recordingNotes(recording));
    notTestable.push(...judged.notTestable);
  }
  for (const finding of findings) {
    const rule = rules.find(({ id }) => id === finding.ruleId);
    finding.severity = (rule && severityOf(rule, config.severities)) ?? finding.severity;
  }
  const waived = applyWaivers(sortFindings(findings), waivers, { rules: catalog, now });
  const triaged = triageFindings(waived.live, {
    suppressions: { inline: [], config: config.suppress, known: catalog, ran: rules },
    isThere: () => true,
    ran: (id) => rules.some((rule) => rule.id === id),
  });
  return {
    version: VERSION,
    target: { kind: 'vault', path: [...new Set(recordings.map(({ name }) => name))].join(', ') },
    findings: triaged.findings,
    problems: [...problems, ...triaged.problems].sort(
      (a, b) => compare(a.path ?? '', b.path ?? '') || compare(a.message, b.message),
    ),
    rules: rules.sort((a, b) => compare(a.id, b.id)),
    coverage: { files: 0, bytes: 0, binary: 0, excluded: 0, ...counts(recordings) },
    notTestable,
    triage: { ...triaged.triage, suppressed: [...waived.waived, ...triaged.triage.suppressed] },
  };
}

function counts(recordings: readonly VaultRecording[]): { nodes: number; answers: number } {
  const nodes = recordings.flatMap((recording) => recording.nodes);
  const answers = [...recordings, ...nodes].flatMap((from) => from.answers).filter(({ status }) => status > 0);
  return { nodes: nodes.length, answers: answers.length };
}

/** One note for each reason, not one for each rule. */
function notTestableNotes(recording: VaultRecording, all: readonly NotTestable[]): Problem[] {
  return [...Map.groupBy(all, ({ reason }) => reason)].map(([reason, rules]) => {
    const named = rules.slice(0, MOST_NAMED).map(({ ruleId }) => ruleId);
    const more = rules.length > named.length ? ` and ${rules.length - named.length} more` : '';
    const message = `not testable: ${named.join(', ')}${more}: ${reason}`;
    return { kind: 'coverage', code: 'not-testable', message, path: `vault:${recording.name}` };
  });
}

/** What a reader must know of the recording itself: samples, and where our own answers are not Vault's. */
function recordingNotes({ name, samples, selfProof }: VaultRecording): Problem[] {
  const path = `vault:${name}`;
  const sampled = samples.map(({ read, taken, of }): Problem => {
    return { kind: 'coverage', code: 'sampled', message: `${read}: ${taken} of ${of} were looked at`, path };
  });
  const wrong = (selfProof?.disagreements ?? []).map(({ path: asked, ours, theirs, policies }): Problem => {
    const message = `on ${asked} Vault gives ${theirs.join(', ')} to a token with ${policies.join(', ')}, and vaultcheck reckons ${ours.join(', ')}; please report it`;
    return { kind: 'coverage', code: 'self-proof', message, path };
  });
  return [...sampled, ...wrong];
}
