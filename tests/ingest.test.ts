import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { EventInput } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { locate } from './support/traffic.ts';

const Track = graphql(`
  mutation IngestTrack($input: TrackEventsInput!) {
    trackEvents(input: $input) { accepted duplicates rejected { index code field message } }
  }
`);
const Events = graphql(`
  query IngestEvents($project: ID!, $filter: EventFilter) {
    project(id: $project) {
      events(first: 1000, filter: $filter) {
        totalCount
        nodes {
          eventId type name timestamp receivedAt visitorId userId sessionId url hostname path referrer title properties
          revenue { amount currency } source channel country region city device browser os language
        }
      }
    }
  }
`);
const Totals = graphql(`
  query IngestTotals($project: ID!) {
    project(id: $project) {
      stats(range: { preset: ALL_TIME }) { totals { visitors visits pageviews events visitDuration bounceRate } }
    }
  }
`);

let server: TestServer;
let tenant: Tenant;
// A key, because the tests move the clock past the life of an access token.
let reader: string;
beforeAll(async () => {
  server = await startServer({ locate });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2025-11-21T12:00:00Z');
  tenant = await createTenant(server, { domain: 'shop.example' });
  reader = (await tenant.createKey('READ')).secret;
});

const track = async (
  events: EventInput[],
  headers: Record<string, string> = {},
  more: { sentAt?: string } = {},
) =>
  (await server.get(Track, { input: { writeKey: tenant.writeKey, events, ...more } }, undefined, headers))
    .trackEvents;
const stored = async () => {
  const { project } = await server.get(Events, { project: tenant.projectId }, reader);
  return project?.events.nodes ?? [];
};
const totals = async () => {
  const { project } = await server.get(Totals, { project: tenant.projectId }, reader);
  return project?.stats.totals;
};

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('what is stored', () => {
  it('keeps every field, and reads the rest off the event and the request', async () => {
    await track(
      [
        {
          id: 'Order-77',
          name: 'purchase',
          timestamp: '2025-11-21T11:59:00+00:00',
          visitorId: 'v-1',
          userId: 'u-1',
          sessionId: 's-1',
          url: 'https://shop.example/cart/?utm_source=Mail&utm_medium=email&utm_campaign=autumn#pay',
          referrer: 'https://www.google.com/search?q=shoes',
          title: 'Your cart',
          properties: { plan: 'pro', nested: { list: [1, 'two', null] } },
          revenue: { currency: 'eur', amount: '12345678901234567.890123' },
        },
      ],
      {
        'user-agent': FIREFOX,
        'accept-language': 'de-CH,de;q=0.8',
        'cf-ipcountry': 'CH',
        'cf-ipcity': 'Bern',
      },
    );
    expect(await stored()).toEqual([
      {
        eventId: 'Order-77',
        type: 'CUSTOM',
        name: 'purchase',
        timestamp: '2025-11-21T11:59:00.000Z',
        receivedAt: '2025-11-21T12:00:00.000Z',
        visitorId: 'v-1',
        userId: 'u-1',
        sessionId: 's-1',
        url: 'https://shop.example/cart/?utm_source=Mail&utm_medium=email&utm_campaign=autumn#pay',
        hostname: 'shop.example',
        path: '/cart/',
        referrer: 'https://www.google.com/search?q=shoes',
        title: 'Your cart',
        properties: { plan: 'pro', nested: { list: [1, 'two', null] } },
        revenue: { amount: '12345678901234567.890123', currency: 'EUR' },
        source: 'Mail',
        channel: 'Email',
        country: 'CH',
        region: null,
        city: 'Bern',
        device: 'Desktop',
        browser: 'Firefox',
        os: 'Linux',
        language: 'de-CH',
      },
    ]);
  });

  it('takes the place of an address in the event from the database, not from the headers of the connection', async () => {
    await track([{ name: 'a', context: { ip: '198.51.100.1' } }], { 'cf-ipcountry': 'CH' });
    expect((await stored())[0]?.country).toBe('DE');
  });

  it('replaces what Postgres cannot keep', async () => {
    await track([{ name: 'a\0b', properties: { 'k\0': ['\ud800', 'ok'] } }]);
    const [event] = await stored();
    expect([event?.name, event?.properties]).toEqual(['a\uFFFDb', { 'k\uFFFD': ['\uFFFD', 'ok'] }]);
  });

  it('sets the clock of a sender right that is more than a minute off', async () => {
    await track(
      [{ name: 'late', timestamp: '2025-11-21T10:00:00Z' }],
      {},
      { sentAt: '2025-11-21T10:00:30Z' },
    );
    await track(
      [{ name: 'close', timestamp: '2025-11-21T11:00:00Z' }],
      {},
      { sentAt: '2025-11-21T11:59:30Z' },
    );
    expect((await stored()).map(({ name, timestamp }) => [name, timestamp])).toEqual([
      ['late', '2025-11-21T11:59:30.000Z'],
      ['close', '2025-11-21T11:00:00.000Z'],
    ]);
  });

  it('never stores an address', async () => {
    await track([{ name: 'a', context: { ip: '203.0.113.77' } }], { 'x-forwarded-for': '203.0.113.78' });
    const { rows: tables } = await server.app.store.pool.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { table_name } of tables) {
      const { rows } = await server.app.store.pool.query(
        `select * from "${table_name}" t where t::text like '%203.0.113.7%'`,
      );
      expect(rows, table_name).toEqual([]);
    }
  });
});

