import { describe, expect, it } from 'vitest';
import { bucketStarts, defaultInterval, type Interval, previousStart } from './buckets.ts';

// Offsets and changes of clocks are those of the IANA database, as printed by `zdump -v ZONE`.
const ms = (instant: string): number => Date.parse(instant);

describe('bucketStarts', () => {
  const cases: [string, Interval, string, string, string, string[]][] = [
    [
      'days of Berlin when clocks go back: 25 hours',
      'DAY',
      'Europe/Berlin',
      '2025-10-24T22:00:00Z',
      '2025-10-27T23:00:00Z',
      ['2025-10-24T22:00:00Z', '2025-10-25T22:00:00Z', '2025-10-26T23:00:00Z'],
    ],
    [
      'days of Berlin when clocks go forward: 23 hours',
      'DAY',
      'Europe/Berlin',
      '2025-03-28T23:00:00Z',
      '2025-03-30T22:00:00Z',
      ['2025-03-28T23:00:00Z', '2025-03-29T23:00:00Z'],
    ],
    [
      'the hour of Berlin that happens twice is two buckets',
      'HOUR',
      'Europe/Berlin',
      '2025-10-25T23:30:00Z',
      '2025-10-26T02:30:00Z',
      ['2025-10-25T23:30:00Z', '2025-10-26T00:00:00Z', '2025-10-26T01:00:00Z', '2025-10-26T02:00:00Z'],
    ],
    [
      'hours of Kathmandu, 5:45 ahead',
      'HOUR',
      'Asia/Kathmandu',
      '2025-06-01T00:00:00Z',
      '2025-06-01T02:00:00Z',
      ['2025-06-01T00:00:00Z', '2025-06-01T00:15:00Z', '2025-06-01T01:15:00Z'],
    ],
    [
      'Lord Howe goes back half an hour: 01:00 lasts 90 minutes',
      'HOUR',
      'Australia/Lord_Howe',
      '2025-04-05T13:00:00Z',
      '2025-04-05T17:00:00Z',
      ['2025-04-05T13:00:00Z', '2025-04-05T14:00:00Z', '2025-04-05T15:30:00Z', '2025-04-05T16:30:00Z'],
    ],
    [
      'Lord Howe goes forward half an hour: 02:00 lasts 30 minutes',
      'HOUR',
      'Australia/Lord_Howe',
      '2025-10-04T14:30:00Z',
      '2025-10-04T17:00:00Z',
      ['2025-10-04T14:30:00Z', '2025-10-04T15:30:00Z', '2025-10-04T16:00:00Z'],
    ],
    [
      'a day of Santiago that begins at 01:00, because the clock skips midnight',
      'DAY',
      'America/Santiago',
      '2025-09-06T04:00:00Z',
      '2025-09-08T03:00:00Z',
      ['2025-09-06T04:00:00Z', '2025-09-07T04:00:00Z'],
    ],
    [
      'weeks begin on Monday; the first one with the range',
      'WEEK',
      'UTC',
      '2025-11-05T12:00:00Z',
      '2025-11-18T00:00:00Z',
      ['2025-11-05T12:00:00Z', '2025-11-10T00:00:00Z', '2025-11-17T00:00:00Z'],
    ],
    [
      'months of their own length',
      'MONTH',
      'America/New_York',
      '2025-01-15T05:00:00Z',
      '2025-04-01T04:00:00Z',
      ['2025-01-15T05:00:00Z', '2025-02-01T05:00:00Z', '2025-03-01T05:00:00Z'],
    ],
    [
      'minutes',
      'MINUTE',
      'UTC',
      '2025-01-01T00:00:30Z',
      '2025-01-01T00:02:00Z',
      ['2025-01-01T00:00:30Z', '2025-01-01T00:01:00Z'],
    ],
  ];
  it.each(cases)('%s', (_, interval, zone, start, end, expected) => {
    const starts = bucketStarts({ start: ms(start), end: ms(end) }, interval, zone);
    expect(starts.map((at) => new Date(at).toISOString().replace('.000', ''))).toEqual(expected);
  });

  it('refuses more than 10,000 buckets', () => {
    const range = { start: ms('2025-01-01T00:00:00Z'), end: ms('2025-01-08T00:00:00Z') };
    expect(() => bucketStarts(range, 'MINUTE', 'UTC')).toThrow(/10,000/);
  });

  it('refuses more than a limit of its own, to the bucket', () => {
    const range = { start: ms('2025-01-01T00:00:00Z'), end: ms('2025-04-01T00:00:00Z') };
    const most = (limit: number) => () =>
      bucketStarts(range, 'MONTH', 'UTC', { most: limit, argument: 'period' });
    expect(most(3)()).toHaveLength(3);
    expect(most(2)).toThrow(/more than 2 buckets of a month: ask for a longer period/);
  });
});

