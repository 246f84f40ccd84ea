import { dailyRatios, dayOf, decompose, type Fit, factorAt } from './decompose.ts';
import type { Prediction } from './distribution.ts';
import { levelsOf } from './level.ts';
import { type Season, seasonOf } from './season.ts';
import { dayCount, type Steps } from './steps.ts';
import { type Residuals, type Variance, varianceOf } from './variance.ts';

/** What is usual for a series, learned from its history. */
export interface Model {
  /** What the sum of these steps, whose last is at most a day or a few after the history, is expected to be. */
  predict: (steps: Steps, from: number, to: number) => Prediction;
}

const WEEK = 7;
// The first days have no days before them to be expected from.
const BURN_IN = 10;
// With so many degrees of freedom, Student's t is as good as normal.
const MOST_FREEDOM = 500;

/**
 * Learns a series. How far off its expectations are is measured as a forecaster would be: every past week by the season of the
 * other weeks, every day by the level of the days before. Null where there is too little history (see `decompose`).
 *
 * @param lead how many days ahead is foretold
 */
export function learn(history: Steps, lead = 1): Model | null {
  const fitted = decompose(history);
  if (!fitted) return null;
  const level = levelsOf(fitted.ratios).at(-1) ?? 0;
  if (!(level > 0)) return null;
  const variance = varianceOf(foretold(history, fitted, lead), history.isRate);
  return { predict: (steps, from, to) => predict(steps, from, to, fitted.season, level, variance) };
}

function predict(
  steps: Steps,
  from: number,
  to: number,
  season: Season,
  level: number,
  variance: Variance,
): Prediction {
  let mean = 0;
  let of = 0;
  for (let i = from; i < to; i++) {
    const exposure = steps.exposures[i] ?? 0;
    of += exposure;
    mean += factorAt(season, steps, i) * level * exposure;
  }
  // No share is expected to be above 1.
  if (steps.isRate) mean = Math.min(mean, of * 0.999);
  const share = steps.isRate && of > 0 ? mean / of : 0;
  const { clustered, common, freedom } = variance(to - from);
  const chance = clustered * mean * (1 - share);
  const shared = common * mean ** 2;
  return {
    mean,
    variance: chance + shared,
    ...(steps.isRate ? { of } : {}),
    // Only what the steps have in common had to be learned from few (Satterthwaite 1946).
    freedom: mean > 0 ? Math.min(MOST_FREEDOM, Math.floor(freedom * (1 + chance / shared) ** 2)) : freedom,
  };
}

/** What each trusted step would have been expected to be, told from the season of other weeks and the level of days before. */
function foretold(steps: Steps, { levels, weights }: Fit, lead: number): Residuals {
  const weeks = Math.ceil(dayCount(steps) / WEEK);
  const week = (i: number) => Math.floor((dayCount(steps) - 1 - dayOf(steps, i)) / WEEK);
  const seasons = Array.from({ length: weeks }, (_, one) =>
    seasonOf(
      steps,
      levels,
      weights.map((weight, i) => (week(i) === one ? 0 : weight)),
    ),
  );
  const factor = (i: number) => factorAt(seasons[week(i)] ?? new Float64Array(), steps, i);
  const ahead = levelsOf(dailyRatios(steps, weights, factor));
  const means = new Float64Array(steps.length);
  const used = new Float64Array(steps.length);
  for (let i = 0; i < steps.length; i++) {
    means[i] = factor(i) * (ahead[Math.max(0, dayOf(steps, i) - lead + 1)] ?? 0) * (steps.exposures[i] ?? 0);
    used[i] = dayOf(steps, i) < BURN_IN ? 0 : (weights[i] ?? 0);
  }
  return { counts: steps.counts, means, exposures: steps.exposures, weights: used };
}
