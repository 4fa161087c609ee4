/** A variable that a step of an image's history sets. */
export interface StepVariable {
  kind: 'ARG' | 'ENV';
  name: string;
  value: string;
}

/** `|2 A=x B=y /bin/sh -c ...`, with `RUN ` in front where BuildKit wrote it: the number of build arguments, then each. */
const BUILD_ARGUMENTS = /^(?:RUN )?\|(\d{1,4}) (.*)$/s;

/** `ARG A=x` or `ENV A=x`, with `/bin/sh -c #(nop)  ` in front where the classic builder wrote it. */
const INSTRUCTION = /^(?:\/bin\/sh -c #\(nop\)\s+)?(ARG|ENV)\s+([\w.-]+)[= ](.*)$/s;

/** The build arguments and variables of one step, as `docker history` shows it. */
export function stepVariables(step: string): StepVariable[] {
  const [, count, rest = ''] = BUILD_ARGUMENTS.exec(step) ?? [];
  if (count !== undefined) {
    // A value may hold spaces, and nothing is quoted: it ends where the next name or the command begins.
    const pairs = [...rest.matchAll(/([A-Za-z_]\w*)=(.*?)(?= [A-Za-z_]\w*=| \/|$)/gs)];
    return pairs.slice(0, Number(count)).map(([, name, value]) => ({ kind: 'ARG', name: name!, value: value! }));
  }
  const [, kind, name, value] = INSTRUCTION.exec(step) ?? [];
  if (kind === undefined) return [];
  return [{ kind: kind as 'ARG' | 'ENV', name: name!, value: value!.replace(/ # buildkit$/, '') }];
}
