import { describe, expect, test } from 'vitest';
import { SEVERITIES } from '../../src/model/severity.ts';
import { text } from '../../src/reporters/text.ts';
import { HOSTILE_NAMES, PLAIN, sampleFinding, sampleReport } from './sample.ts';

const unread = { kind: 'unread', code: 'vanished', message: 'file vanished', path: 'b', line: 3 } as const;
const note = { kind: 'coverage', code: 'symbolic-link', message: 'not followed', path: 'c' } as const;
const linesOf = (...parameters: Parameters<typeof text>) => text(...parameters).split('\n');

describe('the report for people', () => {
  test('is grouped by file, with a masked frame, why and fix', () => {
    const lines = linesOf(
      sampleReport([
        sampleFinding(),
        sampleFinding({ region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 2 } }),
      ]),
      PLAIN,
    );
    expect(lines.filter((line) => line === 'services/cart/Dockerfile')).toHaveLength(1);
    expect(lines).toContain('high  dockerfile/secret-in-arg  2:5  ****');
    expect(lines).toContain('> 2 | ARG NPM_TOKEN=****');
    expect(lines).toContain('  1 | FROM node:24');
    expect(lines.filter((line) => line.startsWith('  why: '))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('  fix: '))).toHaveLength(1);
    expect(lines.at(-2)).toBe('2 findings (2 high) in 3 files, 5 KB, 1 left out');
  });

  test('counts what was not looked at, and names it', () => {
    const lines = linesOf(sampleReport([], [unread, note]), PLAIN);
    expect(lines).toContain('  b:3: file vanished');
    expect(lines.at(-2)).toBe('no findings in 3 files, 5 KB, 1 left out, 1 not looked at, 1 coverage note');
    expect(lines.join('\n')).not.toContain('not followed');
    expect(text(sampleReport([], [note]), { ...PLAIN, verbose: true })).toContain('  c: not followed');
  });

  test('quiet leaves the frames out, verbose adds the fingerprint', () => {
    const report = sampleReport([sampleFinding()]);
    expect(text(report, { ...PLAIN, quiet: true })).not.toContain(' | ');
    expect(text(report, { ...PLAIN, verbose: true })).toContain('0123456789abcdef0123456789abcdef');
  });

  test('gives each severity a colour of its own, and none when not asked', () => {
    const shown = SEVERITIES.map((severity) => {
      const line = linesOf(sampleReport([sampleFinding({ severity })]), { ...PLAIN, color: true })[2]!;
      return /^((?:\x1b\[\d+m)+)/.exec(line)?.[1];
    });
    expect(new Set(shown).size).toBe(SEVERITIES.length);
    expect(text(sampleReport([sampleFinding()]), PLAIN)).not.toContain('\x1b');
  });
});

describe('80 columns', () => {
  const long = {
    message: `variable ${'A_LONG_NAME '.repeat(20)}holds a secret`,
    excerpt: {
      startLine: 99_999,
      lines: ['x'.repeat(300), `${'y '.repeat(120)}TOKEN=**** ${'z '.repeat(100)}`, '\t'.repeat(60)],
    },
    region: { startLine: 100_000, startColumn: 250, endLine: 100_000, endColumn: 260 },
  };

  test('are kept by frames, messages, why, fix and the summary', () => {
    const counts = SEVERITIES.map((severity) => sampleFinding({ ...long, severity }));
    const lines = linesOf(sampleReport(counts, [{ ...unread, message: 'word '.repeat(40) }, note]), PLAIN);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test('keep the masked value of a long line in sight', () => {
    expect(linesOf(sampleReport([sampleFinding(long)]), PLAIN).find((line) => line.startsWith('>'))).toContain(
      'TOKEN=****',
    );
  });

  test('are kept for names of any kind, but for a path that is longer itself', () => {
    const findings = HOSTILE_NAMES.map((name) => sampleFinding({ excerpt: { startLine: 1, lines: [name, name] } }));
    expect(linesOf(sampleReport(findings), PLAIN).filter((line) => line.length > 80)).toEqual([]);
  });

  test('a wide character is not cut in two', () => {
    const shown = text(
      sampleReport([sampleFinding({ excerpt: { startLine: 1, lines: ['a', `a${'🙂'.repeat(100)}`] } })]),
      PLAIN,
    );
    expect(shown.isWellFormed()).toBe(true);
  });
});
