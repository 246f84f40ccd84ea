import fc from 'fast-check';
import type { EventInput } from '../gql/graphql.ts';
import type { Predicate, RawEvent, Visit } from './reference.ts';

// Small worlds of random traffic in which everything that is hard happens often: ties, gaps of exactly 30 minutes,
// visits over midnight and changes of the clock, absent values.

const MINUTE = 60_000;
const PATHS = ['/', '/pricing', '/docs', '/a%20b'];
const REFERRERS = ['news.example.net', 'blog.example.com'];
const COUNTRIES = { '198.51.100.1': 'DE', '198.51.100.2': 'US' } as const;
const AGENTS = {
  Desktop: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  Mobile:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
} as const;

/** For the server's `locate`: where the made-up addresses are. */
export const locate = (address: string) => {
  const country = COUNTRIES[address as keyof typeof COUNTRIES];
  return country ? { country, region: null, city: null } : null;
};

const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3, nil: null });

/** Dense and sparse traffic: events on a grid of 10 minutes, from `from` on over 5 hours to 5 days (30 to 720 slots). */
export const traffic = (from: number, most: number): fc.Arbitrary<{ slots: number; events: RawEvent[] }> =>
  fc
    .constantFrom(30, 150, 720)
    .chain((slots) => trafficWithin(slots, from, most).map((events) => ({ slots, events })));

const trafficWithin = (slots: number, from: number, most: number): fc.Arbitrary<RawEvent[]> =>
  fc
    .array(
      fc.record({
        slot: fc.integer({ min: 0, max: slots }),
        seconds: fc.constantFrom(0, 0, 1, 59),
        visitor: fc.constantFrom('ada', 'bob', 'cyd'),
        userId: fc.option(fc.constantFrom('u1', 'u2'), { freq: 5, nil: null }),
        session: fc.option(fc.constantFrom('s1', 's2'), { freq: 5, nil: null }),
        name: fc.constantFrom('pageview', 'pageview', 'pageview', 'signup', 'buy'),
        path: nullable(fc.constantFrom(...PATHS)),
        referrer: nullable(fc.constantFrom(...REFERRERS)),
        utmSource: nullable(fc.constantFrom('mail', 'ads')),
        country: nullable(fc.constantFrom('DE', 'US')),
        device: nullable(fc.constantFrom<keyof typeof AGENTS>('Desktop', 'Mobile')),
        plan: nullable(fc.constantFrom<string | number | boolean>('pro', 'free', 7, 12.5, true)),
        cents: nullable(fc.integer({ min: -50_000, max: 900_000 })),
        currency: fc.constantFrom('EUR', 'USD'),
      }),
      { minLength: 1, maxLength: most, size: 'max' },
    )
    .map((events) =>
      events.map(
        (e, index): RawEvent => ({
          // Ids in an order of their own: events of one instant are in the order of sending, not in that of ids.
          id: `00000000-0000-4000-8000-${String((index * 7919) % 100_000).padStart(12, '0')}`,
          at: from + e.slot * 10 * MINUTE + e.seconds * 1000,
          type: e.name === 'pageview' ? 'PAGEVIEW' : 'CUSTOM',
          name: e.name,
          // Another browser for each user: one that was anonymous before would be joined to the user, in the order of arrival.
          visitor: e.userId === null ? e.visitor : `${e.visitor} as ${e.userId}`,
          userId: e.userId,
          session: e.session,
          path: e.path,
          hostname: e.path === null ? null : 'shop.example',
          referrer: e.referrer,
          // A campaign is told by the URL.
          utmSource: e.path === null ? null : e.utmSource,
          country: e.country,
          device: e.device,
          properties: e.plan === null ? {} : { plan: e.plan },
          revenue: e.name === 'buy' && e.cents !== null ? { currency: e.currency, cents: e.cents } : null,
        }),
      ),
    );

/** The event as a client would send it. */
export function inputOf(event: RawEvent): EventInput {
  const address = Object.entries(COUNTRIES).find(([, country]) => country === event.country)?.[0];
  const { revenue } = event;
  return {
    id: event.id,
    type: event.type,
    name: event.type === 'CUSTOM' ? event.name : null,
    timestamp: new Date(event.at).toISOString(),
    visitorId: event.visitor,
    userId: event.userId,
    sessionId: event.session,
    url:
      event.path === null
        ? null
        : `https://shop.example${event.path}${event.utmSource ? `?utm_source=${event.utmSource}` : ''}`,
    referrer: event.referrer === null ? null : `https://www.${event.referrer}/some/page`,
    properties: event.properties,
    revenue: revenue && { currency: revenue.currency, amount: (revenue.cents / 100).toFixed(2) },
    context: {
      ip: address ?? '192.0.2.9',
      userAgent: event.device ? AGENTS[event.device as keyof typeof AGENTS] : null,
    },
  };
}

// --- filters, each with what it means -------------------------------------------------------------------------------

export interface MeaningfulFilter {
  filter: Record<string, unknown>;
  matches: Predicate;
}

type Value = (event: RawEvent, visit: Visit) => string | null;

