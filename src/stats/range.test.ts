import { describe, expect, it } from 'vitest';
import { type Comparison, compareWith, type RangeInput, type RangePreset, resolveRange } from './range.ts';

// Worked by hand from calendars and the IANA database.
const iso = ({ start, end }: { start: number; end: number }): string[] =>
  [start, end].map((at) => new Date(at).toISOString().replace('.000', ''));

const clock = (zone: string, now = '2025-11-21T01:30:00Z', first: string | null = null) => ({
  now: Date.parse(now),
  zone,
  firstVisit: async () => (first === null ? null : Date.parse(first)),
});

describe('resolveRange', () => {
  // 2025-11-21T01:30Z is still the 20th in New York (UTC-5; UTC-4 until 2 November).
  it.each<[RangePreset, string, string]>([
    ['TODAY', '2025-11-20T05:00:00Z', '2025-11-21T05:00:00Z'],
    ['YESTERDAY', '2025-11-19T05:00:00Z', '2025-11-20T05:00:00Z'],
    ['LAST_7_DAYS', '2025-11-14T05:00:00Z', '2025-11-21T05:00:00Z'],
    ['LAST_30_DAYS', '2025-10-22T04:00:00Z', '2025-11-21T05:00:00Z'],
    ['LAST_90_DAYS', '2025-08-23T04:00:00Z', '2025-11-21T05:00:00Z'],
    ['THIS_MONTH', '2025-11-01T04:00:00Z', '2025-11-21T05:00:00Z'],
    ['LAST_MONTH', '2025-10-01T04:00:00Z', '2025-11-01T04:00:00Z'],
    ['LAST_12_MONTHS', '2024-12-01T05:00:00Z', '2025-11-21T05:00:00Z'],
    ['ALL_TIME', '2025-03-08T05:00:00Z', '2025-11-21T05:00:00Z'],
  ])('%s', async (preset, start, end) => {
    const range = await resolveRange(
      { preset },
      clock('America/New_York', undefined, '2025-03-09T04:59:00Z'),
    );
    expect(iso(range)).toEqual([start, end]);
  });

  it('ALL_TIME of a project without events is today', async () => {
    expect(iso(await resolveRange({ preset: 'ALL_TIME' }, clock('UTC')))).toEqual([
      '2025-11-21T00:00:00Z',
      '2025-11-22T00:00:00Z',
    ]);
  });

  it.each<[RangeInput, string, string]>([
    [{ last: 'PT24H' }, '2025-11-20T01:30:00Z', '2025-11-21T01:30:00Z'],
    [{ last: 'P7D' }, '2025-11-14T01:30:00Z', '2025-11-21T01:30:00Z'],
    // Days are the zone's: the one with the change of the clock, on 2 November, has 25 hours.
    [{ last: 'P30D' }, '2025-10-22T00:30:00Z', '2025-11-21T01:30:00Z'],
  ])('%j ends now', async (input, start, end) => {
    expect(iso(await resolveRange(input, clock('America/New_York')))).toEqual([start, end]);
  });

  it('refuses a range that does not end after it starts', async () => {
    const at = new Date('2025-01-01T00:00:00Z');
    await expect(resolveRange({ between: { start: at, end: at } }, clock('UTC'))).rejects.toThrow(
      /end after/,
    );
  });
});

describe('compareWith', () => {
  it.each<[string, Comparison, string, RangePreset | null, string, string, string, string]>([
    [
      'whole days',
      'PREVIOUS_PERIOD',
      'UTC',
      null,
      '2025-11-15T00:00:00Z',
      '2025-11-22T00:00:00Z',
      '2025-11-08T00:00:00Z',
      '2025-11-15T00:00:00Z',
    ],
    // 3 days of 73 hours, of which one has 25; the 3 days before have 72.
    [
      'whole days over a change of the clock',
      'PREVIOUS_PERIOD',
      'Europe/Berlin',
      null,
      '2025-10-24T22:00:00Z',
      '2025-10-27T23:00:00Z',
      '2025-10-21T22:00:00Z',
      '2025-10-24T22:00:00Z',
    ],
    [
      'parts of days',
      'PREVIOUS_PERIOD',
      'UTC',
      null,
      '2025-11-15T06:00:00Z',
      '2025-11-15T10:00:00Z',
      '2025-11-15T02:00:00Z',
      '2025-11-15T06:00:00Z',
    ],
    [
      'last month',
      'PREVIOUS_PERIOD',
      'UTC',
      'LAST_MONTH',
      '2025-10-01T00:00:00Z',
      '2025-11-01T00:00:00Z',
      '2025-09-01T00:00:00Z',
      '2025-10-01T00:00:00Z',
    ],
    // New York was at UTC-4 on 5 November 2023 until 06:00Z; the same dates of 2024 lie after the change on 3 November.
    [
      'a year earlier',
      'YEAR_OVER_YEAR',
      'America/New_York',
      null,
      '2024-11-04T05:00:00Z',
      '2024-11-06T05:00:00Z',
      '2023-11-04T04:00:00Z',
      '2023-11-06T05:00:00Z',
    ],
  ])('%s', (_, comparison, zone, preset, start, end, previousStart, previousEnd) => {
    const range = { start: Date.parse(start), end: Date.parse(end) };
    expect(iso(compareWith(range, comparison, zone, preset))).toEqual([previousStart, previousEnd]);
  });
});
