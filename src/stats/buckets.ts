import { LRUCache } from 'lru-cache';
import type { Temporal } from 'temporal-polyfill';
import { badInput } from '../errors.ts';
import { at, midnight, type Range } from './range.ts';

export type Interval = 'MINUTE' | 'HOUR' | 'DAY' | 'WEEK' | 'MONTH' | 'YEAR';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
export const MAX_BUCKETS = 10_000;

// The calendar takes 60 µs a bucket, and a dashboard asks for the same ones again and again.
const known = new LRUCache<string, number[]>({ max: 500 });

export const APPROXIMATE: Record<Interval, number> = {
  MINUTE,
  HOUR,
  DAY,
  WEEK: 7 * DAY,
  MONTH: 30 * DAY,
  YEAR: 365 * DAY,
};

// What no bucket that starts where the one before it ends is shorter than.
const SHORTEST: Record<Interval, number> = {
  MINUTE,
  HOUR,
  DAY: 22 * HOUR,
  WEEK: 7 * DAY - 2 * HOUR,
  MONTH: 28 * DAY - 2 * HOUR,
  YEAR: 365 * DAY - 2 * HOUR,
};

// A month has 28 days at least.
const MAX_MONTHS_MS = MAX_BUCKETS * 28 * DAY;

/** The interval that makes a readable chart of a range. */
export function defaultInterval({ start, end }: Range): Interval {
  const length = end - start;
  if (length <= HOUR) return 'MINUTE';
  if (length <= 2 * DAY) return 'HOUR';
  if (length <= 100 * DAY) return 'DAY';
  return length <= MAX_MONTHS_MS ? 'MONTH' : 'YEAR';
}

/** How many buckets a question may ask for, and what happens beyond. */
interface Limit {
  most?: number;
  /** The argument that says how long they are. */
  argument?: string;
  /** Whether the first bucket takes in all that is before the last `most - 1` ones, in place of an error. */
  folds?: boolean;
}

/**
 * Where a range's buckets start, in milliseconds: cut by the zone's clock and calendar (weeks begin on Monday); the
 * first one starts with the range. BAD_USER_INPUT when there would be more than 10,000, or `most`, unless it `folds`.
 */
export function bucketStarts(
  { start, end }: Range,
  interval: Interval,
  zone: string,
  { most = MAX_BUCKETS, argument = 'interval', folds = false }: Limit = {},
): number[] {
  const key = `${start} ${end} ${interval} ${zone}`;
  const former = known.get(key);
  if (former && former.length <= most) return former;
  // What is far too long is not counted first.
  if ((end - start) / APPROXIMATE[interval] > 1.1 * most) return beyond();
  const starts = [start];
  for (let next = nextStart(start, zone, interval); next < end; next = nextStart(next, zone, interval)) {
    if (starts.length === most) return beyond();
    starts.push(next);
  }
  known.set(key, starts);
  return starts;

  function beyond(): number[] {
    if (!folds) throw tooMany(most, interval, argument);
    const latest = bucketStarts({ start: end - (most - 2) * SHORTEST[interval], end }, interval, zone);
    // The first of these is cut where the look back begins.
    return [start, ...latest.slice(1)];
  }
}

function tooMany(most: number, interval: Interval, argument: string): Error {
  const longer = interval === 'YEAR' ? '' : `a longer ${argument} or `;
  return badInput(
    argument,
    `The range has more than ${most.toLocaleString('en')} buckets of a ${interval.toLowerCase()}: ask for ${longer}a shorter range.`,
  );
}

/** Where the interval before the one that holds this time starts, in milliseconds. */
export function previousStart(time: number, interval: Interval, zone: string): number {
  // Four mean intervals hold two whole ones, however long a month or an hour is where the clock changes.
  const starts = bucketStarts({ start: time - 4 * APPROXIMATE[interval], end: time + 1 }, interval, zone);
  return starts.at(-2) ?? time;
}

/** The first start of a bucket after this time. */
function nextStart(after: number, zone: string, interval: Interval): number {
  // Offsets have been whole minutes since 1972. Without the calendar, which takes most of the time of 10,000 buckets.
  if (interval === 'MINUTE') return (Math.floor(after / MINUTE) + 1) * MINUTE;
  const time = at(after, zone);
  if (interval === 'HOUR') return nextHour(time);
  const date = time.toPlainDate();
  switch (interval) {
    case 'DAY':
      return midnight(date.add({ days: 1 }), zone);
    case 'WEEK':
      return midnight(date.add({ days: 8 - date.dayOfWeek }), zone);
    case 'MONTH':
      return midnight(date.with({ day: 1 }).add({ months: 1 }), zone);
    case 'YEAR':
      return midnight(date.with({ day: 1, month: 1 }).add({ years: 1 }), zone);
  }
}

/** The next full hour of the clock on the wall: a day has 23 or 25 of them when the clock changes. */
function nextHour(time: Temporal.ZonedDateTime): number {
  const sinceFull = time.minute * MINUTE + time.second * 1000 + time.millisecond;
  const next = at(time.epochMilliseconds - sinceFull + HOUR, time.timeZoneId);
  // Lord Howe's clock changes by 30 minutes: where it goes back, the same hour goes on until the next full one.
  const rest = next.hour === time.hour && next.minute > 0 ? 60 - next.minute : 0;
  return next.epochMilliseconds + rest * MINUTE;
}
