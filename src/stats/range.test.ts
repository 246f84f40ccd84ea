import { describe, expect, it } from 'vitest';
import { type RangeInput, type RangePreset, resolveRange } from './range.ts';

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
    // The 20th is a Thursday.
    ['THIS_WEEK', '2025-11-17T05:00:00Z', '2025-11-21T05:00:00Z'],
    ['LAST_WEEK', '2025-11-10T05:00:00Z', '2025-11-17T05:00:00Z'],
    ['THIS_MONTH', '2025-11-01T04:00:00Z', '2025-11-21T05:00:00Z'],
    ['LAST_MONTH', '2025-10-01T04:00:00Z', '2025-11-01T04:00:00Z'],
    ['THIS_QUARTER', '2025-10-01T04:00:00Z', '2025-11-21T05:00:00Z'],
    ['LAST_QUARTER', '2025-07-01T04:00:00Z', '2025-10-01T04:00:00Z'],
    ['THIS_YEAR', '2025-01-01T05:00:00Z', '2025-11-21T05:00:00Z'],
    ['LAST_YEAR', '2024-01-01T05:00:00Z', '2025-01-01T05:00:00Z'],
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

  it.each<[string, { from: string; to: string }, string, string, string]>([
    [
      'a day',
      { from: '2025-11-02', to: '2025-11-02' },
      'America/New_York',
      '2025-11-02T04:00:00Z',
      '2025-11-03T05:00:00Z',
    ],
    // Cairo's 26 April begins at 01:00, summer time.
    [
      'a day without midnight',
      { from: '2024-04-26', to: '2024-04-26' },
      'Africa/Cairo',
      '2024-04-25T22:00:00Z',
      '2024-04-26T21:00:00Z',
    ],
    [
      'a leap month',
      { from: '2024-02-01', to: '2024-02-29' },
      'UTC',
      '2024-02-01T00:00:00Z',
      '2024-03-01T00:00:00Z',
    ],
  ])('days: %s', async (_, days, zone, start, end) => {
    expect(iso(await resolveRange({ days }, clock(zone)))).toEqual([start, end]);
  });

  it('refuses days the wrong way round', async () => {
    const days = { from: '2025-11-03', to: '2025-11-02' };
    await expect(resolveRange({ days }, clock('UTC'))).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'range.days' },
    });
  });

  // 2025 less 2024 years and 11 months is December of the year 0.
  it.each(['P2024Y11M', 'P6738Y', 'P6740Y', 'P100000Y', 'P900000000D', 'PT99999999999H'])(
    'refuses %s, which begins before the year 1',
    async (last) => {
      await expect(resolveRange({ last }, clock('UTC'))).rejects.toMatchObject({
        extensions: { code: 'BAD_USER_INPUT', field: 'range.last' },
      });
    },
  );

  it('begins in the year 1 at the earliest', async () => {
    expect((await resolveRange({ last: 'P2024Y' }, clock('UTC'))).start).toBe(
      Date.parse('0001-11-21T01:30:00Z'),
    );
    const first = '0001-01-01T00:00:00Z';
    expect(iso(await resolveRange({ preset: 'ALL_TIME' }, clock('Asia/Tokyo', undefined, first)))[0]).toBe(
      first,
    );
    const between = (start: string) =>
      resolveRange(
        { between: { start: new Date(start), end: new Date('2025-01-01T00:00:00Z') } },
        clock('UTC'),
      );
    expect((await between(first)).start).toBe(Date.parse(first));
    await expect(between('0000-12-31T23:59:59Z')).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'range.between.start' },
    });
  });
});