describe('what is rejected', () => {
  const deep = { a: { b: { c: { d: { e: { f: 1 } } } } } };
  const cases: [string, EventInput, { code: string; field: string | null } | null][] = [
    ['a custom event without a name', { type: 'CUSTOM' }, { code: 'INVALID', field: 'name' }],
    ['a name of 200 characters is good', { name: 'n'.repeat(200) }, null],
    ['a name of 201', { name: 'n'.repeat(201) }, { code: 'TOO_LARGE', field: 'name' }],
    ['a URL of 2,048 characters is good', { url: `https://a.example/${'x'.repeat(2030)}` }, null],
    ['a URL of 2,049 is cut', { url: `https://a.example/${'x'.repeat(2031)}` }, null],
    ['what is no URL', { url: 'a b' }, { code: 'INVALID', field: 'url' }],
    ['100 properties are good', { name: 'p', properties: keys(100) }, null],
    ['101 properties', { name: 'p', properties: keys(101) }, { code: 'TOO_LARGE', field: 'properties' }],
    ['properties of 5 levels are good', { name: 'p', properties: deep.a }, null],
    ['properties of 6 levels', { name: 'p', properties: deep }, { code: 'TOO_LARGE', field: 'properties' }],
    // {"a":"…"} has 8 characters around the text.
    ['properties of 16 KiB are good', { name: 'p', properties: { a: 'x'.repeat(16 * 1024 - 8) } }, null],
    [
      'properties of more',
      { name: 'p', properties: { a: 'x'.repeat(16 * 1024 - 7) } },
      { code: 'TOO_LARGE', field: 'properties' },
    ],
    ['5 minutes ahead is good', { name: 't', timestamp: '2025-11-21T12:05:00Z' }, null],
    [
      'more than 5 minutes ahead',
      { name: 't', timestamp: '2025-11-21T12:05:00.001Z' },
      { code: 'TIMESTAMP_OUT_OF_RANGE', field: 'timestamp' },
    ],
    ['1995 is good', { name: 't', timestamp: '1995-01-01T00:00:00Z' }, null],
    [
      'what is older',
      { name: 't', timestamp: '1994-12-31T23:59:59.999Z' },
      { code: 'TIMESTAMP_OUT_OF_RANGE', field: 'timestamp' },
    ],
    ['money that is none is left out', { name: 'r', revenue: { currency: 'EUR', amount: 'free' } }, null],
    ['so is money of an unknown currency', { name: 'r', revenue: { currency: 'Euro', amount: '1' } }, null],
    [
      'an address that is none',
      { name: 'c', context: { ip: 'here' } },
      { code: 'INVALID', field: 'context.ip' },
    ],
    [
      'the user agent of a bot',
      { name: 'c', context: { userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' } },
      { code: 'BOT', field: 'context.userAgent' },
    ],
  ];
  it.each(cases)('%s', async (_, event, rejection) => {
    const answer = await track([{ name: 'before' }, event, { name: 'after' }]);
    expect(answer.accepted).toBe(rejection ? 2 : 3);
    expect(answer.rejected.map(({ index, code, field }) => ({ index, code, field }))).toEqual(
      rejection ? [{ index: 1, ...rejection }] : [],
    );
    expect(answer.rejected.every(({ message }) => message.length > 10)).toBe(true);
  });

  it("lets a server's own tools be: a secret key is no bot", async () => {
    const { secret } = await tenant.createKey('WRITE');
    const event = { name: 'c', context: { userAgent: 'curl/8.5.0' } };
    const { trackEvents } = await server.get(Track, { input: { events: [event] } }, secret);
    expect(trackEvents).toMatchObject({ accepted: 1, rejected: [] });
  });
});

describe('exactly once', () => {
  it('stores an id once: within a request, over requests, over months, without a timestamp, concurrently', async () => {
    expect(
      await track([
        { id: 'x', name: 'a' },
        { id: 'x', name: 'b' },
      ]),
    ).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await track([{ id: 'x', name: 'a', timestamp: '2024-01-01T00:00:00Z' }])).toMatchObject({
      accepted: 0,
      duplicates: 1,
    });
    server.clock.pass(40 * 24 * 3_600_000);
    expect(await track([{ id: 'x', name: 'a' }])).toMatchObject({ accepted: 0, duplicates: 1 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => track([{ id: 'y', name: 'a' }])));
    expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1);
    expect(await stored()).toHaveLength(2);
  });

  it('keeps ids of projects apart', async () => {
    const other = await createTenant(server);
    await track([{ id: 'x', name: 'a' }]);
    const { trackEvents } = await server.get(Track, {
      input: { writeKey: other.writeKey, events: [{ id: 'x', name: 'a' }] },
    });
    expect(trackEvents.accepted).toBe(1);
  });

  it('shares commits between concurrent requests', async () => {
    await track([{ name: 'warm' }]);
    const commits = async () => {
      const { rows } = await server.app.store.pool.query(
        'select revision::int from project_revisions order by project_id desc limit 1',
      );
      return rows[0].revision as number;
    };
    const before = await commits();
    await Promise.all(Array.from({ length: 60 }, (_, i) => track([{ name: `n${i}` }])));
    expect(await totals()).toMatchObject({ events: 61 });
    expect((await commits()) - before).toBeLessThan(30);
  });

  it('fails only the request that cannot be stored, not those that share its commit', async () => {
    // Past what JSON in Postgres can nest would fail; the largest amount times many cannot: break a row by hand.
    await server.app.store.pool.query(`create function refuse() returns trigger language plpgsql as $$
      begin if new.title = 'poison' then raise exception 'poison'; end if; return new; end $$`);
    await server.app.store.pool.query(
      'create trigger refuse before insert on events for each row execute function refuse()',
    );
    try {
      const answers = await Promise.allSettled([
        ...Array.from({ length: 10 }, () => track([{ name: 'good' }])),
        track([{ name: 'bad', title: 'poison' }]),
        ...Array.from({ length: 10 }, () => track([{ name: 'good' }])),
      ]);
      expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      expect(await totals()).toMatchObject({ events: 20 });
    } finally {
      await server.app.store.pool.query('drop function refuse cascade');
    }
  });

  it('answers NOT_FOUND once the project is gone', async () => {
    await track([{ name: 'a' }]);
    await server.app.store.prisma.project.delete({ where: { writeKey: tenant.writeKey } });
    const { errors } = await server.ask(Track, {
      input: { writeKey: tenant.writeKey, events: [{ name: 'b' }] },
    });
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });
});

