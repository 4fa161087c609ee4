import { defineConfig } from 'vitest/config';

const temporary = 'test/temporary-files.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/cli/**', 'test/docker/**'],
          globalSetup: [temporary],
          // Most of the time went into loading the same modules once for every file.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'cli',
          globalSetup: [temporary],
          include: ['test/cli/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'docker',
          include: ['test/docker/**/*.test.ts'],
          globalSetup: [temporary, 'test/docker/setup/global.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
