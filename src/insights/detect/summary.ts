import statistics from 'jstat';
import { pValueOf } from './distribution.ts';
import type { Estimate, Series } from './finding.ts';

const { jStat } = statistics;

const LEVEL = 0.95;
const WEEK = 7;

/** A period, day by day. */
export type Days = Pick<Series, 'values' | 'trials'>;

/** A mean of each day, of how many. */
export interface DailyMean {
  mean: number;
  count: number;
}

/**
 * A period's days against those of the one before: of a count, the relative change; of a rate, the difference of shares. How much
 * days vary by themselves is told from both periods, less the days of the week where they are a week or longer; a period of
 * fewer than three days says only what chance makes of counts. Null where there is nothing before to compare with.
 * `low` to `high` is the 95 % interval of `effect`.
 */
export function compare(now: Days, before: Days): Estimate | null {
  return now.trials ? compareShares(now, before) : compareCounts(now, before);
}

function compareCounts(now: Days, before: Days): Estimate | null {
  const [observed, total] = [sum(now.values), sum(before.values)];
  const days = before.values.length;
  if (total <= 0 || days === 0 || now.values.length === 0) return null;
  const expected = (total / days) * now.values.length;
  const { dispersion, freedom } = spreadOf([now, before], (mean) => mean);
  const t = jStat.studentt.inv((1 + LEVEL) / 2, freedom);
  // Half of one more, so that nothing at all has a logarithm.
  const deviation = Math.sqrt(dispersion * (1 / (observed + 0.5) + 1 / total));
  const ratio = Math.log((observed + (observed === 0 ? 0.5 : 0)) / expected);
  return {
    observed,
    expected,
    effect: observed / expected - 1,
    low: observed === 0 ? -1 : Math.exp(ratio - t * deviation) - 1,
    high: Math.exp(ratio + t * deviation) - 1,
    // As many are to be expected as before, which is itself known from a count only.
    pValue: pValueOf(observed, {
      mean: expected,
      variance: dispersion * (expected + expected ** 2 / total),
      freedom,
    }),
  };
}

function compareShares(now: Days, before: Days): Estimate | null {
  const [trials, former] = [sum(now.trials ?? []), sum(before.trials ?? [])];
  if (trials === 0 || former === 0) return null;
  const [successes, formerly] = [sum(successesOf(now)), sum(successesOf(before))];
  const [observed, expected] = [successes / trials, formerly / former];
  const pooled = (successes + formerly) / (trials + former);
  const { dispersion, freedom } = spreadOf([now, before], (mean) => mean * (1 - pooled));
  const t = jStat.studentt.inv((1 + LEVEL) / 2, freedom);
  const variance = dispersion * pooled * (1 - pooled) * (1 / trials + 1 / former);
  const reach = t * Math.sqrt(variance);
  const effect = observed - expected;
  return {
    observed,
    expected,
    effect,
    low: effect - reach,
    high: effect + reach,
    pValue: variance > 0 ? twoSided(effect / Math.sqrt(variance), freedom) : 1,
  };
}

/** The difference of two periods' means, such as durations, by how far apart the days' own means are. Null without two days each. */
export function compareMeans(now: readonly DailyMean[], before: readonly DailyMean[]): Estimate | null {
  const [one, other] = [meanOf(now), meanOf(before)];
  if (!one || !other) return null;
  const effect = one.mean - other.mean;
  const deviation = Math.sqrt(one.variance + other.variance);
  // Welch and Satterthwaite.
  const freedom =
    (one.variance + other.variance) ** 2 /
    (one.variance ** 2 / (one.days - 1) + other.variance ** 2 / (other.days - 1) || 1);
  const reach = deviation * jStat.studentt.inv((1 + LEVEL) / 2, Math.max(1, freedom));
  return {
    observed: one.mean,
    expected: other.mean,
    effect,
    low: effect - reach,
    high: effect + reach,
    pValue: deviation > 0 ? twoSided(effect / deviation, Math.max(1, freedom)) : effect === 0 ? 1 : 0,
  };
}

/** The mean of all, and its variance by the days' means, each as many as it is the mean of. */
function meanOf(days: readonly DailyMean[]): { mean: number; variance: number; days: number } | null {
  const known = days.filter(({ count }) => count > 0);
  const count = sum(known.map((day) => day.count));
  if (known.length < 2) return null;
  const mean = sum(known.map((day) => day.mean * day.count)) / count;
  const squares = sum(known.map((day) => (day.count / count) ** 2 * (day.mean - mean) ** 2));
  return { mean, variance: (squares * known.length) / (known.length - 1), days: known.length };
}

/**
 * How many times more than chance days vary about their period's mean (Pearson's χ² by its degrees of freedom, never below 1), and
 * those degrees of freedom.
 */
function spreadOf(periods: readonly Days[], variance: (mean: number) => number) {
  const isWeekly = periods.every(({ values }) => values.length % WEEK === 0);
  const days = periods.flatMap((series) => {
    const counts = series.trials ? successesOf(series) : series.values;
    const exposures = series.trials ?? series.values.map(() => 1);
    const level = sum(counts) / (sum(exposures) || 1);
    return counts.map((count, i) => ({ count, mean: level * (exposures[i] ?? 0), weekday: i % WEEK }));
  });
  const factors = Array.from({ length: isWeekly ? WEEK : 0 }, (_, weekday) => {
    const same = days.filter((day) => day.weekday === weekday);
    return sum(same.map(({ count }) => count)) / (sum(same.map(({ mean }) => mean)) || 1);
  });
  const freedom = days.length - periods.length - Math.max(0, factors.length - 1);
  // Too few days to tell: what chance makes of counts, and Student's t at its normal end.
  if (freedom < 4) return { dispersion: 1, freedom: 1_000 };
  const squares = days.map(({ count, mean, weekday }) => {
    const expected = mean * (factors[weekday] ?? 1);
    return expected > 0 ? (count - expected) ** 2 / Math.max(variance(expected), 1e-9) : 0;
  });
  return { dispersion: Math.max(1, sum(squares) / freedom), freedom };
}

const successesOf = ({ values, trials = [] }: Days): number[] =>
  values.map((value, i) => ((trials[i] ?? 0) > 0 ? Math.round(value * (trials[i] ?? 0)) : 0));

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const twoSided = (deviations: number, freedom: number): number =>
  Math.min(1, 2 * jStat.studentt.cdf(-Math.abs(deviations), freedom));