describe('visitors', () => {
  const from = (address: string) => ({ 'user-agent': FIREFOX, 'x-forwarded-for': address });

  it('are told apart by address and user agent, without cookies, for a day', async () => {
    await track([{ url: '/' }], from('203.0.113.1'));
    await track([{ url: '/' }], from('203.0.113.1'));
    await track([{ url: '/' }], from('203.0.113.2'));
    await track([{ url: '/' }], {
      ...from('203.0.113.1'),
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:129.0) Gecko/20100101 Firefox/129.0',
    });
    expect(await totals()).toMatchObject({ visitors: 3, visits: 3 });
    server.clock.pass(24 * 3_600_000);
    await track([{ url: '/' }], from('203.0.113.1'));
    expect(await totals()).toMatchObject({ visitors: 4, visits: 4 });
  });

  it('keep their visit over midnight, also when both events come in one request', async () => {
    server.clock.set('2025-11-21T23:50:00Z');
    await track([{ url: '/a' }], from('203.0.113.1'));
    server.clock.set('2025-11-22T00:10:00Z');
    await track([{ url: '/b' }], from('203.0.113.1'));
    server.clock.set('2025-11-22T00:35:00Z');
    await track([{ url: '/c' }], from('203.0.113.1'));
    expect(await totals()).toMatchObject({ visitors: 1, visits: 1, visitDuration: 45 * 60 });
    await track(
      [
        { url: '/a', timestamp: '2025-11-21T23:55:00Z' },
        { url: '/b', timestamp: '2025-11-22T00:05:00Z' },
      ],
      from('203.0.113.9'),
    );
    expect(await totals()).toMatchObject({ visitors: 2, visits: 2 });
  });

  it('are new after midnight when no visit runs', async () => {
    server.clock.set('2025-11-21T23:20:00Z');
    await track([{ url: '/a' }], from('203.0.113.1'));
    server.clock.set('2025-11-22T00:10:00Z');
    await track([{ url: '/b' }], from('203.0.113.1'));
    expect(await totals()).toMatchObject({ visitors: 2, visits: 2 });
  });

  it('have salts that are random, shared between processes, and deleted after 48 hours', async () => {
    const other = await createTenant(server);
    await track([{ url: '/' }], from('203.0.113.1'));
    const salts = async () =>
      (await server.app.store.prisma.dailySalt.findMany()).map(({ day }) => day.toISOString().slice(0, 10));
    expect(await salts()).toEqual(expect.arrayContaining(['2025-11-20', '2025-11-21']));
    server.clock.set('2025-11-23T11:59:00Z');
    await server.app.ingest.salts.expire();
    expect(await salts()).toContain('2025-11-21');
    server.clock.set('2025-11-24T12:00:01Z');
    await server.app.ingest.salts.expire();
    expect(await salts()).not.toContain('2025-11-21');
    expect(other.projectId).not.toBe(tenant.projectId);
  });

  it('are users where their id is known, whatever their browser', async () => {
    await track([
      { name: 'a', userId: 'u', visitorId: 'phone' },
      { name: 'a', userId: 'u', visitorId: 'desk' },
      { name: 'a', visitorId: 'u' },
    ]);
    expect(await totals()).toMatchObject({ visitors: 2 });
    expect((await stored()).map(({ userId, visitorId }) => [userId, visitorId]).toSorted()).toEqual([
      [null, 'u'],
      ['u', 'desk'],
      ['u', 'phone'],
    ]);
  });
});

describe('two processes', () => {
  it("make one visit of one visitor's first events, and one visitor", async () => {
    const other = await startServer({ store: server.app.store, now: server.clock.now });
    try {
      for (let round = 0; round < 10; round++) {
        const send = (url: string, id: string) =>
          fetch(`${url}/api/events`, {
            method: 'POST',
            body: JSON.stringify({
              writeKey: tenant.writeKey,
              events: [{ id, visitorId: `racer-${round}`, url: `/new-${round}` }],
            }),
          }).then((response) => response.json());
        await Promise.all([
          send(server.url, `${round}-a`),
          send(other.url, `${round}-b`),
          send(other.url, `${round}-a`),
        ]);
      }
      expect(await totals()).toMatchObject({ visitors: 10, visits: 10, events: 20 });
    } finally {
      await other.close();
    }
  });
});

function keys(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]));
}
