import {
  type Arg,
  type Copy,
  DockerfileParser,
  type Env,
  type From,
  type Instruction,
  type Label,
} from 'dockerfile-ast';
import type { Range as LineRange } from 'vscode-languageserver-types';
import type { Range } from '../model/region.ts';

/** A name and its value as an instruction writes them. */
export interface Assignment {
  name: string;
  /** Absent where only the name is given (`ARG TOKEN`). */
  value?: string;
  nameRange: Range;
  valueRange?: Range;
}

/** One instruction; ONBUILD is taken off and marked. */
export interface DockerInstruction {
  /** In capitals. */
  keyword: string;
  range: Range;
  /** Arguments as written, without flags. */
  args: { value: string; range: Range }[];
  flags: { name: string; value: string }[];
  /** Of ARG, ENV and LABEL. */
  assignments: Assignment[];
  isOnbuild: boolean;
  /** The whole text after the keyword. */
  text: string;
}

/** A base image. */
export interface BaseImage {
  name: string;
  tag?: string;
  digest?: string;
  /** Name of an earlier stage or `scratch`: nothing is pulled. */
  isLocal: boolean;
  range: Range;
}

/** A Dockerfile in the order of its instructions. */
export interface Dockerfile {
  instructions: DockerInstruction[];
  bases: BaseImage[];
}

/** Parses a Dockerfile; the grammar takes any text. */
export function parseDockerfile(text: string): Dockerfile {
  const file = DockerfileParser.parse(text);
  const offset = lineOffsets(text);
  const toRange = (range: LineRange): Range => ({
    start: offset(range.start.line, range.start.character),
    end: offset(range.end.line, range.end.character),
  });
  const instructions: DockerInstruction[] = [];
  const bases: BaseImage[] = [];
  const stages = new Set(['scratch']);
  for (const instruction of file.getInstructions()) {
    instructions.push(readInstruction(instruction, toRange));
    if (instruction.getKeyword() !== 'FROM') continue;
    const base = readBase(instruction as From, stages, toRange);
    if (base) bases.push(base);
    const stage = (instruction as From).getBuildStage();
    if (stage) stages.add(stage.toLowerCase());
  }
  return { instructions, bases };
}

function readInstruction(instruction: Instruction, toRange: (range: LineRange) => Range): DockerInstruction {
  const trigger =
    instruction.getKeyword() === 'ONBUILD' ? (instruction as never as OnbuildLike).getTriggerInstruction() : null;
  const inner = trigger ?? instruction;
  const flags = 'getFlags' in inner ? (inner as Copy).getFlags() : [];
  return {
    keyword: inner.getKeyword(),
    range: toRange(instruction.getRange()),
    args: inner
      .getArguments()
      .filter((argument) => !flags.some((flag) => within(argument.getRange(), flag.getRange())))
      .map((argument) => ({ value: argument.getValue(), range: toRange(argument.getRange()) })),
    flags: flags.map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? '' })),
    assignments: readAssignments(inner, toRange),
    isOnbuild: trigger !== null,
    text: inner.getRawArgumentsContent() ?? '',
  };
}

interface OnbuildLike {
  getTriggerInstruction(): Instruction | null;
}

function within(inner: LineRange, outer: LineRange): boolean {
  return inner.start.line === outer.start.line && inner.start.character === outer.start.character;
}

function readAssignments(instruction: Instruction, toRange: (range: LineRange) => Range): Assignment[] {
  const keyword = instruction.getKeyword();
  if (keyword === 'ARG') {
    const property = (instruction as Arg).getProperty();
    return property ? [toAssignment(property, toRange)] : [];
  }
  if (keyword !== 'ENV' && keyword !== 'LABEL') return [];
  return (instruction as Env | Label).getProperties().map((property) => toAssignment(property, toRange));
}

type Property = ReturnType<Env['getProperties']>[number];

function toAssignment(property: Property, toRange: (range: LineRange) => Range): Assignment {
  const valueRange = property.getValueRange();
  const value = property.getValue();
  return {
    name: property.getName(),
    nameRange: toRange(property.getNameRange()),
    ...(value === null ? {} : { value }),
    ...(valueRange === null ? {} : { valueRange: toRange(valueRange) }),
  };
}

function readBase(
  from: From,
  stages: ReadonlySet<string>,
  toRange: (range: LineRange) => Range,
): BaseImage | undefined {
  const range = from.getImageRange();
  const image = from.getImage();
  if (!range || !image) return undefined;
  const digest = from.getImageDigest();
  const tag = from.getImageTag();
  return {
    name: from.getImageName() ?? image,
    ...(tag ? { tag } : {}),
    ...(digest ? { digest } : {}),
    isLocal: stages.has(image.toLowerCase()),
    range: toRange(range),
  };
}

/** Offsets by line and character, both from 0, with `\n`, `\r\n` and `\r` as line ends. */
function lineOffsets(text: string): (line: number, character: number) => number {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return (line, character) => Math.min(text.length, (starts[line] ?? text.length) + character);
}
