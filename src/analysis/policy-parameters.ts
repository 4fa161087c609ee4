import type { ParameterValue } from '../model/policy.ts';

/** True when a request's value is among those that `allowed_parameters` names for it. */
export function isAllowedValue(
  value: ParameterValue,
  list: readonly ParameterValue[],
  comparesItems: boolean,
): boolean {
  if (list.length === 0 || isListed(value, list)) return true;
  return comparesItems && (itemsOf(value)?.every((item) => isListed(item, list)) ?? false);
}

/** True when a request's value is among those that `denied_parameters` names for it. */
export function isDeniedValue(value: ParameterValue, list: readonly ParameterValue[], comparesItems: boolean): boolean {
  if (list.length === 0 || isListed(value, list)) return true;
  return comparesItems && (itemsOf(value)?.some((item) => isListed(item, list)) ?? false);
}

/** Items of a list, or of a string that may be a list with commas. */
function itemsOf(value: ParameterValue): ParameterValue[] | undefined {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? splitCommas(value) : undefined;
}

/** Splits as Vault splits comma-separated strings: spaces around items are no part of them. */
function splitCommas(text: string): string[] {
  return text === '' ? [] : text.split(',').map((item) => item.trim());
}

function isListed(value: ParameterValue, list: readonly ParameterValue[]): boolean {
  return list.some((entry) => {
    if (typeof entry === 'string') return typeof value === 'string' && matchesGlob(entry, value);
    return isEqual(entry, value);
  });
}

/** `*` may stand at the start and at the end. */
function matchesGlob(pattern: string, text: string): boolean {
  // A `*` alone is no wildcard.
  if (pattern.length < 2) return pattern === text;
  const hasStart = pattern.startsWith('*');
  const hasEnd = pattern.endsWith('*');
  if (hasStart && hasEnd) return text.includes(pattern.slice(1, -1));
  if (hasStart) return text.endsWith(pattern.slice(1));
  return hasEnd ? text.startsWith(pattern.slice(0, -1)) : pattern === text;
}

function isEqual(a: ParameterValue, b: ParameterValue): boolean {
  // Numbers of a request never equal numbers of a policy: Vault keeps the former as text of JSON.
  if (typeof a === 'number' || typeof b === 'number') return false;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  const other = b as Record<string, ParameterValue>;
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isEqual((a as typeof other)[key]!, other[key]!));
}
