import { Chalk } from 'chalk';
import type { Rule } from '../model/rule.ts';
import { safeJson } from './escape.ts';

/** Look of the lists of rules. */
export interface RuleListOptions {
  color: boolean;
  width: number;
}

/** Rules as JSON, an array also for one. */
export function ruleJson(rules: readonly Rule[]): string {
  return safeJson(rules.map(ruleFields));
}

/** The fields of a rule that reports show. */
export function ruleFields(rule: Rule) {
  const { id, title, severity, confidence, family, catalogue = [], cwe = [], aliases = [] } = rule;
  const { frameworks, why, fix, references } = rule;
  return { id, title, severity, confidence, family, catalogue, cwe, aliases, frameworks, why, fix, references };
}

/** One line a rule, grouped by family, and the number of rules. */
export function ruleTable(rules: readonly Rule[], options: RuleListOptions): string {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const width = Math.max(0, ...rules.map((rule) => rule.id.length));
  const lines: string[] = [];
  let family = '';
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (rule.family !== family) lines.push(...(family ? [''] : []), chalk.bold(rule.family));
    family = rule.family;
    lines.push(`  ${rule.id.padEnd(width)}  ${rule.severity.padEnd(8)}  ${rule.title}`);
  }
  return `${[...lines, '', `${rules.length} rules`].join('\n')}\n`;
}

/** All that a rule says of itself, for a terminal. */
export function rulePage(rule: Rule, options: RuleListOptions): string {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const facts = [`severity ${rule.severity}`, `confidence ${rule.confidence}`];
  if (rule.catalogue?.length) facts.push(rule.catalogue.join(', '));
  if (rule.cwe?.length) facts.push(rule.cwe.map((number) => `CWE-${number}`).join(', '));
  const controls = rule.frameworks.map(({ framework, control }) => `${framework} ${control}`);
  const parts = [
    chalk.bold(rule.id),
    rule.title,
    facts.join('  '),
    '',
    ...paragraph('Why', rule.why, options.width),
    ...paragraph('Fix', rule.fix, options.width),
    ...(controls.length > 0 ? paragraph('Supports evidence for', controls.join(', '), options.width) : []),
    ...rule.references.map((url) => `  ${url}`),
  ];
  return `${parts.join('\n')}\n`;
}

/** A heading, and text in indented lines below it. */
export function paragraph(heading: string, text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last.length > 0 && last.length + word.length + 3 > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return [heading, ...lines.map((line) => `  ${line}`), ''];
}
