import statistics from 'jstat';

const { jStat } = statistics;

const LEVEL = 0.95;

/** How many of a value of a dimension there were before, and are now, in periods of the same length. */
export interface CountPart {
  value: string;
  now: number;
  before: number;
}

/** Of a rate: how many succeeded, of how many. */
export interface RatePart {
  value: string;
  now: { successes: number; trials: number };
  before: { successes: number; trials: number };
}

/** What a value has to do with the change of the whole. */
export interface Contribution {
  value: string;
  /** The part of the whole's change that it makes; all parts together are the change. */
  change: number;
  /** 95 %. */
  low: number;
  high: number;
  /** Of the hypothesis that it changed as all others did: of a count in proportion, of a rate by its own rate not at all. */
  pValue: number;
}

/** Of a rate's change. */
export interface RateContribution extends Contribution {
  /** By the value's share of all having changed: `mix` + `rate` = `change`. */
  mix: number;
  /** By its own rate having changed; `low`, `high` and `pValue` are of this. */
  rate: number;
}

/**
 * Which values explain the change of a count; the largest first. The p-values are of the values' own ratio against that of all
 * others, by the normal approximation of its logarithm.
 *
 * @param dispersion how many times more than Poisson the counts vary
 */
export function contribution(parts: readonly CountPart[], dispersion = 1): Contribution[] {
  const [now, before] = [sum(parts, (part) => part.now), sum(parts, (part) => part.before)];
  return sorted(
    parts.map((part) => {
      const change = part.now - part.before;
      const reach = normalReach(dispersion * (part.now + part.before));
      // Half of one more on each side keeps the logarithm finite (Haldane and Anscombe).
      const cells = [part.now, part.before, now - part.now, before - part.before].map((count) => count + 0.5);
      const [a = 1, b = 1, c = 1, d = 1] = cells;
      const ratio = Math.log((a * d) / (b * c));
      const deviation = Math.sqrt(dispersion * cells.reduce((all, cell) => all + 1 / cell, 0));
      return {
        value: part.value,
        change,
        low: change - reach,
        high: change + reach,
        pValue: twoSided(ratio / deviation),
      };
    }),
  );
}

/**
 * Which values explain the change of a rate, by the decomposition of Kitagawa (1955): of each value, what the change of its own
 * rate makes at the mean of its shares, and what the change of its share makes, at how far its mean rate is from everybody's.
 * A value without trials in a period keeps its rate.
 */
export function rateContribution(parts: readonly RatePart[], dispersion = 1): RateContribution[] {
  const trials = {
    now: sum(parts, ({ now }) => now.trials),
    before: sum(parts, ({ before }) => before.trials),
  };
  if (trials.now === 0 || trials.before === 0) return [];
  const rateNow = sum(parts, ({ now }) => now.successes) / trials.now;
  const rateBefore = sum(parts, ({ before }) => before.successes) / trials.before;
  const everybody = (rateNow + rateBefore) / 2;
  return sorted(
    parts.map(({ value, now, before }) => {
      const own = (one: RatePart['now'], other: RatePart['now']) =>
        one.trials > 0
          ? one.successes / one.trials
          : other.trials > 0
            ? other.successes / other.trials
            : everybody;
      const [after, former] = [own(now, before), own(before, now)];
      const [shareNow, shareBefore] = [now.trials / trials.now, before.trials / trials.before];
      const weight = (shareNow + shareBefore) / 2;
      const rate = (after - former) * weight;
      const mix = (shareNow - shareBefore) * ((after + former) / 2 - everybody);
      const pooled = (now.successes + before.successes) / Math.max(1, now.trials + before.trials);
      const variance =
        now.trials > 0 && before.trials > 0
          ? dispersion * pooled * (1 - pooled) * (1 / now.trials + 1 / before.trials)
          : 0;
      const reach = weight * normalReach(variance);
      const pValue = variance > 0 ? twoSided((after - former) / Math.sqrt(variance)) : 1;
      return { value, change: mix + rate, mix, rate, low: rate - reach, high: rate + reach, pValue };
    }),
  );
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((all, item) => all + of(item), 0);

const sorted = <T extends Contribution>(contributions: T[]): T[] =>
  contributions.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));

const normalReach = (variance: number): number =>
  jStat.normal.inv((1 + LEVEL) / 2, 0, 1) * Math.sqrt(variance);

const twoSided = (deviations: number): number =>
  Math.min(1, 2 * jStat.normal.cdf(-Math.abs(deviations), 0, 1));
