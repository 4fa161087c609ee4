import type { Problem } from '../model/problem.ts';
import { type AnyRule, type CodeRule, DEFAULT_RULE_OPTIONS, type Match, type RuleOptions } from '../model/rule.ts';
import type { Artifact } from '../parsers/artifact.ts';
import { Stopwatch } from './stopwatch.ts';

/** What rules are told beside their artifact. */
export interface RuleInputs {
  options: RuleOptions;
  /** The time of the run. */
  now: Date;
}

/** What rules are told where nobody says otherwise; the time is that of the call. */
export function defaultInputs(): RuleInputs {
  return { options: DEFAULT_RULE_OPTIONS, now: new Date() };
}

/** A match and the rule that made it. */
export interface RuleMatch {
  rule: CodeRule;
  match: Match;
}

/** Code rules by the kind of artifact that they look at. */
export class CodeRules {
  readonly #byKind: ReadonlyMap<string, readonly CodeRule[]>;
  readonly #inputs: RuleInputs;
  readonly #watch: Stopwatch;
  /** Kinds of artifact that some rule looks at, in a file or in the project. */
  readonly kinds: ReadonlySet<string>;
  /** Kinds of artifact that rules over the project look at. */
  readonly projectKinds: ReadonlySet<string>;

  constructor(rules: readonly AnyRule[], inputs: RuleInputs, watch = new Stopwatch()) {
    this.#watch = watch;
    const code = rules.filter((rule): rule is CodeRule => rule.type === 'code');
    this.#byKind = Map.groupBy(code, (rule) => rule.artifact);
    this.#inputs = inputs;
    this.projectKinds = new Set(this.of('project').flatMap((rule) => rule.needs ?? []));
    this.kinds = new Set([...this.#byKind.keys(), ...this.projectKinds]);
  }

  /** Rules over one kind of artifact. */
  of(kind: string): readonly CodeRule[] {
    return this.#byKind.get(kind) ?? [];
  }

  /** Judges one artifact. A rule that throws is an answer that should have been had: a problem, never silence. */
  judge(artifact: Artifact, problems: Problem[]): RuleMatch[] {
    const found: RuleMatch[] = [];
    const { data, text, origin } = artifact;
    const judging = this.#watch.start();
    for (const rule of this.of(artifact.kind)) {
      const started = this.#watch.start();
      try {
        const context = { data: data as never, text, origin, ...this.#inputs };
        for (const match of rule.check(context)) if (!this.#isStopped(match, text)) found.push({ rule, match });
      } catch (error) {
        const name = error instanceof Error ? error.name : 'an error';
        const what = artifact.kind === 'project' ? 'the project' : 'this file';
        problems.push({
          kind: 'unread',
          code: 'rule-failed',
          message: `rule ${rule.id} failed (${name}) and could not judge ${what}`,
          path: origin.path,
        });
      }
      this.#watch.stopRule(rule.id, started);
    }
    this.#watch.stopStage('judge', judging);
    return found;
  }

  /** True for a value that a stop word of the user makes a placeholder. */
  #isStopped(match: Match, text: string): boolean {
    const { stopWords = [] } = this.#inputs.options;
    if (!match.secret || stopWords.length === 0) return false;
    const value = text.slice(match.secret.start, match.secret.end).toLowerCase();
    return stopWords.some((word) => value.includes(word));
  }
}
