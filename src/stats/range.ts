import { Temporal } from 'temporal-polyfill';
import { badInput } from '../errors.ts';

export type RangePreset =
  | 'TODAY'
  | 'YESTERDAY'
  | 'LAST_7_DAYS'
  | 'LAST_30_DAYS'
  | 'LAST_90_DAYS'
  | 'THIS_MONTH'
  | 'LAST_MONTH'
  | 'LAST_12_MONTHS'
  | 'ALL_TIME';
export type Comparison = 'PREVIOUS_PERIOD' | 'YEAR_OVER_YEAR';

export interface RangeInput {
  preset?: RangePreset | null | undefined;
  last?: string | null | undefined;
  between?: { start: Date; end: Date } | null | undefined;
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

/** A range that may ask for the project's first visit. BAD_USER_INPUT when it is empty or too wide to be meant. */
export async function resolveRange(input: RangeInput, clock: Clock): Promise<Range> {
  if (input.between) {
    const [start, end] = [input.between.start.getTime(), input.between.end.getTime()];
    if (start >= end) throw badInput('range.between', 'A range must end after it starts.');
    return { start, end };
  }
  const now = at(clock.now, clock.zone);
  if (input.last) return lastOf(input.last, now);
  return presetRange(input.preset ?? 'LAST_30_DAYS', now, clock);
}

function lastOf(duration: string, now: Temporal.ZonedDateTime): Range {
  try {
    return { start: now.subtract(duration).epochMilliseconds, end: now.epochMilliseconds };
  } catch {
    throw badInput('range.last', 'The range begins before any date that can be written.');
  }
}

/** Whole days of the zone, ending with today unless the name says otherwise. */
async function presetRange(preset: RangePreset, now: Temporal.ZonedDateTime, clock: Clock): Promise<Range> {
  const today = now.toPlainDate();
  const month = today.with({ day: 1 });
  const days = (from: Temporal.PlainDate, to: Temporal.PlainDate): Range => ({
    start: midnight(from, clock.zone),
    end: midnight(to, clock.zone),
  });
  const tomorrow = today.add({ days: 1 });
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
    case 'THIS_MONTH':
      return days(month, tomorrow);
    case 'LAST_MONTH':
      return days(month.subtract({ months: 1 }), month);
    case 'LAST_12_MONTHS':
      return days(month.subtract({ months: 11 }), tomorrow);
    case 'ALL_TIME': {
      const first = await clock.firstVisit();
      return days(first === null ? today : at(first, clock.zone).toPlainDate(), tomorrow);
    }
  }
}

/**
 * The range to compare with. PREVIOUS_PERIOD ends where the range starts and is as long: as many days where the range
 * is whole days of the zone (so that it is whole days too, across changes of the clock), the month before for
 * LAST_MONTH. YEAR_OVER_YEAR is the same dates and times of day a year earlier.
 */
export function compareWith(
  range: Range,
  comparison: Comparison,
  zone: string,
  preset?: RangePreset | null,
): Range {
  const [start, end] = [at(range.start, zone), at(range.end, zone)];
  if (comparison === 'YEAR_OVER_YEAR') {
    return {
      start: start.subtract({ years: 1 }).epochMilliseconds,
      end: end.subtract({ years: 1 }).epochMilliseconds,
    };
  }
  if (preset === 'LAST_MONTH') {
    return { start: midnight(start.toPlainDate().subtract({ months: 1 }), zone), end: range.start };
  }
  const wholeDays = isMidnight(start) && isMidnight(end);
  if (!wholeDays) return { start: range.start - (range.end - range.start), end: range.start };
  const { days } = start.toPlainDate().until(end.toPlainDate(), { largestUnit: 'days' });
  return { start: midnight(start.toPlainDate().subtract({ days }), zone), end: range.start };
}

export const at = (milliseconds: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);

/** A day's first instant: 00:00, or later where the clock skips midnight. */
export const midnight = (date: Temporal.PlainDate, zone: string): number =>
  date.toZonedDateTime(zone).epochMilliseconds;

const isMidnight = (time: Temporal.ZonedDateTime): boolean => time.equals(time.startOfDay());
