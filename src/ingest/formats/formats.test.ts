import { describe, expect, it } from 'vitest';
import { JOINS_ONLY } from '../input.ts';
import type { RejectionCode } from '../prepare.ts';
import { formatOf } from './all.ts';
import type { Answer, Batch, Outcome } from './format.ts';

// Requests as the clients write them (captured), or as their protocols' documents show them.

interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
}

/** Reads a request as its path says. */
function read(target: string, { body, headers = {} }: Sent = {}): Batch | Answer {
  const url = new URL(target, 'https://stats.example');
  const format = formatOf(url.pathname);
  if (!format) throw new Error(`no format has ${url.pathname}`);
  const header = (name: string) => headers[name] ?? null;
  return format.read({
    path: url.pathname,
    query: url.searchParams,
    header,
    body,
    origin: url.origin,
    receivedAt: 0,
  });
}

function batch(target: string, sent: Sent): Batch {
  const reading = read(target, sent);
  if (!('parts' in reading)) throw new Error(`answered ${JSON.stringify(reading)}`);
  return reading;
}

const events = (target: string, sent: Sent) => batch(target, sent).parts.flatMap((part) => part.events());
const STORED: Outcome = { rejected: [] };
const rejected = (code: RejectionCode): Outcome => ({
  rejected: [{ index: 0, code, field: 'url', message: 'url is wrong' }],
});
const UNKNOWN: Outcome = { reason: 'unknown project', message: 'There is no such write key.' };
const OVERLOADED: Outcome = { reason: 'overloaded', message: 'Later.' };

it('only the paths of SDKs are theirs', () => {
  for (const path of [
    '/',
    '/graphql',
    '/api/events',
    '/e/x',
    '/v1',
    '/v1/x',
    '/api/sender',
    '/mp',
    '/array//config',
  ])
    expect(formatOf(path), path).toBeNull();
});