describe('buckets that fold', () => {
  it.each<[Interval, number]>([
    ['MINUTE', 10_000],
    ['HOUR', 10_000],
    ['DAY', 366],
    ['WEEK', 366],
    ['MONTH', 366],
    ['YEAR', 366],
  ])('of a %s are at most as many, and only the first is longer', (interval, most) => {
    const range = { start: ms('0001-01-02T00:00:00Z'), end: ms('2026-11-30T13:00:00Z') };
    for (const zone of ['UTC', 'America/New_York', 'Australia/Lord_Howe']) {
      const starts = bucketStarts(range, interval, zone, { most, argument: 'period', folds: true });
      expect(starts.length).toBeLessThanOrEqual(most);
      expect(starts.length).toBeGreaterThan(0.8 * most);
      expect(starts[0]).toBe(range.start);
      // The others are what they are without an older beginning.
      const second = starts[1] ?? 0;
      const plain = bucketStarts({ start: second, end: range.end }, interval, zone);
      expect(starts.slice(1)).toEqual(plain);
      expect(previousStart(second + 1, interval, zone)).toBeLessThan(second);
    }
  });

  it('are all there while they fit', () => {
    const range = { start: ms('2024-05-05T00:00:00Z'), end: ms('2026-01-01T00:00:00Z') };
    const years = bucketStarts(range, 'YEAR', 'UTC', { folds: true });
    expect(years.map((start) => new Date(start).toISOString().slice(0, 10))).toEqual([
      '2024-05-05',
      '2025-01-01',
    ]);
  });

  it('a year is the longest: what is left is a shorter range', () => {
    const range = { start: ms('1900-01-01T00:00:00Z'), end: ms('2026-01-01T00:00:00Z') };
    expect(() => bucketStarts(range, 'YEAR', 'UTC', { most: 100, argument: 'period' })).toThrow(
      'The range has more than 100 buckets of a year: ask for a shorter range.',
    );
  });
});

describe('previousStart', () => {
  it.each<[Interval, string, string, string]>([
    ['MINUTE', 'UTC', '2025-11-12T10:20:30Z', '2025-11-12T10:19:00Z'],
    ['HOUR', 'UTC', '2025-11-12T10:20:30Z', '2025-11-12T09:00:00Z'],
    // 01:00 lasts 90 minutes when Lord Howe goes back: from 14:00 to 15:30 UTC.
    ['HOUR', 'Australia/Lord_Howe', '2025-04-05T15:45:00Z', '2025-04-05T14:00:00Z'],
    ['DAY', 'UTC', '2025-11-12T00:00:00Z', '2025-11-11T00:00:00Z'],
    // The day before is the one of 25 hours.
    ['DAY', 'Europe/Berlin', '2025-10-26T23:00:00Z', '2025-10-25T22:00:00Z'],
    ['WEEK', 'UTC', '2025-11-12T00:00:00Z', '2025-11-03T00:00:00Z'],
    ['YEAR', 'UTC', '2025-03-31T12:00:00Z', '2024-01-01T00:00:00Z'],
    ['MONTH', 'America/New_York', '2025-03-31T12:00:00Z', '2025-02-01T05:00:00Z'],
  ])('of a %s in %s at %s', (interval, zone, time, expected) => {
    expect(new Date(previousStart(ms(time), interval, zone)).toISOString().replace('.000', '')).toBe(
      expected,
    );
  });
});

describe('defaultInterval', () => {
  it.each<[number, Interval]>([
    [1, 'MINUTE'],
    [24, 'HOUR'],
    [48, 'HOUR'],
    [72, 'DAY'],
    [90 * 24, 'DAY'],
    [365 * 24, 'MONTH'],
    [57 * 365 * 24, 'MONTH'],
    [2026 * 365 * 24, 'YEAR'],
  ])('%i hours are shown by %s', (hours, interval) => {
    expect(defaultInterval({ start: 0, end: hours * 3_600_000 })).toBe(interval);
  });
});
