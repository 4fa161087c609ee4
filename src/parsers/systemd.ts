import type { Range } from '../model/region.ts';
import type { ArtifactParser } from './artifact.ts';

/** `Name=value` in a section. */
export interface SystemdDirective {
  section: string;
  name: string;
  /** Continued lines are joined. */
  value: string;
  nameRange: Range;
  /** Of the value as it is written. */
  range: Range;
}

/** A variable of `Environment=`. */
export interface SystemdVariable {
  name: string;
  value: string;
  nameRange: Range;
  valueRange: Range;
}

/** A unit of systemd, or a drop-in that changes one. */
export interface SystemdUnit {
  directives: SystemdDirective[];
  /** Variables that the unit sets itself. */
  variables: SystemdVariable[];
  /** What is started: `vault server` in the last `ExecStart=`. */
  vaultCommand?: 'server' | 'agent' | 'proxy';
  /** Lies in `NAME.service.d`, and says only what it changes. */
  isDropIn: boolean;
}

/** Parses a unit; lines that are none of its grammar are told as errors. */
export function parseSystemd(
  text: string,
  path = '',
): { unit: SystemdUnit; errors: { message: string; line: number }[] } {
  const directives: SystemdDirective[] = [];
  const errors: { message: string; line: number }[] = [];
  let section = '';
  for (const { content, start, line } of logicalLines(text)) {
    const header = /^\s*\[([^\]\n]*)\]\s*$/.exec(content);
    if (header) {
      section = header[1]!;
      continue;
    }
    const match = /^(\s*)([^\s=]+)\s*=[^\S\n]*/.exec(content);
    if (!match) {
      errors.push({ message: 'neither a section nor a directive', line });
      continue;
    }
    const nameStart = start + match[1]!.length;
    const valueStart = start + match[0].length;
    const written = content.slice(match[0].length).trimEnd();
    directives.push({
      section,
      name: match[2]!,
      value: joinLines(written),
      nameRange: { start: nameStart, end: nameStart + match[2]!.length },
      range: { start: valueStart, end: valueStart + written.length },
    });
  }
  const variables = directives
    .filter(({ name }) => name === 'Environment')
    .flatMap(({ range }) => readVariables(text, range));
  const command = commandOf(directives);
  return {
    unit: { directives, variables, isDropIn: /\.d\/[^/]+$/.test(path), ...(command ? { vaultCommand: command } : {}) },
    errors,
  };
}

/** All directives of a name in `[Service]`; an empty one takes back those before it. */
export function directivesOf(unit: SystemdUnit, name: string): SystemdDirective[] {
  const found = unit.directives.filter((directive) => directive.section === 'Service' && directive.name === name);
  return found.slice(found.findLastIndex(({ value }) => value === '') + 1);
}

/** The last directive of a name in `[Service]`. */
export function directiveOf(unit: SystemdUnit, name: string): SystemdDirective | undefined {
  return directivesOf(unit, name).at(-1);
}

/** Lines with their continuations (`\` at the end); comments and empty lines are left out. */
function* logicalLines(text: string): Iterable<{ content: string; start: number; line: number }> {
  const pattern = /[^\n]*\n|[^\n]+$/g;
  let content = '';
  let start = 0;
  let first = 1;
  let line = 0;
  for (const { 0: raw, index } of text.matchAll(pattern)) {
    line++;
    const isContinuation = content !== '';
    const isIgnored = /^\s*(?:[#;]|$)/.test(raw);
    if (isIgnored && !isContinuation) continue;
    if (!isContinuation) {
      start = index;
      first = line;
    }
    content += raw;
    // A comment between continued lines is skipped by systemd, and the line goes on after it.
    if (/\\\s*$/.test(raw) || (isIgnored && /^\s*[#;]/.test(raw))) continue;
    yield { content: content.replace(/\r?\n$/, ''), start, line: first };
    content = '';
  }
  if (content !== '') yield { content, start, line: first };
}

function joinLines(written: string): string {
  if (!written.includes('\n')) return written.replace(/\\$/, '').trimEnd();
  const lines = written.split('\n').filter((line, i) => i === 0 || !/^\s*[#;]/.test(line));
  return lines
    .map((line) => line.replace(/\\\s*$/, '').trim())
    .join(' ')
    .trim();
}

/** `A=1 "B=2 3" 'C=4'`: a word is quoted as a whole or not at all. */
function readVariables(text: string, { start, end }: Range): SystemdVariable[] {
  const written = text.slice(start, end);
  const words = /"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\s"']\S*)/gs;
  const variables: SystemdVariable[] = [];
  for (const match of written.matchAll(words)) {
    const word = match[1] ?? match[2] ?? match[3]!;
    const equals = word.indexOf('=');
    if (equals <= 0) continue;
    const wordStart = start + match.index + (match[3] === undefined ? 1 : 0);
    const valueStart = wordStart + equals + 1;
    variables.push({
      name: word.slice(0, equals),
      value: word.slice(equals + 1),
      nameRange: { start: wordStart, end: wordStart + equals },
      valueRange: { start: valueStart, end: wordStart + word.length },
    });
  }
  return variables;
}

function commandOf(directives: readonly SystemdDirective[]): SystemdUnit['vaultCommand'] {
  const start = directives.findLast(({ name, value }) => name === 'ExecStart' && value !== '');
  const match = /(?:^|[\s/"'])(?:vault|bao|openbao)["']?\s+(server|agent|proxy)(?:\s|$)/.exec(start?.value ?? '');
  return match?.[1] as SystemdUnit['vaultCommand'];
}

/** Parses units and their drop-ins. */
export const systemdParser: ArtifactParser = {
  kinds: ['systemd'],
  wants: ({ path }) => /\.service(?:\.(?:j2|erb|tmpl|tpl))?$|\.service\.d\/[^/]+\.conf$/.test(path),
  anchor: /^\s*\[(?:Unit|Service|Install)\]/m,
  parse: ({ path, text }) => {
    const { unit, errors } = parseSystemd(text, path);
    return { artifacts: [{ kind: 'systemd', data: unit }], errors: /\.service$|\.conf$/.test(path) ? errors : [] };
  },
};
