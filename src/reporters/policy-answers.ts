import type { Answer } from '../analysis/permissions.ts';
import { escapeText, safeJson } from './escape.ts';

/** A path and what may be done on it. */
export interface PathAnswer extends Answer {
  path: string;
}

/**
 * `{"answers": [{path, capabilities, rules}]}`, piece by piece, since it may be long; `notes` is there only when there is
 * something to say.
 */
export function* answersToJson(answers: Iterable<PathAnswer>, notes: readonly string[]): Generator<string> {
  let separator = '{\n  "answers": [\n';
  for (const { path, capabilities, rule } of answers) {
    const rules = (rule?.sources ?? []).map(({ file, rule: { path: pattern, line } }) => ({ pattern, file, line }));
    yield separator + indented(safeJson({ path, capabilities, rules }), '    ');
    separator = ',\n';
  }
  yield '\n  ]';
  if (notes.length > 0) yield `,\n  "notes": ${indented(safeJson(notes), '  ').trimStart()}`;
  yield '\n}\n';
}

function indented(text: string, indent: string): string {
  return text.trimEnd().replace(/^/gm, indent);
}

/** One line for each path: the path, what may be done on it, and the rule that says so. */
export function* answersToText(answers: Iterable<PathAnswer>, notes: readonly string[]): Generator<string> {
  const rows = Array.from(answers, ({ path, capabilities, rule }) => [
    escapeText(path),
    capabilities.join(', '),
    escapeText(ruleText(rule)),
  ]);
  const widths = [0, 1].map((column) =>
    Math.min(
      60,
      rows.reduce((most, row) => Math.max(most, row[column]!.length), 0),
    ),
  );
  for (const row of rows) yield `${row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell)).join('  ')}\n`;
  for (const note of notes) yield `note: ${escapeText(note)}\n`;
}

/** Where the rules stand that decide. */
export function ruleText(rule: Answer['rule']): string {
  if (!rule) return 'no rule matches';
  const places = rule.sources.map(({ file, rule: { line } }) => `${file}:${line}`);
  const shown = places.slice(0, 3).join(', ');
  return `${rule.sources[0]!.rule.path} (${shown}${places.length > 3 ? ` and ${places.length - 3} more` : ''})`;
}
