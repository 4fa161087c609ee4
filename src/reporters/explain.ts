import { Chalk } from 'chalk';
import type { Finding } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import { escapeMarkdown, escapeText, safeJson } from './escape.ts';
import { findingFields } from './json.ts';
import { type RuleListOptions, ruleFields, rulePage } from './rules.ts';
import { findingLines } from './text.ts';

/** Texts in which a rule finds something, and in which it does not. */
export interface RuleExamples {
  bad: string[];
  good: string[];
}

/** A rule with all there is to say of it. */
export interface ExplainedRule {
  rule: Rule;
  examples: RuleExamples;
  /** Its page of the documentation, where it has one. */
  page?: string;
}

/** A finding on the line that was asked for. */
export interface ExplainedFinding {
  finding: Finding;
  /** What triage made of it. */
  state: 'live' | 'suppressed' | 'baselined';
  /** Why it is suppressed. */
  reason?: string;
}

/** What `vaultcheck explain` has to say: rules, and for a place the findings that are there. */
export interface Explanation {
  /** Absent where a rule was asked for. */
  place?: { path: string; line: number; otherLines: number[]; note?: string };
  findings: ExplainedFinding[];
  rules: ExplainedRule[];
}

/** For a terminal. */
export function explainText(explanation: Explanation, options: RuleListOptions): string {
  const { place, findings, rules } = explanation;
  const parts: string[] = [];
  if (place && findings.length === 0) parts.push(`${nothing(place).join('\n')}\n`);
  else if (place) {
    const chalk = new Chalk({ level: options.color ? 1 : 0 });
    parts.push(`${chalk.underline(escapeText(place.path))}\n`);
    for (const { finding, state, reason } of findings) {
      const why = state === 'live' ? [] : [`  ${state}${reason === undefined ? '' : `: ${escapeText(reason)}`}`, ''];
      parts.push(`${[...findingLines(finding, options), ...why].join('\n')}`);
    }
  }
  parts.push(...rules.map((rule) => ruleText(rule, options)));
  return `${parts.join('\n').trimEnd()}\n`;
}

function nothing({ path, line, otherLines, note }: NonNullable<Explanation['place']>): string[] {
  const lines = [`no finding on line ${line} of ${escapeText(path)}`];
  if (otherLines.length > 0) lines.push(`findings of this file are on ${count(otherLines)}`);
  if (note !== undefined) lines.push(escapeText(note));
  return lines;
}

function count(lines: readonly number[]): string {
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
}

function ruleText({ rule, examples }: ExplainedRule, options: RuleListOptions): string {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const block = (heading: string, texts: readonly string[]) =>
    texts.length === 0
      ? []
      : [
          chalk.bold(heading),
          ...texts.flatMap((text) => [...text.split('\n').map((line) => `  | ${escapeText(line)}`), '']),
        ];
  return [
    rulePage(rule, options).trimEnd(),
    '',
    ...block('Found', examples.bad),
    ...block('Not found', examples.good),
    chalk.bold('Suppress'),
    `  in a comment: ${suppressionComment(rule.id)}`,
    '  in .vaultcheck.yml:',
    ...suppressionConfig(rule.id).map((line) => `    ${line}`),
    '',
  ].join('\n');
}

function suppressionComment(id: string): string {
  return `# vaultcheck: suppress ${id} -- why it is right here`;
}

function suppressionConfig(id: string): string[] {
  return ['suppress:', `  - rules: [${id}]`, '    paths: [examples/]', '    reason: why it is right there'];
}

/** For programs. */
export function explainJson({ place, findings, rules }: Explanation): string {
  return safeJson({
    place: place
      ? { path: place.path, line: place.line, otherLines: place.otherLines, note: place.note ?? null }
      : null,
    findings: findings.map(({ finding, state, reason }) => ({
      ...findingFields(finding),
      state,
      reason: reason ?? null,
    })),
    rules: rules.map(({ rule, examples }) => ({
      ...ruleFields(rule),
      examples: { bad: examples.bad, good: examples.good },
      suppress: { comment: suppressionComment(rule.id), config: `${suppressionConfig(rule.id).join('\n')}\n` },
    })),
  });
}

/** For documents: the pages of the rules, and what was found before them. */
export function explainMarkdown({ place, findings, rules }: Explanation): string {
  const parts: string[] = [];
  if (place && findings.length === 0) parts.push(...nothing(place).map(escapeMarkdown));
  else if (place) {
    parts.push(`# ${escapeMarkdown(place.path)}:${place.line}`);
    parts.push(
      findings
        .map(({ finding, state, reason }) => {
          const why = state === 'live' ? '' : ` (${[state, ...(reason === undefined ? [] : [reason])].join(': ')})`;
          return `- ${finding.severity} ${finding.ruleId}: ${escapeMarkdown(`${finding.message}${why}`)}`;
        })
        .join('\n'),
    );
  }
  for (const { rule, page } of rules) parts.push(page?.trimEnd() ?? shortPage(rule));
  for (const { rule } of rules) parts.push(`Suppress ${rule.id}:\n\n\`\`\`\n${suppressionComment(rule.id)}\n\`\`\``);
  return `${parts.join('\n\n')}\n`;
}

/** Of a rule of the user's own, which has no page. */
function shortPage({ id, title, severity, confidence, why, fix }: Rule): string {
  const facts = `${escapeMarkdown(title)} (severity **${severity}**, confidence **${confidence}**)`;
  return [`# ${id}`, facts, '## Why', escapeMarkdown(why), '## Fix', escapeMarkdown(fix)].join('\n\n');
}
