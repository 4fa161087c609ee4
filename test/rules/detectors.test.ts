import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expandFakes, fakesOf } from '../../scripts/fake.ts';
import { computeAnchor } from '../../scripts/pattern/anchors.ts';
import { acceptsValue } from '../../src/engine/accept.ts';
import { Matcher } from '../../src/engine/detect.ts';
import { parseDetectorFile } from '../../src/engine/detector-file.ts';
import type { Detector } from '../../src/model/rule.ts';

const FOLDER = join(import.meta.dirname, '../../rules/secrets');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

/** What the bare pattern finds in a whole text: the plain reference. */
function matches(detector: Detector, text: string): string[] {
  const regex = new RegExp(detector.pattern, detector.ignoreCase ? 'gi' : 'g');
  return Array.from(text.matchAll(regex), (match) => match.groups!.secret!).filter((value) =>
    acceptsValue(detector, value),
  );
}

test('there are at least 60 detectors', () => {
  expect(FILES.length).toBeGreaterThanOrEqual(60);
});

describe.each(FILES)('%s', (file) => {
  const parsed = parseDetectorFile(readFileSync(join(FOLDER, file), 'utf8'), {
    file,
    id: `secrets/${file.replace('.yaml', '')}`,
  });
  const anchor = computeAnchor(parsed.detector.pattern, parsed.detector.ignoreCase);
  const detector: Detector = { ...parsed.detector, anchor, frameworks: [] };
  const path = detector.files === undefined ? 'x' : 'config.json';

  test.each(parsed.examples.bad)('finds %s', (example) => {
    const text = expandFakes(example, file);
    const found = matches(detector, text);
    expect(found).toHaveLength(1);
    for (const fake of fakesOf(example, file)) {
      if (fake.length >= 16 && fake.length === Math.max(...fakesOf(example, file).map((value) => value.length))) {
        expect(found[0]).toContain(fake);
      }
    }
    const engine = new Matcher([detector]).find(Buffer.from(text), path).candidates;
    expect(engine.filter((candidate) => candidate.isAccepted).map(({ start, end }) => text.slice(start, end))).toEqual(
      found,
    );
  });

  test.each(parsed.examples.good)('does not find %s', (example) => {
    expect(matches(detector, expandFakes(example, file))).toEqual([]);
  });
});
