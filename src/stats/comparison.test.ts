import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Comparison, compareWith } from './comparison.ts';
import { EARLIEST_MS, type RangeInput, resolveRange } from './range.ts';

// Worked by hand from calendars and the IANA database.
const ms = (text: string): number => Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
const iso = (range: { start: number; end: number } | null): string[] | null =>
  range && [range.start, range.end].map((at) => new Date(at).toISOString().replace('.000', ''));

const compared = (comparison: Comparison, zone: string, start: string, end: string) =>
  iso(
    compareWith(
      { range: { start: ms(start), end: ms(end) }, input: {}, zone, now: ms('2026-11-30') },
      comparison,
    ),
  );
const spelled = (...times: string[]) =>
  times.map((time) => new Date(ms(time)).toISOString().replace('.000', ''));

describe('YEAR_OVER_YEAR', () => {
  it.each<[zone: string, start: string, end: string, previousStart: string, previousEnd: string]>([
    // 29 February is compared with 28 February, and so is 28 February of the year after with 28 February.
    ['UTC', '2024-02-28', '2024-02-29', '2023-02-28', '2023-03-01'],
    ['UTC', '2024-02-29', '2024-03-01', '2023-02-28', '2023-03-01'],
    ['UTC', '2024-02-28', '2024-03-01', '2023-02-28', '2023-03-01'],
    ['UTC', '2025-02-28', '2025-03-01', '2024-02-28', '2024-02-29'],
    ['UTC', '2024-02-01', '2024-03-01', '2023-02-01', '2023-03-01'],
    // Whole months are compared with whole months: February of 2024 had 29 days.
    ['UTC', '2025-02-01', '2025-03-01', '2024-02-01', '2024-03-01'],
    ['UTC', '2025-01-01', '2025-04-01', '2024-01-01', '2024-04-01'],
    ['UTC', '2025-02-02', '2025-03-01', '2024-02-02', '2024-02-29'],
    ['UTC', '2024-02-28T12:00:00Z', '2024-02-29T12:00:00Z', '2023-02-28T12:00:00Z', '2023-03-01T12:00:00Z'],
    ['UTC', '2024-02-29T10:00:00Z', '2024-02-29T12:00:00Z', '2023-02-28T10:00:00Z', '2023-02-28T12:00:00Z'],
    ['UTC', '2025-03-01T10:00:00Z', '2025-03-01T12:00:00Z', '2024-03-01T10:00:00Z', '2024-03-01T12:00:00Z'],
    // Cairo began 26 April 2024 at 01:00, summer time; 2023's clocks changed on 28 April.
    [
      'Africa/Cairo',
      '2024-04-25T22:00:00Z',
      '2024-04-26T21:00:00Z',
      '2023-04-25T22:00:00Z',
      '2023-04-26T22:00:00Z',
    ],
    [
      'Africa/Cairo',
      '2024-04-24T22:00:00Z',
      '2024-04-25T22:00:00Z',
      '2023-04-24T22:00:00Z',
      '2023-04-25T22:00:00Z',
    ],
    [
      'Africa/Cairo',
      '2024-03-31T22:00:00Z',
      '2024-04-30T21:00:00Z',
      '2023-03-31T22:00:00Z',
      '2023-04-30T21:00:00Z',
    ],
    // Its day of 25 April 2025 began at 01:00 too: a year earlier, that is a day with a midnight.
    [
      'Africa/Cairo',
      '2025-04-24T22:00:00Z',
      '2025-04-25T10:00:00Z',
      '2024-04-24T22:00:00Z',
      '2024-04-25T11:00:00Z',
    ],
    // New York was at UTC-4 on 5 November 2023 until 06:00Z; the same dates of 2024 lie after the change on 3 November.
    [
      'America/New_York',
      '2024-11-04T05:00:00Z',
      '2024-11-06T05:00:00Z',
      '2023-11-04T04:00:00Z',
      '2023-11-06T05:00:00Z',
    ],
    // 01:00 to 02:00 of New York's 2 November 2025, first in summer and then in winter time, is an hour of the clock
    // from 01:30 to 01:30: a year earlier that is no time at all, so it is as long from there.
    [
      'America/New_York',
      '2025-11-02T05:30:00Z',
      '2025-11-02T06:30:00Z',
      '2024-11-02T05:30:00Z',
      '2024-11-02T06:30:00Z',
    ],
  ])('in %s, %s to %s', (zone, start, end, previousStart, previousEnd) => {
    expect(compared('YEAR_OVER_YEAR', zone, start, end)).toEqual(spelled(previousStart, previousEnd));
  });

  it.each(['UTC', 'Africa/Cairo', 'America/New_York', 'Australia/Lord_Howe', 'America/Asuncion'])(
    'of whole days in %s is whole days, as many but for a leap day',
    (zone) => {
      const date = fc
        .integer({ min: 0, max: 20_000 })
        .map((days) => new Temporal.PlainDate(1975, 1, 1).add({ days }));
      fc.assert(
        fc.property(date, fc.integer({ min: 1, max: 400 }), (first, count) => {
          const instant = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
          const range = { start: instant(first), end: instant(first.add({ days: count })) };
          const found = compareWith({ range, input: {}, zone, now: 0 }, 'YEAR_OVER_YEAR');
          if (!found) throw new Error('there is none');
          const [start, end] = [found.start, found.end].map((time) =>
            Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone),
          );
          expect(start?.equals(start.startOfDay()) && end?.equals(end.startOfDay())).toBe(true);
          const days =
            start?.toPlainDate().until(end?.toPlainDate() ?? first, { largestUnit: 'days' }).days ?? 0;
          expect(Math.abs(days - count)).toBeLessThanOrEqual(1);
          expect(days).toBeGreaterThan(0);
          expect(start?.toPlainDate().toString()).toBe(first.subtract({ years: 1 }).toString());
        }),
      );
    },
  );
});

