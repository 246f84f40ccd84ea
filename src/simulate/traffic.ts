import { driftAt, type Incident, survivors } from './incidents.ts';
import { personOf } from './people.ts';
import { exponential, pick, poisson, randomOf, uuidOf } from './random.ts';
import { rhythmOf } from './rhythm.ts';
import type { Origin, Site } from './site.ts';
import { type Arrival, eventOf, LONGEST_VISIT, momentsOf, type TrafficEvent } from './visit.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

// Of visits, those by people who were here before; of those, the ones soon after; and how long before on average.
const AGAIN = 0.36;
const SOON = 0.3;
const SOON_AFTER = 8 * HOUR;
const LATER = 10 * DAY;

export interface TrafficOptions {
  seed: number;
  site: Site;
  /** The IANA time zone of the site's days and nights. */
  timeZone: string;
  /** The span, in milliseconds: from ≤ t < to. */
  from: number;
  to: number;
  /** The mean number of visits a day. */
  visitsPerDay: number;
  incidents?: readonly Incident[];
}

/**
 * The events of a span in the order of time. A pure function: the same options, the same events. Spans that overlap agree
 * on what they share (but that a visit already going on at `from` tells where it came from with its first event in the
 * span), and incidents leave visits that they do not touch as they are.
 */
export function* traffic(options: TrafficOptions): Generator<TrafficEvent, void, undefined> {
  const { from, to, site, incidents = [] } = options;
  const arrivals = arrivalsOf(options);
  let open: TrafficEvent[] = [];
  for (let start = arrivals.slotOf(from - LONGEST_VISIT); start < to; start += arrivals.slot) {
    for (const arrival of arrivals.within(start)) {
      const luck = (incident: number) => randomOf(`${arrival.key}/luck/${incident}`)();
      const left = survivors(momentsOf(site, arrival), incidents, site.goal, luck);
      // Where the page that a visit came to was lost, so was where it came from.
      const isKnown = left[0]?.index === 0;
      const inSpan = left.filter(({ at }) => at >= from && at < to);
      for (const [n, moment] of inSpan.entries())
        open.push(eventOf(site, arrival, moment, isKnown && n === 0));
    }
    const end = start + arrivals.slot;
    const due = open.filter(({ at }) => at < end);
    open = open.filter(({ at }) => at >= end);
    yield* due.sort((a, b) => a.at - b.at || (a.input.id < b.input.id ? -1 : 1));
  }
}

/** The visits a day that bring `rate` events a second at the instant `at`. */
export function visitsPerDayFor(
  rate: number,
  at: number,
  { seed, site, timeZone }: Pick<TrafficOptions, 'seed' | 'site' | 'timeZone'>,
): number {
  const level = rhythmOf(site, seed, timeZone)(at);
  return (rate * 86_400) / eventsPerVisit(site) / level;
}

/** The mean number of events of a visit, by visits of four weeks. */
export function eventsPerVisit(site: Site): number {
  const options = { seed: 0, site, timeZone: 'UTC', from: 0, to: 28 * DAY, visitsPerDay: 200 };
  const arrivals = arrivalsOf(options);
  let visits = 0;
  let events = 0;
  for (let start = options.from; start < options.to; start += arrivals.slot) {
    for (const arrival of arrivals.within(start)) {
      visits++;
      events += momentsOf(site, arrival).length;
    }
  }
  return events / visits;
}

// Visits are drawn slot by slot. A slot is as long as brings few visits to sort, but enough to find earlier ones in.
const SLOTS = [HOUR, HOUR / 6, HOUR / 60, HOUR / 360];
const SHORTEST_SLOT = 1_000;
const VISITS_OF_SLOT = 100;

interface Arrivals {
  /** Length of a slot in milliseconds. */
  slot: number;
  /** The beginning of the slot of an instant. */
  slotOf: (at: number) => number;
  /** The visits that begin in the slot that begins at `start`, in any order. */
  within: (start: number) => Arrival[];
}

function arrivalsOf({
  seed,
  site,
  timeZone,
  visitsPerDay,
  incidents = [],
}: Omit<TrafficOptions, 'from' | 'to'>): Arrivals {
  const rhythm = rhythmOf(site, seed, timeZone);
  // Traffic of another volume is other traffic.
  const root = uuidOf(`${site.name}/${seed}/${visitsPerDay}`).slice(0, 13);
  const slot = SLOTS.find((length) => (visitsPerDay * length) / DAY <= VISITS_OF_SLOT) ?? SHORTEST_SLOT;
  const slotOf = (at: number) => Math.floor(at / slot) * slot;
  const usual = (start: number) => ((visitsPerDay * slot) / DAY) * rhythm(start + slot / 2);
  const count = (start: number, factor = 1) =>
    poisson(randomOf(`${root}/visits/${start}`), usual(start) * factor);

  /** Who makes a visit: somebody new, or who made one of the visits before. */
  function visitorOf(start: number, index: number): { key: string; again: boolean } {
    const random = randomOf(`${root}/visitor/${start}/${index}`);
    if (random() < AGAIN) {
      const age = exponential(random, random() < SOON ? SOON_AFTER : LATER);
      const before = slotOf(start - age);
      const visits = before < start ? count(before) : 0;
      if (visits > 0) return { ...visitorOf(before, Math.floor(random() * visits)), again: true };
    }
    return { key: `${root}/person/${start}/${index}`, again: false };
  }

  function usualArrival(start: number, index: number): Arrival {
    const key = `${root}/visit/${start}/${index}`;
    const random = randomOf(key);
    const { key: personKey, again } = visitorOf(start, index);
    const origin = pick(random, site.origins, ({ first, again: often }) => (again ? often : first));
    return { key, at: atIn(start, start + slot, random()), person: personOf(personKey), again, origin };
  }

  /** The visits that an incident adds: everybody is new. */
  function added({ from, to, size }: Incident, number: number, origin: Origin, start: number): Arrival[] {
    const [begin, end] = [Math.max(from, start), Math.min(to, start + slot)];
    if (begin >= end) return [];
    const incident = `${root}/incident/${number}/${start}`;
    const visits = poisson(randomOf(incident), (usual(start) * size * (end - begin)) / slot);
    return Array.from({ length: visits }, (_, index) => {
      const key = `${incident}/${index}`;
      const at = atIn(begin, end, randomOf(key)());
      return { key, at, person: personOf(`${key}/person`), again: false, origin };
    });
  }

  return {
    slot,
    slotOf,
    within: (start) => [
      ...Array.from({ length: count(start, driftAt(incidents, start + slot / 2)) }, (_, index) =>
        usualArrival(start, index),
      ),
      ...incidents.flatMap((incident, number) =>
        incident.kind === 'spike' || incident.kind === 'campaign'
          ? added(incident, number, site[incident.kind], start)
          : [],
      ),
    ],
  };
}

/** A whole millisecond between two instants. */
const atIn = (from: number, to: number, part: number): number => Math.floor(from + (to - from) * part);
