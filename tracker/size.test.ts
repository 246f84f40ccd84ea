import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildTracker } from './build.ts';

// 2.6 kB.
const BUDGET_BYTES = 2662;

test('the tracker fits into its budget when compressed', async () => {
  expect(gzipSync(await buildTracker()).byteLength).toBeLessThanOrEqual(BUDGET_BYTES);
});

test('the tracker names its version to the server', async () => {
  expect(await buildTracker()).toMatch(/"pulsegraph-tracker\/\d+\.\d+\.\d+"/);
});
