import { blog } from '../../src/simulate/blog.ts';
import type { Incident } from '../../src/simulate/incidents.ts';
import { pick, type Random, randomOf } from '../../src/simulate/random.ts';
import { shop } from '../../src/simulate/shop.ts';
import type { TrafficOptions } from '../../src/simulate/traffic.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Days that are known when watching begins, and days that are watched. */
export const HISTORY = 42;
export const WATCHED = 24;

export type Kind = Incident['kind'];
export const KINDS: readonly Kind[] = [
  'outage',
  'brokenCheckout',
  'trackingLoss',
  'spike',
  'campaign',
  'drift',
];

interface Extent {
  /** From the least to the most: hours, and sizes as src/simulate/incidents.ts has them. */
  hours: [number, number];
  size: [number, number];
  /** Hours after its end in which it still counts as found. */
  grace: number;
}

/** How long and how large incidents are; all in between is equally likely, of the logarithm for lengths. */
export const EXTENTS: Readonly<Record<Kind, Extent>> = {
  outage: { hours: [1, 12], size: [0.5, 1], grace: 24 },
  brokenCheckout: { hours: [12, 72], size: [0.6, 1], grace: 24 },
  trackingLoss: { hours: [6, 72], size: [0.3, 1], grace: 24 },
  spike: { hours: [2, 12], size: [0.5, 4], grace: 24 },
  campaign: { hours: [48, 168], size: [0.2, 1], grace: 24 },
  drift: { hours: [168, 336], size: [0.2, 0.5], grace: 120 },
};

const VISITS = [500, 5_000] as const;
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'];

/** The traffic of a seed with an incident of a kind, or with none: the seed decides on everything else. */
export interface Scenario {
  options: TrafficOptions & { incidents: Incident[] };
  watchedFrom: number;
}

export function scenarioOf(seed: number, kind: Kind | null): Scenario {
  const random = randomOf(`incidents/${seed}`);
  // A magazine that sells a few memberships a day has no checkout whose failure hours could show.
  const isShop = random() < 0.5 || kind === 'brokenCheckout';
  const visitsPerDay = Math.round(between(random, VISITS, true));
  const timeZone = pick(random, ZONES, () => 1);
  const from = Date.UTC(2026, 0, 1) + Math.floor(random() * 365) * DAY;
  const watchedFrom = from + HISTORY * DAY;
  const to = watchedFrom + WATCHED * DAY;
  const incidents = kind ? [incidentOf(kind, watchedFrom, randomOf(`incidents/${seed}/${kind}`))] : [];
  return {
    options: { seed, site: isShop ? shop : blog, timeZone, from, to, visitsPerDay, incidents },
    watchedFrom,
  };
}

function incidentOf(kind: Kind, watchedFrom: number, random: Random): Incident {
  const { hours, size } = EXTENTS[kind];
  const from = watchedFrom + Math.round(between(random, [2 * DAY, 4 * DAY], false));
  const to = from + Math.round(between(random, hours, true) * HOUR);
  const sign = kind === 'drift' && random() < 0.5 ? -1 : 1;
  return { kind, from, to, size: sign * between(random, size, false) };
}

function between(random: Random, [least, most]: readonly [number, number], byLog: boolean): number {
  const part = random();
  return byLog ? least * (most / least) ** part : least + (most - least) * part;
}
