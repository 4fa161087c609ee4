import type { ThreadClock } from './engine/stopwatch.ts';

/** The clocks of this thread; where Node can't tell its CPU time, passed time stands in for it. */
export const threadClock: ThreadClock = {
  now: () => performance.now(),
  cpu: () => {
    if (typeof process.threadCpuUsage !== 'function') return performance.now();
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  },
};
