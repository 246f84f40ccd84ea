import { Temporal } from 'temporal-polyfill';
import { badInput } from '../errors.ts';

export type RangePreset =
  | 'TODAY'
  | 'YESTERDAY'
  | 'LAST_7_DAYS'
  | 'LAST_30_DAYS'
  | 'LAST_90_DAYS'
  | 'THIS_WEEK'
  | 'LAST_WEEK'
  | 'THIS_MONTH'
  | 'LAST_MONTH'
  | 'THIS_QUARTER'
  | 'LAST_QUARTER'
  | 'THIS_YEAR'
  | 'LAST_YEAR'
  | 'LAST_12_MONTHS'
  | 'ALL_TIME';

export interface RangeInput {
  preset?: RangePreset | null | undefined;
  last?: string | null | undefined;
  between?: { start: Date; end: Date } | null | undefined;
  /** Calendar dates, YYYY-MM-DD, both included. */
  days?: { from: string; to: string } | null | undefined;
}

/** start <= t < end, in milliseconds since 1970. */
export interface Range {
  start: number;
  end: number;
}

/** What a range is resolved against. */
export interface Clock {
  now: number;
  zone: string;
  /** When the project's first visit started; null without any. Only ALL_TIME asks. */
  firstVisit: () => Promise<number | null>;
}

export const DEFAULT_RANGE: RangeInput = { preset: 'LAST_30_DAYS' };

/** 0001-01-01T00:00Z: RFC 3339 has no earlier year that every reader of it takes. */
export const EARLIEST_MS = -62_135_596_800_000;

/** A range that may ask for the project's first visit. BAD_USER_INPUT when it is empty or begins before the year 1. */
export async function resolveRange(input: RangeInput, clock: Clock): Promise<Range> {
  if (input.between) return betweenRange(input.between);
  if (input.days) return daysRange(input.days, clock.zone);
  const now = at(clock.now, clock.zone);
  if (input.last) return lastOf(input.last, now);
  return presetRange(input.preset ?? 'LAST_30_DAYS', now, clock);
}

function betweenRange(input: { start: Date; end: Date }): Range {
  const [start, end] = [input.start.getTime(), input.end.getTime()];
  if (start < EARLIEST_MS) throw badInput('range.between.start', 'A range begins in the year 1 or later.');
  if (start >= end) throw badInput('range.between', 'A range must end after it starts.');
  return { start, end };
}

function daysRange({ from, to }: { from: string; to: string }, zone: string): Range {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (Temporal.PlainDate.compare(first, last) > 0)
    throw badInput('range.days', 'The last day of a range may not be before its first day.');
  return wholeDays(first, last.add({ days: 1 }), zone);
}

function lastOf(duration: string, now: Temporal.ZonedDateTime): Range {
  const start = before(now, duration);
  if (start === null)
    throw badInput('range.last', 'The range begins before the year 1: ask for a shorter one.');
  return { start: start.epochMilliseconds, end: now.epochMilliseconds };
}

/** The instant so long before another one; null before the year 1. */
export function before(time: Temporal.ZonedDateTime, duration: string): Temporal.ZonedDateTime | null {
  try {
    const found = time.subtract(duration);
    return found.epochMilliseconds < EARLIEST_MS ? null : found;
  } catch {
    // Outside of what the calendar can hold.
    return null;
  }
}

/** Whole days of the zone, ending with today unless the name says otherwise. */
async function presetRange(preset: RangePreset, now: Temporal.ZonedDateTime, clock: Clock): Promise<Range> {
  const today = now.toPlainDate();
  const tomorrow = today.add({ days: 1 });
  const days = (from: Temporal.PlainDate, to: Temporal.PlainDate): Range => wholeDays(from, to, clock.zone);
  const [week, month, quarter, year] = [
    firstOf('WEEK', today),
    firstOf('MONTH', today),
    firstOf('QUARTER', today),
    firstOf('YEAR', today),
  ];
  switch (preset) {
    case 'TODAY':
      return days(today, tomorrow);
    case 'YESTERDAY':
      return days(today.subtract({ days: 1 }), today);
    case 'LAST_7_DAYS':
      return days(today.subtract({ days: 6 }), tomorrow);
    case 'LAST_30_DAYS':
      return days(today.subtract({ days: 29 }), tomorrow);
    case 'LAST_90_DAYS':
      return days(today.subtract({ days: 89 }), tomorrow);
    case 'THIS_WEEK':
      return days(week, tomorrow);
    case 'LAST_WEEK':
      return days(week.subtract({ weeks: 1 }), week);
    case 'THIS_MONTH':
      return days(month, tomorrow);
    case 'LAST_MONTH':
      return days(month.subtract({ months: 1 }), month);
    case 'THIS_QUARTER':
      return days(quarter, tomorrow);
    case 'LAST_QUARTER':
      return days(quarter.subtract({ months: 3 }), quarter);
    case 'THIS_YEAR':
      return days(year, tomorrow);
    case 'LAST_YEAR':
      return days(year.subtract({ years: 1 }), year);
    case 'LAST_12_MONTHS':
      return days(month.subtract({ months: 11 }), tomorrow);
    case 'ALL_TIME': {
      const first = await clock.firstVisit();
      return days(first === null ? today : at(first, clock.zone).toPlainDate(), tomorrow);
    }
  }
}

/** The first day of the week (Monday), month, quarter or year that a day is in. */
function firstOf(unit: 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR', day: Temporal.PlainDate): Temporal.PlainDate {
  switch (unit) {
    case 'WEEK':
      return day.subtract({ days: day.dayOfWeek - 1 });
    case 'MONTH':
      return day.with({ day: 1 });
    case 'QUARTER':
      return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) });
    case 'YEAR':
      return day.with({ day: 1, month: 1 });
  }
}

/** From the first instant of one day to that of another; not before the year 1, where midnight of its first day may lie. */
const wholeDays = (from: Temporal.PlainDate, to: Temporal.PlainDate, zone: string): Range => ({
  start: Math.max(midnight(from, zone), EARLIEST_MS),
  end: midnight(to, zone),
});

export const at = (milliseconds: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);

/** A day's first instant: 00:00, or later where the clock skips midnight. */
export const midnight = (date: Temporal.PlainDate, zone: string): number =>
  date.toZonedDateTime(zone).epochMilliseconds;
