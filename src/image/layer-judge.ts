import { isVaultProgram, VAULT_VERSION_MARKS } from '../analysis/notable-file.ts';
import { printableRuns } from '../analysis/printable.ts';
import type { RuleInputs } from '../engine/code-rules.ts';
import { type Evaluation, Evaluator } from '../engine/evaluate.ts';
import type { Window } from '../model/blob.ts';
import type { AnyRule } from '../model/rule.ts';
import type { TarEntry } from '../sources/image/tar.ts';
import { WINDOW_BYTES, WindowBuffer } from '../sources/image/windows.ts';
import type { LayerFacts } from './layer-facts.ts';

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
  readonly #buffer = new WindowBuffer();
  /** Rules over a file's name, which must not judge every window of a large file. */
  readonly #nameRules: ReadonlySet<string>;

  constructor(catalog: readonly AnyRule[], inputs: RuleInputs) {
    const rules = catalog.filter((rule) => !(rule.type === 'code' && rule.artifact === 'project'));
    this.#text = new Evaluator(catalog, rules, inputs);
    this.#binary = new Evaluator(catalog, rules.filter(looksIntoBinaries), inputs);
    this.#nameRules = new Set(
      catalog.flatMap((rule) => (rule.type === 'code' && rule.artifact === 'file' ? [rule.id] : [])),
    );
  }

  /** Reads and judges one file; what it holds is added to `facts`. `breathe` is called between windows. */
  async judge(entry: TarEntry, path: string, facts: LayerFacts, breathe: () => Promise<void>): Promise<JudgedFile> {
    const judged: JudgedFile = { isBinary: false };
    let isFirst = true;
    for await (const window of this.#windows(entry)) {
      if (isFirst) {
        const evaluation = await this.#evaluate(this.#text, path, entry.sizeBytes, window);
        add(facts, evaluation, path);
        judged.isBinary = evaluation.isBinary;
      } else if (!judged.isBinary) {
        const evaluation = await this.#evaluate(this.#text, path, entry.sizeBytes, window);
        evaluation.findings = evaluation.findings.filter(({ ruleId }) => !this.#nameRules.has(ruleId));
        add(facts, evaluation, path);
      }
      if (judged.isBinary) await this.#judgeBinary(window, path, facts, judged);
      isFirst = false;
      facts.coverage.bytes += window.ownEnd - window.ownStart;
      if (!window.isWhole) await breathe();
    }
    return judged;
  }

  async *#windows(entry: TarEntry): AsyncGenerator<Window> {
    if (entry.body.left > WINDOW_BYTES) yield* this.#buffer.windows(entry.body);
    else {
      const bytes = await entry.body.whole();
      yield { bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true };
    }
  }

  /** One window as a blob of its own: the engine asks for windows at once, and here they come one after the other. */
  async #evaluate(evaluator: Evaluator, path: string, sizeBytes: number, window: Window): Promise<Evaluation> {
    return evaluator.evaluate({ origin: { kind: 'file', path }, sizeBytes, windows: () => [window] });
  }

  async #judgeBinary(window: Window, path: string, facts: LayerFacts, judged: JudgedFile): Promise<void> {
    const { bytes, ownStart, ownEnd } = window;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (const { start, end } of printableRuns(buffer, BINARY_WORDS)) {
      if (start < ownStart || start >= ownEnd) continue;
      // The place of a text in a binary is its offset, as a column of one long line.
      const text = Buffer.from(buffer.subarray(start, end));
      const place = { ownStart: 0, ownEnd: text.length, line: 1, column: 1, isWhole: false };
      const evaluation = await this.#evaluate(this.#binary, path, text.length, { bytes: text, ...place });
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
  facts.findings.push(...evaluation.findings);
  facts.problems.push(...evaluation.problems.map((problem) => ({ ...problem, path })));
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
