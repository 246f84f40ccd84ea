import { median } from 'simple-statistics';
import type { Surprise } from './anomaly.ts';
import { intervalOf, type Prediction, pValueOf } from './distribution.ts';
import type { Series } from './finding.ts';
import { historyOf, type Steps } from './steps.ts';

/** A surprise by the days before. */
export interface YoungSurprise extends Surprise {
  /** How many days before it was compared with. */
  daysBefore: number;
}

/** Days from which on the seasonal model is asked. */
const YOUNG = 21;
const FEWEST_BEFORE = 3;
const WEEK = 7;
// Nobody asks when it began of what nobody is told.
const WORTH = 0.01;
const MOST_FREEDOM = 500;

/**
 * How many times quieter than the quietest day before, or busier than the busiest, a day may be for reasons that nobody can know yet: its
 * weekday and growth. Before a week has passed, the first weekend is still to come.
 */
export const leewayOf = (daysBefore: number): number => (daysBefore < WEEK ? 4 : 2);

/**
 * What the latest hours of a count came to, for each of the lengths, against the same hours of every day before: how likely so few
 * are on a day half (a quarter) as busy as the quietest of these, or so many on one twice (four times) as busy as the busiest.
 * Nothing where fewer than three days are known, or three weeks, as then there is a model.
 */
export function latestOfYoung(series: Series, lengths: readonly number[]): YoungSurprise[] {
  const steps = historyOf(series, series.values.length);
  const wholeDays = (steps.days[steps.length - 1] ?? 0) - (steps.days[0] ?? 0);
  if (wholeDays < FEWEST_BEFORE || wholeDays >= YOUNG) return [];
  const daysBefore = sameHours(steps);
  const chance = chanceOf(steps);
  return lengths.flatMap((length) => {
    const from = steps.length - length;
    const before = daysBefore(from, length);
    return before.length < FEWEST_BEFORE ? [] : [surprise(steps, from, before, daysBefore, chance)];
  });
}

/** What the hours of the same clock came to on each day before. */
type SameHours = (from: number, length: number) => number[];

function surprise(
  { length, counts, starts }: Steps,
  from: number,
  before: readonly number[],
  daysBefore: SameHours,
  { clustered, freedom }: Chance,
): YoungSurprise {
  const observed = sum(counts.slice(from));
  const expected = median([...before]);
  const { least, most } = reachOf(before);
  const prediction = (mean: number): Prediction => ({ mean, variance: clustered * mean, freedom });
  const isFew = observed < expected;
  const isWithin = observed >= least && observed <= most;
  const pValue = isWithin ? 1 : pValueOf(observed, prediction(isFew ? least : most));
  const hours = Array.from({ length: length - from }, (_, i) => i);
  const off = hours.filter((i) => {
    const reach = reachOf(daysBefore(from + i, 1));
    const count = counts[from + i] ?? 0;
    return pValue < WORTH && (isFew ? count < reach.least : count > reach.most);
  });
  return {
    start: starts[from] ?? 0,
    steps: hours.length,
    core: { from: off[0] ?? 0, to: (off.at(-1) ?? hours.length - 1) + 1 },
    observed,
    expected,
    low: intervalOf(prediction(least))[0],
    high: intervalOf(prediction(most))[1],
    effect: expected > 0 ? observed / expected - 1 : 0,
    pValue,
    daysBefore: before.length,
  };
}

/** What the quietest and the busiest day may be expected to come to. */
function reachOf(before: readonly number[]): { least: number; most: number } {
  const leeway = leewayOf(before.length);
  // One more than the most: what has not happened yet is not impossible.
  return { least: Math.min(...before) / leeway, most: (Math.max(...before) + 1) * leeway };
}

function sameHours({ length, days, hours, counts }: Steps): SameHours {
  const clock = (i: number) => (days[i] ?? 0) * 24 + (hours[i] ?? 0);
  const places = new Map(Array.from({ length }, (_, i) => [clock(i), i]));
  return (from, count) => {
    const sums: number[] = [];
    for (let at = clock(from) - 24; at >= clock(0); at -= 24) {
      const place = places.get(at);
      // The hour that clocks skip in spring.
      if (place !== undefined) sums.push(sum(counts.slice(place, place + count)));
    }
    return sums;
  };
}

/** How many times more than Poisson the counts of hours vary. */
interface Chance {
  clustered: number;
  freedom: number;
}

/** By Pearson's χ² of the whole days, less how busy each day and each hour of the day is. */
function chanceOf({ length, days, hours, counts }: Steps): Chance {
  const today = days[length - 1];
  const whole = Array.from({ length }, (_, i) => i).filter((i) => days[i] !== today);
  const byDay = sums(whole, days, counts);
  const byHour = sums(whole, hours, counts);
  const total = sum([...byDay.values()]);
  const squares = whole.map((i) => {
    const mean = ((byDay.get(days[i] ?? 0) ?? 0) * (byHour.get(hours[i] ?? 0) ?? 0)) / total;
    return mean > 0 ? ((counts[i] ?? 0) - mean) ** 2 / mean : 0;
  });
  const freedom = (byDay.size - 1) * (byHour.size - 1);
  return { clustered: Math.max(1, sum(squares) / freedom), freedom: Math.min(MOST_FREEDOM, freedom) };
}

function sums(steps: readonly number[], groups: ArrayLike<number>, counts: Float64Array) {
  const found = new Map<number, number>();
  for (const i of steps) {
    const group = groups[i] ?? 0;
    found.set(group, (found.get(group) ?? 0) + (counts[i] ?? 0));
  }
  return found;
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
