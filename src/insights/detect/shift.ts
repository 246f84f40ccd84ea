import statistics from 'jstat';
import { mean, median, medianAbsoluteDeviation, sampleVariance } from 'simple-statistics';
import { inflationOf } from './autocorrelation.ts';
import { decompose } from './decompose.ts';
import type { Estimate, Series } from './finding.ts';
import { historyOf } from './steps.ts';

const { jStat } = statistics;

const BEFORE = 28;
const FEWEST_BEFORE = 14;
// Of each end, days that do not count: a level is what most days have, and two bad ones of a week are none.
const TRIM = 0.25;
// How much more the mean of what is left varies than that of all, of normal values (Tukey & McLaughlin 1963).
const TRIMMED_VARIANCE = 1.2;
const LEVEL = 0.95;
const DEVIATIONS = 1.4826;
// Days further off count as if they were here.
const BOUND = 3;

/**
 * Whether the last `last` days of a series have another level than the four weeks before, less the season of the week: a test
 * of the two trimmed means, by the variance that the earlier days have, which is made larger as one day says something of
 * the next. Null where there is too little before.
 * `observed` and `expected` are in the unit of the series by step; `effect` is the relative change.
 */
export function shift(series: Series, { last }: { last: number }): Estimate | null {
  const fitted = decompose(historyOf(series, series.values.length));
  if (!fitted) return null;
  const known = [...fitted.plain].filter((ratio) => !Number.isNaN(ratio));
  const now = known.slice(-last);
  const before = known.slice(-last - BEFORE, -last);
  if (before.length < FEWEST_BEFORE || now.length < last) return null;
  const [expected, observed] = [trimmedMean(before), trimmedMean(now)];
  if (!(expected > 0)) return null;
  const middle = bounded(before);
  const inflation = inflationOf(correlationOf(middle.map((one) => one - mean(middle))), middle.length);
  const variance =
    sampleVariance(middle) * TRIMMED_VARIANCE * inflation * (1 / now.length + 1 / before.length);
  if (!(variance > 0)) return null;
  const freedom = Math.max(3, before.length / inflation - 1);
  const deviation = Math.sqrt(variance);
  const reach = deviation * jStat.studentt.inv((1 + LEVEL) / 2, freedom);
  return {
    observed,
    expected,
    low: expected - reach,
    high: expected + reach,
    effect: observed / expected - 1,
    pValue: Math.min(1, 2 * jStat.studentt.cdf(-Math.abs(observed - expected) / deviation, freedom)),
  };
}

function trimmedMean(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const trimmed = Math.floor(TRIM * (values.length + 1));
  return mean(sorted.slice(trimmed, values.length - trimmed));
}

/** The values, those far from their median moved to the bound. */
function bounded(values: number[]): number[] {
  if (values.length === 0) return values;
  const middle = median(values);
  const reach = BOUND * DEVIATIONS * medianAbsoluteDeviation(values);
  // More than half of them are alike: nothing tells which are far.
  if (reach === 0) return values;
  return values.map((value) => Math.max(middle - reach, Math.min(middle + reach, value)));
}

/** The correlation of each value with the next. */
function correlationOf(residuals: readonly number[]): number {
  const square = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  const product = residuals.reduce((sum, residual, i) => sum + residual * (residuals[i + 1] ?? 0), 0);
  return square > 0 ? product / square : 0;
}
