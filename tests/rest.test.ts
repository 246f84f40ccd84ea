import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRateLimits } from '../src/ingest/rate-limit.ts';
import { Clock, startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

let server: TestServer;
let tenant: Tenant;
let key: string;

// Three visits, on two days, from two countries. It is 12:00 on 2026-11-21.
const EVENTS = [
  { visitorId: 'ada', country: 'DE', at: '2026-11-20T10:00:00Z', url: 'https://shop.example/' },
  { visitorId: 'ada', country: 'DE', at: '2026-11-20T10:05:00Z', url: 'https://shop.example/cart' },
  { visitorId: 'bob', country: 'AT', at: '2026-11-20T11:00:00Z', url: 'https://shop.example/' },
  { visitorId: 'eve', country: 'DE', at: '2026-11-21T09:00:00Z', name: 'Paid', plan: 'pro', amount: '19.99' },
];

beforeAll(async () => {
  server = await startServer({ corsOrigins: ['https://app.example'] });
  tenant = await createTenant(server);
  key = (await tenant.createKey('READ')).secret;
  for (const { at, country, plan, amount, ...event } of EVENTS) {
    const response = await fetch(`${server.url}/api/events`, {
      method: 'POST',
      headers: { 'cf-ipcountry': country },
      body: JSON.stringify({
        writeKey: tenant.writeKey,
        events: [
          {
            ...event,
            timestamp: at,
            ...(plan ? { properties: { plan } } : {}),
            ...(amount ? { revenue: { amount, currency: 'EUR' } } : {}),
          },
        ],
      }),
    });
    expect(await response.json()).toMatchObject({ accepted: 1 });
  }
});
afterAll(() => server.close());

type Query = Record<string, string> | [string, string][];

const url = (path: string, query: Query) => `${server.url}${path}?${new URLSearchParams(query)}`;

interface Metrics {
  visitors: number;
  events: number;
}
interface Panels {
  totals: Metrics;
  timeseries: { start: string; metrics: Metrics }[];
  breakdown: { value: string | null; metrics: Metrics }[];
}
/** What is answered, by any of them. */
interface Body extends Panels {
  nodes: { visitorId: string; path: string | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  previous: Panels;
  error?: { code: string; message: string };
}

async function ask(path: string, query: Query = {}, authorization = `Bearer ${key}`) {
  const response = await fetch(url(path, query), { headers: { authorization } });
  return { status: response.status, body: (await response.json()) as Body };
}

async function answer(path: string, query: Query = {}) {
  const { status, body } = await ask(path, query);
  expect([status, body.error]).toEqual([200, undefined]);
  return body;
}

describe('GET /api/events', () => {
  const visitors = async (query: Query) =>
    (await answer('/api/events', query)).nodes.map(({ visitorId }) => visitorId);

  it('answers what GraphQL answers', async () => {
    const { project } = await server.get<{ project: { events: unknown } }, object>(
      `query ($id: ID!) { project(id: $id) { events {
        nodes {
          eventId type name timestamp receivedAt visitorId userId sessionId
          url hostname path referrer title revenue { currency amount } properties
          source channel country region city device browser os language
        }
        pageInfo { hasNextPage endCursor }
      } } }`,
      { id: tenant.projectId },
      tenant.token,
    );
    const body = await answer('/api/events');
    expect(body).toEqual(project.events);
    expect(body.nodes[0]).toMatchObject({
      name: 'Paid',
      visitorId: 'eve',
      timestamp: '2026-11-21T09:00:00.000Z',
      revenue: { amount: '19.99', currency: 'EUR' },
      properties: { plan: 'pro' },
    });
  });

  it('goes from page to page', async () => {
    const first = await answer('/api/events', { first: '3' });
    expect(first.nodes.map(({ path }) => path)).toEqual([null, '/', '/cart']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await answer('/api/events', { first: '3', after: first.pageInfo.endCursor });
    expect(second.nodes).toMatchObject([{ visitorId: 'ada', path: '/' }]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it.each<[string, Query, string[]]>([
    ['one value', { country: 'AT' }, ['bob']],
    [
      'one of two values',
      [
        ['country', 'AT'],
        ['country', 'DE'],
      ],
      ['eve', 'bob', 'ada', 'ada'],
    ],
    ['several fields', { country: 'DE', path: '/' }, ['ada']],
    ['the type of the event', { type: 'CUSTOM' }, ['eve']],
    ['a filter as JSON', { filter: '{"path":{"startsWith":"/c"}}' }, ['ada']],
    ['both', { filter: '{"not":{"path":{"eq":"/cart"}}}', country: 'DE' }, ['eve', 'ada']],
    ['properties', { filter: '{"properties":[{"key":"plan","eq":"pro"}]}' }, ['eve']],
    ['a preset', { preset: 'TODAY' }, ['eve']],
    ['a duration', { last: 'PT25H30M' }, ['eve', 'bob']],
    ['start and end', { start: '2026-11-20T10:05:00Z', end: '2026-11-20T11:00:00Z' }, ['ada']],
  ])('is filtered by %s', async (_, query, expected) => {
    expect(await visitors(query)).toEqual(expected);
  });
});

describe('GET /api/stats', () => {
  it('answers the totals of a range', async () => {
    const body = await answer('/api/stats', { preset: 'LAST_7_DAYS' });
    expect(body).toEqual({
      timeZone: 'UTC',
      start: '2026-11-15T00:00:00.000Z',
      end: '2026-11-22T00:00:00.000Z',
      totals: {
        visitors: 3,
        visits: 3,
        pageviews: 3,
        events: 4,
        // bob and eve stayed for one event; ada's five minutes are the mean's only seconds.
        bounceRate: 2 / 3,
        visitDuration: 100,
        viewsPerVisit: 1,
        timeOnPage: 300,
        revenue: [{ currency: 'EUR', amount: '19.99' }],
      },
    });
  });

  it('cuts a timeseries, in a zone', async () => {
    const { timeseries } = await answer('/api/stats', {
      start: '2026-11-20T00:00:00+01:00',
      end: '2026-11-22T00:00:00+01:00',
      interval: 'DAY',
      timeZone: 'Europe/Berlin',
    });
    const days = timeseries.map(({ start, metrics }) => [start, metrics.visitors]);
    expect(days).toEqual([
      ['2026-11-19T23:00:00.000Z', 2],
      ['2026-11-20T23:00:00.000Z', 1],
    ]);
  });

  it('compares', async () => {
    const { totals, previous } = await answer('/api/stats', {
      preset: 'TODAY',
      compare: 'PREVIOUS_PERIOD',
      breakdown: 'PATH',
    });
    expect([totals.visitors, previous.totals.visitors]).toEqual([1, 2]);
    expect(previous.breakdown).toMatchObject([
      { value: '/', metrics: { visitors: 2 } },
      { value: '/cart', metrics: { visitors: 1 } },
    ]);
    expect(Object.keys(previous).toSorted()).toEqual(['breakdown', 'end', 'start', 'totals']);
  });

  it('breaks down, by a property too', async () => {
    const rows = async (query: Record<string, string>) =>
      (await answer('/api/stats', query)).breakdown.map(({ value, metrics }) => [value, metrics.events]);
    expect(await rows({ breakdown: 'COUNTRY', orderBy: 'EVENTS' })).toEqual([
      ['DE', 3],
      ['AT', 1],
    ]);
    expect(await rows({ breakdown: 'COUNTRY', first: '1' })).toEqual([['DE', 3]]);
    expect(await rows({ breakdown: 'PATH', search: 'CART' })).toEqual([['/cart', 1]]);
    expect(await rows({ breakdown: 'PROPERTY', property: 'plan', name: 'Paid' })).toEqual([['pro', 1]]);
  });

  it('counts what a filter lets through', async () => {
    expect((await answer('/api/stats', { country: 'DE', type: 'PAGEVIEW' })).totals).toMatchObject({
      visitors: 1,
      pageviews: 2,
    });
  });
});

describe('who may ask', () => {
  it.each(['/api/events', '/api/stats'])('%s is for those who may read the project', async (path) => {
    const code = async (query: Query, authorization: string) => {
      const { status, body } = await ask(path, query, authorization);
      return [status, body.error?.code];
    };
    const project = { project: tenant.projectId };
    const stranger = await createTenant(server);
    expect(await code(project, `Bearer ${tenant.token}`)).toEqual([200, undefined]);
    expect(await code(project, `Bearer ${key}`)).toEqual([200, undefined]);
    expect(await code({}, `Bearer ${tenant.token}`)).toEqual([400, 'BAD_USER_INPUT']);
    expect(await code(project, '')).toEqual([401, 'UNAUTHENTICATED']);
    expect(await code(project, 'Bearer sk_nobody')).toEqual([401, 'UNAUTHENTICATED']);
    expect(await code(project, `Bearer ${tenant.writeKey}`)).toEqual([404, 'NOT_FOUND']);
    expect(await code(project, `Bearer ${stranger.token}`)).toEqual([404, 'NOT_FOUND']);
    expect(await code({ project: 'nothing' }, `Bearer ${tenant.token}`)).toEqual([404, 'NOT_FOUND']);
  });
});

describe('what cannot be answered', () => {
  it.each<[string, Query, RegExp]>([
    ['/api/events', { contry: 'DE' }, /contry/],
    ['/api/events', { constructor: 'DE' }, /constructor/],
    ['/api/events', { first: '1.5' }, /whole number/],
    ['/api/events', { first: '99999999999' }, /first/],
    ['/api/events', { after: 'nowhere' }, /cursor/],
    ['/api/events', { filter: '{' }, /JSON/],
    ['/api/events', { filter: '{"contry":{"eq":"DE"}}' }, /contry/],
    ['/api/events', { filter: '[1]', country: 'DE' }, /EventFilter/],
    ['/api/events', { breakdown: 'PATH' }, /breakdown/],
    [
      '/api/events',
      [
        ['first', '1'],
        ['first', '2'],
      ],
      /once/,
    ],
    ['/api/stats', { last: 'a week' }, /Duration/],
    ['/api/stats', { preset: 'TODAY', last: 'P7D' }, /one/],
    ['/api/stats', { start: '2026-11-20T00:00:00Z' }, /end/],
    ['/api/stats', { interval: 'day' }, /Interval/],
    ['/api/stats', { type: 'CLICK' }, /EventType/],
    ['/api/stats', { breakdown: 'PROPERTY' }, /property/],
    ['/api/stats', { breakdown: 'PATH', first: '0' }, /1 row/],
  ])('%s of %j', async (path, query, message) => {
    const { status, body } = await ask(path, query);
    expect([status, body.error?.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(body.error?.message).toMatch(message);
  });

  it('asks for too much, by the limits of GraphQL', async () => {
    const filter = JSON.stringify({ or: Array.from({ length: 101 }, () => ({})) });
    const { status, body } = await ask('/api/events', { filter });
    expect([status, body.error?.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
    const deep = await ask('/api/events', { filter: `${'{"and":['.repeat(200)}{}${']}'.repeat(200)}` });
    expect(deep.status).toBe(400);
    expect(deep.body.error).not.toHaveProperty('http');
    expect(body.error).not.toHaveProperty('http');
  });

  it('is asked by another method', async () => {
    for (const [path, allow] of [
      ['/api/events', 'GET, HEAD, POST, OPTIONS'],
      ['/api/stats', 'GET, HEAD, OPTIONS'],
      ['/api/insights/generate', 'POST, OPTIONS'],
    ] as const) {
      const response = await fetch(url(path, {}), { method: 'DELETE' });
      expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    }
  });
});

describe('CORS', () => {
  it.each(['/api/events', '/api/stats'])('lets those pages read %s that may use GraphQL', async (path) => {
    const allowed = async (origin: string) => {
      const { headers } = await fetch(url(path, {}), { headers: { origin, authorization: `Bearer ${key}` } });
      return headers.get('access-control-allow-origin');
    };
    expect(await allowed('https://app.example')).toBe('https://app.example');
    expect(await allowed('https://other.example')).toBeNull();
  });

  it('lets them send the header Authorization', async () => {
    const { status, headers } = await fetch(url('/api/stats', {}), {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-headers': 'authorization' },
    });
    expect([status, headers.get('access-control-allow-headers')]).toEqual([204, 'authorization']);
    expect(headers.get('access-control-allow-origin')).toBe('https://app.example');
  });
});

describe('/openapi.json', () => {
  interface Operation {
    parameters: { name: string; in: string; schema?: object; content?: object }[];
    responses: Record<string, { content: { 'application/json': { schema: Record<string, unknown> } } }>;
    requestBody?: object;
  }
  interface OpenApi {
    openapi: string;
    info: object;
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, object>; responses: object };
  }
  const read = async () => (await (await fetch(`${server.url}/openapi.json`)).json()) as OpenApi;

  it('names what is there', async () => {
    const { openapi, paths } = await read();
    expect(openapi).toBe('3.1.0');
    expect(Object.entries(paths).map(([path, methods]) => [path, Object.keys(methods)])).toEqual([
      ['/api/events', ['get', 'post']],
      ['/api/stats', ['get']],
      ['/api/insights', ['get']],
      ['/api/insights/generate', ['post']],
      ['/api/chat', ['post']],
    ]);
    const names = paths['/api/stats']?.get?.parameters.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['project', 'last', 'compare', 'breakdown', 'country', 'filter']),
    );
    expect(names).not.toContain('properties');
  });

  it('refers to nothing that it lacks', async () => {
    const document = await read();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(references.length).toBeGreaterThan(20);
    for (const path of references) {
      const found = path
        .split('/')
        .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document);
      expect(found, path).toBeDefined();
    }
  });

  it('describes answers as they are', async () => {
    const { paths, components } = await read();
    const schemaOf = (path: string, method: string, status: string) =>
      z.fromJSONSchema(
        strict(paths[path]?.[method]?.responses[status]?.content['application/json'].schema) as never,
      );
    const stats = schemaOf('/api/stats', 'get', '200');
    stats.parse(
      await answer('/api/stats', { compare: 'YEAR_OVER_YEAR', interval: 'DAY', breakdown: 'PATH' }),
    );
    stats.parse(await answer('/api/stats'));
    expect(stats.safeParse({}).success).toBe(false);
    schemaOf('/api/events', 'get', '200').parse(await answer('/api/events'));
    const sent = await fetch(`${server.url}/api/events`, {
      method: 'POST',
      body: JSON.stringify({ writeKey: tenant.writeKey, events: [{ type: 'CUSTOM' }] }),
    });
    schemaOf('/api/events', 'post', '202').parse(await sent.json());
    const { body } = await ask('/api/stats', { contry: 'DE' });
    z.fromJSONSchema(strict(components.schemas.Error) as never).parse(body);
  });

  /** The same schema, with nothing beside what it names. */
  const strict = (schema: unknown): unknown =>
    JSON.parse(JSON.stringify(schema), (_, part) =>
      part?.type === 'object' && part.properties ? { ...part, additionalProperties: false } : part,
    );
});

describe('rate limits', () => {
  // Four events a minute by key, two from an address.
  const limited = async () => {
    const clock = new Clock();
    const rateLimits = createRateLimits({ perKey: 4, perAddress: 2, now: clock.now, shared: null });
    const own = await startServer({ now: clock.now, rateLimits });
    return { own, clock, sender: await createTenant(own) };
  };

  it('are said at every door in its own way, with the seconds to wait', async () => {
    const { own, clock, sender } = await limited();
    const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
      fetch(`${own.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.1', ...headers },
        body: JSON.stringify(body),
      });
    const { writeKey } = sender;
    const sent = (count: number) => ({
      writeKey,
      events: Array.from({ length: count }, () => ({ name: 'a' })),
    });
    try {
      expect((await post('/api/events', sent(2))).status).toBe(202);
      clock.pass(20_500);
      const rest = await post('/api/events', sent(1));
      expect([rest.status, rest.headers.get('retry-after')]).toEqual([429, '40']);
      expect(await rest.json()).toEqual({
        error: { code: 'RATE_LIMITED', retryAfter: 40, message: expect.stringContaining('40 seconds') },
      });
      const query = 'mutation ($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }';
      const graphql = await post('/graphql', { query, variables: { input: sent(1) } });
      expect([graphql.status, graphql.headers.get('retry-after')]).toEqual([429, '40']);
      expect(await graphql.json()).toMatchObject({
        errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: 40 } }],
      });

      const event = { event: 'a', distinct_id: 'x', properties: {} };
      const payload = { website: writeKey, url: '/', hostname: 'shop.example' };
      for (const [path, body] of [
        ['/batch/', { api_key: writeKey, batch: [event] }],
        ['/v1/batch', { writeKey, batch: [{ type: 'track', event: 'a', anonymousId: 'x' }] }],
        ['/api/send', { type: 'event', payload }],
        ['/api/batch', [{ type: 'event', payload }]],
        ['/api/event', { domain: writeKey, name: 'pageview', url: 'https://shop.example/' }],
        [`/mp/collect?api_secret=${writeKey}`, { client_id: 'x', events: [{ name: 'a' }] }],
      ] as const) {
        const response = await post(path, body);
        expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 429, '40']);
      }

      // From elsewhere the key itself has two left, and a secret key is counted by itself, wherever it sends from.
      const elsewhere = { 'x-forwarded-for': '198.51.100.2' };
      expect((await post('/api/events', sent(2), elsewhere)).status).toBe(202);
      const third = { 'x-forwarded-for': '198.51.100.3' };
      expect(await (await post('/api/events', sent(1), third)).json()).toMatchObject({
        error: { code: 'RATE_LIMITED', message: expect.stringContaining('by this key'), retryAfter: 40 },
      });
      const { secret } = await sender.createKey('WRITE');
      const authorization = `Bearer ${secret}`;
      const { events } = sent(4);
      expect((await post('/api/events', { events }, { authorization })).status).toBe(202);
      expect((await post('/api/events', { events: [{ name: 'a' }] }, { authorization })).status).toBe(429);

      clock.pass(39_500);
      expect((await post('/api/events', sent(1))).status).toBe(202);
    } finally {
      await own.close();
    }
  });
});
