import type { FrameworkControl } from '../src/model/rule.ts';

/** One control of a framework: the rules that are evidence for it, or a note that no rule can be. */
export interface ControlRow {
  title?: string;
  /** Rule ids, or `family/*`. */
  rules?: string[];
  manual?: true;
}

/** A file of `rules/frameworks/`. */
export interface Framework {
  title?: string;
  version?: string;
  controls?: Record<string, ControlRow>;
}

/** The controls of every rule, and what is wrong with the frameworks. */
export interface JoinedFrameworks {
  controls: Map<string, FrameworkControl[]>;
  mistakes: string[];
}

/** Turns control -> rules into rule -> controls. `frameworks` holds the parsed files by their name without `.yaml`. */
export function joinFrameworks(
  frameworks: Readonly<Record<string, Framework>>,
  ids: readonly string[],
): JoinedFrameworks {
  const joined: JoinedFrameworks = { controls: new Map(), mistakes: [] };
  for (const [framework, data] of Object.entries(frameworks)) {
    if (!data.title || !data.version) joined.mistakes.push(`${framework} needs a title and a version`);
    if (Object.keys(data.controls ?? {}).length === 0) joined.mistakes.push(`${framework} has no control`);
    for (const [control, row] of Object.entries(data.controls ?? {})) {
      if (!row.title) joined.mistakes.push(`${framework} ${control} has no title`);
      if ((row.rules === undefined) === (row.manual === undefined)) {
        joined.mistakes.push(`${framework} ${control} needs either rules or \`manual: true\``);
      }
      for (const name of row.rules ?? []) {
        const named = ids.filter((id) => id === name || (name.endsWith('/*') && id.startsWith(name.slice(0, -1))));
        if (named.length === 0) joined.mistakes.push(`${framework} ${control} names no rule: ${name}`);
        for (const id of named) addControl(joined.controls, id, { framework, control });
      }
    }
  }
  return joined;
}

function addControl(controls: Map<string, FrameworkControl[]>, id: string, added: FrameworkControl): void {
  const list = controls.get(id) ?? [];
  const isKnown = list.some(({ framework, control }) => framework === added.framework && control === added.control);
  if (!isKnown) list.push(added);
  controls.set(id, list);
}
