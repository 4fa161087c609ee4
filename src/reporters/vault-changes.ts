import type { VaultChange } from '../analysis/vault-difference.ts';
import { escapeText, safeJson } from './escape.ts';

/** Changes for people: one line each, under the place where they are. */
export function changesText(changes: readonly VaultChange[]): string {
  const lines: string[] = [];
  let last: string | undefined;
  for (const { place, field, before, after } of changes) {
    if (place !== last) lines.push(escapeText(place));
    last = place;
    const name = field === '' ? '' : `${field}: `;
    lines.push(escapeText(`  ${name}${before ?? 'not there'} -> ${after ?? 'not there'}`));
  }
  const count = changes.length === 1 ? '1 difference' : `${changes.length || 'no'} differences`;
  return `${[...lines, count].join('\n')}\n`;
}

/** Changes as JSON. */
export function changesJson(changes: readonly VaultChange[]): string {
  return safeJson({
    changes: changes.map(({ place, field, before, after }) => {
      return { place, field, before: parsed(before), after: parsed(after) };
    }),
  });
}

function parsed(text: string | undefined): unknown {
  return text === undefined ? null : JSON.parse(text);
}
