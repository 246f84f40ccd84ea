// The definitions of docs/metrics.md, word by word over all events in memory: plain, slow, and written apart from src/.

export interface RawEvent {
  id: string;
  at: number;
  type: 'PAGEVIEW' | 'CUSTOM';
  name: string;
  visitor: string;
  userId: string | null;
  session: string | null;
  path: string | null;
  hostname: string | null;
  referrer: string | null;
  utmSource: string | null;
  country: string | null;
  device: string | null;
  properties: Record<string, string | number | boolean>;
  revenue: { currency: string; cents: number } | null;
}

export interface Visit {
  events: RawEvent[];
  start: number;
  end: number;
  entryPath: string | null;
  exitPath: string | null;
  referrer: string | null;
  utmSource: string | null;
  country: string | null;
  device: string | null;
}

const MINUTE = 60_000;
const byTime = (a: RawEvent, b: RawEvent) => a.at - b.at;

/** Who an event is counted as. */
export const visitorOf = (event: RawEvent): string =>
  event.userId ? `user ${event.userId}` : `visitor ${event.visitor}`;

/** The visits of events that stand in the order of their arrival, which orders those of one instant. */
export function visitsOf(events: readonly RawEvent[]): Visit[] {
  const streams = new Map<string, RawEvent[]>();
  for (const event of events) {
    const key = `${visitorOf(event)} / ${event.session ?? ''}`;
    streams.set(key, [...(streams.get(key) ?? []), event]);
  }
  return [...streams.values()].flatMap((stream) => {
    const visits: RawEvent[][] = [];
    for (const event of stream.toSorted(byTime)) {
      const visit = visits.at(-1);
      const [first, last] = [visit?.[0], visit?.at(-1)];
      const pauses = last && event.session === null && event.at - last.at > 30 * MINUTE;
      const tooLong = first && event.at - first.at > 24 * 60 * MINUTE;
      if (visit && !pauses && !tooLong) visit.push(event);
      else visits.push([event]);
    }
    return visits.map(describe);
  });
}

function describe(events: RawEvent[]): Visit {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) throw new Error('a visit has events');
  const views = events.filter((event) => event.type === 'PAGEVIEW');
  const { referrer, utmSource, country, device } = first;
  return {
    events,
    start: first.at,
    end: last.at,
    entryPath: views[0]?.path ?? null,
    exitPath: views.at(-1)?.path ?? null,
    referrer,
    utmSource,
    country,
    device,
  };
}

export type Predicate = (event: RawEvent, visit: Visit) => boolean;

export interface Numbers {
  visitors: number;
  visits: number;
  pageviews: number;
  events: number;
  bounceRate: number | null;
  visitDuration: number | null;
  viewsPerVisit: number | null;
  revenue: { currency: string; amount: string }[];
}

export interface Question {
  start: number;
  end: number;
  matches: Predicate;
}

export function totals(visits: readonly Visit[], { start, end, matches }: Question): Numbers {
  const hits = visits.flatMap((visit) =>
    visit.events.filter((event) => event.at >= start && event.at < end && matches(event, visit)),
  );
  const counted = visits.filter(
    (visit) =>
      visit.start >= start && visit.start < end && visit.events.some((event) => matches(event, visit)),
  );
  const pageviews = hits.filter((event) => event.type === 'PAGEVIEW').length;
  const mean = (values: number[]) =>
    values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
  const cents = new Map<string, number>();
  for (const { revenue } of hits) {
    if (revenue) cents.set(revenue.currency, (cents.get(revenue.currency) ?? 0) + revenue.cents);
  }
  return {
    visitors: new Set(hits.map(visitorOf)).size,
    visits: counted.length,
    pageviews,
    events: hits.length,
    bounceRate: mean(counted.map((visit) => (visit.events.length === 1 ? 1 : 0))),
    visitDuration: mean(counted.map((visit) => (visit.end - visit.start) / 1000)),
    viewsPerVisit: counted.length === 0 ? null : pageviews / counted.length,
    revenue: [...cents]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, sum]) => ({ currency, amount: money(sum) })),
  };
}

/** "12.5" for 1250 cents: no zeros at the end. */
function money(cents: number): string {
  const text = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
  return text.replace(/\.?0+$/, '');
}

/** A breakdown by its law: the row of a value is the totals under the filter dimension = value. */
export function breakdown(
  visits: readonly Visit[],
  question: Question,
  dimensionOf: (event: RawEvent, visit: Visit) => string | null,
): { value: string | null; metrics: Numbers }[] {
  const values = new Set(visits.flatMap((visit) => visit.events.map((event) => dimensionOf(event, visit))));
  return [...values]
    .map((value) => ({
      value,
      metrics: totals(visits, {
        ...question,
        matches: (event, visit) => question.matches(event, visit) && dimensionOf(event, visit) === value,
      }),
    }))
    .filter(({ metrics }) => metrics.events > 0 || metrics.visits > 0);
}
