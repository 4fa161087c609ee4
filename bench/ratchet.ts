import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figures, measureSpeed, readFlags } from './speed.ts';

const FILE = join(import.meta.dirname, 'ratchet.json');

/** A ratio may be worse than the kept one by so much: machines are noisy. */
const TOLERANCE = 1.1;

/** Figures that became worse than those that are kept by more than a tenth. */
export function worsened(kept: Readonly<Record<string, number>>, found: Readonly<Record<string, number>>): string[] {
  return Object.entries(found).flatMap(([name, value]) => {
    const before = kept[name];
    if (before === undefined || value <= before * TOLERANCE) return [];
    return [`${name} is ${value.toFixed(3)}, was ${before.toFixed(3)}`];
  });
}

if (import.meta.main) {
  const { corpus, updates, ...options } = readFlags();
  const found: Figures = await measureSpeed(corpus, { ...options, isWhole: false });
  const kept = JSON.parse(readFileSync(FILE, 'utf8'));
  const mistakes = worsened(kept, { ...found });
  if (updates) {
    const rounded = Object.entries({ ...kept, ...found }).map(([name, value]) => [
      name,
      Number(Number(value).toFixed(3)),
    ]);
    writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
    console.log(`\nwritten: ${FILE}`);
  } else if (mistakes.length > 0) {
    console.error(`\nworse by more than a tenth:\n  ${mistakes.join('\n  ')}`);
    process.exitCode = 1;
  } else console.log('\nno ratio is worse by more than a tenth');
}
