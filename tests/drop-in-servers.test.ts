import { gzipSync } from 'node:zlib';
import { Analytics } from '@segment/analytics-node';
import { Umami } from '@umami/node';
import { PostHog } from 'posthog-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startServer, type TestServer } from './support/app.ts';
import { held, namesOf } from './support/drop-in.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// Other analytics' SDKs for servers, as their packages are, sending to this server by its host name and write key alone.

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const MIB = 1024 * 1024;

let server: TestServer;
let tenant: Tenant;
const answers: string[] = [];
beforeAll(async () => {
  // Clients write their own clock into events.
  server = await startServer({ now: Date.now });
  server.app.server.on('request', (request, response) => {
    if (request.url === '/graphql') return;
    response.on('finish', () => answers.push(`${request.method} ${request.url} ${response.statusCode}`));
  });
});
beforeEach(async () => {
  tenant = await createTenant(server);
  answers.length = 0;
});
afterAll(() => server.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body:
      body instanceof Uint8Array
        ? new Uint8Array(body)
        : typeof body === 'string'
          ? body
          : JSON.stringify(body),
  });

describe('posthog-node', () => {
  const client = (options: object = {}) =>
    new PostHog(tenant.writeKey, { host: server.url, flushInterval: 0, fetchRetryDelay: 1, ...options });

  it('sends events, users and what joins them', async () => {
    const posthog = client();
    const at = new Date(Date.now() - 3_600_000);
    posthog.capture({
      distinctId: 'ada',
      event: 'paid',
      properties: { plan: 'pro', seats: 3 },
      timestamp: at,
    });
    posthog.capture({
      distinctId: 'ada',
      event: '$pageview',
      properties: { $current_url: 'https://shop.example/a' },
    });
    posthog.identify({ distinctId: 'ada', properties: { city: 'Wien' } });
    posthog.alias({ distinctId: 'ada', alias: 'anonymous-1' });
    posthog.capture({
      distinctId: 'anonymous-1',
      event: 'seen',
      properties: { $process_person_profile: false },
    });
    posthog.capture({ distinctId: 'bob', event: 'paid' });
    await posthog.shutdown();

    const { events, totals } = await held(server, tenant);
    // $identify and $create_alias say who somebody is: they are no events.
    expect(namesOf(events)).toEqual(['PAGEVIEW', 'paid', 'paid', 'seen']);
    expect(totals).toMatchObject({ visitors: 2, pageviews: 1, events: 4 });
    expect(events[0]).toMatchObject({
      name: 'paid',
      timestamp: at.toISOString(),
      userId: 'ada',
      properties: { plan: 'pro', seats: 3 },
      // The server that sends it is nobody's browser.
      browser: null,
      os: null,
    });
    expect(events.find(({ name }) => name === 'seen')).toMatchObject({
      userId: 'ada',
      visitorId: 'anonymous-1',
    });
    expect(new Set(answers)).toEqual(new Set(['POST /batch/ 200']));
  });

  it('sends again what was not acknowledged, and it counts once', async () => {
    let lost = 0;
    const posthog = client({
      // The server stores it; the answer is lost on the way.
      fetch: async (url: string, options: RequestInit) => {
        const response = await fetch(url, options);
        if (lost++ < 2) throw new Error('the connection broke');
        return response;
      },
    });
    posthog.capture({ distinctId: 'ada', event: 'paid' });
    await posthog.shutdown();
    expect(answers.filter((answer) => answer === 'POST /batch/ 200')).toHaveLength(3);
    expect((await held(server, tenant)).totals).toMatchObject({ visitors: 1, events: 1 });
  });

  it('halves a batch that is too large, until all of it is stored', async () => {
    const posthog = client({ flushAt: 1000, maxBatchSize: 1000, disableCompression: true });
    const note = 'x'.repeat(15_000);
    for (let i = 0; i < 400; i++)
      posthog.capture({ distinctId: 'ada', event: `event ${i}`, properties: { note } });
    await posthog.shutdown();
    expect(answers).toContain('POST /batch/ 413');
    const { totals } = await held(server, tenant);
    expect(totals).toMatchObject({ visitors: 1, events: 400 });
  });

  it('a wrong key is looked up once in a while', async () => {
    const lookUps = vi.spyOn(server.app.accounts, 'projectOfWriteKey');
    const body = { api_key: 'wk_that_nobody_has', batch: [{ event: 'a', distinct_id: 'b' }] };
    for (let i = 0; i < 5; i++) expect((await post('/batch/', body)).status).toBe(401);
    expect(lookUps).toHaveBeenCalledTimes(1);
    lookUps.mockRestore();
  });

  it('hears that its key is wrong', async () => {
    const posthog = new PostHog('wk_nobody', { host: server.url, flushInterval: 0 });
    const problems: unknown[] = [];
    posthog.on('error', (error: unknown) => problems.push(error));
    posthog.capture({ distinctId: 'ada', event: 'paid' });
    await posthog.flush().catch(() => undefined);
    await posthog.shutdown();
    expect(problems).toHaveLength(1);
    expect(answers).toEqual(['POST /batch/ 401']);
  });

  it('finds no flags', async () => {
    const posthog = client();
    expect((await posthog.evaluateFlags('ada')).isEnabled('beta')).toBe(false);
    await posthog.shutdown();
    expect(answers.some((answer) => answer.startsWith('POST /flags/'))).toBe(true);
  });
});