describe('PREVIOUS_PERIOD', () => {
  it.each<[what: string, zone: string, start: string, end: string, previousStart: string]>([
    ['whole days', 'UTC', '2025-11-15', '2025-11-22', '2025-11-08'],
    // 3 days of 73 hours, of which one has 25; the 3 days before have 72.
    [
      'whole days over a change of the clock',
      'Europe/Berlin',
      '2025-10-24T22:00:00Z',
      '2025-10-27T23:00:00Z',
      '2025-10-21T22:00:00Z',
    ],
    ['parts of days', 'UTC', '2025-11-15T06:00:00Z', '2025-11-15T10:00:00Z', '2025-11-15T02:00:00Z'],
    [
      'the day after one without midnight',
      'Africa/Cairo',
      '2024-04-26T21:00:00Z',
      '2024-04-27T21:00:00Z',
      '2024-04-25T22:00:00Z',
    ],
  ])('%s', (_, zone, start, end, previousStart) => {
    expect(compared('PREVIOUS_PERIOD', zone, start, end)).toEqual(spelled(previousStart, start));
  });

  it('is null where there is no date before, and is cut at the year 1', () => {
    expect(compared('PREVIOUS_PERIOD', 'UTC', '0001-01-01', '0001-02-01')).toBeNull();
    expect(compared('PREVIOUS_PERIOD', 'UTC', '0001-02-01', '2025-01-01')).toEqual(
      spelled('0001-01-01', '0001-02-01'),
    );
  });
});

describe('a range that has not ended', () => {
  // 20:30 on Thursday, 20 November 2025 in New York.
  const now = ms('2025-11-21T01:30:00.500Z');
  const zone = 'America/New_York';
  it.each<[NonNullable<RangeInput['preset']>, Comparison, string, string]>([
    ['TODAY', 'PREVIOUS_PERIOD', '2025-11-19T05:00:00Z', '2025-11-20T01:30:00Z'],
    ['TODAY', 'YEAR_OVER_YEAR', '2024-11-20T05:00:00Z', '2024-11-21T01:30:00Z'],
    // So many days are compared with as many whole ones.
    ['LAST_7_DAYS', 'PREVIOUS_PERIOD', '2025-11-07T05:00:00Z', '2025-11-14T05:00:00Z'],
    // Summer time ended on 2 November.
    ['LAST_30_DAYS', 'PREVIOUS_PERIOD', '2025-09-22T04:00:00Z', '2025-10-22T04:00:00Z'],
    ['THIS_WEEK', 'PREVIOUS_PERIOD', '2025-11-10T05:00:00Z', '2025-11-14T01:30:00Z'],
    ['THIS_MONTH', 'PREVIOUS_PERIOD', '2025-10-01T04:00:00Z', '2025-10-21T00:30:00Z'],
    ['THIS_QUARTER', 'PREVIOUS_PERIOD', '2025-07-01T04:00:00Z', '2025-08-21T00:30:00Z'],
    ['THIS_YEAR', 'PREVIOUS_PERIOD', '2024-01-01T05:00:00Z', '2024-11-21T01:30:00Z'],
    ['LAST_12_MONTHS', 'PREVIOUS_PERIOD', '2023-12-01T05:00:00Z', '2024-12-01T05:00:00Z'],
    // These have ended.
    ['YESTERDAY', 'PREVIOUS_PERIOD', '2025-11-18T05:00:00Z', '2025-11-19T05:00:00Z'],
    ['LAST_MONTH', 'PREVIOUS_PERIOD', '2025-09-01T04:00:00Z', '2025-10-01T04:00:00Z'],
    ['LAST_QUARTER', 'PREVIOUS_PERIOD', '2025-04-01T04:00:00Z', '2025-07-01T04:00:00Z'],
    ['LAST_YEAR', 'PREVIOUS_PERIOD', '2023-01-01T05:00:00Z', '2024-01-01T05:00:00Z'],
    ['LAST_YEAR', 'YEAR_OVER_YEAR', '2023-01-01T05:00:00Z', '2024-01-01T05:00:00Z'],
  ])('%s, %s', async (preset, comparison, start, end) => {
    const range = await resolveRange({ preset }, { now, zone, firstVisit: async () => null });
    expect(iso(compareWith({ range, input: { preset }, zone, now }, comparison))).toEqual([start, end]);
  });
});

it('is never empty, inverted or before the year 1', () => {
  const time = fc.integer({ min: EARLIEST_MS, max: ms('2200-01-01') });
  const zones = fc.constantFrom(
    'UTC',
    'Africa/Cairo',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  );
  fc.assert(
    fc.property(
      time,
      fc.integer({ min: 1, max: 40 * 86_400_000 }),
      zones,
      fc.constantFrom<Comparison>('PREVIOUS_PERIOD', 'YEAR_OVER_YEAR'),
      (start, length, zone, comparison) => {
        const found = compareWith(
          { range: { start, end: start + length }, input: {}, zone, now: 0 },
          comparison,
        );
        if (found === null) expect(start).toBeLessThan(EARLIEST_MS + 366 * 86_400_000);
        else {
          expect(found.end).toBeGreaterThan(found.start);
          expect(found.start).toBeGreaterThanOrEqual(EARLIEST_MS);
        }
      },
    ),
  );
});