describe('PostHog', () => {
  const at = '2026-11-21T11:59:00.000Z';
  const web = (properties: object, event = 'clicked') => ({
    uuid: '01a1fe9d-4edb-7e61-b118-44ab40d65caa',
    event,
    properties: { token: 'wk_a', $lib: 'web', $lib_version: '1.449.2', $device_id: 'anon', ...properties },
    timestamp: at,
  });
  const identity = (...sent: object[]) =>
    events('/e/', { body: { api_key: 'wk_a', batch: sent } }).map((event) => {
      const { userId, visitorId } = event as { userId: unknown; visitorId: unknown };
      return [userId, visitorId];
    });

  it('knows an anonymous visitor, a user, and what joins them', () => {
    expect(
      identity(
        web({ distinct_id: 'anon', $is_identified: false }),
        { ...web({ distinct_id: 'ada', $anon_distinct_id: 'anon', $is_identified: true }, '$identify') },
        web({ distinct_id: 'ada', $is_identified: true }),
        { event: 'paid', distinct_id: 'ada', properties: { $is_server: true } },
        { event: 'seen', distinct_id: 'cookie', properties: { $process_person_profile: false } },
        { event: '$create_alias', distinct_id: 'ada', properties: { distinct_id: 'ada', alias: 'phone' } },
        { event: '$create_alias', properties: { distinct_id: 'anon', $device_id: 'anon', alias: 'ada' } },
        { event: 'declined', distinct_id: '$posthog_cookieless', properties: {} },
        { event: 'number', distinct_id: 7, properties: {} },
      ),
    ).toEqual([
      [undefined, 'anon'],
      ['ada', 'anon'],
      ['ada', 'anon'],
      ['ada', null],
      [undefined, 'cookie'],
      ['ada', 'phone'],
      ['ada', 'anon'],
      [undefined, undefined],
      ['7', null],
    ]);
  });

  it('reads a pageview of posthog-js', () => {
    const properties = {
      distinct_id: 'anon',
      $is_identified: false,
      $current_url: 'https://shop.example/a?utm_source=x',
      $host: 'shop.example',
      $pathname: '/a',
      $referrer: '$direct',
      $raw_user_agent: 'Mozilla/5.0',
      $browser_language: 'de-AT',
      $screen_width: 1280,
      $session_id: 's-1',
      title: 'A',
      utm_source: 'x',
      gclid: null,
      mine: { deep: [1] },
      $feature: 'kept',
    };
    expect(events('/e/', { body: [web(properties, '$pageview')] })).toEqual([
      {
        id: '01a1fe9d-4edb-7e61-b118-44ab40d65caa',
        type: 'PAGEVIEW',
        name: null,
        timestamp: new Date(at),
        visitorId: 'anon',
        sessionId: 's-1',
        url: 'https://shop.example/a?utm_source=x',
        referrer: null,
        title: 'A',
        properties: { utm_source: 'x', mine: { deep: [1] }, $feature: 'kept' },
        context: {
          userAgent: 'Mozilla/5.0',
          ip: null,
          language: 'de-AT',
          screenWidth: 1280,
          library: 'web/1.449.2',
        },
      },
    ]);
  });

  it('leaves out what visitors did not do, and of $identify all but who they are', () => {
    const sent = [
      {
        ...web({ distinct_id: 'ada' }, '$identify'),
        $set: { plan: 'pro' },
        $set_once: { $initial_referrer: 'x' },
      },
      web({ distinct_id: 'ada' }, '$pageleave'),
      web({ distinct_id: 'ada' }, '$web_vitals'),
      { event: '$groupidentify', distinct_id: '$company_1', properties: {} },
    ];
    expect(events('/batch/', { body: { api_key: 'wk_a', batch: sent } })).toMatchObject([
      { name: '$identify', userId: 'ada', properties: {}, [JOINS_ONLY]: true },
    ]);
  });

  it.each([
    ['the envelope', '/batch/', { api_key: 'wk_a', batch: [{}] }],
    ['the event', '/capture/', { token: 'wk_a', event: 'x' }],
    ['its properties', '/i/v0/e/', [web({})]],
    ['the query', '/e/?api_key=wk_a', [{ event: 'x' }]],
  ])('takes the key from %s', (_, path, body) => {
    expect(batch(path, { body }).parts.map(({ to }) => to)).toEqual([{ writeKey: 'wk_a' }]);
  });

  it('takes the clock from the envelope or the query', () => {
    const timed = { ...web({}), timestamp: at };
    const body = { api_key: 'wk_a', sent_at: at, batch: [timed] };
    expect(batch('/batch/', { body }).sentAt).toEqual(new Date(at));
    expect(batch('/e/?_=1795253400000', { body: [timed] }).sentAt).toEqual(new Date('2026-11-21T09:30:00Z'));
    expect(batch('/e/', { body: [timed] }).sentAt).toBeNull();
    // Events without times of that clock need none.
    const untimed = { event: 'x', token: 'wk_a', offset: 5 };
    expect(batch('/e/?_=1795253400000', { body: [untimed] }).sentAt).toBeNull();
  });

  it('answers so that clients go on, drop or come back', () => {
    const { answer } = batch('/e/', { body: [web({})] });
    expect(answer([STORED])).toEqual({ status: 200, body: { status: 'Ok' } });
    expect(answer([rejected('INVALID')]).status).toBe(200);
    expect(answer([UNKNOWN])).toMatchObject({ status: 401, body: { code: 'invalid_api_key' } });
    expect(answer([OVERLOADED])).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    expect(batch('/e/?beacon=1', { body: [web({})] }).answer([STORED])).toEqual({ status: 204 });
    expect(read('/e/', { body: [{ event: 'x' }] })).toMatchObject({ status: 401 });
    expect(read('/e/')).toMatchObject({ status: 400 });
    expect(formatOf('/batch/')?.refuse({ reason: 'too large', message: '' }).status).toBe(413);
  });

  it('has no flags, no recordings, and a configuration that says so', () => {
    const none = { flags: {}, featureFlags: {}, errorsWhileComputingFlags: false };
    expect(read('/flags/?v=2')).toMatchObject({ status: 200, body: none });
    expect(read('/decide')).toMatchObject({ status: 200, body: none });
    expect(read('/s/')).toMatchObject({ status: 200 });
    expect(read('/array/wk_a/config')).toMatchObject({
      body: { sessionRecording: false, hasFeatureFlags: false },
    });
    const { body, headers } = read('/array/wk_a/config.js') as Answer;
    expect(headers?.['content-type']).toContain('text/javascript');
    const window: Record<string, unknown> = {};
    new Function('window', String(body))(window);
    expect(window).toMatchObject({
      _POSTHOG_REMOTE_CONFIG: { wk_a: { config: { token: 'wk_a' }, siteApps: [] } },
    });
  });
});