describe("PostHog's capture API", () => {
  const event = { event: 'clicked', distinct_id: 'ada', properties: { a: 'ü+/?' } };
  const json = () => JSON.stringify({ api_key: tenant.writeKey, ...event });

  it.each([
    ['gzip that says nothing of itself', '/e/?compression=gzip-js', () => gzipSync(json()), 'text/plain'],
    ['JSON', '/i/v0/e/', json, 'application/json'],
    ['JSON as text', '/capture', json, 'text/plain'],
    [
      'a form with base64',
      '/e/?compression=base64',
      () => `data=${encodeURIComponent(Buffer.from(json()).toString('base64'))}`,
      'application/x-www-form-urlencoded',
    ],
  ])('takes %s', async (_, path, body, type) => {
    expect((await post(path, body(), { 'content-type': type })).status).toBe(200);
    expect((await held(server, tenant)).events).toMatchObject([
      { name: 'clicked', properties: { a: 'ü+/?' } },
    ]);
  });

  it('takes it from a query', async () => {
    const data = Buffer.from(json()).toString('base64');
    const response = await fetch(`${server.url}/e/?data=${encodeURIComponent(data)}`);
    expect(response.status).toBe(200);
    expect((await held(server, tenant)).events).toMatchObject([{ name: 'clicked' }]);
  });

  it('stores the good events of a batch', async () => {
    const batch = [
      event,
      'nonsense',
      { ...event, event: 'x'.repeat(201) },
      { ...event, timestamp: 'soon' },
      event,
    ];
    expect((await post('/batch/', { api_key: tenant.writeKey, batch })).status).toBe(200);
    expect((await held(server, tenant)).totals.events).toBe(2);
  });

  it('takes 1,000 events, and of more says that they are too many, upon which clients halve their batch', async () => {
    const batch = Array.from({ length: 1001 }, (_, i) => ({ ...event, event: `event ${i % 7}` }));
    expect((await post('/batch/', { api_key: tenant.writeKey, batch })).status).toBe(413);
    expect((await post('/batch/', { api_key: tenant.writeKey, batch: batch.slice(1) })).status).toBe(200);
    expect((await held(server, tenant)).totals.events).toBe(1000);
  });

  it('refuses what unpacks to more than it takes, and what is nothing', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * MIB, 32));
    expect((await post('/batch/', bomb, { 'content-encoding': 'gzip' })).status).toBe(413);
    expect((await post('/e/', '{"api_key":')).status).toBe(400);
    expect((await post('/e/', '')).status).toBe(400);
    expect((await fetch(`${server.url}/e/`, { method: 'PUT' })).status).toBe(405);
  });

  it('lets pages of any site send, with credentials', async () => {
    const origin = 'https://shop.example';
    const headers = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const preflight = await fetch(`${server.url}/e/`, { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type',
      'access-control-allow-methods': 'GET, POST',
    });
    const response = await post('/e/', 'nonsense', { origin });
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
  });
});

