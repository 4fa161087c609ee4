/** One row of docs/catalogue.yaml: the rules that cover a code of the design, or the reason why none does. */
export interface CatalogueRow {
  rules?: string[];
  reason?: string;
}

/** A rule as far as the catalogue is concerned. */
export interface CataloguedRule {
  id: string;
  codes: readonly string[];
}

/** Codes that must have a row, so that a deleted row is noticed: prefix, first and last number, digits. */
const SERIES: readonly [prefix: string, first: number, last: number, digits: number][] = [
  ['VS', 101, 115, 3],
  ['VS', 201, 214, 3],
  ['VS', 301, 322, 3],
  ['VS', 401, 415, 3],
  ['VS', 501, 509, 3],
  ['VS', 601, 614, 3],
  ['VS', 701, 707, 3],
  ['VS', 801, 801, 3],
  ['VA', 1, 22, 3],
  ['VA', 30, 43, 3],
  ['VA', 50, 66, 3],
  ['VA', 70, 78, 3],
  ['VA', 80, 92, 3],
  ['VA', 100, 110, 3],
  ['VA', 120, 135, 3],
  ['VA', 140, 143, 3],
  ['VP', 1, 21, 3],
  ['E', 1, 22, 2],
  ['VX', 1, 40, 2],
];

/** Every code of the design catalogues. */
export function designCodes(): string[] {
  return SERIES.flatMap(([prefix, first, last, digits]) =>
    Array.from({ length: last - first + 1 }, (_, i) => prefix + String(first + i).padStart(digits, '0')),
  );
}

/** What is wrong with the catalogue: silent gaps, rules that do not exist, rules that a row forgets. */
export function catalogueMistakes(
  rows: Readonly<Record<string, CatalogueRow | null>>,
  rules: readonly CataloguedRule[],
): string[] {
  const mistakes: string[] = [];
  for (const code of designCodes()) if (!(code in rows)) mistakes.push(`${code} has no row`);
  for (const [code, row] of Object.entries(rows)) {
    const named = row?.rules ?? [];
    if (named.length === 0 && !row?.reason) mistakes.push(`${code} has neither rules nor a reason`);
    for (const id of named) {
      const rule = rules.find((candidate) => candidate.id === id);
      if (rule === undefined) mistakes.push(`${code} lists ${id}, which is no rule`);
      else if (!rule.codes.includes(code)) mistakes.push(`${code} lists ${id}, whose catalogue does not name ${code}`);
    }
  }
  for (const rule of rules) {
    for (const code of rule.codes) {
      if (!(code in rows)) mistakes.push(`${rule.id} names ${code}, which has no row`);
      else if (!rows[code]?.rules?.includes(rule.id)) mistakes.push(`${code} does not list ${rule.id}`);
    }
  }
  return mistakes;
}
