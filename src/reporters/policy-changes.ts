import type { MergedRule } from '../analysis/permissions.ts';
import type { Change, Difference } from '../analysis/policy-difference.ts';
import { covers } from '../analysis/policy-pattern.ts';
import type { Capability } from '../model/policy.ts';
import { escapeMarkdown, escapeText, safeJson } from './escape.ts';
import { ruleText } from './policy-answers.ts';

/** What changed of one policy. */
export interface PolicyChange extends Difference {
  /** Name of the policy. */
  policy: string;
  /** Only one of the two sides has it. */
  state?: 'added' | 'removed';
}

/** HTTP methods by capability. */
const METHODS: Readonly<Partial<Record<Capability, string>>> = {
  create: 'POST',
  delete: 'DELETE',
  list: 'LIST',
  patch: 'PATCH',
  read: 'GET',
  recover: 'POST',
  scan: 'SCAN',
  update: 'PUT',
};

/** A request that shows the change. */
export function requestFor(capabilities: readonly Capability[], witness: string): string {
  const shown = capabilities.find((capability) => METHODS[capability]);
  return shown ? `${METHODS[shown]} /v1/${witness}` : `${capabilities[0]} on /v1/${witness}`;
}

/** The pattern of the paths that a change is about. */
function regionOf({ before, after }: Change): string {
  const [narrow, wide] = [before?.pattern, after?.pattern];
  if (narrow && wide) return (covers(wide, narrow) ? narrow : wide).text;
  return (wide ?? narrow)!.text;
}

/** `read and list`. */
function words(capabilities: readonly Capability[]): string {
  if (capabilities.length < 2) return capabilities.join('');
  return `${capabilities.slice(0, -1).join(', ')} and ${capabilities.at(-1)}`;
}

interface Sentence {
  kind: 'wider' | 'narrower' | 'conditions';
  text: string;
  request: string;
  rule?: MergedRule;
  path: string;
  capabilities: Capability[];
}

function sentencesOf({ policy, changes, conditions }: PolicyChange): Sentence[] {
  const list: Sentence[] = [];
  for (const change of changes) {
    const path = regionOf(change);
    const shared = { path, ...(change.after ? { rule: change.after } : {}) };
    const { gained, lost, witness } = change;
    if (gained.length > 0) {
      const text = `this change lets ${policy} ${words(gained)} ${path}`;
      list.push({ kind: 'wider', text, request: requestFor(gained, witness), capabilities: gained, ...shared });
    }
    if (lost.length > 0) {
      const text = `this change no longer lets ${policy} ${words(lost)} ${path}`;
      list.push({ kind: 'narrower', text, request: requestFor(lost, witness), capabilities: lost, ...shared });
    }
  }
  for (const { after, witness } of conditions) {
    const text = `this change gives ${policy} other conditions (parameters, wrapping or approval) on ${after.pattern.text}`;
    const capabilities = [...after.capabilities].sort();
    list.push({
      kind: 'conditions',
      text,
      request: requestFor(capabilities, witness),
      capabilities,
      path: after.pattern.text,
      rule: after,
    });
  }
  return list;
}

/** True when something is allowed that was not. */
export function isWider(changes: readonly PolicyChange[]): boolean {
  return changes.some(({ changes: list }) => list.some(({ gained }) => gained.length > 0));
}

/** Sentences, each with a request that shows it and the rule behind it. */
export function changesToText(changes: readonly PolicyChange[], notes: readonly string[]): string {
  const lines = changes.flatMap((change) =>
    sentencesOf(change).map(
      ({ kind, text, request, rule }) =>
        `${kind.padEnd(10)}  ${escapeText(text)}\n            request: ${escapeText(request)}${rule ? `\n            rule: ${escapeText(ruleText(rule))}` : ''}`,
    ),
  );
  if (lines.length === 0) lines.push('the policies allow the same');
  return [...lines, ...notes.map((note) => `note: ${note}`), ''].join('\n');
}

/** The same as a list for a pull request. */
export function changesToMarkdown(changes: readonly PolicyChange[], notes: readonly string[]): string {
  const rows = changes.flatMap((change) =>
    sentencesOf(change).map(
      ({ kind, text, request, rule }) =>
        `| ${kind} | ${escapeMarkdown(text)} | ${escapeMarkdown(request)} | ${rule ? escapeMarkdown(ruleText(rule)) : ''} |`,
    ),
  );
  const table = ['| | change | request that shows it | rule |', '| --- | --- | --- | --- |', ...rows];
  const body = rows.length > 0 ? table : ['The policies allow the same.'];
  return [...body, ...notes.map((note) => `\n${escapeMarkdown(note)}`), ''].join('\n');
}

/** `{"changes": [{policy, kind, path, capabilities, witness request, text, rules}]}`. */
export function changesToJson(changes: readonly PolicyChange[], notes: readonly string[]): string {
  const list = changes.flatMap((change) =>
    sentencesOf(change).map(({ kind, text, request, rule, path, capabilities }) => ({
      policy: change.policy,
      ...(change.state ? { state: change.state } : {}),
      kind,
      path,
      capabilities,
      request,
      text,
      rules: (rule?.sources ?? []).map(({ file, rule: { path: pattern, line } }) => ({ pattern, file, line })),
    })),
  );
  return safeJson({ changes: list, ...(notes.length > 0 ? { notes } : {}) });
}
