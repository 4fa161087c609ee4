import { isVaultProgram, VAULT_VERSION_MARKS } from '../analysis/notable-file.ts';
import { printableRuns } from '../analysis/printable.ts';
import type { RuleInputs } from '../engine/code-rules.ts';
import { type Evaluation, Evaluator } from '../engine/evaluate.ts';
import type { Window } from '../model/blob.ts';
import type { AnyRule } from '../model/rule.ts';
import { ownMatcher, ownOf } from '../own-rules.ts';
import { BodyReader } from '../sources/image/body-reader.ts';
import type { TarEntry } from '../sources/image/tar.ts';
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
  readonly #binary: Evaluator;
  readonly #bodies: BodyReader;

  private constructor(text: Evaluator, binary: Evaluator) {
    this.#text = text;
    this.#binary = binary;
    this.#bodies = new BodyReader(text.memory);
  }

  /** A judge by all rules but those over the project. */
  static async create(catalog: readonly AnyRule[], inputs: RuleInputs): Promise<FileJudge> {
    const rules = catalog.filter((rule) => !(rule.type === 'code' && rule.artifact === 'project'));
    const text = new Evaluator(catalog, rules, inputs, { extra: await ownMatcher(ownOf(catalog)) });
    const sure = rules.filter(looksIntoBinaries);
    return new FileJudge(text, new Evaluator(sure, sure, inputs));
  }

  /** Reads and judges one file; what it holds is added to `facts`. `breathe` is called between windows. */
  async judge(entry: TarEntry, path: string, facts: LayerFacts, breathe: () => Promise<void>): Promise<JudgedFile> {
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

  async #judgeBinary(window: Window, path: string, facts: LayerFacts, judged: JudgedFile): Promise<void> {
    const { bytes, ownStart, ownEnd } = window;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (const { start, end } of printableRuns(buffer, BINARY_WORDS)) {
      if (start < ownStart || start >= ownEnd) continue;
      const evaluation = await this.#binary.evaluate(textBlob(path, buffer.toString('latin1', start, end)));
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
