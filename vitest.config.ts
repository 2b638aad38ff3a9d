import { defineConfig } from 'vitest/config';

// Before any worker starts: what a test prints or parses must not depend on the machine it runs on.
process.env['TZ'] = 'UTC';
process.env['LC_ALL'] = 'C';

export default defineConfig({
  test: {
    // A failure's one line holds what was found: the closing summary has no more of it.
    chaiConfig: { truncateThreshold: 1000 },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/security/**', 'test/bench/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/security/**/*.test.ts'],
          globalSetup: ['test/e2e/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          expect: { poll: { timeout: 15_000, interval: 100 } },
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
