import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rebuildProject } from '../src/rebuild/rebuild.ts';
import { startServer, type TestServer } from './support/app.ts';
import { held } from './support/drop-in.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// A browser without any id is known by its address and user agent; `identify` must not make it two people.

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const SITE = 'https://shop.example';
const LANDING = `${SITE}/?utm_source=newsletter&utm_medium=email`;

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  server.clock.set('2026-11-21T12:00:00Z');
  tenant = await newTenant();
});
afterAll(() => server.close());

/** A tenant whose token outlasts hours. */
async function newTenant(): Promise<Tenant> {
  const made = await createTenant(server, { domain: 'shop.example' });
  return { ...made, token: (await made.createKey('ADMIN')).secret };
}

interface Browser {
  userAgent: string;
  address: string;
}
const BROWSER: Browser = { userAgent: FIREFOX, address: '203.0.113.7' };

/** What happens on a page: a pageview, or an event with a name. `user` is who was identified. */
interface Step {
  path: string;
  name?: string;
  user?: string;
  amount?: string;
}

async function post(path: string, body: unknown, { userAgent, address }: Browser): Promise<void> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': userAgent,
      'x-forwarded-for': address,
    },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.text()).toBeLessThan(300);
}

const eventOf = ({ path, name, user, amount }: Step) => ({
  ...(name ? { name } : {}),
  url: path.startsWith('/') ? `${SITE}${path}` : path,
  ...(user ? { userId: user } : {}),
  ...(amount ? { revenue: { currency: 'EUR', amount } } : {}),
});

const rest = (step: Step, browser = BROWSER) =>
  post('/api/events', { writeKey: tenant.writeKey, events: [eventOf(step)] }, browser);

const graphql = (step: Step, browser = BROWSER) =>
  post(
    '/graphql',
    {
      query: 'mutation ($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }',
      variables: { input: { writeKey: tenant.writeKey, events: [eventOf(step)] } },
    },
    browser,
  );

// Umami's tracker puts the id of `umami.identify` into every payload from then on.
const umami = ({ path, name, user }: Step, browser = BROWSER) =>
  post(
    '/api/send',
    {
      type: 'event',
      payload: {
        website: tenant.writeKey,
        hostname: 'shop.example',
        url: path.replace(SITE, ''),
        ...(name ? { name } : {}),
        ...(user ? { id: user } : {}),
      },
    },
    browser,
  );

// posthog-js without cookies, and with them.
const posthogEvent = ({ path, name, user }: Step, anonymous: string) => ({
  event: name ?? '$pageview',
  properties: {
    token: tenant.writeKey,
    distinct_id: user ?? anonymous,
    ...(anonymous === '$posthog_cookieless' ? {} : { $device_id: anonymous }),
    $is_identified: user !== undefined,
    $current_url: path.startsWith('/') ? `${SITE}${path}` : path,
  },
});
const posthog = (step: Step, browser = BROWSER) => post('/e/', posthogEvent(step, 'phone'), browser);
const posthogCookieless = (step: Step, browser = BROWSER) =>
  post('/e/', posthogEvent(step, '$posthog_cookieless'), browser);

const segment = ({ path, name, user }: Step, browser = BROWSER) =>
  post(
    `/v1/${name ? 't' : 'p'}`,
    {
      writeKey: tenant.writeKey,
      anonymousId: 'phone',
      ...(user ? { userId: user } : {}),
      ...(name ? { event: name } : {}),
      context: {
        page: { url: path.startsWith('/') ? `${SITE}${path}` : path },
        userAgent: browser.userAgent,
      },
      properties: name === 'Purchase' ? { revenue: 100, currency: 'EUR' } : {},
    },
    browser,
  );

const ga4 = ({ path, name, user }: Step, browser = BROWSER) =>
  post(
    `/mp/collect?measurement_id=G-1&api_secret=${tenant.writeKey}`,
    {
      client_id: 'phone',
      ...(user ? { user_id: user } : {}),
      events: [
        {
          name: name === undefined ? 'page_view' : name === 'Purchase' ? 'purchase' : name,
          params: {
            page_location: path.startsWith('/') ? `${SITE}${path}` : path,
            ...(name === 'Purchase' ? { value: 100, currency: 'EUR' } : {}),
          },
        },
      ],
    },
    browser,
  );