describe('@segment/analytics-node', () => {
  const client = (options: object = {}) =>
    new Analytics({ writeKey: tenant.writeKey, host: server.url, ...options });

  it('sends every call', async () => {
    const analytics = client();
    const timestamp = new Date(Date.now() - 3_600_000);
    analytics.track({
      userId: 'ada',
      event: 'Order Completed',
      timestamp,
      properties: { revenue: 25.5, currency: 'EUR', coupon: 'may' },
    });
    analytics.page({
      anonymousId: 'anon',
      timestamp: new Date(timestamp.getTime() + 1),
      name: 'Home',
      properties: { url: 'https://shop.example/', title: 'Shop' },
    });
    analytics.identify({ userId: 'ada', anonymousId: 'anon', traits: { plan: 'pro' } });
    analytics.alias({ userId: 'ada', previousId: 'former' });
    analytics.group({ userId: 'ada', groupId: 'acme', traits: { size: 3 } });
    analytics.screen({ userId: 'ada', name: 'Settings' });
    await analytics.closeAndFlush();

    const { events, totals } = await held(server, tenant);
    expect(namesOf(events)).toEqual([
      'Order Completed',
      'PAGEVIEW',
      'Settings',
      'alias',
      'group',
      'identify',
    ]);
    expect(events[0]).toMatchObject({
      name: 'Order Completed',
      timestamp: timestamp.toISOString(),
      userId: 'ada',
      revenue: { amount: '25.5', currency: 'EUR' },
      properties: { coupon: 'may' },
      browser: null,
    });
    const by = (name: string) => events.find((event) => event.name === name);
    expect(by('pageview')).toMatchObject({
      url: 'https://shop.example/',
      title: 'Shop',
      userId: null,
      visitorId: 'anon',
      properties: { name: 'Home' },
    });
    expect(by('identify')).toMatchObject({ userId: 'ada', visitorId: 'anon', properties: { plan: 'pro' } });
    expect(by('alias')).toMatchObject({ userId: 'ada', visitorId: 'former' });
    expect(by('group')).toMatchObject({ userId: 'ada', properties: { groupId: 'acme', size: 3 } });
    expect(totals).toMatchObject({ pageviews: 1, events: 6 });
    expect(new Set(answers)).toEqual(new Set(['POST /v1/batch 200']));
  });

  it('sends again what was not acknowledged, and it counts once', async () => {
    let lost = 0;
    const analytics = client({
      httpClient: async (url: string, options: RequestInit) => {
        const response = await fetch(url, options);
        if (lost++ < 1) throw new Error('the connection broke');
        return response;
      },
    });
    analytics.track({ userId: 'ada', event: 'Paid' });
    await analytics.closeAndFlush();
    expect(answers).toEqual(['POST /v1/batch 200', 'POST /v1/batch 200']);
    expect((await held(server, tenant)).totals).toMatchObject({ visitors: 1, events: 1 });
  });

  it('gives up at once when its key is wrong', async () => {
    const analytics = new Analytics({ writeKey: 'wk_nobody', host: server.url });
    const problems: unknown[] = [];
    analytics.on('error', (error) => problems.push(error));
    analytics.track({ userId: 'ada', event: 'Paid' });
    await analytics.closeAndFlush();
    expect(problems).toHaveLength(1);
    expect(answers).toEqual(['POST /v1/batch 401']);
  });
});

