import { stripVTControlCharacters } from 'node:util';
import { Chalk, type ChalkInstance } from 'chalk';
import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { SEVERITIES, type Severity } from '../model/severity.ts';
import { escapeText } from './escape.ts';
import type { Reporter, ReporterOptions } from './options.ts';
import { timingLines } from './timings.ts';
import { triageCounts, triageHints, triageOf } from './triage.ts';

const COLORS: Record<Severity, (chalk: ChalkInstance) => ChalkInstance> = {
  critical: (chalk) => chalk.bold.magenta,
  high: (chalk) => chalk.bold.red,
  medium: (chalk) => chalk.bold.yellow,
  low: (chalk) => chalk.bold.cyan,
  info: (chalk) => chalk.bold.gray,
};

/** For people: grouped by file, a frame with the value masked, why and how to fix, and a summary line. */
export const text: Reporter = (report, options) => {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const lines: string[] = [];
  let path: string | undefined;
  let explained = new Set<string>();
  for (const finding of report.findings) {
    if (finding.origin.path !== path) {
      path = finding.origin.path;
      explained = new Set();
      lines.push(chalk.underline(escapeText(path)) + imagesOf(finding, report), '');
    }
    lines.push(headline(finding, chalk), ...wrap('', escapeText(finding.message), options.width));
    if (options.quiet) continue;
    lines.push(...frame(finding, chalk, options.width));
    const rule = rules.get(finding.ruleId);
    if (rule && !explained.has(rule.id)) {
      lines.push(...wrap('why: ', rule.why, options.width), ...wrap('fix: ', rule.fix, options.width));
      explained.add(rule.id);
    }
    if (finding.paste) lines.push(...pasteLines(finding.paste));
    if (options.verbose) lines.push(`  fingerprint: ${finding.fingerprint}, confidence: ${finding.confidence}`);
    lines.push('');
  }
  lines.push(...problemLines(report, options, chalk), ...triageLines(report, options, chalk));
  if (report.timings) lines.push(...timingLines(report.timings));
  lines.push(...summary(report, chalk, options.width));
  return `${[...lines, ...triageHints(report).map(escapeText)].join('\n')}\n`;
};

/** One finding with its frame and the line to write instead, without why and fix. */
export function findingLines(finding: Finding, options: Pick<ReporterOptions, 'color' | 'width'>): string[] {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  return [
    headline(finding, chalk),
    ...wrap('', escapeText(finding.message), options.width),
    ...frame(finding, chalk, options.width),
    ...(finding.paste ? [...pasteLines(finding.paste), ''] : []),
  ];
}

/** The images that a layer is in, where several were looked at. */
function imagesOf({ origin }: Finding, { target }: Report): string {
  if (origin.kind !== 'layer' || target.path === origin.images[0]) return '';
  return `  in ${escapeText(origin.images.join(', '))}`;
}

function headline(finding: Finding, chalk: ChalkInstance): string {
  const { startLine, startColumn } = finding.region;
  const severity = COLORS[finding.severity](chalk)(finding.severity);
  const masked = finding.masked ? `  ${escapeText(finding.masked)}` : '';
  const place = finding.origin.kind === 'vault' ? '' : `  ${chalk.dim(`${startLine}:${startColumn}`)}`;
  return `${severity}  ${finding.ruleId}${place}${masked}`;
}

function frame(finding: Finding, chalk: ChalkInstance, width: number): string[] {
  const { startLine, lines } = finding.excerpt;
  if (lines.length === 0) return [];
  const gutter = String(startLine + lines.length - 1).length;
  const room = Math.max(20, width - gutter - 6);
  return [
    '',
    ...lines.map((line, i) => {
      const number = startLine + i;
      const isMarked = number >= finding.region.startLine && number <= finding.region.endLine;
      const mark = isMarked ? chalk.red('>') : ' ';
      const shown = clip(escapeText(line.replaceAll('\t', '  ')), room);
      return `${mark} ${chalk.dim(`${String(number).padStart(gutter)} |`)} ${shown}`.trimEnd();
    }),
    '',
  ];
}

/** Cuts a long line, keeping the masked value in sight. */
function clip(line: string, room: number): string {
  if (line.length <= room) return line;
  const at = Math.max(0, line.indexOf('****'));
  const start = at + 12 < room ? 0 : at - Math.floor(room / 2);
  const end = start + room - (start > 0 ? 2 : 1);
  // A character of two units that is cut in two becomes a replacement character.
  return `${start > 0 ? '…' : ''}${line.slice(start, end).toWellFormed()}${end < line.length ? '…' : ''}`;
}