describe('Segment', () => {
  const call = { messageId: 'm-1', anonymousId: 'anon', timestamp: '2026-11-21T11:59:00Z', writeKey: 'wk_a' };
  const basic = (user: string) => ({ authorization: `Basic ${Buffer.from(`${user}:`).toString('base64')}` });

  it.each([
    ['/v1/t', { event: 'Bought' }, { type: 'CUSTOM', name: 'Bought' }],
    ['/v1/track', { event: 'Bought' }, { type: 'CUSTOM', name: 'Bought' }],
    ['/v1/p', { name: 'Home' }, { type: 'PAGEVIEW', name: null, properties: { name: 'Home' } }],
    [
      '/v1/i',
      { userId: 'ada', traits: { plan: 'pro' } },
      { name: 'identify', userId: 'ada', visitorId: 'anon', properties: { plan: 'pro' } },
    ],
    [
      '/v1/g',
      { userId: 'ada', groupId: 'g', traits: { size: 3 } },
      { name: 'group', properties: { groupId: 'g', size: 3 } },
    ],
    ['/v1/a', { userId: 'ada', previousId: 'former' }, { name: 'alias', userId: 'ada', visitorId: 'former' }],
    ['/v1/alias', { userId: 'ada', previousId: 'ada' }, { name: 'alias', userId: 'ada', visitorId: 'anon' }],
    ['/v1/s', { name: 'Settings' }, { type: 'CUSTOM', name: 'Settings' }],
    ['/v1/screen', {}, { type: 'CUSTOM', name: 'screen' }],
  ])('%s', (path, body, expected) => {
    expect(events(path, { body: { ...call, ...body } })).toMatchObject([{ id: 'm-1', ...expected }]);
  });

  it('reads the page, the client and the money of a call', () => {
    const body = {
      ...call,
      event: 'Order Completed',
      properties: { revenue: 25.5, currency: 'EUR', coupon: 'may' },
      context: {
        page: {
          url: 'https://shop.example/done',
          referrer: 'https://shop.example/',
          title: 'Done',
          path: '/done',
        },
        userAgent: 'Mozilla/5.0',
        locale: 'en-GB',
        ip: '192.0.2.7',
        screen: { width: 1440 },
        library: { name: 'analytics.js', version: 'npm:next-1.84.3' },
      },
    };
    expect(events('/v1/t', { body })).toMatchObject([
      {
        timestamp: new Date('2026-11-21T11:59:00Z'),
        url: 'https://shop.example/done',
        referrer: 'https://shop.example/',
        title: 'Done',
        revenue: { amount: '25.5', currency: 'EUR' },
        properties: { coupon: 'may' },
        context: {
          userAgent: 'Mozilla/5.0',
          ip: '192.0.2.7',
          language: 'en-GB',
          screenWidth: 1440,
          library: 'analytics.js/npm:next-1.84.3',
        },
      },
    ]);
    expect(events('/v1/t', { body: { ...call, event: 'x', properties: { revenue: '9.90' } } })).toMatchObject(
      [{ revenue: { amount: '9.90', currency: 'USD' } }],
    );
    // What is no money stays where it was.
    expect(events('/v1/t', { body: { ...call, event: 'x', properties: { revenue: 'much' } } })).toMatchObject(
      [{ revenue: null, properties: { revenue: 'much' } }],
    );
  });

  it.each([
    ['Basic authorization', basic('wk_a')],
    ['Bearer', { authorization: 'Bearer wk_a' }],
  ])('takes the key from %s before the body', (_, headers) => {
    const { parts } = batch('/v1/batch', { body: { writeKey: 'wk_b', batch: [call] }, headers });
    expect(parts[0]?.to).toEqual({ writeKey: 'wk_a' });
  });

  it('takes the key from the body, or from the events', () => {
    expect(batch('/v1/b', { body: { writeKey: 'wk_b', batch: [call] } }).parts[0]?.to).toEqual({
      writeKey: 'wk_b',
    });
    expect(batch('/v1/b', { body: { batch: [call] } }).parts[0]?.to).toEqual({ writeKey: 'wk_a' });
    expect(read('/v1/b', { body: { batch: [{}] } })).toMatchObject({ status: 401 });
  });

  it('answers so that clients go on, drop or come back', () => {
    const { answer } = batch('/v1/batch', { body: { batch: [call] } });
    expect(answer([STORED])).toEqual({ status: 200, body: { success: true } });
    expect(answer([UNKNOWN]).status).toBe(401);
    expect(answer([OVERLOADED])).toMatchObject({ status: 429, headers: { 'retry-after': '5' } });
    expect(read('/v1/batch', { body: { batch: 1 } })).toMatchObject({ status: 400 });
    expect(read('/v1/t', { body: [] })).toMatchObject({ status: 400 });
  });

  it('tells analytics.js to send here', () => {
    expect(read('/v1/projects/wk_a/settings')).toEqual({
      status: 200,
      body: {
        integrations: { 'Segment.io': { apiKey: 'wk_a', apiHost: 'stats.example/v1', protocol: 'https' } },
      },
    });
  });
});

