import statistics from 'jstat';
import { median, quantileSorted } from 'simple-statistics';
import { inflationOf } from './autocorrelation.ts';

const { jStat } = statistics;

/** A monotone change of equally spaced values. */
export interface Slope {
  /** The change from one value to the next (Theil and Sen), and its interval. */
  slope: number;
  low: number;
  high: number;
  /** Where the line is at the first and at the last value. */
  first: number;
  last: number;
  pValue: number;
}

const LEVEL = 0.95;
const FEWEST = 10;

/**
 * Mann and Kendall's test for a monotone change, and Theil and Sen's slope with its interval (Sen 1968). Where one value says
 * something of the next ones, the test's variance is made larger as Hamed and Rao (1998) do: by the correlations of the ranks
 * of what is left without the slope. Null for fewer than ten values.
 */
export function trendOf(values: readonly number[]): Slope | null {
  const n = values.length;
  if (n < FEWEST) return null;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let pair = 0;
  let score = 0;
  for (let j = 1; j < n; j++) {
    for (let i = 0; i < j; i++) {
      const change = (values[j] ?? 0) - (values[i] ?? 0);
      score += Math.sign(change);
      slopes[pair++] = change / (j - i);
    }
  }
  const sorted = [...slopes.sort()];
  const slope = quantileSorted(sorted, 0.5);
  const residuals = values.map((value, i) => value - slope * i);
  const variance = varianceOf(values) * inflation(ranksOf(residuals));
  const deviation = Math.sqrt(variance);
  if (deviation === 0) return null;
  const z = (score - Math.sign(score)) / deviation;
  const rank = (jStat.normal.inv((1 + LEVEL) / 2, 0, 1) * deviation) / slopes.length / 2;
  const base = median(residuals);
  return {
    slope,
    low: quantileSorted(sorted, Math.max(0, 0.5 - rank)),
    high: quantileSorted(sorted, Math.min(1, 0.5 + rank)),
    first: base,
    last: base + slope * (n - 1),
    pValue: Math.min(1, 2 * jStat.normal.cdf(-Math.abs(z), 0, 1)),
  };
}

/** Kendall's variance of the score, less what ties take. */
function varianceOf(values: readonly number[]): number {
  const term = (m: number) => m * (m - 1) * (2 * m + 5);
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  const tied = [...ties.values()].reduce((sum, count) => sum + term(count), 0);
  return (term(values.length) - tied) / 18;
}

/** Ranks from 1, ties sharing their mean. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]?.value === order[from]?.value) to++;
    for (const { index } of order.slice(from, to)) ranks[index] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

/** n / n* of Hamed and Rao, by the lags whose correlation is more than chance makes; but never below what the first lag says. */
function inflation(ranks: readonly number[]): number {
  const n = ranks.length;
  const mean = (n + 1) / 2;
  const square = ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  if (square === 0) return 1;
  const correlation = (lag: number) => {
    let product = 0;
    for (let i = lag; i < n; i++) product += ((ranks[i] ?? 0) - mean) * ((ranks[i - lag] ?? 0) - mean);
    return product / square;
  };
  let sum = 0;
  // Later lags of a short series are noise.
  for (let lag = 1; lag <= Math.ceil(n / 4); lag++) {
    const found = correlation(lag);
    if (Math.abs(found) >= 1.96 / Math.sqrt(n)) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * found;
  }
  return Math.max(1 + (2 * sum) / (n * (n - 1) * (n - 2)), inflationOf(correlation(1), n));
}