/** Breaks words into lines, indented below the label; what a line begins with after that is escaped once more. */
function wrap(label: string, words: string, width: number): string[] {
  const indent = ' '.repeat(label.length + 2);
  const lines = [`  ${label}`];
  for (const word of words.split(' ')) {
    const last = lines.at(-1)!;
    if (last.length + word.length + 1 > width && last.trim() !== label.trim()) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = last.endsWith(' ') ? last + word : `${last} ${word}`;
  }
  return lines.map((line) => escapeText(line.trimEnd()));
}

/** The line to write instead, unbroken, so that it can be copied. */
function pasteLines(paste: string): string[] {
  return ['  write:', ...paste.split('\n').map((line) => `    ${escapeText(line)}`)];
}

function problemLines(report: Report, options: ReporterOptions, chalk: ChalkInstance): string[] {
  const isShown = ({ kind, code }: Problem) => kind === 'unread' || isTold(code) || options.verbose;
  const shown = report.problems.filter(isShown);
  if (shown.length === 0) return [];
  const rows = shown.flatMap(({ path, line, message }) => {
    const place = `${escapeText(path ?? '')}${line === undefined ? '' : `:${line}`}`;
    return wrap('', `${place}: ${escapeText(message)}`, options.width);
  });
  const heading = shown.every(({ code }) => isSuppression(code)) ? 'to be mended' : 'not looked at';
  return [chalk.bold(heading), ...rows, ''];
}

/** Codes of the notes that people should see at once. */
function isTold(code: string): boolean {
  return isSuppression(code) || code === 'not-testable' || code === 'self-proof' || code === 'sampled';
}

/** Codes of the notes on suppressions that do not work, which people should see at once. */
function isSuppression(code: string): boolean {
  return code.startsWith('suppression-');
}

/** What does not count, one line each, where all is asked for. */
function triageLines(report: Report, options: ReporterOptions, chalk: ChalkInstance): string[] {
  if (!options.verbose) return [];
  const { suppressed, baselined, unusedSuppressions } = triageOf(report);
  const place = ({ origin, region }: Finding) => `${escapeText(origin.path)}:${region.startLine}`;
  const list = (heading: string, rows: readonly string[]) =>
    rows.length === 0 ? [] : [chalk.bold(heading), ...rows.map((row) => `  ${row}`), ''];
  return [
    ...list(
      'suppressed',
      suppressed.map(({ finding, reason }) => `${place(finding)}: ${finding.ruleId} -- ${escapeText(reason)}`),
    ),
    ...list(
      'baselined',
      baselined.map((finding) => `${place(finding)}: ${finding.ruleId}`),
    ),
    ...list(
      'suppressions that suppress nothing',
      unusedSuppressions.map(({ by, path, line, names }) => {
        const where = by === 'config' ? `.vaultcheck.yml: ${path}` : `${path}:${line}`;
        return escapeText(`${where}: ${names.join(', ')}`);
      }),
    ),
  ];
}

function summary(report: Report, chalk: ChalkInstance, width: number): string[] {
  const counts = [...SEVERITIES].reverse().flatMap((severity) => {
    const count = report.findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [COLORS[severity](chalk)(`${count} ${severity}`)] : [];
  });
  const { files, bytes, binary, excluded } = report.coverage;
  const unread = report.problems.filter((problem) => problem.kind === 'unread').length;
  const notes = report.problems.length - unread;
  const { nodes, answers } = report.coverage;
  const parts =
    nodes === undefined
      ? [`${files} ${files === 1 ? 'file' : 'files'}`, sizeText(bytes)]
      : [`${answers} answers of ${nodes} ${nodes === 1 ? 'node' : 'nodes'}`];
  if (binary > 0) parts.push(`${binary} binary`);
  if (excluded > 0) parts.push(`${excluded} left out`);
  const others = triageCounts(report);
  if (others) parts.push(others);
  const unused = triageOf(report).unusedSuppressions.length;
  if (unused > 0) parts.push(`${unused} unused ${unused === 1 ? 'suppression' : 'suppressions'}`);
  if (unread > 0) parts.push(`${unread} not looked at`);
  const untestable = new Set(report.notTestable?.map(({ ruleId }) => ruleId)).size;
  if (untestable > 0) parts.push(`${untestable} of ${report.rules.length} rules not testable`);
  if (notes > 0) parts.push(`${notes} coverage ${notes === 1 ? 'note' : 'notes'}`);
  const total = report.findings.length;
  const found = total === 0 ? 'no findings' : `${total} ${total === 1 ? 'finding' : 'findings'} (${counts.join(', ')})`;
  const whole = `${found} in ${parts.join(', ')}`;
  return stripVTControlCharacters(whole).length <= width ? [whole] : [found, `in ${parts.join(', ')}`];
}

/** In kilobytes below a megabyte, so that a small project is not of size 0. */
function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