const WAYS: [string, (step: Step, browser?: Browser) => Promise<void>, { sale?: string; money: boolean }][] =
  [
    ['REST', rest, { money: true }],
    ['GraphQL', graphql, { money: true }],
    ['Umami', umami, { money: false }],
    ['PostHog', posthog, { money: false }],
    ['PostHog without cookies', posthogCookieless, { money: false }],
    ['Segment', segment, { money: true }],
    ['GA4', ga4, { sale: 'purchase', money: true }],
  ];

const STORY = `query Story($project: ID!, $sale: String!) {
  project(id: $project) {
    stats(range: { last: "P1D" }) {
      totals { visitors visits events bounceRate visitDuration }
      breakdown(by: SOURCE) { value metrics { visitors visits } }
    }
    funnel(range: { last: "P1D" }, steps: [{ match: { path: "/" } }, { match: { name: $sale } }]) { conversionRate }
    attribution(range: { last: "P1D" }, by: SOURCE) { value conversions visitors }
  }
}`;
interface Story {
  project: {
    stats: {
      totals: { visitors: number; visits: number; events: number; bounceRate: number; visitDuration: number };
      breakdown: { value: string | null; metrics: { visitors: number; visits: number } }[];
    };
    funnel: { conversionRate: number };
    attribution: { value: string | null; conversions: number; visitors: number }[];
  };
}
const story = async (sale = 'Purchase') => {
  // A range ends before now.
  server.clock.pass(1_000);
  const { project } = await server.get<Story, { project: string; sale: string }>(
    STORY,
    { project: tenant.projectId, sale },
    tenant.token,
  );
  return project;
};

