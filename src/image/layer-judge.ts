import { isVaultProgram, VAULT_VERSION_MARKS } from '../analysis/notable-file.ts';
import { printableRuns } from '../analysis/printable.ts';
import type { RuleInputs } from '../engine/code-rules.ts';
import { type Evaluation, Evaluator } from '../engine/evaluate.ts';
import type { Window } from '../model/blob.ts';
import type { AnyRule } from '../model/rule.ts';
import { ownMatcher, ownOf } from '../own-rules.ts';
import { BodyReader } from '../sources/image/body-reader.ts';
import type { TarEntry } from '../sources/image/tar.ts';
import { isZipName } from '../sources/zip.ts';
import { judgeZip, LARGEST_ZIP_BYTES } from './judge-zip.ts';
import type { LayerFacts } from './layer-facts.ts';
import { textBlob } from './text-blob.ts';

/** Text of a binary that is looked at: Vault's tokens, and private keys. */
const BINARY_WORDS = ['hvs.', 'hvb.', 'hvr.', '-----BEGIN'];

/** Bytes of one window that the next one of a binary sees again. */
const MARK_BYTES = 512;

/** What one file gave beside its findings. */
export interface JudgedFile {
  isBinary: boolean;
  /** Of Vault's program, where it could be told. */
  version?: string;
}

/** Judges the files of layers, one after the other; one for each thread. */
export class FileJudge {
  readonly #text: Evaluator;
  /** Detectors whose findings in binaries count. */
  readonly #sure: ReadonlySet<string>;
  readonly #bodies: BodyReader;

  readonly #opensArchives: boolean;

  private constructor(text: Evaluator, sure: ReadonlySet<string>, opensArchives: boolean) {
    this.#opensArchives = opensArchives;
    this.#text = text;
    this.#sure = sure;
    this.#bodies = new BodyReader(text.memory);
  }

  /** What judges the files, for texts that are in no layer. */
  get evaluator(): Evaluator {
    return this.#text;
  }

  /** A judge by all rules but those over the project. */
  static async create(
    catalog: readonly AnyRule[],
    inputs: RuleInputs,
    options: { opensArchives: boolean },
  ): Promise<FileJudge> {
    const rules = catalog.filter((rule) => !(rule.type === 'code' && rule.artifact === 'project'));
    const text = new Evaluator(catalog, rules, inputs, { extra: await ownMatcher(ownOf(catalog)) });
    const sure = new Set(rules.filter(looksIntoBinaries).map(({ id }) => id));
    return new FileJudge(text, sure, options.opensArchives);
  }

  /** Reads and judges one file; what it holds is added to `facts`. `breathe` is called between windows. */
  async judge(entry: TarEntry, path: string, facts: LayerFacts, breathe: () => Promise<void>): Promise<JudgedFile> {
    if (this.#opensArchives && isZipName(path)) {
      if (entry.sizeBytes <= LARGEST_ZIP_BYTES) return this.#judgeZip(entry, path, facts, breathe);
      facts.problems.push({ kind: 'coverage', code: 'archive', message: 'larger than 64 MB, not opened', path });
    }
    const windows = this.#bodies.windowsOf(entry.body);
    const next = async () => {
      await windows.fetch();
      await breathe();
    };
    await windows.fetch();
    const blob = { origin: { kind: 'file', path } as const, sizeBytes: entry.sizeBytes, windows: () => windows };
    const evaluation = await this.#text.evaluate(blob, next);
    add(facts, evaluation, path);
    facts.coverage.bytes += evaluation.bytes;
    const judged: JudgedFile = { isBinary: evaluation.isBinary };
    if (!judged.isBinary || windows.last === undefined) return judged;
    await this.#judgeBinary(windows.last, path, facts, judged);
    if (windows.last.isWhole) return judged;
    await next();
    for (const window of windows) {
      facts.coverage.bytes += window.ownEnd - window.ownStart;
      await this.#judgeBinary(window, path, facts, judged);
      await next();
    }
    return judged;
  }

  async #judgeZip(entry: TarEntry, path: string, facts: LayerFacts, breathe: () => Promise<void>): Promise<JudgedFile> {
    const bytes = Buffer.from(await entry.body.whole());
    facts.coverage.bytes += bytes.length;
    const judgeMember = async (name: string, member: Buffer) => {
      const window = wholeWindow(member);
      const blob = { origin: { kind: 'file', path: name } as const, sizeBytes: member.length, windows: () => [window] };
      const evaluation = await this.#text.evaluate(blob);
      add(facts, evaluation, name);
      if (evaluation.isBinary) await this.#judgeBinary(window, name, facts, { isBinary: true });
      await breathe();
    };
    for (const problem of await judgeZip(path, bytes, judgeMember)) facts.problems.push(problem);
    return { isBinary: true };
  }

  async #judgeBinary(window: Window, path: string, facts: LayerFacts, judged: JudgedFile): Promise<void> {
    const { bytes, ownStart, ownEnd } = window;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (const { start, end } of printableRuns(buffer, BINARY_WORDS)) {
      if (start < ownStart || start >= ownEnd) continue;
      const evaluation = await this.#text.evaluate(textBlob(path, buffer.toString('latin1', start, end)));
      evaluation.findings = evaluation.findings.filter(({ ruleId }) => this.#sure.has(ruleId));
      // The place of a text in a binary is its offset in the window, as a column of one long line.
      for (const { region } of evaluation.findings) {
        if (region.startLine === 1) region.startColumn += start;
        if (region.endLine === 1) region.endColumn += start;
      }
      add(facts, evaluation, path);
    }
    if (judged.version === undefined && isVaultProgram(path)) {
      const version = versionIn(buffer.subarray(Math.max(0, ownStart - MARK_BYTES)));
      if (version) judged.version = version;
    }
  }
}

function wholeWindow(bytes: Buffer): Window {
  return { bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true };
}

function add(facts: LayerFacts, evaluation: Evaluation, path: string): void {
  for (const finding of evaluation.findings) facts.findings.push(finding);
  for (const problem of evaluation.problems) facts.problems.push({ ...problem, path });
}

/** Detectors whose format is sure enough that a binary's text may be trusted. */
function looksIntoBinaries(rule: AnyRule): boolean {
  if (rule.type !== 'detector' || rule.generic) return false;
  return /^hv[sbr]\.$/.test(rule.prefix ?? '') || rule.id.endsWith('private-key');
}

function versionIn(bytes: Buffer): string | undefined {
  for (const mark of VAULT_VERSION_MARKS) {
    const at = bytes.indexOf(mark, 0, 'latin1');
    if (at === -1) continue;
    const [version] = /^\d+\.\d+\.\d+/.exec(bytes.toString('latin1', at + mark.length, at + mark.length + 32)) ?? [];
    if (version) return version;
  }
  return undefined;
}
