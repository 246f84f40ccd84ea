import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { openQueue } from '../src/ingest/queue/queue.ts';
import { startWorker } from '../src/ingest/queue/worker.ts';
import { shop } from '../src/simulate/shop.ts';
import { traffic } from '../src/simulate/traffic.ts';
import type { SentEvent, TrafficEvent } from '../src/simulate/visit.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createRedis } from './support/redis.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { until } from './support/watching.ts';

// One simulated day through every way in. Whatever brought the events, the numbers are the same.

const START = Date.parse('2026-11-20T00:00:00Z');
const HOUR = 3_600_000;
const DAY = { from: START, to: START + 24 * HOUR };
const HALF_AN_HOUR = 30 * 60_000;

const COUNTRIES = ['DE', 'US', 'AT', 'GB', 'CH', 'FR', 'NL', 'IT', 'ES', 'SE', 'PL'];
/** The country of an address, by its first byte. */
const locate = (address: string) => {
  const country = COUNTRIES[Number(address.split('.', 1)[0]) - 11];
  return country === undefined ? null : { country, region: null, city: null };
};
/** Each person has an address of their own: without ids they are told apart by it and the user agent. */
function addressOf(country: string, visitorId: string): string {
  const [a, b, c] = createHash('md5').update(visitorId).digest();
  return [11 + COUNTRIES.indexOf(country), a, b, c].join('.');
}

type Sent = Omit<SentEvent, 'context'> & { context: SentEvent['context'] & { ip: string } };
const day = [...traffic({ ...DAY, seed: 11, site: shop, timeZone: 'UTC', visitsPerDay: 120 })].map(
  ({ at, country, input }: TrafficEvent): { at: number; input: Sent } => ({
    at,
    input: { ...input, context: { ...input.context, ip: addressOf(country, input.visitorId) } },
  }),
);
const batches = Array.from({ length: Math.ceil(day.length / 50) }, (_, n) => day.slice(50 * n, 50 * n + 50));
const millisecondsOf = ({ timestamp }: Sent): number => Date.parse(timestamp);
const purchaseOf = ({ revenue }: Sent) =>
  revenue && { currency: revenue.currency, amount: Number(revenue.amount) };

let server: TestServer;
let queued: TestServer;
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  const redis = await createRedis({ durable: true });
  await redis.start();
  const log = pino({ level: 'silent' });
  server = await startServer({ locate });
  queued = await startServer({ locate, queue: openQueue({ url: redis.url, maxEvents: 10_000, log }) });
  const { store } = queued.app;
  const worker = createApp({
    store,
    log,
    jwtSecret: 'a secret that only the tests know, of 32 characters',
    tracker: { serve: () => undefined },
    statusOnly: true,
    startWorker: (onStored) => startWorker({ url: redis.url, store, lanes: 2, log, onStored }),
  });
  closing.push(
    () => worker.drain(),
    () => queued.close(),
    () => server.close(),
    () => redis.remove(),
  );
});
afterAll(async () => {
  for (const close of closing) await close();
});

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.text()).toBeLessThan(300);
}

const TRACK = `mutation ($input: TrackEventsInput!) {
  trackEvents(input: $input) { accepted duplicates durability rejected { message } }
}`;
interface Tracked {
  trackEvents: { accepted: number; duplicates: number; durability: string; rejected: object[] };
}

async function sendGraphql(to: TestServer, { writeKey }: Tenant, events: readonly Sent[]) {
  const input = { writeKey, events };
  const { trackEvents } = await to.get<Tracked, object>(TRACK, { input });
  expect(trackEvents.rejected).toEqual([]);
  return trackEvents;
}

/** A way in: how its client sends events that happened one after the other. */
interface Door {
  name: string;
  send(tenant: Tenant, events: readonly Sent[]): Promise<unknown>;
  /** Its events have no ids, so what is sent again is not known again. */
  once?: true;
  /** Numbers that it cannot tell. */
  cannot?: readonly string[];
}

const inputsOf = (events: readonly { input: Sent }[]): Sent[] => events.map(({ input }) => input);