/** The user of each event, oldest first; null where nobody was identified. */
const owners = async () => (await held(server, tenant)).events.map(({ userId }) => userId);
const projectNumberOf = async () =>
  (await server.app.store.prisma.project.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;

/** Nothing that is derived would be otherwise if it were made anew. */
async function expectRebuilt(): Promise<void> {
  const rebuilt = await rebuildProject(server.app.store, await projectNumberOf(), {
    parts: ['visits', 'segments'],
  });
  expect(rebuilt).toMatchObject({ written: 0, removed: 0, moved: 0 });
}

describe('a purchase after identify is of the visit that began with the newsletter', () => {
  it.each(WAYS)('%s', async (_, send, { sale, money }) => {
    const steps: Step[] = [
      { path: LANDING },
      { path: '/prices' },
      { path: '/prices', name: 'Sign Up' },
      { path: '/welcome', user: 'user-1' },
      { path: '/welcome', name: 'Purchase', user: 'user-1', amount: '100' },
      // A page without identify: the browser is known.
      { path: '/thanks' },
    ];
    for (const step of steps) {
      await send(step);
      server.clock.pass(1_000);
    }
    const { stats, funnel, attribution } = await story(sale);
    expect(stats.totals).toEqual({ visitors: 1, visits: 1, events: 6, bounceRate: 0, visitDuration: 5 });
    expect(stats.breakdown).toEqual([{ value: 'newsletter', metrics: { visitors: 1, visits: 1 } }]);
    expect(funnel.conversionRate).toBe(1);
    if (money) expect(attribution).toEqual([{ value: 'newsletter', conversions: 1, visitors: 1 }]);
    expect(await owners()).toEqual(new Array(6).fill('user-1'));
    await expectRebuilt();
  });

  it('also where the landing page arrives last, and in one request', async () => {
    const at = (second: number) => new Date(server.clock.now() + second * 1_000).toISOString();
    const events = [
      { ...eventOf({ path: LANDING }), timestamp: at(0) },
      { ...eventOf({ path: '/prices' }), timestamp: at(2_000 - 400) },
      { ...eventOf({ path: '/welcome', user: 'user-1' }), timestamp: at(2_000) },
      { ...eventOf({ path: '/', name: 'Purchase', user: 'user-1', amount: '100' }), timestamp: at(2_001) },
    ];
    server.clock.pass(3_000_000);
    const all = {
      first: [events],
      'landing last': [events.slice(1), events.slice(0, 1)],
      backwards: events.toReversed().map((event) => [event]),
    };
    for (const requests of Object.values(all)) {
      tenant = await newTenant();
      for (const batch of requests)
        await post('/api/events', { writeKey: tenant.writeKey, events: batch }, BROWSER);
      const { stats, funnel } = await story();
      expect(stats.totals).toMatchObject({ visitors: 1, visits: 1, events: 4 });
      expect(funnel.conversionRate).toBe(1);
      await expectRebuilt();
    }
  });

  it('also over midnight, when the salt changes', async () => {
    server.clock.set('2026-11-21T23:55:00Z');
    await rest({ path: LANDING });
    server.clock.pass(10 * 60_000);
    await rest({ path: '/welcome', user: 'user-1' });
    server.clock.pass(10 * 60_000);
    await rest({ path: '/thanks' });
    expect((await story()).stats.totals).toMatchObject({ visitors: 1, visits: 1, events: 3 });
    await expectRebuilt();
  });

  it('and who comes back hours later without identify is the user still, in another visit', async () => {
    await rest({ path: LANDING });
    server.clock.pass(2 * 3_600_000);
    await rest({ path: '/', user: 'user-1' });
    server.clock.pass(2 * 3_600_000);
    await rest({ path: '/' });
    expect(await owners()).toEqual([null, 'user-1', 'user-1']);
    expect((await story()).stats.totals).toMatchObject({ visitors: 2, visits: 3 });
  });
});

describe('are not joined', () => {
  it('two users one after the other on one browser', async () => {
    for (const step of [
      { path: '/' },
      { path: '/', user: 'ada' },
      { path: '/', user: 'bob' },
      { path: '/' },
      { path: '/', user: 'ada' },
    ]) {
      await rest(step);
      server.clock.pass(60_000);
    }
    expect(await owners()).toEqual(['ada', 'ada', 'bob', 'bob', 'ada']);
    expect((await story()).stats.totals).toMatchObject({ visitors: 2, visits: 2 });
    await expectRebuilt();
  });

  it('visitors of other addresses or user agents', async () => {
    await rest({ path: '/' }, { ...BROWSER, address: '203.0.113.8' });
    await rest({ path: '/' }, { ...BROWSER, userAgent: CHROME });
    await rest({ path: '/', user: 'ada' });
    expect((await story()).stats.totals).toMatchObject({ visitors: 3, visits: 3 });
  });

  const server1 = (userAgent: string) => ({ userAgent, address: '198.51.100.1' });
  it.each(['node', 'python-requests/2.32.3', 'okhttp/4.12.0', 'axios/1.7.9', 'Mozilla/5.0 Umami/0.4.0'])(
    'users of one back end, which calls itself %s',
    async (userAgent) => {
      await rest({ path: '/' }, server1(userAgent));
      for (const user of ['ada', 'bob', 'cyd']) await rest({ path: '/', user }, server1(userAgent));
      await rest({ path: '/' }, server1(userAgent));
      expect((await owners()).filter((owner) => owner === null)).toHaveLength(2);
    },
  );

  it('users of a back end with a secret key, whatever it calls itself', async () => {
    const { secret } = await tenant.createKey('WRITE');
    const body = (events: object[]) => ({ projectId: tenant.projectId, events });
    for (const event of [{}, { userId: 'ada' }, { userId: 'bob' }, {}]) {
      const response = await fetch(`${server.url}/api/events`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${secret}`,
          'user-agent': FIREFOX,
          'x-forwarded-for': '198.51.100.1',
        },
        body: JSON.stringify(body([{ name: 'call', ...event }])),
      });
      expect(response.status, await response.text()).toBe(202);
    }
    expect((await owners()).toSorted()).toEqual(['ada', 'bob', null, null]);
  });
});

it('a back end that says which browser it speaks of joins that one', async () => {
  const context = { userAgent: FIREFOX, ip: BROWSER.address };
  await rest({ path: LANDING });
  await post(
    '/api/events',
    { writeKey: tenant.writeKey, events: [{ name: 'Purchase', userId: 'ada', context }] },
    { userAgent: 'node', address: '198.51.100.1' },
  );
  expect(await owners()).toEqual(['ada', 'ada']);
  expect((await story()).stats.totals).toMatchObject({ visitors: 1, visits: 1 });
});
