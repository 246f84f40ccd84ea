import type { Watched } from '../../src/insights/detect/detect.ts';
import { normal, poisson, type Random, randomOf } from '../../src/simulate/random.ts';

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 0, 5);

/** How many days are played: on the next, the seasonal model takes over. */
export const DAYS = 21;
/** Those that must be known before anything is said. */
export const KNOWN = 3;

/** Times as many visits, from an hour until before another. */
export interface Change {
  from: number;
  to: number;
  factor: number;
}

export interface YoungSite {
  visitsPerDay: number;
  /** As known when so many hours are over. */
  watched: (hours: number) => Watched[];
  series: readonly { starts: number[]; values: number[] }[];
}

/**
 * The first three weeks of a site. The seed decides on its size (20 to 10,000 visits a day), when and how much its day swings, its weekends
 * (a fifth to one and a half of a weekday), how days differ (2 to 20 %), its growth (−20 to +60 % a week), and how counts scatter (negative
 * binomial, up to twice Poisson's variance for visits, pageviews in bunches).
 */
export function youngSite(seed: number, change: Change = { from: 0, to: 0, factor: 1 }): YoungSite {
  const random = randomOf(`young/${seed}`);
  const visitsPerDay = between(random, 20, 10_000, true);
  const firstDay = Math.floor(random() * 7);
  const weekend = between(random, 0.2, 1.5, true);
  const swing = between(random, 0.3, 0.95);
  const noon = 24 * random();
  const weather = between(random, 0.02, 0.2);
  const growth = Math.log(between(random, 0.8, 1.6, true)) / 7;
  const [scatter, bunch] = [between(random, 1, 2), between(random, 1, 7)];
  const [pages, share] = [between(random, 1, 5), between(random, 0.02, 0.2)];

  const columns: [number[], number[], number[]] = [[], [], []];
  for (let day = 0; day < DAYS; day++) {
    const level = visitsPerDay * Math.exp(growth * day + weather * normal(random));
    const weekday = (day + firstDay) % 7;
    for (let hour = 0; hour < 24; hour++) {
      const at = day * 24 + hour;
      const factor = at >= change.from && at < change.to ? change.factor : 1;
      const season = 1 + swing * Math.cos((2 * Math.PI * (hour - noon)) / 24);
      const mean = (level / 24) * season * (weekday >= 5 ? weekend : 1) * factor;
      const visits = scattered(random, mean, scatter);
      columns[0].push(visits);
      columns[1].push(scattered(random, visits * pages, bunch));
      columns[2].push(poisson(random, visits * share));
    }
  }
  const starts = columns[0].map((_, hour) => MONDAY + (firstDay * 24 + hour) * HOUR);
  const names = [
    { metric: 'visits', what: 'TRAFFIC' },
    { metric: 'pageviews', what: 'TRAFFIC' },
    { metric: 'purchase', what: 'EVENT' },
  ] as const;
  const series = columns.map((values) => ({ starts, values }));
  return {
    visitsPerDay,
    series,
    watched: (hours) =>
      names.map((name, i) => ({
        ...name,
        series: {
          starts: starts.slice(0, hours),
          values: series[i]?.values.slice(0, hours) ?? [],
          interval: 'HOUR',
          zone: 'UTC',
        },
      })),
  };
}

function between(random: Random, least: number, most: number, byLog = false): number {
  const part = random();
  return byLog ? least * (most / least) ** part : least + (most - least) * part;
}

/** A count with `dispersion` times Poisson's variance (negative binomial). */
function scattered(random: Random, mean: number, dispersion: number): number {
  if (mean <= 0) return 0;
  const extra = dispersion - 1;
  return poisson(random, extra > 0.01 ? gamma(random, mean / extra) * extra : mean);
}

/** A gamma number with this shape and scale 1, by Marsaglia and Tsang (2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
