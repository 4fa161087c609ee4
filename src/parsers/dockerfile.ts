import { type Arg, type Copy, DockerfileParser, type Env, type From, type Instruction, type Run } from 'dockerfile-ast';
import type { Range as LineRange } from 'vscode-languageserver-types';
import type { Range } from '../model/region.ts';
import type { ArtifactParser } from './artifact.ts';
import { linkStages, readMount } from './dockerfile-stages.ts';
import { type ImageReference, parseImageReference } from './image-reference.ts';

/** A name and its value as an instruction writes them. */
export interface Assignment {
  name: string;
  /** Absent where only the name is given (`ARG TOKEN`). */
  value?: string;
  nameRange: Range;
  valueRange?: Range;
}

/** A text that an instruction carries along (`<<EOF`). */
export interface Heredoc {
  /** Its delimiter. */
  name: string;
  text: string;
  range: Range;
}

/** What `RUN --mount=` lays into the file system of one command. */
export interface RunMount {
  /** `bind` unless told. */
  type: string;
  /** By name; `dst`, `src` and the like by their long names, a name alone stands for `true`. */
  options: Record<string, string>;
  range: Range;
}

/** One instruction; ONBUILD is taken off and marked. */
export interface DockerInstruction {
  /** In capitals. */
  keyword: string;
  range: Range;
  /** Without flags and heredocs; in the JSON form (`["a", "b"]`) without quotes. */
  args: { value: string; range: Range }[];
  flags: { name: string; value: string; range: Range }[];
  /** Of RUN. */
  mounts: RunMount[];
  /** Words of the JSON form run without a shell. */
  isJson: boolean;
  /** Of ARG, ENV and LABEL. */
  assignments: Assignment[];
  heredocs: Heredoc[];
  isOnbuild: boolean;
  /** What follows the keyword, heredocs included; continued lines are joined, comments between them are out. */
  text: string;
}

/** A base image. */
export interface BaseImage extends ImageReference {
  /** Name of an earlier stage or `scratch`: nothing is pulled. */
  isLocal: boolean;
  range: Range;
}

/** A FROM and what follows it. */
export interface DockerStage {
  base: BaseImage;
  /** The name after AS. */
  alias?: string;
  /** Of its FROM. */
  range: Range;
  /** Index of the earlier stage that it is built on. */
  parent?: number;
  /** Indexes of the stages that its `COPY --from` and `--mount=from=` read. */
  reads: number[];
  /** Its layers are part of the image that a build without `--target` gives. */
  isFinal: boolean;
  /** Without its FROM. */
  instructions: DockerInstruction[];
}

/** A Dockerfile in the order of its instructions. */
export interface Dockerfile {
  /** All of them, also those before the first FROM. */
  instructions: DockerInstruction[];
  stages: DockerStage[];
  /** Base images of the stages. */
  bases: BaseImage[];
  /** `# syntax=` and the like by their names in lower case. */
  directives: Record<string, string>;
}

/** The instructions that make a stage, those of the stages that it is built on first. */
export function instructionsOf({ stages }: Dockerfile, stage: DockerStage): DockerInstruction[] {
  const parent = stage.parent === undefined ? undefined : stages[stage.parent];
  return [...(parent ? instructionsOf({ stages } as Dockerfile, parent) : []), ...stage.instructions];
}

/** What turns places of dockerfile-ast into places of ours. */
interface Reader {
  source: string;
  escapeCharacter: string;
  toRange(range: LineRange): Range;
}

const NAME = /^(?:Dockerfile|Containerfile)(?:\.[^/]*)?$|\.(?:dockerfile|containerfile)$/i;

/** Dockerfiles by their names. */
export const dockerfileParser: ArtifactParser = {
  kinds: ['dockerfile'],
  wants: ({ name }) => NAME.test(name) && !name.endsWith('.dockerignore'),
  parse: ({ text }) => ({ artifacts: [{ kind: 'dockerfile', data: parseDockerfile(text) }], errors: [] }),
};

