import type { Range } from '../model/region.ts';
import type { DockerInstruction } from './dockerfile.ts';

/** An instruction as it is written, of the length of its range; comments between continued lines are blanked out. */
export function sourceOf(text: string, { range }: DockerInstruction): string {
  return text.slice(range.start, range.end).replace(/^[^\S\n]*#.*$/gm, (line) => ' '.repeat(line.length));
}

/** A place of `sourceOf` in the whole text. */
export function placeIn(instruction: DockerInstruction, { start, end }: Range): Range {
  return { start: instruction.range.start + start, end: instruction.range.start + end };
}
