import { describe, expect, it } from 'vitest';
import { checkEvent } from '../ingest/prepare.ts';
import { blog } from './blog.ts';
import type { Incident } from './incidents.ts';
import { shop } from './shop.ts';
import { type TrafficOptions, traffic, visitsPerDayFor } from './traffic.ts';
import type { TrafficEvent } from './visit.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.parse('2026-06-01T00:00:00Z');
const WEEK: TrafficOptions = {
  seed: 7,
  site: shop,
  timeZone: 'Europe/Berlin',
  from: FROM,
  to: FROM + 7 * DAY,
  visitsPerDay: 400,
};
const make = (change: Partial<TrafficOptions> = {}): TrafficEvent[] => [...traffic({ ...WEEK, ...change })];

const named = (events: readonly TrafficEvent[], name: string | undefined) =>
  events.filter(({ input }) => input.name === name);
const during = (events: readonly TrafficEvent[], from: number, to: number) =>
  events.filter(({ at }) => at >= from && at < to);
const ids = (events: readonly TrafficEvent[]) => new Set(events.map(({ input }) => input.id));

const week = make();

describe.each([shop, blog])('the traffic of the $name', (site) => {
  const events = make({ site });

  it('is in the order of time, within its span, and every event has an id of its own', () => {
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(during(events, WEEK.from, WEEK.to)).toHaveLength(events.length);
    expect(ids(events).size).toBe(events.length);
    for (const { at, input } of events) expect(Date.parse(input.timestamp)).toBe(at);
  });

  it('is what ingest takes, and nobody is a bot', () => {
    const delivery = {
      receivedAt: WEEK.to,
      sentAt: null,
      address: null,
      userAgent: null,
      acceptLanguage: null,
      trusted: false,
      proxyGeography: null,
    };
    const results = events.map(({ input }, index) => checkEvent(input, index, delivery));
    expect(results.filter((result) => 'code' in result)).toEqual([]);
    const agents = results.flatMap((result) => ('agent' in result ? [result.agent] : []));
    expect(new Set(agents.map(({ device }) => device))).toEqual(new Set(['Desktop', 'Mobile', 'Tablet']));
    expect(agents.every(({ browser, os }) => browser && os)).toBe(true);
  });

  it('brings money with its goal only', () => {
    const paid = events.filter(({ input }) => input.revenue);
    expect(paid.length).toBeGreaterThan(0);
    expect(new Set(paid.map(({ input }) => input.name))).toEqual(new Set([site.goal]));
    for (const { input } of paid) {
      expect(input.revenue?.amount).toMatch(/^[1-9]\d*\.\d\d$/);
      expect(input.revenue?.currency).toMatch(/^(EUR|USD)$/);
    }
  });
});

describe('traffic', () => {
  it('is a function of its options', () => {
    expect(make()).toEqual(week);
    const others = ids(make({ seed: 8 }));
    expect(week.some(({ input }) => others.has(input.id))).toBe(false);
  });

  it('agrees with that of a longer span', () => {
    const longer = make({ from: FROM - 3 * DAY, to: FROM + 10 * DAY });
    const [inside, alone] = [during(longer, WEEK.from, WEEK.to), week];
    expect(ids(inside)).toEqual(ids(alone));
    // But for visits that go on at the beginning of the shorter one.
    const later = FROM + HOUR;
    expect(during(inside, later, WEEK.to)).toEqual(during(alone, later, WEEK.to));
  });

  it('tells where a visit comes from with its first event, even of a visit that went on before', () => {
    const isLanding = ({ input }: TrafficEvent) => input.url.includes('?') || input.referrer !== undefined;
    const span = { visitsPerDay: 20_000, to: FROM + 21 * HOUR };
    const longer = make({ ...span, from: FROM + 20 * HOUR });
    const from = FROM + 20.5 * HOUR;
    const shorter = make({ ...span, from });

    // Nobody takes longer than 301 seconds for a page.
    const last = new Map<string, number>();
    const inVisit = longer.filter(({ at, input }) => {
      const before = last.get(input.visitorId) ?? Number.NEGATIVE_INFINITY;
      last.set(input.visitorId, at);
      return at - before <= 301_000;
    });
    expect(inVisit.length).toBeGreaterThan(1_000);
    // People who open the site twice at once are few.
    expect(inVisit.filter(isLanding).length / inVisit.length).toBeLessThan(0.01);

    const rest = during(longer, from, span.to);
    const changed = shorter.filter((event, n) => event.input.url !== rest[n]?.input.url);
    expect(changed.length).toBeGreaterThan(0);
    for (const event of changed) expect(isLanding(event)).toBe(true);
    const share = (events: readonly TrafficEvent[]) => {
      const people = new Set(events.map(({ input }) => input.visitorId)).size;
      return events.filter(isLanding).length / people;
    };
    expect(share(shorter)).toBeCloseTo(share(longer), 1);
  });

  it('has a funnel, popular pages, visitors who come again, and members', () => {
    const funnel = ['add_to_cart', 'begin_checkout', 'purchase'].map((name) => named(week, name).length);
    expect(funnel).toEqual(funnel.toSorted((a, b) => b - a));
    expect(funnel.at(-1)).toBeGreaterThan(0);

    const views = new Map<string, number>();
    for (const { input } of named(week, undefined)) {
      const { pathname } = new URL(input.url);
      views.set(pathname, (views.get(pathname) ?? 0) + 1);
    }
    const counts = [...views.values()].toSorted((a, b) => b - a);
    expect((counts[0] ?? 0) / (counts[30] ?? 1)).toBeGreaterThan(10);

    const days = new Map<string, Set<number>>();
    for (const { at, input } of week) {
      const seen = days.get(input.visitorId) ?? new Set();
      days.set(input.visitorId, seen.add(Math.floor(at / DAY)));
    }
    const again = [...days.values()].filter(({ size }) => size > 1).length / days.size;
    expect(again).toBeGreaterThan(0.05);
    expect(again).toBeLessThan(0.4);
    expect(week.some(({ input }) => input.userId)).toBe(true);
  });

  it('comes at the rate that is asked for, at any hour, from its first second on', () => {
    for (const hour of [3, 20]) {
      const from = FROM + hour * HOUR;
      const visitsPerDay = visitsPerDayFor(100, from, WEEK);
      const events = make({ from, to: from + 120_000, visitsPerDay });
      expect(Math.abs(events.length / 120 - 100)).toBeLessThan(10);
      expect(Math.abs(during(events, from, from + 10_000).length / 10 - 100)).toBeLessThan(25);
    }
  });
});

