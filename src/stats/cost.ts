import { Temporal } from 'temporal-polyfill';
import { APPROXIMATE, defaultInterval, type Interval, MAX_BUCKETS } from './buckets.ts';
import type { EventFilter, PropertyFilter, StringFilter } from './filter.ts';
import { DEFAULT_RANGE, type RangeInput, type RangePreset } from './range.ts';

// The complexity of questions: what of their work shows in their arguments. A unit is about what a field of a row costs.

const DAY = 24 * 60 * 60_000;

/** Days at most; null where only the project's events tell. */
const PRESET_DAYS = {
  TODAY: 1,
  YESTERDAY: 1,
  LAST_7_DAYS: 7,
  LAST_30_DAYS: 30,
  LAST_90_DAYS: 90,
  THIS_WEEK: 7,
  LAST_WEEK: 7,
  THIS_MONTH: 31,
  LAST_MONTH: 31,
  THIS_QUARTER: 92,
  LAST_QUARTER: 92,
  THIS_YEAR: 366,
  LAST_YEAR: 366,
  LAST_12_MONTHS: 366,
  ALL_TIME: null,
} satisfies Record<RangePreset, number | null>;

type MaybeRange = RangeInput | null | undefined;

/** Milliseconds of a range; Infinity where it cannot be known ahead. */
function lengthOf(range: MaybeRange): number {
  const { preset, last, between, days: dates } = range ?? DEFAULT_RANGE;
  if (between) return Math.max(0, between.end.getTime() - between.start.getTime());
  if (dates) return Math.max(0, (dayOf(dates.to) - dayOf(dates.from) + 1) * DAY);
  if (last) {
    try {
      return Temporal.Duration.from(last).total({ unit: 'milliseconds', relativeTo: '2026-01-01' });
    } catch {
      return Number.POSITIVE_INFINITY;
    }
  }
  const days = PRESET_DAYS[preset ?? 'LAST_30_DAYS'];
  return days === null ? Number.POSITIVE_INFINITY : days * DAY;
}

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** About how many buckets a range has; of one that is not known ahead, as many as there may be. */
export function bucketsOf(range: MaybeRange, interval: Interval | null | undefined, most = MAX_BUCKETS) {
  const length = lengthOf(range);
  if (length === Number.POSITIVE_INFINITY) return most;
  const buckets = length / APPROXIMATE[interval ?? defaultInterval({ start: 0, end: length })];
  // Those of more buckets are refused.
  return Math.min(Math.ceil(buckets) + 1, most);
}

// What one test costs where every event is looked at: by the number of a term, by the texts of all terms, and by what
// is read from tables alone.
const TERM = 2;
const PATTERN = 20;
const UNINDEXED = 25;
const NESTED = ['and', 'or', 'not'];
const IDS = ['visitorId', 'userId', 'sessionId'];

/** What testing a filter's conditions costs. */
export function filterCost(filter: EventFilter | null | undefined): number {
  let cost = 0;
  const rest: EventFilter[] = filter ? [filter] : [];
  for (let part = rest.pop(); part; part = rest.pop()) {
    for (const nested of [part.and, part.or, part.not ? [part.not] : null]) rest.push(...(nested ?? []));
    for (const property of part.properties ?? []) cost += UNINDEXED + listCost(property);
    for (const [field, test] of Object.entries(part)) {
      if (test == null || field === 'properties' || NESTED.includes(field)) continue;
      cost += testCost(field, test as StringFilter);
    }
  }
  return cost;
}

function testCost(field: string, test: StringFilter): number {
  if (IDS.includes(field)) return UNINDEXED + listCost(test);
  const isPattern = [test.contains, test.startsWith, test.endsWith].some((text) => text != null);
  return (isPattern ? PATTERN : TERM) + listCost(test);
}

const listCost = (test: StringFilter | PropertyFilter): number =>
  ((test.in?.length ?? 0) + ('notIn' in test ? (test.notIn?.length ?? 0) : 0)) / 10;

const LONG = 100 * DAY;
const VERY_LONG = 400 * DAY;

/** What reading the events of a range costs, for each of several filters. */
export function readingCost(
  base: number,
  range: MaybeRange,
  ...filters: readonly (EventFilter | null | undefined)[]
): number {
  const length = lengthOf(range);
  const factor = length <= LONG ? 1 : length <= VERY_LONG ? 2 : 4;
  return filters.reduce((sum, filter) => sum + factor * (base + filterCost(filter)), 0);
}

/** The range of the question around a field, which stands in the place of the context when complexity is worked out. */
export const rangeAround = (around: unknown): RangeInput => (around as { range: RangeInput }).range;

/**
 * The complexity of a list of buckets: one for cutting each, and a twentieth of what its fields would cost elsewhere, since
 * a statement finds those of all buckets.
 */
export const bucketsCost = (buckets: number) => ({
  field: 10 + buckets,
  multiplier: Math.max(5, buckets / 20),
});