const DOORS: Door[] = [
  { name: 'GraphQL', send: (tenant, events) => sendGraphql(server, tenant, events) },
  {
    name: 'REST',
    send: ({ writeKey }, events) => post(`${server.url}/api/events`, { writeKey, events }),
  },
  {
    // It has no field for money.
    name: 'PostHog',
    cannot: ['revenue'],
    send: ({ writeKey }, events) =>
      post(`${server.url}/batch/`, {
        api_key: writeKey,
        batch: events.map((event) => ({
          uuid: event.id,
          event: event.name ?? '$pageview',
          distinct_id: event.userId ?? event.visitorId,
          timestamp: event.timestamp,
          properties: {
            ...event.properties,
            $device_id: event.visitorId,
            $is_identified: event.userId !== undefined,
            $current_url: event.url,
            $referrer: event.referrer,
            $raw_user_agent: event.context.userAgent,
            $browser_language: event.context.language,
            $screen_width: event.context.screenWidth,
            $ip: event.context.ip,
          },
        })),
      }),
  },
  {
    name: 'Segment',
    send: ({ writeKey }, events) =>
      post(`${server.url}/v1/batch`, {
        writeKey,
        batch: events.map((event) => {
          const { userAgent, language, screenWidth, ip } = event.context;
          const money = purchaseOf(event);
          return {
            messageId: event.id,
            ...(event.name === undefined ? { type: 'page' } : { type: 'track', event: event.name }),
            timestamp: event.timestamp,
            anonymousId: event.visitorId,
            userId: event.userId,
            properties: {
              ...event.properties,
              ...(money ? { revenue: money.amount, currency: money.currency } : {}),
            },
            context: {
              ip,
              userAgent,
              locale: language,
              screen: { width: screenWidth },
              page: { url: event.url, referrer: event.referrer },
            },
          };
        }),
      }),
  },
  {
    // It has the ids of users only: others are told apart by address and user agent. Its times are whole seconds.
    name: 'Umami',
    once: true,
    cannot: ['revenue', 'visitDuration', 'timeOnPage'],
    send: ({ writeKey }, events) =>
      post(
        `${server.url}/api/batch`,
        events.map((event) => ({
          type: 'event',
          payload: {
            website: writeKey,
            id: event.userId,
            name: event.name,
            data: event.properties,
            url: event.url,
            referrer: event.referrer,
            timestamp: Math.floor(millisecondsOf(event) / 1000),
            userAgent: event.context.userAgent,
            language: event.context.language,
            screen: `${event.context.screenWidth}x1000`,
            ip: event.context.ip,
          },
        })),
      ),
  },
  {
    // It has no ids at all and no time: an event happens as it is sent, one to a request, from the visitor's browser.
    name: 'Plausible',
    once: true,
    send: async ({ writeKey }, events) => {
      const now = server.clock.at;
      for (const event of events) {
        const { userAgent, language, screenWidth, ip } = event.context;
        server.clock.at = millisecondsOf(event);
        const body = {
          name: event.name ?? 'pageview',
          domain: writeKey,
          url: event.url,
          referrer: event.referrer,
          props: event.properties,
          revenue: event.revenue,
          w: screenWidth,
        };
        const headers = { 'user-agent': userAgent, 'accept-language': language, 'x-forwarded-for': ip };
        await post(`${server.url}/api/event`, body, headers);
      }
      server.clock.at = now;
    },
  },
  {
    // A request is one visitor's, and only purchases have ids.
    name: 'GA4 Measurement Protocol',
    once: true,
    send: async ({ writeKey }, events) => {
      for (const [visitorId, own] of byVisitor(events)) {
        const { userAgent, language, screenWidth, ip } = own[0].context;
        await post(`${server.url}/mp/collect?measurement_id=G-1&api_secret=${writeKey}`, {
          client_id: visitorId,
          user_id: own[0].userId,
          user_agent: userAgent,
          ip_override: ip,
          events: own.map((event) => {
            const money = purchaseOf(event);
            return {
              name: event.name ?? 'page_view',
              timestamp_micros: millisecondsOf(event) * 1000,
              params: {
                ...event.properties,
                ...(money ? { value: money.amount, currency: money.currency, transaction_id: event.id } : {}),
                page_location: event.url,
                page_referrer: event.referrer,
                language,
                screen_resolution: `${screenWidth}x1000`,
              },
            };
          }),
        });
      }
    },
  },
];

function byVisitor(events: readonly Sent[]): Map<string, [Sent, ...Sent[]]> {
  const visitors = new Map<string, [Sent, ...Sent[]]>();
  for (const event of events) {
    const own = visitors.get(event.visitorId);
    if (own) own.push(event);
    else visitors.set(event.visitorId, [event]);
  }
  return visitors;
}

const METRICS = `visitors visits pageviews events bounceRate viewsPerVisit visitDuration timeOnPage
  revenue { currency amount }`;
const PANELS = [
  'PATH',
  'ENTRY_PATH',
  'EXIT_PATH',
  'SOURCE',
  'CHANNEL',
  'UTM_CAMPAIGN',
  'REFERRER',
  'EVENT_NAME',
];
const CLIENTS = ['COUNTRY', 'LANGUAGE', 'DEVICE', 'BROWSER', 'OS'];
const statsOf = (fields: string) => `query ($id: ID!, $start: DateTime!, $end: DateTime!) {
  project(id: $id) { stats(range: { between: { start: $start, end: $end } }) { ${fields} } }
}`;
const breakdown = (by: string) => `${by}: breakdown(by: ${by}, first: 100) { value metrics { ${METRICS} } }`;
const QUESTIONS = [
  `totals { ${METRICS} } timeseries(interval: HOUR) { start metrics { ${METRICS} } }`,
  ...[...PANELS, ...CLIENTS].map(breakdown),
];

