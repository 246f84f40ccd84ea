import { medianAbsoluteDeviation } from 'simple-statistics';
import { type Season, seasonAt, seasonOf } from './season.ts';
import { dayCount, type Steps } from './steps.ts';

/** A history as level × season × exposure. */
export interface Fit {
  season: Season;
  /** The level about each step. */
  levels: Float64Array;
  /** 0 for the steps that are far off, and are left out. */
  weights: Float64Array;
  /** Each day's count / what its season makes of a level of 1; NaN for days that tell nothing. */
  ratios: Float64Array;
  /** The same, of all steps, far off or not. */
  plain: Float64Array;
}

const WEEK = 7;
/** Three of each weekday. */
const FEWEST_DAYS = 3 * WEEK;
const SUSPECT = 5;
// A normal deviation in median absolute deviations.
const DEVIATIONS = 1.4826;

/**
 * Fits counts, or successes of trials. Steps far from what the others say, such as former outages, are left out and the rest is
 * fitted again. Null where there is too little: fewer than three weeks, or nothing at all in them.
 */
export function decompose(history: Steps): Fit | null {
  if (dayCount(history) < FEWEST_DAYS || !history.counts.some((count) => count > 0)) return null;
  const ones = () => new Float64Array(history.length).fill(1);
  let weights: Float64Array = ones();
  let season = seasonOf(history, ones(), weights);
  for (let round = 0; round < 2; round++) {
    const levels = centralLevels(history, season, weights);
    weights = trusted(history, season, levels);
    season = seasonOf(history, levels, weights);
  }
  const levels = centralLevels(history, season, weights);
  const ratios = dailyRatios(history, weights, (i) => factorAt(season, history, i));
  const plain = dailyRatios(history, ones(), (i) => factorAt(season, history, i));
  return { season, levels, weights, ratios, plain };
}

/** What the season makes of a step. */
export const factorAt = (season: Season, { hours, weekdays }: Steps, i: number): number =>
  seasonAt(season, hours[i] ?? 0, weekdays[i] ?? 0);

/** The day of a step, from 0. */
export const dayOf = ({ days }: Steps, i: number): number => (days[i] ?? 0) - (days[0] ?? 0);

/** Each day's observed / what a level of 1 would make of it; NaN where less than half of a usual day is left. */
export function dailyRatios(
  steps: Steps,
  weights: Float64Array,
  factor: (i: number) => number,
): Float64Array {
  const days = dayCount(steps);
  const observed = new Float64Array(days);
  const usual = new Float64Array(days);
  const whole = new Float64Array(days);
  for (let i = 0; i < steps.length; i++) {
    const day = dayOf(steps, i);
    const weight = weights[i] ?? 0;
    const mean = factor(i) * (steps.exposures[i] ?? 0);
    observed[day] = (observed[day] ?? 0) + weight * (steps.counts[i] ?? 0);
    usual[day] = (usual[day] ?? 0) + weight * mean;
    whole[day] = (whole[day] ?? 0) + mean;
  }
  return observed.map((count, day) => {
    const mean = usual[day] ?? 0;
    return mean > 0 && mean >= (whole[day] ?? 0) / 2 ? count / mean : Number.NaN;
  });
}

/** The level about each step: of the seven days around it, so that it holds one of each weekday. */
function centralLevels(steps: Steps, season: Season, weights: Float64Array): Float64Array {
  const days = dayCount(steps);
  const observed = new Float64Array(days);
  const usual = new Float64Array(days);
  for (let i = 0; i < steps.length; i++) {
    const day = dayOf(steps, i);
    const weight = weights[i] ?? 0;
    observed[day] = (observed[day] ?? 0) + weight * (steps.counts[i] ?? 0);
    usual[day] = (usual[day] ?? 0) + weight * factorAt(season, steps, i) * (steps.exposures[i] ?? 0);
  }
  const sum = (values: Float64Array, day: number) => {
    const first = Math.max(0, Math.min(day - 3, days - WEEK));
    return values.slice(first, first + WEEK).reduce((all, one) => all + one, 0);
  };
  const total = observed.reduce((all, one) => all + one, 0) / usual.reduce((all, one) => all + one, 0);
  const levels = observed.map((_, day) => {
    const expected = sum(usual, day);
    return expected > 0 ? sum(observed, day) / expected : total;
  });
  return steps.counts.map((_, i) => levels[dayOf(steps, i)] ?? total);
}

/** 1 for the steps that are what was to be expected, 0 for those far off, alone or with those of their day. */
function trusted(steps: Steps, season: Season, levels: Float64Array): Float64Array {
  const mean = (i: number) => factorAt(season, steps, i) * (levels[i] ?? 0) * (steps.exposures[i] ?? 0);
  const days = dayCount(steps);
  const observed = new Float64Array(days);
  const expected = new Float64Array(days);
  for (let i = 0; i < steps.length; i++) {
    const day = dayOf(steps, i);
    observed[day] = (observed[day] ?? 0) + (steps.counts[i] ?? 0);
    expected[day] = (expected[day] ?? 0) + mean(i);
  }
  const isFar = farFrom(Array.from(steps.counts), (i) => mean(i));
  const isDayFar = farFrom(Array.from(observed), (day) => expected[day] ?? 0);
  return Float64Array.from({ length: steps.length }, (_, i) =>
    isFar(i) || isDayFar(dayOf(steps, i)) ? 0 : 1,
  );
}

/** Which counts are further from their means than five robust deviations, on Anscombe's scale, where Poisson's is 1. */
function farFrom(counts: readonly number[], meanOf: (i: number) => number): (i: number) => boolean {
  const deviations = counts.map((count, i) => 2 * (Math.sqrt(count + 0.375) - Math.sqrt(meanOf(i) + 0.375)));
  const scale = Math.max(1, DEVIATIONS * medianAbsoluteDeviation(deviations));
  return (i) => Math.abs(deviations[i] ?? 0) > SUSPECT * scale;
}
