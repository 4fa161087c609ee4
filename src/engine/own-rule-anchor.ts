import type { RE2JS } from 're2js';

/** Shorter literals stand in nearly every file. */
const LEAST_LITERAL = 3;

/** What re2js knows of the literals that a match must hold: one literal, all of some, or one of some. */
interface Prefilter {
  type: number;
  str: string;
  subs: Prefilter[];
}

const LITERAL = 1;
const ALL = 2;
const ONE = 3;

/**
 * Literals (lower case) of which every match holds at least one, or nothing where the pattern does not show any.
 *
 * re2js computes them for its own search; what is not of the known form counts as unknown.
 */
export function requiredLiterals(regex: RE2JS): string[] | undefined {
  const literals = literalsOf(prefilterOf(regex));
  return literals && [...new Set(literals)];
}

/** Whether every match holds one of the keywords (lower case): true, false where the pattern shows otherwise, else unknown. */
export function isAnchored(regex: RE2JS, keywords: readonly string[]): boolean | undefined {
  const prefilter = prefilterOf(regex);
  if (holds(prefilter, keywords)) return true;
  // A pattern that is one literal, or a choice of literals, and nothing else shows that it holds no keyword.
  return isExact(regex) ? false : undefined;
}

function prefilterOf(regex: RE2JS): Prefilter | undefined {
  const found: unknown = regex.re2().prefilter;
  return typeof found === 'object' && found !== null ? (found as Prefilter) : undefined;
}

function literalsOf(prefilter: Prefilter | undefined): string[] | undefined {
  if (prefilter?.type === LITERAL) {
    const literal = prefilter.str.toLowerCase();
    return literal.length >= LEAST_LITERAL && /^[\x20-\x7e]+$/.test(literal) ? [literal] : undefined;
  }
  if (prefilter?.type === ONE) {
    const all = prefilter.subs.map(literalsOf);
    return all.every((literals) => literals !== undefined) ? all.flat() : undefined;
  }
  if (prefilter?.type !== ALL) return undefined;
  const choices = prefilter.subs.map(literalsOf).filter((literals) => literals !== undefined);
  const shortest = (literals: readonly string[]) => Math.min(...literals.map((literal) => literal.length));
  return choices.sort((a, b) => shortest(b) - shortest(a))[0];
}

function holds(prefilter: Prefilter | undefined, keywords: readonly string[]): boolean {
  if (prefilter?.type === LITERAL) return keywords.some((word) => prefilter.str.toLowerCase().includes(word));
  if (prefilter?.type === ALL) return prefilter.subs.some((sub) => holds(sub, keywords));
  return prefilter?.type === ONE && prefilter.subs.every((sub) => holds(sub, keywords));
}

function isExact(regex: RE2JS): boolean {
  return regex.re2().prefixComplete === true;
}
