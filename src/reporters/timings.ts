import type { Timings } from '../model/timings.ts';

/** Rules that the text shows; the JSON holds all. */
const MOST_SHOWN = 15;

/** Stages and rules as the JSON report holds them, the dearest first. */
export function timingFields({ stages, rules }: Timings) {
  return {
    stages: dearestFirst(stages).map(([name, cpuMs]) => ({ name, cpuMs })),
    rules: dearestFirst(rules).map(([id, cpuMs]) => ({ id, cpuMs })),
  };
}

/** Stages and the dearest rules for people. */
export function timingLines({ stages, rules }: Timings): string[] {
  const row = ([name, cpuMs]: [string, number]) => `${cpuMs.toFixed(1).padStart(10)}  ${name}`;
  const shown = dearestFirst(rules);
  const rest = shown.length - MOST_SHOWN;
  return [
    'CPU milliseconds by stage, over all threads',
    ...dearestFirst(stages).map(row),
    'CPU milliseconds by rule, within the stages',
    ...shown.slice(0, MOST_SHOWN).map(row),
    ...(rest > 0 ? [`            and ${rest} more; --format json has all`] : []),
    '',
  ];
}

function dearestFirst(times: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(times)
    .map(([name, took]): [string, number] => [name, Math.round(took * 1000) / 1000])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
