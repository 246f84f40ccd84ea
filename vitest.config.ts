import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Yoga and Pothos load graphql's CommonJS build; a test that imports the ES build would hold a second copy of its classes.
    alias: [
      {
        find: /^graphql$/,
        replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)),
      },
    ],
  },
  test: {
    include: ['{src,tests,tracker,scripts}/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores: more workers only make the clock of each test slower.
    maxWorkers: 2,
    // Hundreds of tests kill and race real processes. One that passes on its second try is named at the end of the run.
    retry: process.env.CI ? 1 : 0,
    reporters: ['default', './tests/support/report-retried.ts'],
  },
});
