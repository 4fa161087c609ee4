import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';

/** Findings of one rule with one content in one file that were there when the baseline was written. */
export interface BaselineEntry {
  rule: string;
  /** Path relative to the target. */
  path: string;
  /** Hash of the masked lines of the finding itself. */
  line: string;
  /** Hash of these lines and their neighbours, masked. */
  around: string;
  /** See `valueTag`; absent where the finding is about no value. */
  value?: string;
  count: number;
}

/** What was known before. */
export interface Baseline {
  /** Hex; one for the life of a baseline, so that its history tells no more of a value than one version does. */
  salt: string;
  entries: BaselineEntry[];
}

/** What the run knows of files and rules, beside its findings. */
export interface BaselineContext {
  /** True for a path that is still there, looked at or not. */
  isThere: (path: string) => boolean;
  /** True for rules that ran. */
  ran: (ruleId: string) => boolean;
}

/** Findings parted by a baseline. */
export interface Baselined {
  live: Finding[];
  baselined: Finding[];
  /** Entries with the number of findings that matched nothing, of rules that ran. */
  gone: number;
}

type Content = Pick<BaselineEntry, 'line' | 'around' | 'value'>;

interface Item extends Content {
  finding: Finding;
  isTaken: boolean;
}

interface Left {
  entry: BaselineEntry;
  count: number;
}

/**
 * Takes out what the baseline knows. Each known finding takes one: first in its place, then in its file where a neighbour
 * changed, last in another file when its own is gone (a rename). A copy beside the original is therefore new.
 */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline, context: BaselineContext): Baselined {
  const items = findings.map((finding): Item => ({ finding, ...contentOf(finding), isTaken: false }));
  const lefts = baseline.entries.map((entry): Left => ({ entry, count: entry.count }));
  const take = (keyOfItem: (item: Item) => string | undefined, keyOfEntry: (entry: BaselineEntry) => string) => {
    const waiting = Map.groupBy(
      items.filter((item) => !item.isTaken),
      (item) => keyOfItem(item),
    );
    const next = new Map<string, number>();
    for (const left of lefts) {
      const id = keyOfEntry(left.entry);
      const queue = waiting.get(id) ?? [];
      let at = next.get(id) ?? 0;
      for (; left.count > 0 && at < queue.length; at++) {
        queue[at]!.isTaken = true;
        left.count--;
      }
      next.set(id, at);
    }
  };
  take(
    ({ finding, around, value }) => key(finding.ruleId, finding.origin.path, around, value),
    ({ rule, path, around, value }) => key(rule, path, around, value),
  );
  take(
    ({ finding, line, value }) => key(finding.ruleId, finding.origin.path, line, value),
    ({ rule, path, line, value }) => key(rule, path, line, value),
  );
  take(
    // What has no lines has nothing by which it could be known elsewhere.
    ({ finding, around, value }) =>
      finding.excerpt.lines.length === 0 ? undefined : key(finding.ruleId, '', around, value),
    ({ rule, path, around, value }) => (context.isThere(path) ? '' : key(rule, '', around, value)),
  );
  return {
    live: items.filter((item) => !item.isTaken).map(({ finding }) => finding),
    baselined: items.filter((item) => item.isTaken).map(({ finding }) => finding),
    gone: lefts.reduce((sum, { entry, count }) => sum + (context.ran(entry.rule) ? count : 0), 0),
  };
}

/** A baseline of some findings, in an order that depends on nothing else. */
export function toBaseline(findings: readonly Finding[], salt: string): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const content = contentOf(finding);
    const entry: BaselineEntry = { rule: finding.ruleId, path: finding.origin.path, ...content, count: 1 };
    const id = JSON.stringify(orderOf(entry));
    const same = entries.get(id);
    if (same) same.count++;
    else entries.set(id, entry);
  }
  return { salt, entries: sortEntries([...entries.values()]) };
}

/** Sorts by path, rule and content. */
export function sortEntries(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const keyed = entries.map((entry) => ({ entry, order: orderOf(entry).join('\0') }));
  return keyed.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ entry }) => entry);
}

function orderOf({ path, rule, around, line, value = '' }: BaselineEntry): string[] {
  return [path, rule, around, line, value];
}

/** Made of masked lines only, so that nothing can be guessed from it; white space and line numbers do not count. */
function contentOf(finding: Finding): Content {
  const { lines, startLine } = finding.excerpt;
  const plain = lines.map((line) => line.replace(/\s+/g, ' ').trim());
  const own = plain.slice(
    Math.max(0, finding.region.startLine - startLine),
    Math.max(1, finding.region.endLine - startLine + 1),
  );
  return {
    line: digest(own),
    around: digest(plain),
    ...(finding.valueTag === undefined ? {} : { value: finding.valueTag }),
  };
}

function digest(lines: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex').slice(0, 16);
}

function key(rule: string, path: string, content: string, value = ''): string {
  return [rule, path, content, value].join('\0');
}
