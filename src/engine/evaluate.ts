import type { Blob, Window } from '../model/blob.ts';
import type { Finding } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { AnyRule, Detector } from '../model/rule.ts';
import type { InlineSuppression } from '../model/suppression.ts';
import { type Artifact, isProjectArtifact, type Project, type ProjectArtifact } from '../parsers/artifact.ts';
import { PARSER_WORDS, parseArtifacts, parsersFor, projectData } from '../parsers/parse.ts';
import { type Candidate, mostSpecific } from './candidate.ts';
import { CodeRules, defaultInputs, type RuleInputs, type RuleMatch } from './code-rules.ts';
import { type Found, Matcher } from './detect.ts';
import { FindingBuilder, type FindingOptions } from './finding-builder.ts';
import { Stopwatch } from './stopwatch.ts';
import { findSuppressions, SUPPRESSION_WORD } from './suppressions.ts';
import { LineIndex } from './text.ts';
import { toUtf8Window, type Utf8Window } from './utf8-window.ts';

/** What one blob gave. */
export interface Evaluation {
  findings: Finding[];
  problems: Problem[];
  /** What rules over the project want of this blob. */
  artifacts: ProjectArtifact[];
  suppressions: InlineSuppression[];
  bytes: number;
  isBinary: boolean;
}

/** Finds candidates beside the built-in detectors: those of the users' own rules. */
export interface ExtraMatcher {
  find(bytes: Uint8Array, path: string): { candidates: Candidate[]; problems: Problem[] };
}

/** What an evaluator may be told beside rules and inputs. */
export interface EvaluatorOptions extends FindingOptions {
  watch?: Stopwatch | undefined;
  extra?: ExtraMatcher | undefined;
}

/** A file with what the search for literals saw in it. */
interface Seen {
  origin: Origin;
  path: string;
  bytes: Uint8Array;
  words: ReadonlySet<string>;
}

/** Judges blobs by the rules that run; every rule still masks, whether it runs or not. */
export class Evaluator {
  readonly #matcher: Matcher;
  readonly #runs: ReadonlySet<string>;
  readonly #selected: CodeRules;
  /** Rules that do not run: what they take for a secret is masked all the same. */
  readonly #others: CodeRules;
  readonly #options: EvaluatorOptions;
  readonly #watch: Stopwatch;

  /** `all`: the whole catalogue, for masking. `selected`: the rules whose findings are wanted. */
  constructor(
    all: readonly AnyRule[],
    selected: readonly AnyRule[],
    inputs: RuleInputs = defaultInputs(),
    options: EvaluatorOptions = {},
  ) {
    this.#options = options;
    this.#watch = options.watch ?? new Stopwatch();
    const detectors = all.filter((rule): rule is Detector => rule.type === 'detector' && !rule.isLinear);
    this.#matcher = new Matcher(detectors, [SUPPRESSION_WORD, ...PARSER_WORDS], this.#watch);
    this.#runs = new Set(selected.map((rule) => rule.id));
    this.#selected = new CodeRules(selected, inputs, this.#watch);
    this.#others = new CodeRules(
      all.filter((rule) => !this.#runs.has(rule.id)),
      inputs,
      this.#watch,
    );
  }

  /** Counts the time of what the evaluator does; off unless it was given one that is on. */
  get watch(): Stopwatch {
    return this.#watch;
  }

  /** Memory that sources may read windows into, in turn; others are copied before they are looked at. */
  get memory(): Buffer {
    return this.#matcher.memory;
  }

  /** Reads the blob once; never throws for what the blob holds. `breathe` is called between its windows. */
  async evaluate(blob: Blob, breathe: () => Promise<void> = async () => {}): Promise<Evaluation> {
    const result: Evaluation = {
      findings: [],
      problems: [],
      artifacts: [],
      suppressions: [],
      bytes: 0,
      isBinary: false,
    };
    let isFirst = true;
    for (const raw of blob.windows()) {
      result.bytes += raw.ownEnd - raw.ownStart;
      if (isFirst) this.#judgeFile(blob, raw, result);
      isFirst = false;
      const window = toUtf8Window(raw);
      result.isBinary = window.isBinary;
      if (result.isBinary) break;
      await this.#judgeWindow(blob.origin, window, result);
      if (!window.isWhole) await breathe();
    }
    return result;
  }

  /**
   * Judges what only the whole project shows; `read` gives the bytes of a file once more, or nothing when it is gone.
   */
  async judgeProject(
    project: Project,
    read: (path: string) => Promise<Uint8Array | undefined>,
  ): Promise<Pick<Evaluation, 'findings' | 'problems'>> {
    const problems: Problem[] = [];
    const artifact: Artifact<'project'> = {
      kind: 'project',
      origin: { kind: 'file', path: '.' },
      text: '',
      data: project,
    };
    const matches = this.#selected.judge(artifact, problems);
    const findings: Finding[] = [];
    for (const [path, own] of Map.groupBy(matches, ({ match }) => match.path ?? '')) {
      const raw = (await read(path)) ?? new Uint8Array(0);
      const window = toUtf8Window({ bytes: raw, ownStart: 0, ownEnd: raw.length, line: 1, column: 1, isWhole: true });
      // A place in a binary file is the file itself.
      const bytes = window.isBinary ? new Uint8Array(0) : window.bytes;
      const { candidates, words } = this.#find(bytes, path);
      const origin: Origin = { kind: 'file', path };
      const lines = new LineIndex(bytes);
      const text = lines.text(0, bytes.length);
      const hidden = bytes.length === 0 ? [] : await this.#hiddenSecrets({ origin, path, bytes, words }, text);
      const builder = new FindingBuilder(origin, bytes, lines, candidates, {
        ...this.#options,
        hashesLines: this.#options.hashesLines && bytes.length > 0,
      });
      for (const { match } of [...own, ...hidden]) if (match.secret) builder.addSecret(match.secret, text);
      findings.push(...own.map(({ rule, match }) => builder.fromMatch(rule, match, text)));
    }
    return { findings, problems };
  }

