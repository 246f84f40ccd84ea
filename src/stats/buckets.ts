import { LRUCache } from 'lru-cache';
import type { Temporal } from 'temporal-polyfill';
import { badInput } from '../errors.ts';
import { at, midnight, type Range } from './range.ts';

export type Interval = 'MINUTE' | 'HOUR' | 'DAY' | 'WEEK' | 'MONTH';

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
};

/** The interval that makes a readable chart of a range. */
export function defaultInterval({ start, end }: Range): Interval {
  const length = end - start;
  if (length <= HOUR) return 'MINUTE';
  if (length <= 2 * DAY) return 'HOUR';
  return length <= 100 * DAY ? 'DAY' : 'MONTH';
}

/** How many buckets a question may ask for, and the argument that says how long they are. */
interface Limit {
  most: number;
  argument: string;
}

/**
 * Where a range's buckets start, in milliseconds: cut by the zone's clock and calendar (weeks begin on Monday); the
 * first one starts with the range. BAD_USER_INPUT when there would be more than 10,000, or `most`.
 */
export function bucketStarts(
  { start, end }: Range,
  interval: Interval,
  zone: string,
  { most, argument }: Limit = { most: MAX_BUCKETS, argument: 'interval' },
): number[] {
  const key = `${start} ${end} ${interval} ${zone}`;
  const former = known.get(key);
  if (former && former.length <= most) return former;
  const tooMany = () =>
    badInput(
      argument,
      `The range has more than ${most.toLocaleString('en')} buckets of a ${interval.toLowerCase()}: ask for a longer ${argument} or a shorter range.`,
    );
  // What is far too long is not counted first.
  if ((end - start) / APPROXIMATE[interval] > 1.1 * most) throw tooMany();
  const starts = [start];
  for (
    let next = nextStart(at(start, zone), interval);
    next < end;
    next = nextStart(at(next, zone), interval)
  ) {
    if (starts.length === most) throw tooMany();
    starts.push(next);
  }
  known.set(key, starts);
  return starts;
}

/** Where the interval before the one that holds this time starts, in milliseconds. */
export function previousStart(time: number, interval: Interval, zone: string): number {
  // Four mean intervals hold two whole ones, however long a month or an hour is where the clock changes.
  const starts = bucketStarts({ start: time - 4 * APPROXIMATE[interval], end: time + 1 }, interval, zone);
  return starts.at(-2) ?? time;
}

/** The first start of a bucket after this time. */
function nextStart(time: Temporal.ZonedDateTime, interval: Interval): number {
  const zone = time.timeZoneId;
  const date = time.toPlainDate();
  switch (interval) {
    case 'MINUTE':
      // Offsets have been whole minutes since 1972.
      return (Math.floor(time.epochMilliseconds / MINUTE) + 1) * MINUTE;
    case 'HOUR':
      return nextHour(time);
    case 'DAY':
      return midnight(date.add({ days: 1 }), zone);
    case 'WEEK':
      return midnight(date.add({ days: 8 - date.dayOfWeek }), zone);
    case 'MONTH':
      return midnight(date.with({ day: 1 }).add({ months: 1 }), zone);
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
