import { createHash } from 'node:crypto';
import type { Excerpt, Finding } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import type { Region } from '../model/region.ts';
import type { CodeRule, Match } from '../model/rule.ts';
import type { Candidate } from './candidate.ts';
import { LineHashes } from './line-hash.ts';
import { HIDDEN, joinSpans, type MaskSpan, mask } from './mask.ts';
import type { LineIndex } from './text.ts';
import { valueTag } from './value-tag.ts';

/** Lines before and after a finding that its excerpt shows. */
const CONTEXT_LINES = 1;

/** Lines of one finding that its excerpt shows at most; a private key is longer. */
const MOST_LINES = 6;

/** Bytes of a longer line that an excerpt keeps around the finding. */
const LINE_KEPT_BYTES = 400;

/** GitHub's line hash needs the whole text; larger files go without. */
const LARGEST_HASHED_BYTES = 4 * 1024 * 1024;

/** What findings hold beside what is always known of them. */
export interface FindingOptions {
  /** Salt of the baseline, in hex, when one is used or written: findings about a value get a tag. */
  salt?: string | undefined;
  /** True where a report wants GitHub's hash of the line. */
  hashesLines?: boolean | undefined;
}

/** Turns matches of one window into findings that hold no secret. */
export class FindingBuilder {
  readonly #origin: Origin;
  readonly #bytes: Uint8Array;
  readonly #lines: LineIndex;
  readonly #spans: MaskSpan[];
  readonly #hashesLines: boolean;
  readonly #salt: string | undefined;
  #joined: MaskSpan[] | undefined;
  #hashes: LineHashes | undefined;

  constructor(
    origin: Origin,
    bytes: Uint8Array,
    lines: LineIndex,
    candidates: readonly Candidate[],
    options: FindingOptions = {},
  ) {
    this.#origin = origin;
    this.#bytes = bytes;
    this.#lines = lines;
    this.#hashesLines = options.hashesLines ?? false;
    this.#salt = options.salt;
    this.#spans = candidates.map((candidate) => ({
      start: candidate.start,
      end: candidate.end,
      masked: maskOf(candidate, this.#latin1(candidate.start, candidate.end)),
    }));
  }

  /** Adds a secret that a code rule found, in UTF-16 offsets of `text`, to what is masked. */
  addSecret(range: { start: number; end: number }, text: string): void {
    const { start, end } = this.#toBytes(range, text);
    this.#spans.push({ start, end, masked: HIDDEN });
    this.#joined = undefined;
  }

  /** The finding of a detector. */
  fromCandidate(candidate: Candidate): Finding {
    const { detector, start, end } = candidate;
    const masked = maskOf(candidate, this.#latin1(start, end));
    const region = this.#lines.region(start, end);
    const isGuessable = detector.generic ?? false;
    return this.#finish(
      detector,
      region,
      { start, end },
      { message: detector.title, masked, ...this.#tag({ start, end }, isGuessable) },
    );
  }

  /** The finding of a code rule; `text` is what its ranges point into, absent for rules over a file's name. */
  fromMatch(rule: CodeRule, match: Match, text = ''): Finding {
    const span = this.#toBytes(match.range, text);
    const region = this.#lines.region(span.start, span.end);
    const severity = match.severity ?? rule.severity;
    const confidence = match.confidence ?? rule.confidence;
    const extra = {
      ...(match.secret ? { masked: HIDDEN, ...this.#tag(this.#toBytes(match.secret, text), true) } : {}),
      ...(match.paste === undefined ? {} : { paste: match.paste }),
    };
    return this.#finish({ ...rule, severity, confidence }, region, span, { message: match.message, ...extra });
  }

  #finish(
    rule: Pick<CodeRule, 'id' | 'title' | 'severity' | 'confidence'>,
    region: Region,
    span: { start: number; end: number },
    words: { message: string; masked?: string; paste?: string; valueTag?: string },
  ): Finding {
    const excerpt = this.#excerpt(region, span);
    const lineHash = this.#lineHash(region.startLine);
    return {
      ruleId: rule.id,
      title: rule.title,
      severity: rule.severity,
      confidence: rule.confidence,
      ...words,
      origin: this.#origin,
      region,
      excerpt,
      fingerprint: fingerprint(rule.id, this.#origin.path, excerpt),
      ...(lineHash === undefined ? {} : { lineHash }),
    };
  }

  #excerpt(region: Region, span: { start: number; end: number }): Excerpt {
    if (this.#bytes.length === 0) return { startLine: 1, lines: [] };
    const from = Math.max(this.#lines.firstLine, region.startLine - CONTEXT_LINES);
    const wanted = Math.min(region.endLine + CONTEXT_LINES, from + MOST_LINES - 1);
    const to = Math.min(this.#lines.lastLine, wanted);
    const lines: string[] = [];
    for (let line = from; line <= to; line++) lines.push(this.#maskedLine(line, span));
    return { startLine: from, lines };
  }

  /** One line with every candidate masked; a long line is cut to the bytes around the finding. */
  #maskedLine(line: number, span: { start: number; end: number }): string {
    const whole = this.#lines.lineSpan(line);
    let { start, end } = whole;
    if (end - start > LINE_KEPT_BYTES) {
      start = Math.max(start, Math.min(span.start - LINE_KEPT_BYTES / 4, end - LINE_KEPT_BYTES));
      end = Math.min(end, start + LINE_KEPT_BYTES);
    }
    this.#joined ??= joinSpans(this.#spans);
    let text = start > whole.start ? '…' : '';
    let at = start;
    for (const masked of this.#joined) {
      if (masked.end <= at) continue;
      if (masked.start >= end) break;
      text += this.#lines.text(at, Math.max(at, masked.start)) + masked.masked;
      at = Math.min(end, masked.end);
    }
    return text + this.#lines.text(at, end) + (end < whole.end ? '…' : '');
  }

  #tag(span: { start: number; end: number }, isGuessable: boolean): { valueTag?: string } {
    if (this.#salt === undefined) return {};
    return { valueTag: valueTag(this.#salt, this.#bytes.subarray(span.start, span.end), { isGuessable }) };
  }

  #lineHash(line: number): string | undefined {
    if (!this.#hashesLines || this.#bytes.length === 0 || this.#bytes.length > LARGEST_HASHED_BYTES) return undefined;
    this.#hashes ??= new LineHashes(this.#lines.text(0, this.#bytes.length));
    return this.#hashes.of(line);
  }

  #toBytes(range: { start: number; end: number }, text: string): { start: number; end: number } {
    const { encoding } = this.#lines;
    const start = Buffer.byteLength(text.slice(0, range.start), encoding);
    return { start, end: start + Buffer.byteLength(text.slice(range.start, range.end), encoding) };
  }

  #latin1(start: number, end: number): string {
    return Buffer.from(this.#bytes.subarray(start, end)).toString('latin1');
  }
}

function maskOf(candidate: Candidate, value: string): string {
  return mask(value, candidate.detector.prefix);
}

/** Made of what may be shown, so that nothing can be guessed from it; white space does not count. */
function fingerprint(ruleId: string, path: string, excerpt: Excerpt): string {
  const lines = excerpt.lines.map((line) => line.replace(/\s+/g, ' ').trim());
  return createHash('sha256')
    .update(JSON.stringify([ruleId, path, lines]))
    .digest('hex')
    .slice(0, 32);
}
