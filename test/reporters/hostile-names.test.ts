import { describe, expect, test } from 'vitest';
import { FORMATS, REPORTERS } from '../../src/reporters/index.ts';
import { HOSTILE_NAMES, PLAIN, sampleFinding, sampleReport } from './sample.ts';

/** Controls but the line feed, and characters that hide or turn text. */
const UNSAFE = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

const findings = HOSTILE_NAMES.map((name) =>
  sampleFinding({
    path: name,
    message: `build argument ${name} holds a secret`,
    masked: name,
    paste: name,
    excerpt: { startLine: 1, lines: [name, name, name] },
  }),
);
const problems = HOSTILE_NAMES.map((name) => ({ kind: 'unread', code: 'odd', message: name, path: name }) as const);
const report = { ...sampleReport(findings, problems), target: { kind: 'directory', path: HOSTILE_NAMES[0]! } } as const;

describe.each(FORMATS)('hostile names in %s', (format) => {
  const text = REPORTERS[format](report, { ...PLAIN, verbose: true });

  test('leave no control character', () => {
    expect(UNSAFE.exec(text)).toBeNull();
  });

  test('start no workflow command', () => {
    const ours = format === 'github' ? /^::(?:error|warning|notice) (?:file|title)=/ : /^$/;
    const commands = text.split('\n').filter((line) => /^\s*::/.test(line) && !ours.test(line));
    expect(commands).toEqual([]);
    expect(text).not.toContain('##[');
  });

  test('are there, each in its form', () => {
    expect(text).toContain('build argument');
    expect(text.length).toBeGreaterThan(1000);
  });
});

test('each annotation is one line with one command', () => {
  const lines = REPORTERS.github(report, PLAIN).trimEnd().split('\n');
  const annotations = lines.filter((line) => line.startsWith('::'));
  // Ten errors at most, and five problems.
  expect(annotations).toHaveLength(15);
  for (const line of annotations) {
    const [, properties] = /^::\w+ ([^\n]*?)::/.exec(line)!;
    for (const property of properties!.split(',')) expect(property).toMatch(/^\w+=[^:,]*$/);
  }
});