describe('@umami/node', () => {
  const client = (options: object = {}) =>
    new Umami({ websiteId: tenant.writeKey, hostUrl: server.url, ...options });

  it('sends pageviews, events and identify; no two visitors become one', async () => {
    const umami = client();
    await umami.track({ url: '/a', hostname: 'shop.example', title: 'A', language: 'de-AT' });
    await umami.track('buy', { n: 1 });
    const response = await umami.track({ url: '/b', hostname: 'shop.example', id: 'ada' });
    await umami.identify({ plan: 'pro' });
    expect(await response.json()).toEqual({
      cache: expect.any(String),
      sessionId: expect.any(String),
      visitId: expect.any(String),
    });
    const { events, totals } = await held(server, tenant);
    expect(events).toMatchObject([
      {
        type: 'PAGEVIEW',
        url: 'https://shop.example/a',
        title: 'A',
        language: 'de-AT',
        browser: null,
        userId: null,
      },
      { type: 'CUSTOM', name: 'buy', properties: { n: 1 } },
      { type: 'PAGEVIEW', url: 'https://shop.example/b', userId: 'ada' },
      { name: 'identify', properties: { plan: 'pro' } },
    ]);
    expect(totals).toMatchObject({ visitors: 4, pageviews: 2, events: 4 });
  });

  it('takes the visitor from what it is told of them', async () => {
    const umami = client();
    const visitor = (ip: string) => ({ ip, userAgent: CHROME });
    await umami.send({ website: tenant.writeKey, url: '/a', ...visitor('192.0.2.1') });
    await umami.send({ website: tenant.writeKey, url: '/b', ...visitor('192.0.2.1') });
    await umami.send({ website: tenant.writeKey, url: '/b', ...visitor('192.0.2.2') });
    const { events, totals } = await held(server, tenant);
    expect(events[0]).toMatchObject({ browser: 'Chrome', os: 'Windows' });
    expect(totals).toMatchObject({ visitors: 2, pageviews: 3 });
  });

  it('sends the user agent it was given, and a bot hears a beep', async () => {
    const told = await client({ userAgent: GOOGLEBOT }).track('crawled');
    expect([told.status, await told.json()]).toEqual([200, { beep: 'boop' }]);
    expect((await held(server, tenant)).totals.events).toBe(0);
  });

  it('is refused with events of more websites than are looked up', async () => {
    const list = Array.from({ length: 21 }, (_, i) => ({
      type: 'event',
      payload: { website: `wk_unknown_${i}`, url: '/', hostname: 'shop.example' },
    }));
    expect((await post('/api/batch', list)).status).toBe(400);
    expect((await post('/api/batch', list.slice(1))).status).toBe(200);
  });

  it('is refused with a wrong website', async () => {
    expect((await new Umami({ websiteId: 'wk_nobody', hostUrl: server.url }).track('x')).status).toBe(400);
  });

  it('/api/batch says what became of each', async () => {
    const payload = { website: tenant.writeKey, url: '/a' };
    const list = [
      { type: 'event', payload },
      { type: 'event', payload: { ...payload, website: 'wk_nobody' } },
      { type: 'event', payload: { ...payload, url: 'no url' } },
    ];
    const response = await post('/api/batch', list, { 'user-agent': CHROME });
    expect(await response.json()).toMatchObject({
      size: 3,
      processed: 1,
      errors: 2,
      details: [{ index: 1 }, { index: 2 }],
    });
    expect((await held(server, tenant)).events).toMatchObject([{ type: 'PAGEVIEW', browser: 'Chrome' }]);
  });
});

