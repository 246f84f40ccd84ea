import type { TrafficEvent } from '../../src/simulate/visit.ts';

const HOUR = 3_600_000;
const PAUSE = HOUR / 2;
const LONGEST = 24 * HOUR;

/** Counts by hour, by name: of events, of visits in all and by dimension, and of visits with something in them. */
export interface Tally {
  counts: Map<string, Float64Array>;
  add: (event: TrafficEvent) => void;
  /** One that knows the same, and goes on by itself. */
  copy: () => Tally;
}

interface Visit {
  start: number;
  last: number;
  events: number;
  names: Set<string>;
}

type Visits = Map<string, Visit>;

/** Counts what a project's statistics count, hour by hour, from its events in the order of time. */
export function tallyOf(
  from: number,
  hours: number,
  former?: Pick<Tally, 'counts'> & { visits: Visits },
): Tally {
  const counts = new Map([...(former?.counts ?? [])].map(([name, count]) => [name, count.slice()]));
  const visits: Visits = structuredClone(former?.visits) ?? new Map();
  let visitors = { hour: -1, known: new Set<string>() };
  const hourOf = (at: number) => Math.floor((at - from) / HOUR);

  function count(name: string, hour: number, by = 1): void {
    const known = counts.get(name) ?? new Float64Array(hours);
    known[hour] = (known[hour] ?? 0) + by;
    counts.set(name, known);
  }

  function visitOf(who: string, { at, country, input }: TrafficEvent): Visit {
    const former = visits.get(who);
    if (former && at - former.last <= PAUSE && at - former.start < LONGEST) return former;
    for (const name of ['visits', ...dimensionsOf(input, country)]) count(name, hourOf(at));
    const visit = { start: at, last: at, events: 0, names: new Set<string>() };
    visits.set(who, visit);
    return visit;
  }

  return {
    counts,
    copy: () => tallyOf(from, hours, { counts, visits }),
    add(event) {
      const { at, input } = event;
      const who = input.userId ?? input.visitorId ?? '';
      const hour = hourOf(at);
      count(input.name ?? 'pageviews', hour);
      if (visitors.hour !== hour) visitors = { hour, known: new Set() };
      if (!visitors.known.has(who)) count('visitors', hour);
      visitors.known.add(who);
      const visit = visitOf(who, event);
      visit.last = at;
      visit.events++;
      const began = hourOf(visit.start);
      // Visits are looked at when the hour after theirs is over: what comes later is not known then.
      if (hour > began + 1) return;
      if (visit.events <= 2) count('bounces', began, visit.events === 1 ? 1 : -1);
      if (input.name === undefined || visit.names.has(input.name)) return;
      visit.names.add(input.name);
      count(`with ${input.name}`, began);
    },
  };
}

function dimensionsOf(
  { url = 'https://unknown/', referrer, context }: TrafficEvent['input'],
  country: string,
) {
  const { pathname, searchParams } = new URL(url);
  const source =
    searchParams.get('utm_source') ?? (referrer === undefined ? 'direct' : new URL(referrer).hostname);
  const device = /Mobile|Android|iPhone/.test(context?.userAgent ?? '') ? 'mobile' : 'desktop';
  return [`source=${source}`, `country=${country}`, `device=${device}`, `path=${pathname}`];
}
