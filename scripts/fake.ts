import { expandFakes as expand, fakesOf } from '../src/analysis/fake.ts';
import { notePlanted } from './leaks.ts';

export { fakesOf } from '../src/analysis/fake.ts';

/** Expands the templates of `src/analysis/fake.ts`, and notes the values, which no output may hold. */
export function expandFakes(text: string, seed: string): string {
  // The fixed shop holds digests of images and nothing secret.
  if (!seed.startsWith('shop-fixed/')) notePlanted(fakesOf(text, seed));
  return expand(text, seed);
}