/** Parses a Dockerfile; the grammar takes any text. */
export function parseDockerfile(text: string): Dockerfile {
  const file = DockerfileParser.parse(text);
  const offset = lineOffsets(text);
  const reader: Reader = {
    source: text,
    escapeCharacter: file.getEscapeCharacter(),
    toRange: ({ start, end }) => {
      const from = offset(start.line, start.character);
      return { start: from, end: Math.max(from, offset(end.line, end.character)) };
    },
  };
  const instructions: DockerInstruction[] = [];
  const stages: DockerStage[] = [];
  const names = new Set(['scratch']);
  for (const node of file.getInstructions()) {
    const instruction = readInstruction(node, reader);
    instructions.push(instruction);
    if (node.getKeyword() !== 'FROM') {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const base = readBase(instruction, names);
    if (!base) continue;
    const alias = (node as From).getBuildStage();
    const { range } = instruction;
    stages.push({ base, ...(alias ? { alias } : {}), range, reads: [], isFinal: false, instructions: [] });
    if (alias) names.add(alias.toLowerCase());
  }
  linkStages(stages);
  const directives = Object.fromEntries(
    file.getDirectives().map((one) => [one.getName().toLowerCase(), one.getValue()]),
  );
  return { instructions, stages, bases: stages.map(({ base }) => base), directives };
}

function readInstruction(node: Instruction, reader: Reader): DockerInstruction {
  const trigger = node.getKeyword() === 'ONBUILD' ? (node as never as OnbuildLike).getTriggerInstruction() : null;
  const inner = trigger ?? node;
  rememberWords(inner);
  const heredocs = readHeredocs(inner, reader);
  const flags = 'getFlags' in inner ? (inner as Copy).getFlags() : [];
  const content = inner.getRawArgumentsContent() ?? '';
  const json = readJson(inner, content, reader);
  return {
    keyword: inner.getKeyword(),
    range: reader.toRange(node.getRange()),
    args: json ?? readArgs(inner, new Set(flags.map((flag) => placeOf(flag.getRange()))), reader),
    flags: flags.map((flag) => ({
      name: flag.getName(),
      value: flag.getValue() ?? '',
      range: reader.toRange(flag.getRange()),
    })),
    assignments: readAssignments(inner, reader),
    mounts: flags.flatMap((flag) =>
      flag.getName() === 'mount' ? readMount(flag.getValue() ?? '', reader.toRange(flag.getRange())) : [],
    ),
    isJson: json !== undefined,
    heredocs,
    isOnbuild: trigger !== null,
    text: joinLines(content, reader.escapeCharacter),
  };
}

/** The library reads the words of an instruction anew for each question; once is enough. */
function rememberWords(node: Instruction): void {
  const words = node as unknown as { getRawArguments(): unknown[] };
  const read = words.getRawArguments.bind(node);
  let known: unknown[] | undefined;
  words.getRawArguments = () => [...(known ??= read())];
}

interface OnbuildLike {
  getTriggerInstruction(): Instruction | null;
}

function placeOf(range: LineRange): string {
  return `${range.start.line}:${range.start.character}`;
}

/** Words of the instruction itself; a heredoc and its `<<NAME` are not among them. */
function readArgs(node: Instruction, flagPlaces: ReadonlySet<string>, reader: Reader): DockerInstruction['args'] {
  const bodies = heredocsOf(node).flatMap((heredoc) => heredoc.getContentRange() ?? heredoc.getDelimiterRange() ?? []);
  const firstBodyLine = bodies.length === 0 ? Number.POSITIVE_INFINITY : bodies[0]!.start.line;
  return node
    .getArguments()
    .filter((argument) => {
      const range = argument.getRange();
      if (flagPlaces.has(placeOf(range)) || range.start.line >= firstBodyLine) return false;
      return bodies.length === 0 || !argument.getValue().startsWith('<<');
    })
    .map((argument) => ({ value: argument.getValue(), range: reader.toRange(argument.getRange()) }));
}

/** The strings of the JSON form; `content` is what follows the keyword. */
function readJson(node: Instruction, content: string, reader: Reader): DockerInstruction['args'] | undefined {
  if (!('getJSONStrings' in node) || !content.trimEnd().endsWith(']')) return undefined;
  const json = node as Copy;
  if (!json.getOpeningBracket() || !json.getClosingBracket()) return undefined;
  // `RUN ["a"] && b` and `RUN [ -f x ]` have brackets as well, and belong to the shell.
  const strings = json.getJSONStrings();
  if (strings.length === 0) return undefined;
  return strings.map((string) => {
    const range = reader.toRange(string.getJSONRange());
    return { value: unescapeJson(reader.source.slice(range.start, range.end)), range };
  });
}

function unescapeJson(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

function heredocsOf(node: Instruction): ReturnType<Run['getHeredocs']> {
  const keyword = node.getKeyword();
  return keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD' ? ((node as Run).getHeredocs?.() ?? []) : [];
}

function readHeredocs(node: Instruction, reader: Reader): Heredoc[] {
  return heredocsOf(node).flatMap((heredoc) => {
    const content = heredoc.getContentRange();
    if (!content) return [];
    const range = reader.toRange(content);
    return { name: heredoc.getName(), text: reader.source.slice(range.start, range.end), range };
  });
}

function readAssignments(node: Instruction, reader: Reader): Assignment[] {
  const keyword = node.getKeyword();
  if (keyword !== 'ARG' && keyword !== 'ENV' && keyword !== 'LABEL') return [];
  // ARG takes several names, of which getProperty() gives none; getProperties() reads them as it reads those of ENV.
  return (node as Env | Arg).getProperties().map((property) => {
    const valueRange = property.getValueRange();
    const value = property.getValue();
    return {
      name: property.getName(),
      nameRange: reader.toRange(property.getNameRange()),
      ...(value === null ? {} : { value }),
      ...(valueRange === null ? {} : { valueRange: reader.toRange(valueRange) }),
    };
  });
}

function readBase(from: DockerInstruction, names: ReadonlySet<string>): BaseImage | undefined {
  const image = from.args[0];
  if (!image) return undefined;
  return {
    ...parseImageReference(image.value),
    isLocal: names.has(image.value.toLowerCase()),
    range: image.range,
  };
}

/** Joins continued lines as Docker does; comments and empty lines may stand between them. */
function joinLines(text: string, escapeCharacter: string): string {
  let joined = '';
  let isContinued = true;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (isContinued && joined !== '' && /^\s*(?:#|$)/.test(line)) continue;
    const trimmed = line.trimEnd();
    const content = trimmed.endsWith(escapeCharacter) ? trimmed.slice(0, -1) : line;
    joined += isContinued ? content : `\n${content}`;
    isContinued = content !== line;
  }
  return joined;
}

/** Offsets by line and character, both from 0, with `\n`, `\r\n` and `\r` as line ends. */
function lineOffsets(text: string): (line: number, character: number) => number {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return (line, character) => Math.min(text.length, (starts[line] ?? text.length) + character);
}
