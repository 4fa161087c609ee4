import { describe, expect, test } from 'vitest';
import { Random, randomMatch } from '../../scripts/pattern/random-match.ts';
import { loadCatalog } from '../../src/catalog.ts';
import { Evaluator } from '../../src/engine/evaluate.ts';
import type { Blob } from '../../src/model/blob.ts';
import type { Detector } from '../../src/model/rule.ts';
import { ReadBuffer, readWindows } from '../../src/sources/windows.ts';
import { referenceFindings } from './reference.ts';

const detectors = loadCatalog().filter((rule): rule is Detector => rule.type === 'detector');

/** Fresh in every run; `VAULTCHECK_SEED` repeats one. */
const SEED = Number(process.env.VAULTCHECK_SEED ?? Date.now() % 1_000_000_000);
console.log(`seed of the random matches: VAULTCHECK_SEED=${SEED}`);

/** Small enough that a file of some 300 KB has many borders. */
const SIZES = { window: 80 * 1024, context: 64 * 1024, overlap: 64 * 1024 };

/** Ordinary text between matches, without and with line ends. */
const FILLERS = [
  ' ',
  '\n',
  '\r\n',
  '"',
  "'",
  ', ',
  'x',
  '\t',
  ' = ',
  'é ',
  'and some words of a sentence ',
  'key: "value",\n',
  'secret_token = ',
  'password: ',
  'https://example.com/a/b?c=d ',
];

const evaluator = new Evaluator(detectors, detectors);

async function engineFindings(bytes: Buffer, path: string, sizes = SIZES) {
  const buffer = new ReadBuffer(evaluator.memory);
  let at = 0;
  const read = (into: Buffer, offset: number, length: number) => {
    const count = bytes.copy(into, offset, at, at + length);
    at += count;
    return count;
  };
  const blob: Blob = {
    origin: { kind: 'file', path },
    sizeBytes: bytes.length,
    windows: () => readWindows(bytes.length, read, buffer, sizes),
  };
  const { findings, problems } = await evaluator.evaluate(blob);
  const places = findings.map(({ ruleId, region: { startLine, startColumn, endLine, endColumn } }) => {
    return `${ruleId} ${startLine}:${startColumn}-${endLine}:${endColumn}`;
  });
  return { places: places.sort(), problems };
}

const ENCODINGS: Record<string, (text: string) => Buffer> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 big endian': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'Latin-1': (text) => Buffer.from(text, 'latin1'),
};

/** A text of matches of all detectors in random order, beside one another or with something between. */
function mixture(random: Random, matches: number, isLongLine: boolean): string {
  const fillers = isLongLine ? FILLERS.filter((filler) => !/[\r\n]/.test(filler)) : FILLERS;
  let text = '';
  for (let i = 0; i < matches; i++) {
    text += randomMatch(random.pick(detectors), random);
    for (let n = random.below(4); n > 0; n--) text += random.pick(fillers);
  }
  return isLongLine ? text.replace(/[\r\n]/g, ' ') : text;
}

const PATHS = ['a.txt', 'home/.docker/config.json'];

describe(`findings equal those of every pattern over every file (seed ${SEED})`, () => {
  test.each(detectors.map(({ id }) => id))('%s alone, at both ends and in the middle of a file', async (id) => {
    const random = new Random(SEED ^ (id.length * 7919) ^ id.charCodeAt(id.length - 2));
    const detector = detectors.find((other) => other.id === id)!;
    const path = detector.files ? PATHS[1]! : PATHS[0]!;
    let found = 0;
    for (let round = 0; round < 24; round++) {
      const match = randomMatch(detector, random);
      const between = random.pick(FILLERS);
      const text = [match, `${between}${match}`, `${match}${between}`, match + between + randomMatch(detector, random)][
        round % 4
      ]!;
      const expected = referenceFindings(detectors, text, path);
      const { places, problems } = await engineFindings(Buffer.from(text), path);
      expect({ text, places, problems }).toEqual({ text, places: expected, problems: [] });
      found += expected.length;
    }
    expect(found).toBeGreaterThan(0);
  });

  test.each(Object.entries(ENCODINGS))('mixed in %s text', async (_name, encode) => {
    const random = new Random(SEED + 1);
    for (let round = 0; round < 12; round++) {
      const text = mixture(random, 40, round % 3 === 0);
      const path = PATHS[round % 2]!;
      const { places } = await engineFindings(encode(text), path);
      expect(places).toEqual(referenceFindings(detectors, text, path));
    }
  });

  test.each(Object.entries(ENCODINGS))('at the borders of the windows of %s files', async (name, encode) => {
    const random = new Random(SEED + 2);
    const unit = name.startsWith('UTF-16') ? 2 : 1;
    for (const isLongLine of [false, true]) {
      let text = '';
      for (let border = 1; border <= 3; border++) {
        const room = (border * SIZES.window) / unit - text.length - random.below(600);
        const words = isLongLine ? 'some words to fill a very long line ' : 'some words to fill a line\n';
        text += words.repeat(Math.ceil(room / words.length)).slice(0, Math.max(0, room));
        text += mixture(random, 12, isLongLine);
      }
      const { places } = await engineFindings(encode(text), 'a.txt');
      const expected = referenceFindings(detectors, text, 'a.txt');
      expect(places).toEqual(expected);
      expect(expected.length).toBeGreaterThan(5);
    }
  });
});

test('a difference would be seen: with a literal left out of its anchor, its matches are missed', async () => {
  const random = new Random(SEED + 3);
  const detector = detectors.find(({ id }) => id === 'secrets/vault-service-token')!;
  const anchor = { ...detector.anchor!, groups: [{ ...detector.anchor!.groups[0]!, texts: ['hvx.'] }] };
  const broken = new Evaluator([{ ...detector, anchor }], [{ ...detector, anchor }]);
  const bytes = Buffer.from(randomMatch(detector, random));
  const { findings } = await broken.evaluate({
    origin: { kind: 'file', path: 'a.txt' },
    sizeBytes: bytes.length,
    windows: () => [{ bytes, ownStart: 0, ownEnd: bytes.length, line: 1, column: 1, isWhole: true }],
  });
  expect(findings).toEqual([]);
  expect(referenceFindings([detector], bytes.toString(), 'a.txt')).toHaveLength(1);
});
