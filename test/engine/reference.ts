import { acceptsValue } from '../../src/engine/accept.ts';
import { mostSpecific } from '../../src/engine/candidate.ts';
import type { Detector } from '../../src/model/rule.ts';

/** Everything that the patterns find when each is run over the whole text: slow, and plainly right. */
export function referenceFindings(detectors: readonly Detector[], text: string, path: string): string[] {
  const candidates = detectors.flatMap((detector) => {
    if (detector.files !== undefined && !new RegExp(detector.files).test(path)) return [];
    const regex = new RegExp(detector.pattern, detector.ignoreCase ? 'dgi' : 'dg');
    return Array.from(text.matchAll(regex), (match) => {
      const [start, end] = match.indices!.groups!.secret ?? [0, 0];
      const isAccepted = end > start && acceptsValue(detector, text.slice(start, end));
      return { detector, start, end, matchStart: match.index, isAccepted };
    }).filter(({ isAccepted }) => isAccepted);
  });
  return mostSpecific(candidates)
    .map(({ detector, start, end }) => `${detector.id} ${place(text, start)}-${place(text, end)}`)
    .sort();
}

function place(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${before.at(-1)!.length + 1}`;
}
