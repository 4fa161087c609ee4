import type { Answer } from '../analysis/permissions.ts';
import { escapeText, safeJson } from './escape.ts';

/** A path and what may be done on it. */
export interface PathAnswer extends Answer {
  path: string;
}

/** `{"answers": [{path, capabilities, rules}]}`; `notes` is there only when there is something to say. */
export function answersToJson(answers: readonly PathAnswer[], notes: readonly string[]): string {
  const list = answers.map(({ path, capabilities, rule }) => ({
    path,
    capabilities,
    rules: (rule?.sources ?? []).map(({ file, rule: { path: pattern, line } }) => ({ pattern, file, line })),
  }));
  return safeJson({ answers: list, ...(notes.length > 0 ? { notes } : {}) });
}

/** One line for each path: the path, what may be done on it, and the rule that says so. */
export function answersToText(answers: readonly PathAnswer[], notes: readonly string[]): string {
  const rows = answers.map(({ path, capabilities, rule }) => [
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
  const lines = rows.map((row) => row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell)).join('  '));
  return [...lines, ...notes.map((note) => `note: ${escapeText(note)}`), ''].join('\n');
}

/** Where the rules stand that decide. */
export function ruleText(rule: Answer['rule']): string {
  if (!rule) return 'no rule matches';
  const places = rule.sources.map(({ file, rule: { line } }) => `${file}:${line}`);
  const shown = places.slice(0, 3).join(', ');
  return `${rule.sources[0]!.rule.path} (${shown}${places.length > 3 ? ` and ${places.length - 3} more` : ''})`;
}
