import type { Window } from '../model/blob.ts';
import type { Problem } from '../model/problem.ts';
import type { InlineSuppression } from '../model/suppression.ts';
import { commentAt, signsOf } from './comment-signs.ts';
import { LineIndex } from './text.ts';

/** What every suppression begins with. */
export const SUPPRESSION_WORD = 'vaultcheck:';

const MARKER = Buffer.from(SUPPRESSION_WORD);

/** Lines beyond this are read around the marker only. */
const LONGEST_LINE_BYTES = 4096;

/** Words that people write where `suppress` is meant; other words make no suppression. */
const MISSPELT = /^(?:supp?r?ess?(?:ed|es|ion)?|ignore|ignored|disable|disabled|allow|skip|nosec|noqa)$/i;

/** Suppressions beyond this in one window are no comments by hand. */
const MOST_PER_WINDOW = 10_000;

/**
 * The `vaultcheck: suppress RULE[, RULE] -- reason` comments of a window that begin in its own part.
 *
 * The marker must be the first thing in a comment of the file's kind, and the comment's sign must stand outside quotes.
 * This is decided by the line alone: a comment line within a here-document or a block text counts as a comment.
 */
export function findSuppressions(
  bytes: Uint8Array,
  path: string,
  window: Pick<Window, 'ownStart' | 'ownEnd' | 'line' | 'column'>,
): InlineSuppression[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = buffer.indexOf(MARKER, window.ownStart);
  const signs = first < 0 ? [] : signsOf(path);
  if (signs.length === 0) return [];
  const lines = new LineIndex(bytes, window);
  const { ownEnd } = window;
  const found: (InlineSuppression & { isAlone: boolean })[] = [];
  for (let at = first; at >= 0 && at < ownEnd; at = buffer.indexOf(MARKER, at + 1)) {
    const { startLine: line } = lines.region(at, at);
    const span = lines.lineSpan(line);
    const from = Math.max(span.start, at - LONGEST_LINE_BYTES);
    const text = lines.text(from, Math.min(span.end, at + LONGEST_LINE_BYTES));
    const comment = commentAt(text, lines.text(from, at).length, signs);
    const parsed = comment && parseSuppression(comment.text);
    if (!parsed || found.length === MOST_PER_WINDOW) continue;
    found.push({ path, line, aboutLine: line, ...parsed, isAlone: comment.isAlone && from === span.start });
  }
  // From the last one up, so that a stack of comments is about the line below all of them.
  const aboutBelow = new Map<number, number>();
  for (const suppression of found.toReversed()) {
    if (!suppression.isAlone) continue;
    const below = suppression.line + 1;
    suppression.aboutLine = aboutBelow.get(below) ?? below;
    aboutBelow.set(suppression.line, suppression.aboutLine);
  }
  return found.map(({ isAlone: _, ...suppression }) => suppression);
}

/** `vaultcheck: suppress RULE[, RULE] -- reason`; in XML, where a comment may hold no `--`, a long dash does as well. */
function parseSuppression(comment: string): Pick<InlineSuppression, 'names' | 'reason' | 'misspelt'> | undefined {
  const [, word = '', rest = ''] = /^vaultcheck:[ \t]*([A-Za-z-]+)(?:[ \t]+(.*))?$/s.exec(comment.trim()) ?? [];
  if (word !== 'suppress' && !MISSPELT.test(word)) return undefined;
  const [, names = '', reason = ''] = /^(.*?)(?:(?:^|\s)(?:--|[–—])(?:\s+(.*))?)?$/s.exec(rest)!;
  return {
    names: names.split(/[\s,]+/).filter((name) => name !== ''),
    reason: reason.trim(),
    ...(word === 'suppress' ? {} : { misspelt: word }),
  };
}

/** What is wrong with a suppression that does not work; nothing when it does. */
export function suppressionMistake(
  suppression: InlineSuppression,
  isKnown: (name: string) => boolean,
  nearest: (name: string) => string | undefined,
): Problem | undefined {
  const { path, line, names, reason, misspelt } = suppression;
  const note = (code: string, message: string): Problem => ({ kind: 'coverage', code, message, path, line });
  if (misspelt !== undefined)
    return note('suppression-misspelt', `suppression does not work: ${misspelt} should be suppress`);
  if (names.length === 0) return note('suppression-without-rule', 'suppression does not work: it names no rule');
  if (reason === '')
    return note('suppression-without-reason', 'suppression does not work: it gives no reason after --');
  const unknown = names.find((name) => !isKnown(name));
  if (unknown === undefined) return undefined;
  const hint = nearest(unknown);
  const message = `suppression does not work: no rule or family is called ${JSON.stringify(unknown)}`;
  return note('suppression-unknown-rule', hint === undefined ? message : `${message}, the nearest is ${hint}`);
}
