import { expect, test } from 'vitest';
import { joinSpans, mask } from '../../src/engine/mask.ts';

test('shows at most four characters of a known prefix', () => {
  expect(mask('hvs.abcdefghijklmnop', 'hvs.')).toBe('hvs.****');
  expect(mask('github_pat_abcdefghijkl', 'github_pat_')).toBe('gith****');
});

test('shows nothing of short values, of values without a prefix, or of another prefix', () => {
  expect(mask('hvs.abcdefghijk', 'hvs.')).toBe('****');
  expect(mask('correct horse battery staple')).toBe('****');
  expect(mask('xvs.abcdefghijklmnop', 'hvs.')).toBe('****');
});

test('overlapping spans are one, and say nothing of either', () => {
  const spans = [
    { start: 10, end: 20, masked: 'hvs.****' },
    { start: 15, end: 30, masked: 'ghp_****' },
    { start: 40, end: 50, masked: 'ghp_****' },
  ];
  expect(joinSpans(spans)).toEqual([
    { start: 10, end: 30, masked: '****' },
    { start: 40, end: 50, masked: 'ghp_****' },
  ]);
});
