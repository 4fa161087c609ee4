import type { ParameterValue, ParameterValues, PolicyRule } from '../model/policy.ts';

/** What a request must hold beside the capability. */
export interface Conditions {
  allowedParameters?: ParameterValues;
  deniedParameters?: ParameterValues;
  requiredParameters?: string[];
  minWrappingSeconds?: number;
  maxWrappingSeconds?: number;
  hasControlGroup?: boolean;
  mfaMethods?: string[];
  subscribeEventTypes?: string[];
}

/** Merges the conditions of one more rule for the same path, as Vault does. */
export function addConditions(into: Conditions, rule: PolicyRule, isFirst: boolean): void {
  into.maxWrappingSeconds = smaller(into.maxWrappingSeconds, rule.maxWrappingSeconds);
  into.minWrappingSeconds = smaller(into.minWrappingSeconds, rule.minWrappingSeconds);
  // A rule without values for any parameter says nothing, except where it is the first.
  const { allowedParameters: allowed, deniedParameters: denied } = rule;
  if (allowed && (isFirst || Object.keys(allowed).length > 0))
    into.allowedParameters = mergeValues(into.allowedParameters, allowed);
  if (denied && (isFirst || Object.keys(denied).length > 0))
    into.deniedParameters = mergeValues(into.deniedParameters, denied);
  if (rule.requiredParameters) into.requiredParameters = union(into.requiredParameters, rule.requiredParameters);
  if (rule.mfaMethods) into.mfaMethods = union(into.mfaMethods, rule.mfaMethods);
  if (rule.hasControlGroup) into.hasControlGroup = true;
  // Event types are merged only where the first rule has some.
  if (rule.subscribeEventTypes && (isFirst || into.subscribeEventTypes))
    into.subscribeEventTypes = union(into.subscribeEventTypes, rule.subscribeEventTypes);
  for (const key of ['maxWrappingSeconds', 'minWrappingSeconds'] as const) if (!into[key]) delete into[key];
}

/** The smaller of two durations that are set; only what is above zero counts. */
function smaller(a: number | undefined, b: number | undefined): number {
  if (!b || b < 0) return a ?? 0;
  return a ? Math.min(a, b) : b;
}

/** An empty list of either side stands for any value, and wins. */
function mergeValues(existing: ParameterValues | undefined, added: ParameterValues): ParameterValues {
  if (!existing) return { ...added };
  const merged: Record<string, ParameterValue[]> = { ...existing };
  for (const [name, values] of Object.entries(added)) {
    const before = Object.hasOwn(existing, name) ? existing[name] : undefined;
    merged[name] = values.length === 0 || before?.length === 0 ? [] : [...values, ...(before ?? [])];
  }
  return merged;
}

function union(a: readonly string[] | undefined, b: readonly string[]): string[] {
  return [...new Set([...(a ?? []), ...b])];
}
