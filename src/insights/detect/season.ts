import type { Steps } from './steps.ts';

/** How much busier than its level each step of the week is, as a factor; by hour and weekday. */
export type Season = Float64Array;

const HOURS = 24;
const DAYS = 7;

/** The factor of a step. */
export const seasonAt = (season: Season, hour: number, weekday: number): number =>
  season[weekday * HOURS + hour] ?? 1;

/**
 * The season of a week: hour of day × day of week × what is special about that hour of that day. Each of the factors is
 * shrunk towards 1 as far as its spread is what chance makes (empirical Bayes), so that sparse series get the season that
 * their numbers carry, down to none.
 *
 * @param levels what a step would be without season
 * @param weights 0 for steps that are not to count
 */
export function seasonOf(steps: Steps, levels: Float64Array, weights: Float64Array): Season {
  const means = levels.map((level, i) => level * (steps.exposures[i] ?? 0));
  const season = new Float64Array(HOURS * DAYS).fill(1);
  // Hours once more, as weekdays disturb them where days are missing.
  const groupings: [count: number, groups: Uint8Array][] = [
    [HOURS, steps.hours],
    [DAYS, steps.weekdays],
    [HOURS, steps.hours],
    [HOURS * DAYS, steps.cells],
  ];
  for (const [count, groups] of groupings) {
    const factors = factorsOf(steps.counts, means, weights, count, groups);
    for (let i = 0; i < means.length; i++) means[i] = (means[i] ?? 0) * (factors[groups[i] ?? 0] ?? 1);
    for (let slot = 0; slot < season.length; slot++) {
      const index = count === HOURS ? slot % HOURS : count === DAYS ? Math.floor(slot / HOURS) : slot;
      season[slot] = (season[slot] ?? 1) * (factors[index] ?? 1);
    }
  }
  return season;
}

function factorsOf(
  counts: Float64Array,
  means: Float64Array,
  weights: Float64Array,
  size: number,
  groups: Uint8Array,
): Float64Array {
  const observed = new Float64Array(size);
  const expected = new Float64Array(size);
  for (let i = 0; i < means.length; i++) {
    if (weights[i] === 0) continue;
    const group = groups[i] ?? 0;
    observed[group] = (observed[group] ?? 0) + (counts[i] ?? 0);
    expected[group] = (expected[group] ?? 0) + (means[i] ?? 0);
  }
  const factors = new Float64Array(size).fill(1);
  const level = sum(observed) / sum(expected);
  if (!(level > 0)) return factors;
  const ratios = observed.map((count, group) => count / ((expected[group] ?? 0) * level));
  const chance = chanceOf(counts, means, weights, groups, ratios, level);
  const spread = spreadOf(expected, level, ratios, chance);
  return factors.map((one, group) => {
    const mean = (expected[group] ?? 0) * level;
    return mean > 0 ? 1 + ((ratios[group] ?? 1) - 1) * (spread / (spread + chance / mean)) : one;
  });
}

/** How much more than Poisson the steps of one group vary. */
function chanceOf(
  counts: Float64Array,
  means: Float64Array,
  weights: Float64Array,
  groups: Uint8Array,
  ratios: Float64Array,
  level: number,
): number {
  let squares = 0;
  let used = 0;
  for (let i = 0; i < means.length; i++) {
    const mean = (means[i] ?? 0) * level * (ratios[groups[i] ?? 0] ?? 1);
    if (weights[i] === 0 || !(mean > 0)) continue;
    squares += ((counts[i] ?? 0) - mean) ** 2 / mean;
    used++;
  }
  return used > 0 ? Math.max(1, squares / used) : 1;
}

/** The variance of the groups' true ratios: what is seen of it less what chance makes. The surer a ratio, the more it says. */
function spreadOf(expected: Float64Array, level: number, ratios: Float64Array, chance: number): number {
  const means = expected.map((one) => one * level);
  const excess = means.map((mean, group) => (mean > 0 ? mean * ((ratios[group] ?? 1) - 1) ** 2 - chance : 0));
  return Math.max(0, sum(excess) / sum(means));
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  return total;
}
