import { unansweredCount, whyUnanswered } from '../analysis/vault-answers.ts';
import { type ReadId, vaultRead } from '../analysis/vault-reads.ts';
import { rightFor } from '../analysis/vault-rights.ts';
import type { Finding } from '../model/finding.ts';
import type { VaultOrigin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { AnyRule, CodeRule, Match } from '../model/rule.ts';
import type { VaultRecording } from '../model/vault-recording.ts';
import { CodeRules, type RuleInputs } from './code-rules.ts';
import { FindingBuilder } from './finding-builder.ts';
import { LineIndex } from './text.ts';

/** A rule whose answer could not be had, and why. */
export interface NotTestable {
  ruleId: string;
  reason: string;
}

/** What a recording gave. */
export interface VaultJudgement {
  findings: Finding[];
  problems: Problem[];
  notTestable: NotTestable[];
}

/**
 * Judges what a running Vault answered. A rule none of whose reads has an answer is not testable: a coverage note, never
 * a pass.
 */
export function judgeVault(recording: VaultRecording, rules: readonly AnyRule[], inputs: RuleInputs): VaultJudgement {
  const judgement: VaultJudgement = { findings: [], problems: [], notTestable: [] };
  const own = rules.filter((rule): rule is CodeRule => rule.type === 'code' && rule.artifact === 'vault');
  const testable = own.filter((rule) => {
    const reason = unansweredReason(recording, rule);
    if (reason !== undefined) judgement.notTestable.push({ ruleId: rule.id, reason });
    return reason === undefined;
  });
  const origin = originOf(recording, '');
  const artifact = { kind: 'vault' as const, origin, text: '', data: recording };
  for (const { rule, match } of new CodeRules(testable, inputs).judge(artifact, judgement.problems)) {
    if (match.verdict === 'not-testable') judgement.notTestable.push({ ruleId: rule.id, reason: match.message });
    else if (match.verdict === 'unknown') judgement.problems.push(unknownProblem(rule, match, recording));
    else judgement.findings.push(toFinding(rule, match, recording));
  }
  for (const { ruleId, reason } of judgement.notTestable) {
    const message = `${ruleId} is not testable: ${reason}`;
    judgement.problems.push({ kind: 'coverage', code: 'not-testable', message, path: origin.path });
  }
  for (const { id, reads = [] } of testable) judgement.problems.push(...partNotes(recording, id, reads as ReadId[]));
  return judgement;
}

/** A rule that could judge a part of its answers only is not whole, and says so. */
function partNotes(recording: VaultRecording, ruleId: string, reads: readonly ReadId[]): Problem[] {
  return reads.flatMap((read) => {
    const { missing, of } = unansweredCount(recording, read);
    if (missing === 0) return [];
    const message = `${ruleId} saw a part only: ${missing} of ${of} answers of ${read} are missing`;
    return [{ kind: 'coverage', code: 'partly-testable', message, path: originOf(recording, '').path }];
  });
}

function unansweredReason(recording: VaultRecording, rule: CodeRule): string | undefined {
  const reads = (rule.reads ?? []) as ReadId[];
  const reasons = reads.map((read) => ({ read, reason: whyUnanswered(recording, read) }));
  if (reads.length === 0 || reasons.some(({ reason }) => reason === undefined)) return undefined;
  return reasons.map(({ read, reason }) => `${read}: ${withRight(read, reason!)}`).join('; ');
}

/** What is forbidden can be had: the right that is missing is named. */
function withRight(read: ReadId, reason: string): string {
  return reason === 'forbidden' ? `forbidden; the token needs ${rightFor(vaultRead(read))}` : reason;
}

function unknownProblem(rule: CodeRule, match: Match, recording: VaultRecording): Problem {
  const { path } = originOf(recording, match.subject ?? '');
  return { kind: 'unread', code: 'unknown', message: `${rule.id}: ${match.message}`, path };
}

function toFinding(rule: CodeRule, match: Match, recording: VaultRecording): Finding {
  const nothing = new Uint8Array(0);
  const builder = new FindingBuilder(originOf(recording, match.subject ?? ''), nothing, new LineIndex(nothing), []);
  return builder.fromMatch(rule, match);
}

function originOf(recording: VaultRecording, subject: string): VaultOrigin {
  // A cluster without a name is called by its first address.
  const below = subject === '' || subject === recording.name ? '' : `/${subject}`;
  return { kind: 'vault', path: `vault:${recording.name}${below}`, subject };
}
