import { describe, expect, test } from 'vitest';
import { computeAnchor } from '../../scripts/pattern/anchors.ts';
import { worstRepeats } from '../../scripts/pattern/worst-repeats.ts';
import { loadCatalog } from '../../src/catalog.ts';
import { Matcher } from '../../src/engine/detect.ts';
import type { Detector } from '../../src/model/rule.ts';
import { WINDOW_SIZES } from '../../src/sources/windows.ts';

const detectors = loadCatalog().filter((rule): rule is Detector => rule.type === 'detector');
const matcher = new Matcher(detectors);

const WORST_BYTES = 100_000;

/** Against hanging only; the figures are in the benchmark. */
const WIDE_LIMIT_MS = 10_000;

function detectorOf(pattern: string): Detector {
  return { ...detectors[0]!, id: 'secrets/made-up', pattern, anchor: computeAnchor(pattern), minEntropy: 0 };
}

function problemsOf(pattern: string, text: string) {
  return new Matcher([detectorOf(pattern)]).find(Buffer.from(text), 'a.txt').problems;
}

describe('the worst repeats of a detector do not hang', () => {
  test.each(detectors.map((detector) => [detector.id, detector] as const))('%s', (_id, detector) => {
    for (const text of worstRepeats(detector, WORST_BYTES, 3)) {
      const start = performance.now();
      matcher.find(Buffer.from(text), detector.files ? 'config.json' : 'a.txt');
      expect(performance.now() - start).toBeLessThan(WIDE_LIMIT_MS);
    }
  });
});

describe('what is cut off is told', () => {
  test('more matches than anybody reads', () => {
    const problems = problemsOf('tok_(?<secret>[a-z]{4})', 'tok_abcd '.repeat(3000));
    expect(problems).toMatchObject([{ kind: 'unread', code: 'match-budget', path: 'a.txt' }]);
    expect(problems[0]!.message).toContain('secrets/made-up matched 1000 times');
  });

  test('more places than can be tried', () => {
    // Only the pattern itself can tell that nothing here matches.
    const problems = problemsOf('tok(?!tok)(?<secret>[a-z]{3})', 'tok'.repeat(30_000));
    expect(problems).toMatchObject([{ kind: 'unread', code: 'try-budget', path: 'a.txt' }]);
  });

  test('a match without an end', () => {
    const text = `tok_${'a'.repeat(20_000)}`;
    expect(problemsOf('tok_(?<secret>a+)', text)).toMatchObject([{ kind: 'unread', code: 'window-cut' }]);
    expect(problemsOf('tok_(?<secret>a+)', text.slice(0, 1000))).toEqual([]);
  });

  test('nothing of ordinary text is', () => {
    expect(problemsOf('tok_(?<secret>[a-z]{4})', 'tok_abcd '.repeat(900))).toEqual([]);
  });
});

test('windows overlap by more than any detector can match or look at', () => {
  for (const { anchor } of detectors) {
    expect(anchor!.longest + anchor!.ahead).toBeLessThan(WINDOW_SIZES.overlap);
    expect(anchor!.longest + anchor!.back).toBeLessThan(WINDOW_SIZES.context + WINDOW_SIZES.overlap);
    expect(anchor!.isOpen).toBeUndefined();
  }
});
