import type { Temporal } from 'temporal-polyfill';
import { at, EARLIEST_MS, midnight, type Range, type RangeInput, type RangePreset } from './range.ts';

export type Comparison = 'PREVIOUS_PERIOD' | 'YEAR_OVER_YEAR';

/** A range, how it was asked for, and when. */
export interface Compared {
  range: Range;
  input: Pick<RangeInput, 'preset'>;
  zone: string;
  now: number;
}

/**
 * The range to compare with; null where it would lie before the year 1.
 *
 * PREVIOUS_PERIOD ends where the range starts and is as long: as many days where the range is whole days of the zone,
 * as many calendar months or years where its name says months or years. YEAR_OVER_YEAR is the same dates and times of
 * day a year earlier. A day, week, month, quarter or year that has not ended yet is compared with as much of the other one
 * as has passed; ranges of so many days or months are compared with as many whole ones.
 */
export function compareWith(compared: Compared, comparison: Comparison): Range | null {
  const found = comparison === 'YEAR_OVER_YEAR' ? yearEarlier(compared) : previousPeriod(compared);
  const start = Math.max(found.start, EARLIEST_MS);
  return found.end > start ? { start, end: found.end } : null;
}

// Ranges that are named by calendar units are compared with as many of these units before.
const CALENDAR_LENGTH: Partial<Record<RangePreset, { months: number }>> = {
  THIS_MONTH: { months: 1 },
  LAST_MONTH: { months: 1 },
  THIS_QUARTER: { months: 3 },
  LAST_QUARTER: { months: 3 },
  THIS_YEAR: { months: 12 },
  LAST_YEAR: { months: 12 },
  LAST_12_MONTHS: { months: 12 },
};

function previousPeriod({ range, input, zone, now }: Compared): Range {
  const [start, end] = [at(range.start, zone), at(range.end, zone)];
  if (!isMidnight(start) || !isMidnight(end))
    return { start: range.start - (range.end - range.start), end: range.start };
  const length = lengthOf(start, end, input.preset);
  return {
    start: midnight(start.toPlainDate().subtract(length), zone),
    end: isGoingOn({ range, input, now }) ? wholeSecond(at(now, zone).subtract(length)) : range.start,
  };
}

/** How far the previous period lies before a range of whole days. */
function lengthOf(
  start: Temporal.ZonedDateTime,
  end: Temporal.ZonedDateTime,
  preset: RangePreset | null | undefined,
): { months: number } | { days: number } {
  if (preset === 'THIS_WEEK') return { days: 7 };
  const { days } = start.toPlainDate().until(end.toPlainDate(), { largestUnit: 'days' });
  return (preset && CALENDAR_LENGTH[preset]) ?? { days };
}

function yearEarlier({ range, input, zone, now }: Compared): Range {
  const [start, end] = [at(range.start, zone), at(range.end, zone)];
  const from = isMidnight(start) ? midnight(start.toPlainDate().subtract(YEAR), zone) : yearBefore(start);
  if (isGoingOn({ range, input, now }))
    return { start: from, end: wholeSecond(at(now, zone).subtract(YEAR)) };
  const to = isMidnight(end) ? endOfDays(start, end, zone) : endOfTimes(start, end);
  // Where the clock repeats or skips the hour of the range, the times of day may not be in order a year earlier.
  return { start: from, end: to > from ? to : from + (range.end - range.start) };
}

const YEAR = { years: 1 };

const yearBefore = (time: Temporal.ZonedDateTime): number => time.subtract(YEAR).epochMilliseconds;

/** Where a range that ends with a day ends: with the same day a year earlier, whole months with the whole month. */
function endOfDays(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime, zone: string): number {
  const next = end.toPlainDate();
  const isWholeMonths = isMidnight(start) && start.day === 1 && next.day === 1;
  if (isWholeMonths) return midnight(next.subtract(YEAR), zone);
  return midnight(next.subtract({ days: 1 }).subtract(YEAR).add({ days: 1 }), zone);
}

/** Where a range that ends in a day ends. A 29 February before which it starts is the day after 28 February. */
function endOfTimes(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): number {
  const isLeapDay = end.month === 2 && end.day === 29;
  if (!isLeapDay || start.toPlainDate().equals(end.toPlainDate())) return yearBefore(end);
  return end.subtract(YEAR).add({ days: 1 }).epochMilliseconds;
}

const PRESENT: readonly RangePreset[] = ['TODAY', 'THIS_WEEK', 'THIS_MONTH', 'THIS_QUARTER', 'THIS_YEAR'];

/** Whether a range is a unit of the calendar that goes on: its rest has not happened yet. */
const isGoingOn = ({ range, input, now }: Omit<Compared, 'zone'>): boolean =>
  input.preset != null && PRESENT.includes(input.preset) && range.start <= now && now < range.end;

/** Questions of one second share their answer. */
const wholeSecond = ({ epochMilliseconds }: Temporal.ZonedDateTime): number =>
  Math.floor(epochMilliseconds / 1000) * 1000;

const isMidnight = (time: Temporal.ZonedDateTime): boolean => time.equals(time.startOfDay());
