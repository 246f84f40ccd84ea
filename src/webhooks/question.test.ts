import { describe, expect, it } from 'vitest';
import { isPassed, observedIn, questionOf } from './question.ts';
import type { Threshold } from './thresholds.sql.ts';

const threshold: Threshold = {
  id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff',
  webhookId: '6f9619ff-8b86-4d01-b42d-00c04fc964fe',
  projectId: 7,
  timeZone: 'UTC',
  metric: 'VISITS',
  currency: null,
  measure: null,
  last: 'PT1H',
  filter: null,
  comparison: 'BELOW',
  value: 10,
  passed: false,
};
const now = Date.parse('2026-11-21T12:34:56.789Z');

describe('the question of a threshold', () => {
  it.each([
    { last: 'PT1H', timeZone: 'UTC', start: '2026-11-21T11:34:00.000Z' },
    { last: 'P1M', timeZone: 'UTC', start: '2026-10-21T12:34:00.000Z' },
    // Clocks in Berlin went back on 25 October: a month ago, by the clock on the wall, is an hour earlier.
    { last: 'P1M', timeZone: 'Europe/Berlin', start: '2026-10-21T11:34:00.000Z' },
  ])('over $last in $timeZone begins at $start', ({ last, timeZone, start }) => {
    expect(questionOf({ ...threshold, last, timeZone }, now).variables.range).toEqual({
      between: { start, end: '2026-11-21T12:34:00.000Z' },
    });
  });

  it('is the same for thresholds that differ in their bound only', () => {
    const other: Threshold = { ...threshold, id: 'another', value: 3, comparison: 'ABOVE', passed: true };
    expect(questionOf(other, now)).toEqual(questionOf(threshold, now));
  });
});

const totals = (numbers: Record<string, number | null | { currency: string; amount: string }[]>) => ({
  project: { stats: { totals: numbers } },
});

it.each([
  [threshold, totals({ visits: 4 }), 4],
  [{ ...threshold, metric: 'VIEWS_PER_VISIT' as const }, totals({ viewsPerVisit: null }), null],
  [threshold, { project: null }, null],
  [
    { ...threshold, metric: 'REVENUE' as const, currency: 'EUR' },
    totals({ revenue: [{ currency: 'EUR', amount: '19.99' }] }),
    19.99,
  ],
  [
    { ...threshold, metric: 'REVENUE' as const, currency: 'EUR' },
    totals({ revenue: [{ currency: 'USD', amount: '1' }] }),
    0,
  ],
])('the number of an answer, case %#', (asked, answer, observed) => {
  expect(observedIn(answer, asked)).toBe(observed);
});

it.each([
  ['BELOW', 9.99, true],
  ['BELOW', 10, false],
  ['ABOVE', 10, false],
  ['ABOVE', 10.01, true],
] as const)('%s 10 is passed by %d: %s', (comparison, observed, passed) => {
  expect(isPassed({ ...threshold, comparison }, observed)).toBe(passed);
});