describe('Umami', () => {
  const page = {
    website: 'wk_a',
    hostname: 'shop.example',
    url: '/a?b=1',
    referrer: '',
    title: 'A',
    language: 'de-AT',
    screen: '1440x900',
  };
  const send = (payload: object, type = 'event') => ({ body: { type, payload } });

  it('reads pageviews, events and identify', () => {
    expect(events('/api/send', send(page))).toMatchObject([
      {
        type: 'PAGEVIEW',
        name: null,
        url: 'https://shop.example/a?b=1',
        referrer: null,
        title: 'A',
        context: { language: 'de-AT', screenWidth: 1440 },
      },
    ]);
    expect(
      events('/api/send', send({ ...page, name: 'buy', data: { n: 1 }, timestamp: 1_795_253_400 })),
    ).toMatchObject([
      { type: 'CUSTOM', name: 'buy', properties: { n: 1 }, timestamp: new Date('2026-11-21T09:30:00Z') },
    ]);
    expect(
      events('/api/send', send({ ...page, id: 'ada', data: { plan: 'pro' } }, 'identify')),
    ).toMatchObject([{ type: 'CUSTOM', name: 'identify', userId: 'ada', properties: { plan: 'pro' } }]);
    expect(read('/api/send', send(page, 'performance'))).toMatchObject({ status: 200 });
  });

  it('answers with the cache it was sent, to bots with a beep', () => {
    const sent = { ...send(page), headers: { 'x-umami-cache': 'token' } };
    const { answer, parts } = batch('/api/send', sent);
    expect(parts[0]?.to).toEqual({ writeKey: 'wk_a' });
    expect(answer([STORED])).toMatchObject({
      status: 200,
      body: { cache: 'token', sessionId: 'token', visitId: 'token' },
    });
    expect(answer([rejected('BOT')])).toEqual({ status: 200, body: { beep: 'boop' } });
    expect(answer([rejected('INVALID')])).toMatchObject({ status: 400 });
    expect(answer([UNKNOWN])).toMatchObject({ status: 400 });
    expect(answer([OVERLOADED])).toMatchObject({ status: 503 });
    expect(read('/api/send', send({ url: '/' }))).toMatchObject({ status: 400 });
  });

  it('a batch says what became of each', () => {
    const list = [
      send(page),
      send({ ...page, website: 'wk_b' }),
      send({}),
      send(page, 'performance'),
      send(page),
    ];
    const { parts, answer } = batch('/api/batch', { body: list.map(({ body }) => body) });
    expect(parts.map(({ to, size }) => [to, size])).toEqual([
      [{ writeKey: 'wk_a' }, 2],
      [{ writeKey: 'wk_b' }, 1],
    ]);
    expect(answer([STORED, UNKNOWN])).toMatchObject({
      status: 200,
      body: { size: 5, processed: 3, errors: 2, details: [{ index: 1 }, { index: 2 }] },
    });
  });
});

