import { expect, test } from 'vitest';
import { addTimings, Stopwatch } from '../../src/engine/stopwatch.ts';

test('a stage does not count what a stage within it took, and a rule counts with its stage', () => {
  let now = 0;
  const watch = new Stopwatch({ now: () => now, cpu: () => now / 2 });
  const outer = watch.start();
  now += 1;
  const inner = watch.start();
  const rule = watch.start();
  now += 5;
  watch.stopRule('a/b', rule);
  now += 2;
  watch.stopStage('inner', inner);
  now += 3;
  watch.stopStage('outer', outer);
  // Half of the time that passed was CPU.
  expect(watch.take()).toEqual({ stages: { inner: 3.5, outer: 2 }, rules: { 'a/b': 2.5 } });
  expect(watch.take()).toEqual({ stages: {}, rules: {} });
});

test('without a clock nothing is counted', () => {
  const watch = new Stopwatch();
  watch.stopStage('a', watch.start());
  watch.stopRule('a/b', watch.start());
  expect(watch.take()).toEqual({ stages: {}, rules: {} });
});

test('threads are added up', () => {
  const sum = addTimings({ stages: { walk: 1 }, rules: {} }, { stages: { walk: 2, parse: 3 }, rules: { 'a/b': 1 } });
  expect(sum).toEqual({ stages: { walk: 3, parse: 3 }, rules: { 'a/b': 1 } });
});