describe('an incident', () => {
  const from = FROM + 2 * DAY + 10 * HOUR;
  const to = from + 8 * HOUR;
  const incident = (kind: Incident['kind'], size: number) => make({ incidents: [{ kind, from, to, size }] });
  const earlier = (events: readonly TrafficEvent[]) => during(events, WEEK.from, from);
  // No visit that began in the incident goes on for longer.
  const later = (events: readonly TrafficEvent[]) => during(events, to + HOUR, WEEK.to);
  const kinds: [Incident['kind'], number][] = [
    ['outage', 1],
    ['brokenCheckout', 1],
    ['trackingLoss', 0.6],
    ['spike', 4],
    ['campaign', 2],
  ];

  it.each(kinds)('%s leaves what is before and after it as it is', (kind, size) => {
    const events = incident(kind, size);
    expect(earlier(events)).toEqual(earlier(week));
    expect(later(events)).toEqual(later(week));
    expect(during(events, from, to)).not.toEqual(during(week, from, to));
  });

  it('outage: nothing comes', () => {
    expect(during(incident('outage', 1), from, to)).toEqual([]);
    const half = during(incident('outage', 0.5), from, to).length / during(week, from, to).length;
    expect(half).toBeCloseTo(0.5, 0);
  });

  it('brokenCheckout: carts are filled, and nobody buys', () => {
    const events = during(incident('brokenCheckout', 1), from, to);
    expect(named(events, 'purchase')).toEqual([]);
    expect(named(events, 'add_to_cart')).toEqual(named(during(week, from, to), 'add_to_cart'));
  });

  it('trackingLoss: pages are missing, money is not', () => {
    const [events, usual] = [during(incident('trackingLoss', 0.6), from, to), during(week, from, to)];
    expect(named(events, 'purchase')).toHaveLength(named(usual, 'purchase').length);
    const share = named(events, undefined).length / named(usual, undefined).length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.5);
  });

  it('spike: many come by one link', () => {
    const events = during(incident('spike', 4), from, to);
    const linked = events.filter(({ input }) => input.referrer === 'https://www.reddit.com/');
    const landings = (all: readonly TrafficEvent[]) => new Set(all.map(({ input }) => input.visitorId)).size;
    const usual = landings(during(week, from, to));
    expect(linked.length / usual).toBeGreaterThan(3);
    expect(linked.length / usual).toBeLessThan(5);
  });

  it('campaign: many come with it, and some buy', () => {
    const events = incident('campaign', 5);
    const came = new Set(
      events.flatMap(({ input }) => (input.url.includes('utm_campaign=special') ? input.visitorId : [])),
    );
    expect(came.size).toBeGreaterThan(during(week, from, to).length / 2);
    expect(named(events, 'purchase').some(({ input }) => came.has(input.visitorId))).toBe(true);
  });

  it('drift: there are ever fewer', () => {
    const events = make({
      incidents: [{ kind: 'drift', from: FROM, to: FROM + 6 * DAY, size: -0.6 }],
    });
    const part = (begin: number, end: number) =>
      during(events, begin, end).length / during(week, begin, end).length;
    // On the first day from 100% to 90%; at its end 40%.
    expect(Math.abs(part(FROM, FROM + DAY) - 0.95)).toBeLessThan(0.12);
    expect(Math.abs(part(FROM + 6 * DAY, WEEK.to) - 0.4)).toBeLessThan(0.12);
  });
});
