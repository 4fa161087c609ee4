import type { Blob, Window } from '../model/blob.ts';
import type { Finding } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { AnyRule, CodeRule, Detector, Match } from '../model/rule.ts';
import type { Artifact, ArtifactKind } from '../parsers/artifact.ts';
import { parseArtifacts, wantsText } from '../parsers/parse.ts';
import { type Candidate, Matcher, mostSpecific } from './detect.ts';
import { FindingBuilder } from './finding-builder.ts';
import { detectEncoding, LineIndex, utf16ToUtf8 } from './text.ts';

/** What one blob gave. */
export interface Evaluation {
  findings: Finding[];
  problems: Problem[];
  bytes: number;
  isBinary: boolean;
}

/** Judges blobs by the rules that run; every detector still masks, whether it runs or not. */
export class Evaluator {
  readonly #matcher: Matcher;
  readonly #runs: ReadonlySet<string>;
  readonly #codeRules = new Map<string, CodeRule[]>();

  /** `all`: the whole catalogue, for masking. `selected`: the rules whose findings are wanted. */
  constructor(all: readonly AnyRule[], selected: readonly AnyRule[]) {
    this.#matcher = new Matcher(all.filter((rule): rule is Detector => rule.type === 'detector'));
    this.#runs = new Set(selected.map((rule) => rule.id));
    for (const rule of selected) {
      if (rule.type !== 'code') continue;
      const rules = this.#codeRules.get(rule.artifact) ?? [];
      this.#codeRules.set(rule.artifact, [...rules, rule]);
    }
  }

  /** Reads the blob once; never throws for what the blob holds. `breathe` is called between its windows. */
  async evaluate(blob: Blob, breathe: () => Promise<void> = async () => {}): Promise<Evaluation> {
    const result: Evaluation = { findings: [], problems: [], bytes: 0, isBinary: false };
    let isFirst = true;
    for (const window of blob.windows()) {
      result.bytes += window.ownEnd - window.ownStart;
      if (isFirst) {
        result.findings.push(...this.#judgeFile(blob, window, result.problems));
        result.isBinary = detectEncoding(window.bytes) === 'binary';
      }
      isFirst = false;
      if (result.isBinary) break;
      this.#judgeWindow(blob.origin, window, result);
      if (!window.isWhole) await breathe();
    }
    return result;
  }

  /** Rules over the name and the first bytes, text or not. */
  #judgeFile(blob: Blob, window: Window, problems: Problem[]): Finding[] {
    const rules = this.#codeRules.get('file');
    if (!rules) return [];
    const path = blob.origin.path;
    const data = {
      path,
      name: path.slice(path.lastIndexOf('/') + 1),
      sizeBytes: blob.sizeBytes,
      head: window.bytes.subarray(0, 512),
    };
    const artifact: Artifact<'file'> = { kind: 'file', origin: blob.origin, text: '', data };
    const builder = new FindingBuilder(blob.origin, new Uint8Array(0), new LineIndex(new Uint8Array(0)), []);
    return runRules(rules, artifact, problems).map(({ rule, match }) => builder.fromMatch(rule, match));
  }

  #judgeWindow(origin: Origin, window: Window, result: Evaluation): void {
    const encoding = detectEncoding(window.bytes);
    const isUtf16 = encoding === 'utf16le' || encoding === 'utf16be';
    const bytes = isUtf16 ? utf16ToUtf8(window.bytes, encoding) : window.bytes;
    const { candidates, problems } = this.#matcher.find(bytes, origin.path);
    result.problems.push(...problems);
    const own = isUtf16
      ? candidates
      : candidates.filter(({ matchStart }) => matchStart >= window.ownStart && matchStart < window.ownEnd);
    const accepted = mostSpecific(own.filter((candidate) => candidate.isAccepted)).filter((candidate) =>
      this.#runs.has(candidate.detector.id),
    );
    const artifacts = window.isWhole ? this.#parse(origin, bytes, result.problems) : [];
    const matches = artifacts.flatMap((artifact) =>
      runRules(this.#codeRules.get(artifact.kind) ?? [], artifact, result.problems).map((found) => ({
        ...found,
        text: artifact.text,
      })),
    );
    if (accepted.length === 0 && matches.length === 0) return;
    result.findings.push(...buildFindings(origin, window, bytes, candidates, accepted, matches));
  }

  #parse(origin: Origin, bytes: Uint8Array, problems: Problem[]): Artifact[] {
    if (!wantsText(origin.path)) return [];
    const lines = new LineIndex(bytes);
    const parsed = parseArtifacts({ origin, text: lines.text(0, bytes.length) });
    problems.push(...parsed.problems);
    return parsed.artifacts;
  }
}

function buildFindings(
  origin: Origin,
  window: Window,
  bytes: Uint8Array,
  candidates: readonly Candidate[],
  accepted: readonly Candidate[],
  matches: readonly { rule: CodeRule; match: Match; text: string }[],
): Finding[] {
  const lines = new LineIndex(bytes, window);
  const builder = new FindingBuilder(origin, bytes, lines, candidates, window.isWhole);
  for (const { match, text } of matches) if (match.secret) builder.addSecret(match.secret, text);
  return [
    ...accepted.map((candidate) => builder.fromCandidate(candidate)),
    ...matches.map(({ rule, match, text }) => builder.fromMatch(rule, match, text)),
  ];
}

/** A rule that throws is an answer that should have been had: a problem with the rule's id, never silence. */
function runRules(
  rules: readonly CodeRule[],
  artifact: Artifact<ArtifactKind>,
  problems: Problem[],
): { rule: CodeRule; match: Match }[] {
  const found: { rule: CodeRule; match: Match }[] = [];
  for (const rule of rules) {
    try {
      const { data, text, origin } = artifact;
      for (const match of rule.check({ data: data as never, text, origin })) found.push({ rule, match });
    } catch (error) {
      const name = error instanceof Error ? error.name : 'an error';
      problems.push({
        kind: 'unread',
        code: 'rule-failed',
        message: `rule ${rule.id} failed (${name}) and could not judge this file`,
        path: artifact.origin.path,
      });
    }
  }
  return found;
}