  /** What built-in detectors and the users' own find. */
  #find(bytes: Uint8Array, path: string): Found {
    const found = this.#matcher.find(bytes, path);
    const extra = this.#options.extra?.find(bytes, path);
    if (!extra) return found;
    return {
      ...found,
      candidates: [...found.candidates, ...extra.candidates].sort((a, b) => a.start - b.start || b.end - a.end),
      problems: [...found.problems, ...extra.problems],
    };
  }

  /** Rules over the name and the first bytes, text or not. */
  #judgeFile(blob: Blob, window: Window, result: Evaluation): void {
    if (this.#selected.of('file').length === 0) return;
    const path = blob.origin.path;
    const data = {
      path,
      name: path.slice(path.lastIndexOf('/') + 1),
      sizeBytes: blob.sizeBytes,
      head: window.bytes.subarray(0, 512),
    };
    const artifact: Artifact<'file'> = { kind: 'file', origin: blob.origin, text: '', data };
    const matches = this.#selected.judge(artifact, result.problems);
    if (matches.length === 0) return;
    const builder = new FindingBuilder(blob.origin, new Uint8Array(0), new LineIndex(new Uint8Array(0)), []);
    for (const { rule, match } of matches) result.findings.push(builder.fromMatch(rule, match));
  }

  async #judgeWindow(origin: Origin, window: Utf8Window, result: Evaluation): Promise<void> {
    const { bytes } = window;
    const { candidates, problems, words } = this.#find(bytes, origin.path);
    if (words.has(SUPPRESSION_WORD)) result.suppressions.push(...findSuppressions(bytes, origin.path, window));
    result.problems.push(...problems);
    // Chosen among all that the window shows, so that two windows that both see a pair choose the same of it.
    const accepted = mostSpecific(candidates.filter(({ isAccepted }) => isAccepted)).filter(
      ({ matchStart, detector }) =>
        matchStart >= window.ownStart && matchStart < window.ownEnd && this.#runs.has(detector.id),
    );
    const file: Seen = { origin, path: origin.path, bytes, words };
    const matches = window.isWhole ? await this.#judgeArtifacts(file, result) : [];
    if (accepted.length === 0 && matches.length === 0) return;
    const text = matches.length === 0 ? '' : new LineIndex(bytes).text(0, bytes.length);
    const hidden = window.isWhole ? await this.#hiddenSecrets(file, text) : [];
    const found = { candidates, accepted, matches, hidden };
    const building = this.#watch.start();
    result.findings.push(...buildFindings(origin, window, found, this.#options));
    this.#watch.stopStage('make findings', building);
  }

  /** Parses what the rules that run want, and judges it. */
  async #judgeArtifacts(file: Seen, result: Evaluation): Promise<RuleMatch[]> {
    const { origin, bytes } = file;
    const parsers = parsersFor(file, this.#selected.kinds);
    if (parsers.length === 0) return [];
    const started = this.#watch.start();
    const text = new LineIndex(bytes).text(0, bytes.length);
    const parsed = await parseArtifacts({ origin, text }, parsers);
    this.#watch.stopStage('parse', started);
    result.problems.push(...parsed.problems);
    for (const artifact of parsed.artifacts) {
      if (this.#selected.projectKinds.has(artifact.kind) && isProjectArtifact(artifact))
        result.artifacts.push({
          kind: artifact.kind,
          path: origin.path,
          data: projectData(artifact),
        } as ProjectArtifact);
    }
    return parsed.artifacts.flatMap((artifact) => this.#selected.judge(artifact, result.problems));
  }

  /** Matches with secrets of the rules that do not run. */
  async #hiddenSecrets(file: Seen, text: string): Promise<RuleMatch[]> {
    const { origin, bytes } = file;
    const parsers = parsersFor(file, this.#others.kinds);
    if (parsers.length === 0) return [];
    const whole = text === '' ? new LineIndex(bytes).text(0, bytes.length) : text;
    const { artifacts } = await parseArtifacts({ origin, text: whole }, parsers);
    return artifacts.flatMap((artifact) => this.#others.judge(artifact, [])).filter(({ match }) => match.secret);
  }
}

function buildFindings(
  origin: Origin,
  window: Utf8Window,
  found: {
    candidates: readonly Candidate[];
    accepted: readonly Candidate[];
    matches: readonly RuleMatch[];
    hidden: readonly RuleMatch[];
  },
  options: FindingOptions,
): Finding[] {
  const { candidates, accepted, matches, hidden } = found;
  const { bytes } = window;
  const lines = new LineIndex(bytes, window);
  const hashesLines = options.hashesLines && window.isWhole;
  const builder = new FindingBuilder(origin, bytes, lines, candidates, { ...options, hashesLines });
  const text = matches.length + hidden.length === 0 ? '' : lines.text(0, bytes.length);
  for (const { match } of [...matches, ...hidden]) if (match.secret) builder.addSecret(match.secret, text);
  return [
    ...accepted.map((candidate) => builder.fromCandidate(candidate)),
    ...matches.map(({ rule, match }) => builder.fromMatch(rule, match, text)),
  ];
}
