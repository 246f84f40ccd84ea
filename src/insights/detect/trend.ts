import { decompose } from './decompose.ts';
import type { Estimate, Series } from './finding.ts';
import { trendOf } from './kendall.ts';
import { historyOf } from './steps.ts';

const FEWEST_DAYS = 28;

/**
 * The monotone change of a series of days over all of it, less its week; null where there are fewer than four weeks.
 * `observed` is where the line ends, `expected` where it begins, and `effect` the relative change, whose interval is `low` to `high`.
 */
export function trend(series: Series): Estimate | null {
  const history = historyOf(series, series.values.length);
  const ratios = decompose(history)?.ratios ?? new Float64Array();
  const days = [...ratios].filter((ratio) => !Number.isNaN(ratio));
  const slope = days.length < FEWEST_DAYS ? null : trendOf(days);
  if (!slope || !(slope.first > 0)) return null;
  const change = (perStep: number) => (perStep * (days.length - 1)) / slope.first;
  return {
    observed: slope.last,
    expected: slope.first,
    low: change(slope.low),
    high: change(slope.high),
    effect: change(slope.slope),
    pValue: slope.pValue,
  };
}
