import { LRUCache } from 'lru-cache';
import type { Series } from './finding.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// What was usual longer ago says little of today.
const MOST_DAYS = 56;
// A few more, as not all begin with a day's first hour.
const MOST_STEPS = { HOUR: (MOST_DAYS + 2) * 24, DAY: MOST_DAYS + 1 };

/** A series as the models read it: what happened out of how much, and when by the clock on the wall. */
export interface Steps {
  length: number;
  starts: readonly number[];
  /** What was counted: the value, or of a rate the successes. */
  counts: Float64Array;
  /** Of how much: 1 for a count, of a rate the trials. */
  exposures: Float64Array;
  hours: Uint8Array;
  /** From Monday. */
  weekdays: Uint8Array;
  /** The hour of the week. */
  cells: Uint8Array;
  /** Days since 1970, by the calendar of the zone. */
  days: Int32Array;
  isRate: boolean;
}

/** The steps of a series from `from` until before `to`. */
export function stepsOf(series: Series, from = 0, to = series.values.length): Steps {
  const { trials, interval, zone } = series;
  const length = Math.max(0, to - from);
  const steps: Steps = {
    length,
    starts: series.starts.slice(from, to),
    counts: new Float64Array(length),
    exposures: new Float64Array(length).fill(1),
    hours: new Uint8Array(length),
    weekdays: new Uint8Array(length),
    cells: new Uint8Array(length),
    days: new Int32Array(length),
    isRate: trials !== undefined,
  };
  const wallOf = wallsOf(zone);
  for (let i = 0; i < length; i++) {
    const value = series.values[from + i] ?? 0;
    const of = trials ? (trials[from + i] ?? 0) : 1;
    // A share of nothing is no number.
    steps.counts[i] = trials ? (of > 0 ? Math.round(value * of) : 0) : value;
    steps.exposures[i] = of;
    const wall = wallOf(steps.starts[i] ?? 0);
    const day = Math.floor(wall / DAY);
    const hour = interval === 'HOUR' ? Math.floor(wall / HOUR) - day * 24 : 0;
    // 1970-01-01 was a Thursday.
    const weekday = (day + 3) % 7;
    steps.hours[i] = hour;
    steps.weekdays[i] = weekday;
    steps.cells[i] = weekday * 24 + hour;
    steps.days[i] = day;
  }
  return steps;
}

/**
 * The whole days before the step `before` that tell what is usual: at most eight weeks, from the first day after the one on
 * which the series began to be something.
 */
export function historyOf(series: Series, before: number): Steps {
  const all = stepsOf(series, Math.max(0, before - MOST_STEPS[series.interval]), before);
  const first = all.exposures.findIndex((exposure, i) =>
    all.isRate ? exposure > 0 : (all.counts[i] ?? 0) > 0,
  );
  if (first === -1) return stepsOf(series, 0, 0);
  const last = all.days[all.length - 1] ?? 0;
  const begun = (all.days[first] ?? 0) + (series.interval === 'HOUR' || first > 0 ? 1 : 0);
  const earliest = Math.max(begun, last - MOST_DAYS + 1);
  const from = all.days.findIndex((day) => day >= earliest);
  return from === -1 ? stepsOf(series, 0, 0) : stepsOf(series, before - all.length + from, before);
}

/** How many different days there are. */
export const dayCount = ({ days, length }: Steps): number =>
  length === 0 ? 0 : (days[length - 1] ?? 0) - (days[0] ?? 0) + 1;

// A clock takes a few µs to read, and all series of a project share their steps.
const clocks = new LRUCache<string, (start: number) => number>({ max: 50 });

/** The clock on the wall of a zone, as if it were UTC's. */
function wallsOf(zone: string): (start: number) => number {
  const known = clocks.get(zone);
  if (known) return known;
  const walls = new LRUCache<number, number>({ max: 5_000 });
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  const clock = (start: number) => {
    const told = walls.get(start);
    if (told !== undefined) return told;
    const [date = '', hour = ''] = format.format(start).split(', ');
    const wall = Date.parse(date) + Number(hour) * HOUR;
    walls.set(start, wall);
    return wall;
  };
  clocks.set(zone, clock);
  return clock;
}
