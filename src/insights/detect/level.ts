import { median, medianAbsoluteDeviation } from 'simple-statistics';
import { trendOf } from './kendall.ts';

const SPEEDS = [0.03, 0.07, 0.15, 0.3];
// Days that what comes first is made of.
const START = 14;
const SURE = 0.01;
// A normal deviation in median absolute deviations.
const DEVIATIONS = 1.4826;

/**
 * The level of each day from those before it, by simple exponential smoothing with the trend as drift, robust in that a day far
 * from what was expected moves it no more than one at three deviations (Gelper, Fried & Croux 2010). The smoothing that
 * would have served best so far is used.
 *
 * @returns what each day was to be expected to be, and the day after all
 * @param ratios what happened on each day / what its season makes of a level of 1; NaN for days that tell nothing
 */
export function levelsOf(ratios: Float64Array): Float64Array {
  const known = [...ratios].filter((ratio) => !Number.isNaN(ratio));
  const trend = trendOf(known);
  const drift = trend && trend.pValue < SURE ? trend.slope : 0;
  const start = known.length > 0 ? startOf(known.slice(0, START), drift) : 0;
  const candidates = SPEEDS.map((speed) => smooth(ratios, start, drift, speed));
  const best = candidates.reduce((one, other) => (other.loss < one.loss ? other : one));
  return best.expected;
}

/** The level before the first day: the median for sums over days that are not small, the mean for those that are. */
function startOf(first: number[], drift: number): number {
  const middle = median(first);
  const mean = first.reduce((sum, one) => sum + one, 0) / first.length;
  return (middle > 0 ? middle : mean) - (drift * (first.length + 1)) / 2;
}

function smooth(ratios: Float64Array, start: number, drift: number, speed: number) {
  const scale = scaleOf(ratios, start, drift);
  const expected = new Float64Array(ratios.length + 1);
  let level = start;
  let loss = 0;
  for (let day = 0; day <= ratios.length; day++) {
    level = Math.max(0, level + drift);
    expected[day] = level;
    const error = (ratios[day] ?? Number.NaN) - level;
    if (Number.isNaN(error)) continue;
    const bounded = Math.max(-3 * scale, Math.min(3 * scale, error));
    level += speed * bounded;
    if (day >= START) loss += bounded ** 2;
  }
  return { expected, loss };
}

/** A robust deviation of what smoothing does not foresee. */
function scaleOf(ratios: Float64Array, start: number, drift: number): number {
  let level = start;
  const errors: number[] = [];
  for (const ratio of ratios) {
    level += drift;
    if (Number.isNaN(ratio)) continue;
    errors.push(ratio - level);
    level += 0.15 * (ratio - level);
  }
  if (errors.length === 0) return 0;
  const robust = DEVIATIONS * medianAbsoluteDeviation(errors);
  const mean = errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;
  // Half of a sparse series' days may be alike.
  return robust > 0 ? robust : mean;
}