/** The dimensions that the worlds have, with their filter fields. */
export const DIMENSIONS = {
  EVENT_NAME: { field: 'name', value: (e) => e.name },
  PATH: { field: 'path', value: (e) => e.path },
  HOSTNAME: { field: 'hostname', value: (e) => e.hostname },
  ENTRY_PATH: { field: 'entryPath', value: (_, v) => v.entryPath },
  EXIT_PATH: { field: 'exitPath', value: (_, v) => v.exitPath },
  REFERRER: { field: 'referrer', value: (_, v) => v.referrer },
  UTM_SOURCE: { field: 'utmSource', value: (_, v) => v.utmSource },
  COUNTRY: { field: 'country', value: (_, v) => v.country },
  DEVICE: { field: 'device', value: (_, v) => v.device },
} as const satisfies Record<string, { field: string; value: Value }>;

const TEXTS = [
  ...PATHS,
  ...REFERRERS,
  'mail',
  'ads',
  'DE',
  'US',
  'Desktop',
  'pageview',
  'signup',
  'buy',
  'shop.example',
  'ada',
  'u1',
  's1',
];

interface Test {
  filter: Record<string, unknown>;
  holds: (value: string | null) => boolean;
}

const stringTest: fc.Arbitrary<Test> = fc.oneof(
  fc
    .constantFrom(...TEXTS)
    .map((text) => ({ filter: { eq: text }, holds: (v: string | null) => v === text })),
  fc
    .constantFrom(...TEXTS)
    .map((text) => ({ filter: { ne: text }, holds: (v: string | null) => v !== text })),
  fc
    .subarray(TEXTS)
    .map((list) => ({ filter: { in: list }, holds: (v: string | null) => v !== null && list.includes(v) })),
  fc.subarray(TEXTS).map((list) => ({
    filter: { notIn: list },
    holds: (v: string | null) => v === null || !list.includes(v),
  })),
  fc
    .constantFrom('a', '%', '_', '.example')
    .map((text) => ({ filter: { contains: text }, holds: (v: string | null) => v?.includes(text) ?? false })),
  fc.constantFrom('/', 'D', 'shop').map((text) => ({
    filter: { startsWith: text },
    holds: (v: string | null) => v?.startsWith(text) ?? false,
  })),
  fc
    .constantFrom('s', 'com', 'b')
    .map((text) => ({ filter: { endsWith: text }, holds: (v: string | null) => v?.endsWith(text) ?? false })),
  fc
    .boolean()
    .map((isNull) => ({ filter: { isNull }, holds: (v: string | null) => (v === null) === isNull })),
);

const numberTest = fc
  .tuple(fc.constantFrom('gt', 'gte', 'lt', 'lte'), fc.constantFrom(7, 10, 12.5))
  .map(([operator, bound]) => ({
    filter: { [operator]: bound },
    holds: (v: unknown) =>
      typeof v === 'number' &&
      { gt: v > bound, gte: v >= bound, lt: v < bound, lte: v <= bound }[operator] === true,
  }));

const textOf = (value: string | number | boolean | undefined): string | null =>
  value === undefined ? null : String(value);

const leaf: fc.Arbitrary<MeaningfulFilter> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.values(DIMENSIONS)), stringTest)
      .map(([{ field, value }, test]) => ({
        filter: { [field]: test.filter },
        matches: (e: RawEvent, v: Visit) => test.holds((value as Value)(e, v)),
      })),
  },
  {
    weight: 1,
    arbitrary: stringTest.map((test) => ({
      filter: { visitorId: test.filter },
      matches: (e: RawEvent) => test.holds(e.visitor),
    })),
  },
  {
    weight: 1,
    arbitrary: stringTest.map((test) => ({
      filter: { userId: test.filter },
      matches: (e: RawEvent) => test.holds(e.userId),
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('PAGEVIEW', 'CUSTOM')
      .map((type) => ({ filter: { type: { eq: type } }, matches: (e: RawEvent) => e.type === type })),
  },
  {
    weight: 1,
    arbitrary: numberTest.map((test) => ({
      filter: { properties: [{ key: 'plan', ...test.filter }] },
      matches: (e: RawEvent) => test.holds(e.properties.plan),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('pro', '7', 'true').map((text) => ({
      filter: { properties: [{ key: 'plan', eq: text }] },
      matches: (e: RawEvent) => textOf(e.properties.plan) === text,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('pro', '7').map((text) => ({
      filter: { properties: [{ key: 'plan', ne: text }] },
      matches: (e: RawEvent) => textOf(e.properties.plan) !== text,
    })),
  },
);

/** Filters of up to three levels. */
export const meaningfulFilter: fc.Arbitrary<MeaningfulFilter> = fc.letrec<{ filter: MeaningfulFilter }>(
  (tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.array(tie('filter'), { maxLength: 3 }).map((parts) => ({
        filter: { and: parts.map((part) => part.filter) },
        matches: (e: RawEvent, v: Visit) => parts.every((part) => part.matches(e, v)),
      })),
      fc.array(tie('filter'), { maxLength: 3 }).map((parts) => ({
        filter: { or: parts.map((part) => part.filter) },
        matches: (e: RawEvent, v: Visit) => parts.some((part) => part.matches(e, v)),
      })),
      tie('filter').map((part) => ({
        filter: { not: part.filter },
        matches: (e: RawEvent, v: Visit) => !part.matches(e, v),
      })),
    ),
  }),
).filter;
