import type { ShellPlace } from '../model/shell.ts';
import type { ArtifactParser } from './artifact.ts';
import { type ComposeService, composeParser, parseCompose } from './compose.ts';
import { type DockerInstruction, dockerfileParser, parseDockerfile } from './dockerfile.ts';
import { parseShell, type ShellResult } from './shell.ts';
import { isShellFile, SHELL_ANCHOR, toResult } from './shell-files.ts';
import { prepareShellGrammar } from './syntax-tree.ts';
import type { YamlScalar } from './yaml.ts';

/** Instructions that hold a shell's text, and what it is for. */
const INSTRUCTIONS: Record<string, ShellPlace> = {
  RUN: 'build',
  CMD: 'start',
  ENTRYPOINT: 'start',
  HEALTHCHECK: 'healthcheck',
};

/** Shell texts inside Dockerfiles: RUN, CMD, ENTRYPOINT, HEALTHCHECK, and scripts that heredocs make. */
export const dockerfileShellParser: ArtifactParser = {
  kinds: ['shell', 'vault-policy'],
  wants: dockerfileParser.wants,
  anchor: SHELL_ANCHOR,
  prepare: prepareShellGrammar,
  parse: ({ text }) => {
    // Where the escape character is a backtick, the shell is one of Windows.
    if (/^#\s*escape\s*=\s*`/im.test(text.slice(0, 500))) return { artifacts: [], errors: [] };
    const { instructions } = parseDockerfile(text);
    return toResult(
      instructions.flatMap((instruction) => readInstruction(instruction, text)),
      text,
    );
  },
};

/** Shell texts inside compose files: commands, entrypoints and health checks of services. */
export const composeShellParser: ArtifactParser = {
  kinds: ['shell', 'vault-policy'],
  wants: composeParser.wants,
  literals: ['services'],
  anchor: new RegExp(`^(?=(?:[^]*\\n)?["']?services["']?\\s*:)[^]*?(?:${SHELL_ANCHOR.source})`, 'i'),
  prepare: prepareShellGrammar,
  parse: ({ text }) => {
    const { compose } = parseCompose(text);
    return toResult(
      (compose?.services ?? []).flatMap((service) => readContainer(service, text)),
      text,
    );
  },
};

function readInstruction(instruction: DockerInstruction, text: string): ShellResult[] {
  const { keyword, args, heredocs, range } = instruction;
  if (!SHELL_ANCHOR.test(text.slice(range.start, range.end))) return [];
  const scripts = heredocs
    .filter(({ text: body }) => isScript(instruction, body))
    .map((heredoc) => parseShell(heredoc.text, { place: placeOf(keyword), base: heredoc.range.start }));
  const place = INSTRUCTIONS[keyword];
  if (place === undefined || heredocs.length > 0) return scripts;
  const first = args.findIndex(({ value }) => keyword !== 'HEALTHCHECK' || !/^CMD$/i.test(value));
  const words = args.slice(Math.max(0, first));
  if (words.length === 0 || /^NONE$/i.test(words[0]!.value)) return [];
  if (isJson(text, words[0]!.range.start)) return wordsToShell(words, text, place);
  const start = words[0]!.range.start;
  return [parseShell(withoutComments(text.slice(start, range.end)), { place, base: start })];
}

/** Heredocs that a shell runs, or that become a script in the image. */
function isScript({ keyword, args }: DockerInstruction, body: string): boolean {
  const head = body.slice(0, 256);
  if (keyword === 'RUN') {
    // `RUN <<EOF bash -e` gives the text to that shell.
    if (args.length > 0) return /^(?:\/\S*\/)?(?:ba|da|a|k)?sh$/.test(args[0]!.value) && !args.some(isInner);
    return !head.startsWith('#!') || isShellFile({ name: '', head });
  }
  const name = args.at(-1)?.value.replace(/^.*\//, '') ?? '';
  return isShellFile({ name, head });
}

/** `sh -c WORDS` and `sh FILE` read the heredoc as their input only. */
function isInner({ value }: DockerInstruction['args'][number], i: number): boolean {
  return i > 0 && (!value.startsWith('-') || /^-[a-z]*c$/.test(value));
}

function placeOf(keyword: string): ShellPlace {
  return INSTRUCTIONS[keyword] ?? 'file';
}

/** The JSON form stands in brackets and quotes. */
function isJson(text: string, start: number): boolean {
  return text[start - 1] === '"' && /\[\s*$/.test(text.slice(Math.max(0, start - 80), start - 1));
}

/** Comments between continued lines belong to the Dockerfile and not to the shell; blanks keep every offset. */
function withoutComments(text: string): string {
  const lines = text.split('\n');
  let isContinued = false;
  return lines
    .map((line, i) => {
      const isComment = isContinued && /^\s*#/.test(line);
      isContinued = isComment || /\\\s*$/.test(line);
      if (isComment) return `${' '.repeat(Math.max(0, line.length - 1))}\\`.slice(0, Math.max(line.length, 0));
      return i < lines.length - 1 && /\\[ \t\r]+$/.test(line) ? line.replace(/\\([ \t\r]+)$/, '$1\\') : line;
    })
    .join('\n');
}

/** Words of the JSON form: what stands behind `sh -c` is a shell's text, all others are one command. */
function wordsToShell(words: readonly Written[], text: string, place: ShellPlace): ShellResult[] {
  const flag = words.findIndex(({ value }, i) => i > 0 && /^-[a-z]*c$/.test(value));
  const inner = words[flag + 1];
  if (flag > 0 && inner && /(?:^|\/)(?:ba|da|a|k)?sh$/.test(words[0]!.value)) return [written(inner, text, place)];
  const start = words[0]!.range.start;
  let line = '';
  const offsets: number[] = [];
  const add = (piece: string, from: (i: number) => number) => {
    for (let i = 0; i < piece.length; i++) offsets.push(from(i));
    line += piece;
  };
  for (const word of words) {
    const places = alignOffsets(word, text);
    if (line !== '') add(' ', () => word.range.start);
    if (/^[\w@%+=:,./-]+$/.test(word.value)) add(word.value, (i) => places[i]!);
    else if (!word.value.includes("'")) {
      add("'", () => word.range.start);
      add(word.value, (i) => places[i]!);
      add("'", () => word.range.end);
    } else add('?', () => word.range.start);
  }
  return [parseShell(line, { place, base: [...offsets, words.at(-1)!.range.end ?? start] })];
}

/** A text and where it is written. */
interface Written {
  value: string;
  range: { start: number; end: number };
}

function written(source: Written, text: string, place: ShellPlace): ShellResult {
  return parseShell(source.value, { place, base: alignOffsets(source, text) });
}

/**
 * The offset of every character of a value in the file: escapes, folded lines and indents of YAML and JSON stand only
 * in what is written. Where the two can't be brought together, every character stands at the beginning.
 */
export function alignOffsets({ value, range }: Written, text: string): number[] {
  const offsets: number[] = [];
  let at = range.start;
  for (const character of value.split('')) {
    const found = /\s/.test(character) ? findBlank(text, at, range.end) : text.indexOf(character, at);
    if (found === -1 || found >= range.end || found > at + 200) return Array(value.length + 1).fill(range.start);
    offsets.push(found);
    at = found + 1;
  }
  return [...offsets, Math.min(range.end, at)];
}

/** A blank of the value is a blank, a line end, or an escape such as `\n`. */
function findBlank(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (/[\s\\]/.test(text[at]!)) return at;
  return -1;
}

function readContainer(service: ComposeService, text: string): ShellResult[] {
  const { command, entrypoint, healthcheck } = service;
  const [kind, ...test] = healthcheck;
  const health: ShellResult[] =
    kind === undefined
      ? []
      : test.length === 0
        ? [written(unescapeDollars(kind), text, 'healthcheck')]
        : /^CMD-SHELL$/i.test(kind.value)
          ? test.map((word) => written(unescapeDollars(word), text, 'healthcheck'))
          : wordsToShell(test.map(unescapeDollars), text, 'healthcheck');
  return [...readStart(entrypoint, text), ...readStart(command, text), ...health];
}

/** A text is split like a shell would do it; a list is taken word by word. */
function readStart(words: readonly YamlScalar[], text: string): ShellResult[] {
  const [first] = words;
  if (!first) return [];
  const plain = words.map(unescapeDollars);
  const isList = words.length > 1 || /^\s*-/.test(text.slice(text.lastIndexOf('\n', first.range.start) + 1));
  if (!isList) return [written(plain[0]!, text, 'start')];
  // A list of one text, or one behind `-c` in `entrypoint`, is a script where it has more than one word.
  if (words.length === 1 && /\s/.test(first.value)) return [written(plain[0]!, text, 'start')];
  return wordsToShell(plain, text, 'start');
}

/** `$$` is compose's way to write a `$` for the shell. */
function unescapeDollars({ value, range }: YamlScalar): Written {
  return { value: value.replaceAll('$$', '$'), range };
}