describe('Plausible', () => {
  const body = { n: 'pageview', u: 'https://shop.example/a', d: 'shop.example', r: null, v: 36 };

  it('reads short and long names', () => {
    expect(events('/api/event', { body })).toMatchObject([
      { type: 'PAGEVIEW', name: null, url: 'https://shop.example/a', context: { library: 'plausible/36' } },
    ]);
    const long = {
      name: 404,
      url: 'https://shop.example/b',
      domain: 'shop.example',
      referrer: 'https://news.example/',
      props: '{"path":"/b"}',
      revenue: { currency: 'EUR', amount: 1322.22 },
    };
    expect(events('/api/event', { body: long })).toMatchObject([
      {
        type: 'CUSTOM',
        name: '404',
        referrer: 'https://news.example/',
        properties: { path: '/b' },
        revenue: { currency: 'EUR', amount: '1322.22' },
      },
    ]);
  });

  it('sends to each domain of a list, and to a write key in its place', () => {
    const { parts } = batch('/api/event', { body: { ...body, d: 'Shop.example, wk_a,shop.example' } });
    expect(parts.map(({ to }) => to)).toEqual([{ domain: 'shop.example' }, { writeKey: 'wk_a' }]);
  });

  it('answers 202, and says what was dropped', () => {
    const { answer } = batch('/api/event', { body });
    expect(answer([STORED])).toEqual({ status: 202, body: 'ok' });
    for (const outcome of [UNKNOWN, rejected('BOT'), rejected('BLOCKED')])
      expect(answer([outcome])).toMatchObject({ status: 202, headers: { 'x-plausible-dropped': '1' } });
    expect(answer([rejected('INVALID')])).toMatchObject({ status: 400 });
    expect(answer([OVERLOADED])).toMatchObject({ status: 503 });
    expect(read('/api/event', { body: { ...body, n: 'engagement' } })).toMatchObject({ status: 202 });
    expect(read('/api/event', { body: { ...body, d: '' } })).toMatchObject({
      status: 400,
      body: { errors: { domain: expect.anything() } },
    });
    const headers = { 'x-debug-request': 'true', 'x-forwarded-for': '192.0.2.9, 10.0.0.1' };
    expect(batch('/api/event', { body, headers }).answer([STORED])).toMatchObject({
      status: 200,
      body: '192.0.2.9',
    });
  });
});

describe('GA4', () => {
  const target = '/mp/collect?measurement_id=G-1&api_secret=wk_a';
  const request = (...sent: object[]) => ({
    client_id: '123.456',
    user_id: 'ada',
    timestamp_micros: '1795253400000000',
    events: sent,
  });
  const purchase = {
    name: 'purchase',
    params: {
      transaction_id: 'T-1',
      currency: 'EUR',
      value: 30.03,
      coupon: 'may',
      session_id: 1_795_253_000,
    },
  };

  it('reads events', () => {
    const page = { name: 'page_view', params: { page_location: 'https://shop.example/a', page_title: 'A' } };
    expect(events(target, { body: request(purchase, page) })).toMatchObject([
      {
        id: 'ga4 purchase T-1',
        type: 'CUSTOM',
        name: 'purchase',
        visitorId: '123.456',
        userId: 'ada',
        sessionId: '1795253000',
        timestamp: new Date('2026-11-21T09:30:00Z'),
        revenue: { amount: '30.03', currency: 'EUR' },
        properties: { transaction_id: 'T-1', coupon: 'may' },
      },
      { id: null, type: 'PAGEVIEW', name: null, url: 'https://shop.example/a', title: 'A' },
    ]);
  });

  it('counts no full cart as money, and a refund as money paid back', () => {
    const params = { currency: 'EUR', value: 5 };
    expect(
      events(target, { body: request({ name: 'add_to_cart', params }, { name: 'refund', params }) }),
    ).toMatchObject([
      { revenue: null, properties: { value: 5, currency: 'EUR' } },
      { revenue: { amount: '-5', currency: 'EUR' } },
    ]);
  });

  it('answers 204 whatever is wrong', () => {
    const { answer } = batch(target, { body: request(purchase) });
    for (const outcome of [STORED, UNKNOWN, rejected('INVALID')])
      expect(answer([outcome])).toEqual({ status: 204 });
    expect(read('/mp/collect', { body: request(purchase) })).toEqual({ status: 204 });
    expect(read(target, { body: request(...Array.from({ length: 26 }, () => purchase)) })).toEqual({
      status: 204,
    });
  });

  it('/debug says what is wrong, and stores nothing', () => {
    const { answer, dryRun } = batch(`/debug${target}`, { body: request(purchase) });
    expect(dryRun).toBe(true);
    expect(answer([STORED])).toEqual({ status: 200, body: { validationMessages: [] } });
    const again = batch(`/debug${target}`, { body: request(purchase) });
    expect(again.answer([rejected('INVALID')])).toMatchObject({
      body: { validationMessages: [{ fieldPath: 'events[0].url', description: 'url is wrong' }] },
    });
    expect(read('/debug/mp/collect', { body: {} })).toMatchObject({
      status: 200,
      body: {
        validationMessages: [
          { fieldPath: 'api_secret' },
          { fieldPath: 'client_id' },
          { fieldPath: 'events' },
        ],
      },
    });
  });
});