interface Metrics {
  visitors: number;
  visits: number;
  pageviews: number;
  events: number;
  bounceRate: number | null;
  revenue: { currency: string; amount: string }[];
}
interface Numbers extends Record<string, unknown> {
  totals: Metrics;
  timeseries: { start: string; metrics: Metrics }[];
}

/** All that is asked of the day. */
async function numbersOf(of: TestServer, tenant: Tenant): Promise<Numbers> {
  const key = (await tenant.createKey('READ')).secret;
  const variables = { id: tenant.projectId, start: new Date(DAY.from), end: new Date(DAY.to) };
  const answers = [];
  for (const fields of QUESTIONS) {
    const { project } = await of.get<{ project: { stats: object } }, object>(statsOf(fields), variables, key);
    answers.push(project.stats);
  }
  return Object.assign({}, ...answers) as Numbers;
}

/** Without what a door cannot tell. */
const without = (numbers: Numbers, fields: readonly string[] = []): unknown =>
  JSON.parse(JSON.stringify(numbers, (key, value: unknown) => (fields.includes(key) ? undefined : value)));

let expected: Numbers;
beforeAll(async () => {
  const tenant = await createTenant(server);
  for (const batch of batches) await sendGraphql(server, tenant, inputsOf(batch));
  expected = await numbersOf(server, tenant);
});

describe('the numbers of a simulated day', () => {
  it('are what its events add up to', () => {
    const count = (events: typeof day) => ({
      events: events.length,
      pageviews: events.filter(({ input }) => input.name === undefined).length,
      visitors: new Set(events.map(({ input }) => input.visitorId)).size,
    });
    const last = new Map<string, { at: number; visit: { start: number; events: number } }>();
    const visits: { start: number; events: number }[] = [];
    for (const { at, input } of day) {
      const before = last.get(input.visitorId);
      const visit = before && at - before.at <= HALF_AN_HOUR ? before.visit : { start: at, events: 0 };
      if (visit.events++ === 0) visits.push(visit);
      last.set(input.visitorId, { at, visit });
    }
    const cents = (currency: string) =>
      day
        .filter(({ input }) => input.revenue?.currency === currency)
        .reduce((sum, { input }) => sum + Math.round(100 * Number(input.revenue?.amount)), 0);

    expect(day.length).toBeGreaterThan(300);
    expect(visits.length).toBeGreaterThan(new Set(day.map(({ input }) => input.visitorId)).size);
    expect(expected.totals).toMatchObject({
      ...count(day),
      visits: visits.length,
      bounceRate: visits.filter(({ events }) => events === 1).length / visits.length,
    });
    expect(
      expected.totals.revenue.map(({ currency, amount }) => [currency, Math.round(100 * Number(amount))]),
    ).toEqual(['EUR', 'USD'].map((currency) => [currency, cents(currency)]).filter(([, sum]) => sum !== 0));
    expect(
      expected.timeseries.map(({ start, metrics: { events, pageviews, visitors, visits: begun } }) => ({
        start,
        events,
        pageviews,
        visitors,
        visits: begun,
      })),
    ).toEqual(
      Array.from({ length: 24 }, (_, hour) => {
        const [from, to] = [START + hour * HOUR, START + (hour + 1) * HOUR];
        return {
          start: new Date(from).toISOString(),
          ...count(day.filter(({ at }) => at >= from && at < to)),
          visits: visits.filter(({ start }) => start >= from && start < to).length,
        };
      }),
    );
  });

  it.each(DOORS)('are the same through $name', { timeout: 120_000 }, async ({ send, once, cannot }) => {
    const tenant = await createTenant(server);
    for (const batch of batches) {
      const events = inputsOf(batch);
      await Promise.all(once ? [send(tenant, events)] : [send(tenant, events), send(tenant, events)]);
    }
    expect(without(await numbersOf(server, tenant), cannot)).toEqual(without(expected, cannot));
  });

  it('are the same through the queue and a worker', { timeout: 120_000 }, async () => {
    const tenant = await createTenant(queued);
    const accounts = `query ($id: ID!) { project(id: $id) {
      ingestion(range: { preset: ALL_TIME }) { received stored duplicate pending }
    } }`;
    const ids = { id: tenant.projectId };
    for (const duplicate of [0, day.length]) {
      for (const batch of batches) {
        const { durability } = await sendGraphql(queued, tenant, inputsOf(batch));
        expect(durability).toBe('QUEUED');
      }
      await until(async () => {
        const { project } = await queued.get<Accounts, object>(accounts, ids, tenant.token);
        const counts = { received: day.length + duplicate, stored: day.length, duplicate, pending: 0 };
        expect(project.ingestion).toEqual(counts);
      });
    }
    expect(await numbersOf(queued, tenant)).toEqual(expected);
  });
});

interface Accounts {
  project: { ingestion: object };
}
