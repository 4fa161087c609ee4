import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baselineText, newSalt, parseBaseline, readBaseline } from '../src/baseline-file.ts';
import type { Baseline, BaselineEntry } from '../src/engine/baseline.ts';

const entry = (path: string, fields: Partial<BaselineEntry> = {}): BaselineEntry => ({
  rule: 'secrets/jwt',
  path,
  line: '0123456789abcdef',
  around: 'fedcba9876543210',
  count: 1,
  ...fields,
});
const BASELINE: Baseline = {
  salt: newSalt(),
  entries: [entry('b', { value: 'a1b2' }), entry('a\n"'), entry('c', { count: 7 })],
};
const TEXT = baselineText(BASELINE);

test('what is written can be read, in one order', () => {
  const read = parseBaseline(TEXT, 'b.json');
  expect(read.salt).toBe(BASELINE.salt);
  expect(read.entries.map(({ path }) => path)).toEqual(['a\n"', 'b', 'c']);
  expect(baselineText(read)).toBe(TEXT);
  expect(TEXT.split('\n').filter((line) => line.includes('"rule"'))).toHaveLength(3);
  expect(parseBaseline(baselineText({ salt: BASELINE.salt, entries: [] }), 'b').entries).toEqual([]);
});

test('salts differ', () => {
  expect(newSalt()).toMatch(/^[0-9a-f]{32}$/);
  expect(newSalt()).not.toBe(newSalt());
});

describe('a broken one is an error with its line', () => {
  test.each([
    ['cut off', TEXT.slice(0, TEXT.indexOf('"path":"b"')), 'b.json:7: not JSON'],
    ['empty', '', 'b.json:1: not JSON'],
    ['in conflict', TEXT.replace('  "findings"', '<<<<<<< ours\n  "findings"'), 'b.json:5: not JSON'],
    ['of a later version', TEXT.replace('"version": 1', '"version": 2'), 'b.json:1: version 2 is newer'],
    ['without a salt', TEXT.replace(/ {2}"salt".*\n/, ''), 'b.json:1: salt is missing'],
    ['with a wrong salt', TEXT.replace(BASELINE.salt, 'xyz'), 'b.json:4: salt must look like'],
    ['with a wrong count', TEXT.replace('"count":7', '"count":0'), 'b.json:8: findings.count must be at least 1'],
    ['with too long a hash of a value', TEXT.replace('a1b2', 'a1b2c3'), 'b.json:7: findings.value must look like'],
    [
      'with a key that is unknown',
      TEXT.replace('"count":7', '"count":7,"secret":"x"'),
      'b.json:8: unknown key "secret"',
    ],
    ['that is a list', '[]', 'b.json:1: the file must be a mapping'],
    ['that is null', 'null', 'b.json:1: '],
  ])('%s', (_name, text, message) => {
    expect(() => parseBaseline(text, 'b.json')).toThrow(message);
  });
});

test('a FIFO does not hang, and what is not there is nothing', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'vaultcheck-baseline-'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  writeFileSync(join(folder, 'ok'), TEXT);
  expect(() => readBaseline(join(folder, 'pipe'), { followsLinks: true })).toThrow('is not a regular file');
  expect(readBaseline(join(folder, 'none'), { followsLinks: true })).toBeUndefined();
  expect(readBaseline(join(folder, 'ok'), { followsLinks: false })?.entries).toHaveLength(3);
});