describe("Plausible's events API", () => {
  const event = (d: string) => ({ n: 'pageview', u: 'https://shop.example/a', d });
  const headers = { 'user-agent': CHROME, 'x-forwarded-for': '192.0.2.1' };

  const send = (to: TestServer, d: string) =>
    fetch(`${to.url}/api/event`, { method: 'POST', headers, body: JSON.stringify(event(d)) });
  const pageviewsOf = async (to: TestServer, own: Tenant) => (await held(to, own)).events.length;

  it('counts for the project that had the domain first, whoever claims it later', async () => {
    const Update =
      'mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { project { domain ownsDomain } } }';
    const other = await startServer();
    // A project that is older, which claims the domain later.
    const second = await createTenant(other);
    const first = await createTenant(other, { domain: 'shop.example' });
    const update = async (own: Tenant, domain: string | null) =>
      (
        await other.get<{ updateProject: { project: object } }, object>(
          Update,
          { input: { id: own.projectId, domain } },
          own.token,
        )
      ).updateProject.project;
    try {
      other.clock.pass(1_000);
      expect(await update(second, 'Shop.example')).toEqual({ domain: 'shop.example', ownsDomain: false });
      await send(other, 'shop.example');
      expect([await pageviewsOf(other, first), await pageviewsOf(other, second)]).toEqual([1, 0]);
      // To say the same again changes nothing.
      other.clock.pass(1_000);
      expect(await update(first, 'shop.example')).toEqual({ domain: 'shop.example', ownsDomain: true });
      // The write key is never ambiguous.
      expect((await send(other, second.writeKey)).headers.get('x-plausible-dropped')).toBeNull();
      expect(await pageviewsOf(other, second)).toBe(1);
      expect(await update(first, null)).toEqual({ domain: null, ownsDomain: false });
      expect(await update(second, 'shop.example')).toEqual({ domain: 'shop.example', ownsDomain: true });
    } finally {
      await other.close();
    }
  });

  it('counts for the domain however it is spelt', async () => {
    const own = await createTenant(server, { domain: 'Höfli.example' });
    const spellings = [
      'höfli.example',
      'HÖFLI.example',
      'xn--hfli-5qa.example',
      'höfli.example.',
      ' höfli.example',
    ];
    for (const d of spellings)
      expect((await send(server, d)).headers.get('x-plausible-dropped'), d).toBeNull();
    expect(await pageviewsOf(server, own)).toBe(spellings.length);
  });

  it('tells visitors apart by address and user agent, and drops bots', async () => {
    const send = (extra: Record<string, string>) =>
      post('/api/event', event(tenant.writeKey), { ...headers, ...extra, 'content-type': 'text/plain' });
    expect((await send({})).status).toBe(202);
    await send({});
    await send({ 'x-forwarded-for': '192.0.2.2' });
    const dropped = await send({ 'user-agent': GOOGLEBOT });
    expect([dropped.status, dropped.headers.get('x-plausible-dropped')]).toEqual([202, '1']);
    expect((await held(server, tenant)).totals).toMatchObject({ visitors: 2, pageviews: 3 });
  });
});

describe('GA4 Measurement Protocol', () => {
  const path = () => `/mp/collect?measurement_id=G-1&api_secret=${tenant.writeKey}`;
  const purchase = {
    name: 'purchase',
    params: {
      transaction_id: 'T-1',
      currency: 'EUR',
      value: 30.03,
      items: [{ item_id: 'SKU', price: 30.03 }],
    },
  };

  it('stores events; a transaction counts once', async () => {
    const at = Date.now() - 3_600_000;
    const body = {
      client_id: '12.34',
      timestamp_micros: at * 1000,
      events: [
        purchase,
        { name: 'page_view', params: { page_location: 'https://shop.example/done', session_id: 7 } },
      ],
    };
    expect((await post(path(), body)).status).toBe(204);
    await post(path(), { ...body, events: [purchase] });
    const { events, totals } = await held(server, tenant);
    expect(totals).toMatchObject({ visitors: 1, pageviews: 1, events: 2 });
    expect(events.find(({ name }) => name === 'purchase')).toMatchObject({
      timestamp: new Date(at).toISOString(),
      visitorId: '12.34',
      revenue: { amount: '30.03', currency: 'EUR' },
      properties: { transaction_id: 'T-1', items: [{ item_id: 'SKU', price: 30.03 }] },
    });
    expect(events.find(({ type }) => type === 'PAGEVIEW')).toMatchObject({
      url: 'https://shop.example/done',
    });
  });

  it('answers 204 with a wrong key; /debug says so, and stores nothing', async () => {
    const body = { client_id: '12.34', events: [purchase] };
    expect((await post('/mp/collect?api_secret=wk_nobody', body)).status).toBe(204);
    const ask = async (target: string, sent: unknown) => (await post(`/debug${target}`, sent)).json();
    expect(await ask(path(), body)).toEqual({ validationMessages: [] });
    expect(await ask('/mp/collect?api_secret=wk_nobody', body)).toMatchObject({
      validationMessages: [{ fieldPath: 'api_secret' }],
    });
    const long = { client_id: '12.34', events: [{ name: 'x'.repeat(300) }] };
    expect(await ask(path(), long)).toMatchObject({ validationMessages: [{ fieldPath: 'events[0].name' }] });
    expect((await held(server, tenant)).totals.events).toBe(0);
  });
});
