import { gzipSync } from 'node:zlib';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  buildClientSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  parse,
  printSchema,
} from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schema } from '../src/schema.ts';
import { startServer, type TestServer } from './support/app.ts';
import { overServerSentEvents, overWebSocket } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// One bad event never costs its neighbours, by whatever way it comes, and who sent it is told which one and why.

let server: TestServer;
let tenant: Tenant;
let reader: string;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2025-11-21T12:00:00Z');
  tenant = await createTenant(server);
  reader = (await tenant.createKey('READ')).secret;
});

interface Rejected {
  index: number;
  code: string;
  field: string | null;
  message: string;
}
type Payload = { accepted: number; rejected: Rejected[] };
type Answer = { trackEvents: Payload };

const PAYLOAD = '{ accepted rejected { index code field message } }';
const INPUT = parse(`mutation ($input: TrackEventsInput!) { trackEvents(input: $input) ${PAYLOAD} }`);

async function restEvents(events: unknown): Promise<Payload> {
  const body = typeof events === 'string' ? events : JSON.stringify(events);
  const response = await fetch(`${server.url}/api/events`, {
    method: 'POST',
    body: `{"writeKey":"${tenant.writeKey}","events":${body}}`,
  });
  expect(response.status).toBe(202);
  return (await response.json()) as Payload;
}

/** GraphQL as text, so that JSON has what JavaScript cannot write. */
async function graphqlText(query: string, variables = '{}'): Promise<Payload> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
  });
  const { data, errors } = (await response.json()) as { data?: Answer; errors?: unknown };
  expect(errors).toBeUndefined();
  return (data as Answer).trackEvents;
}

/** The ways to send a list of events, given as JSON. */
const WAYS: Record<string, (events: string) => Promise<Payload>> = {
  'a variable for the input': (events) =>
    graphqlText(
      `mutation ($input: TrackEventsInput!) { trackEvents(input: $input) ${PAYLOAD} }`,
      `{"input":{"writeKey":"${tenant.writeKey}","events":${events}}}`,
    ),
  'a variable for the events': (events) =>
    graphqlText(
      `mutation ($events: [EventInput!]!, $key: String!) {
        trackEvents(input: { writeKey: $key, events: $events }) ${PAYLOAD}
      }`,
      `{"key":"${tenant.writeKey}","events":${events}}`,
    ),
  'literals, in a fragment': (events) =>
    graphqlText(
      `mutation { ...Sent }
       fragment Sent on Mutation {
         trackEvents(input: { writeKey: "${tenant.writeKey}", events: ${literal(events)} }) ${PAYLOAD}
       }`,
    ),
  'a WebSocket': async (events) => {
    const input = { writeKey: tenant.writeKey, events: JSON.parse(events) as unknown };
    const watch = overWebSocket(server.url, INPUT as TypedDocumentNode<Answer>, { input });
    expect(await watch.ended).toBe('complete');
    expect(watch.received[0]?.errors).toBeUndefined();
    const [answer] = watch.received;
    return (answer as { data: Answer }).data.trackEvents;
  },
  REST: restEvents,
};

/** JSON as a literal of GraphQL: keys without quotes. */
const literal = (json: string) => json.replaceAll(/"(\w+)":/g, '$1:').replaceAll('"PAGEVIEW"', 'PAGEVIEW');

const BAD: [what: string, event: string, field: string | null, code?: string][] = [
  ['a timestamp that is none', '{"name":"bad","timestamp":"soon"}', 'timestamp'],
  ['30 February', '{"name":"bad","timestamp":"2025-02-30T12:00:00Z"}', 'timestamp'],
  ['24:00', '{"name":"bad","timestamp":"2025-02-03T24:00:00Z"}', 'timestamp'],
  ['a number for a timestamp', '{"name":"bad","timestamp":1762164000}', 'timestamp'],
  ['a type that there is none of', '{"type":"FOO","url":"/"}', 'type'],
  ['a number for a name', '{"name":5}', 'name'],
  ['half a pixel', '{"name":"bad","context":{"screenWidth":10.5}}', 'context.screenWidth'],
  ['properties that are a text', '{"name":"bad","properties":"text"}', 'properties'],
  ['properties that are a list', '{"name":"bad","properties":[1]}', 'properties'],
  ['a context that is none', '{"name":"bad","context":"here"}', 'context'],
  ['a field that there is none of', '{"name":"bad","visitor_id":"v"}', 'visitor_id'],
  ['one within an object', '{"name":"bad","context":{"user_agent":"x"}}', 'context.user_agent'],
  ['an id that is an object', '{"name":"bad","userId":{"id":1}}', 'userId'],
  ['an id that a double does not hold', '{"name":"bad","userId":9007199254740993}', 'userId'],
  ['a number that a double does not hold', '{"name":"bad","properties":{"order":1e400}}', 'properties.order'],
  ['a custom event without a name', '{"type":"CUSTOM"}', 'name'],
  ['an address that is none', '{"name":"bad","context":{"ip":"here"}}', 'context.ip'],
  ['what is no URL', '{"url":"a b"}', 'url'],
  ['null', 'null', null],
  ['a text', '"text"', null],
  ['a list', '[]', null],
  [
    'the zero date',
    '{"name":"bad","timestamp":"0001-01-01T00:00:00Z"}',
    'timestamp',
    'TIMESTAMP_OUT_OF_RANGE',
  ],
  ['1970', '{"name":"bad","timestamp":"1970-01-01T00:00:00Z"}', 'timestamp', 'TIMESTAMP_OUT_OF_RANGE'],
  ['tomorrow', '{"name":"bad","timestamp":"2025-11-22T12:00:00Z"}', 'timestamp', 'TIMESTAMP_OUT_OF_RANGE'],
  ['a long name', `{"name":"${'n'.repeat(201)}"}`, 'name', 'TOO_LARGE'],
  [
    'large properties',
    `{"name":"bad","properties":{"a":"${'x'.repeat(20_000)}"}}`,
    'properties',
    'TOO_LARGE',
  ],
];

describe.each(Object.entries(WAYS))('a bad event by %s is rejected alone', (way, sendBy) => {
  // A socket's events are written by JSON.stringify, which has no such number; [EventInput!] has no null.
  const possible = BAD.filter(
    ([, event]) =>
      !(way === 'a WebSocket' && event.includes('1e400')) &&
      !(way === 'a variable for the events' && event === 'null'),
  );

  it('for whatever is wrong with it, each with its place, code and field', async () => {
    const events = possible.flatMap(([, bad], i) => [`{"name":"good ${i}"}`, bad]);
    const { accepted, rejected } = await sendBy(`[${events.join()}]`);
    expect(rejected.map(({ message, ...rest }) => rest)).toEqual(
      possible.map(([, , field, code = 'INVALID'], i) => ({ index: 2 * i + 1, code, field })),
    );
    for (const { message } of rejected) expect(message.length).toBeGreaterThan(10);
    expect(accepted).toBe(possible.length);
  });
});

describe('GraphQL', () => {
  it('takes variables within events', async () => {
    const { accepted, rejected } = await graphqlText(
      `mutation ($key: String, $name: String, $properties: JSONObject, $absent: String) {
        trackEvents(input: { writeKey: $key, events: [
          { name: $name, properties: $properties, title: $absent, timestamp: "2025-11-21T11:00:00Z" },
          { name: $absent, type: CUSTOM }
        ] }) ${PAYLOAD}
      }`,
      JSON.stringify({ key: tenant.writeKey, name: 'a', properties: { b: 1 } }),
    );
    expect([accepted, rejected.map(({ field }) => field)]).toEqual([1, ['name']]);
  });

  it('takes an event without a type, a name and a URL for a pageview', async () => {
    const events = [{}, { visitorId: 'v' }, { type: 'PAGEVIEW' }];
    const { data } = await server.ask(INPUT, { input: { writeKey: tenant.writeKey, events } });
    expect(data).toEqual({ trackEvents: { accepted: 3, rejected: [] } });
  });

  it('is introspected as it is printed', async () => {
    const introspection = await server.get<IntrospectionQuery, object>(
      getIntrospectionQuery({
        oneOf: true,
        specifiedByUrl: true,
        inputValueDeprecation: true,
        schemaDescription: true,
      }),
    );
    expect(printSchema(buildClientSchema(introspection))).toBe(printSchema(schema));
  });

  it.each(['2026-02-30T12:00:00Z', 'soon', '2026-11-21T09:30:00'])(
    'refuses a request whose sentAt is %j',
    async (sentAt) => {
      const input = { writeKey: tenant.writeKey, sentAt, events: [{ name: 'a' }] };
      const { data, errors } = await server.ask(INPUT, { input });
      expect(data).toBeNull();
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('sends no event by SSE that it does not send otherwise', async () => {
    const input = { writeKey: tenant.writeKey, events: [{ name: 5 }, { name: 'good' }] };
    const watch = overServerSentEvents(server.url, INPUT as TypedDocumentNode<Answer>, { input });
    await watch.ended;
    expect(watch.received[0]?.data?.trackEvents).toMatchObject({ accepted: 1, rejected: [{ index: 0 }] });
  });
});

describe('REST', () => {
  it('takes nothing for a pageview that does not say so', async () => {
    const { accepted, rejected } = await restEvents([
      {},
      { visitorId: 'v' },
      { nme: 'typo' },
      { event: 'signup', distinct_id: 'a' },
      { url: '/' },
      { type: 'PAGEVIEW' },
    ]);
    expect(accepted).toBe(2);
    expect(rejected.map(({ index, code, field }) => [index, code, field])).toEqual([
      [0, 'INVALID', 'url'],
      [1, 'INVALID', 'url'],
      [2, 'INVALID', 'nme'],
      [3, 'INVALID', 'event'],
    ]);
    expect(rejected.slice(2).map(({ message }) => message)).toEqual([
      expect.stringContaining('did you mean name?'),
      expect.stringContaining('did you mean name?'),
    ]);
  });

  it.each([
    [{ sentAt: '2026-02-30T12:00:00Z' }, 'sentAt'],
    [{ sentAt: 5 }, 'sentAt'],
    [{ sent_at: '2025-11-21T12:00:00Z' }, 'sent_at'],
    [{ writeKey: 5 }, 'writeKey'],
  ])('refuses a request that is wrong as a whole: %j', async (more, field) => {
    const response = await fetch(`${server.url}/api/events`, {
      method: 'POST',
      body: JSON.stringify({ writeKey: tenant.writeKey, events: [{ name: 'a' }], ...more }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'BAD_USER_INPUT', field } });
  });
});

const COUNTS = `query ($id: ID!) {
  project(id: $id) {
    ingestion(range: { last: "PT1H" }) { received stored duplicate bot rejected }
    events(first: 100, range: { preset: ALL_TIME }) { nodes { eventId name timestamp visitorId userId properties } }
  }
}`;
interface Counts {
  project: {
    ingestion: { received: number; stored: number; duplicate: number; bot: number; rejected: number };
    events: { nodes: { name: string; timestamp: string; visitorId: string; userId: string | null }[] };
  };
}
async function counted() {
  // A range of the report is of whole minutes.
  server.clock.pass(60_000);
  const { project } = await server.get<Counts, object>(parse(COUNTS), { id: tenant.projectId }, reader);
  return {
    ...project.ingestion,
    names: project.events.nodes.map(({ name }) => name).toSorted(),
    nodes: project.events.nodes,
  };
}

describe("other SDKs' requests", () => {
  const sendTo = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(body)),
      headers: { 'user-agent': 'node', ...headers },
    });
  const segment = (batch: string, more = '') =>
    sendTo('/v1/batch', `{"writeKey":"${tenant.writeKey}","batch":${batch}${more}}`);
  const track = (name: string, more: string) =>
    `{"type":"track","event":"${name}","anonymousId":"v",${more}}`;

  it.each([
    '"Nov 3, 2025"',
    '"11/03/2025"',
    '"2025/11/03"',
    '"2025-11-3"',
    '"3 Nov 2025"',
    '"1"',
    '"0"',
    '"1/1"',
    '"2025-02-30T10:00:00Z"',
    '"0001-01-01T00:00:00Z"',
    '1e400',
    'true',
    '5',
  ])('with the timestamp %s lose that event alone', async (timestamp) => {
    const batch = `[${track('good', '"timestamp":"2025-11-21 11:00:00+01"')},${track('bad', `"timestamp":${timestamp}`)}]`;
    expect((await segment(batch)).status).toBe(200);
    const posthog = (event: string, at: string) =>
      `{"event":"${event}","distinct_id":"$posthog_cookieless","timestamp":${at}}`;
    const sent = `{"api_key":"${tenant.writeKey}","batch":[${posthog('good too', '1763719200')},${posthog('bad', timestamp)}]}`;
    expect((await sendTo('/batch/', gzipSync(sent))).status).toBe(200);
    const { names, received, rejected, nodes } = await counted();
    expect([names, received, rejected]).toEqual([['good', 'good too'], 4, 2]);
    expect(nodes.map((event) => event.timestamp)).toEqual([
      '2025-11-21T10:00:00.000Z',
      '2025-11-21T10:00:00.000Z',
    ]);
  });

  it.each([
    ['in seconds', '1763726400'],
    ['of 1970', '"1970-01-01T00:00:00Z"'],
    ['of another century', '"2125-11-21T12:00:00Z"'],
    ['that is none', '"now"'],
  ])('with a sentAt %s leave the timestamp as it is', async (_, sentAt) => {
    await segment(`[${track('a', '"timestamp":"2025-11-21T11:00:00Z"')}]`, `,"sentAt":${sentAt}`);
    expect((await counted()).nodes.map(({ timestamp }) => timestamp)).toEqual(['2025-11-21T11:00:00.000Z']);
  });

  it('of a clock that is years behind or ahead are set right', async () => {
    for (const year of [2015, 2031])
      await segment(
        `[${track('a', `"timestamp":"${year}-01-01T00:00:00Z"`)}]`,
        `,"sentAt":"${year}-01-01T01:00:00Z"`,
      );
    expect((await counted()).nodes.map(({ timestamp }) => timestamp)).toEqual([
      '2025-11-21T11:00:00.000Z',
      '2025-11-21T11:00:00.000Z',
    ]);
  });

  it('keep ids of more digits than a double holds apart', async () => {
    const [a, b] = ['9007199254740992', '9007199254740993'];
    const each = [a, b].map((id) => `{"type":"track","event":"buy","userId":${id},"messageId":${id}}`);
    await segment(`[${each.join()}]`);
    for (const id of [a, b]) {
      await sendTo('/capture/', `{"api_key":"${tenant.writeKey}","event":"buy","distinct_id":${id}}`);
      await sendTo(
        `/mp/collect?api_secret=${tenant.writeKey}`,
        `{"client_id":"c","user_id":${id},"events":[{"name":"purchase","params":{"transaction_id":${id}}}]}`,
      );
      await sendTo(
        '/api/send',
        `{"type":"event","payload":{"website":"${tenant.writeKey}","name":"buy","url":"/","id":${id}}}`,
      );
    }
    const { stored, nodes } = await counted();
    expect(stored).toBe(8);
    expect(new Set(nodes.map(({ userId }) => userId))).toEqual(new Set([a, b]));
  });
});

describe('every way of sending', () => {
  it('takes spellings of nothing for no id', async () => {
    const spellings = ['undefined', 'null', 'NaN', '[object Object]', ' ', 'None'];
    await restEvents(spellings.map((userId, i) => ({ name: 'a', userId, visitorId: `rest-${i}` })));
    for (const [i, userId] of spellings.entries()) {
      await graphqlText(
        `mutation { trackEvents(input: { writeKey: "${tenant.writeKey}", events: [
          { name: "a", userId: ${JSON.stringify(userId)}, visitorId: "graphql-${i}" }] }) ${PAYLOAD} }`,
      );
      const call = { writeKey: tenant.writeKey, type: 'identify', userId, anonymousId: `segment-${i}` };
      await fetch(`${server.url}/v1/i`, { method: 'POST', body: JSON.stringify(call) });
    }
    const { nodes } = await counted();
    expect(nodes.map(({ userId }) => userId)).toEqual(nodes.map(() => null));
    expect(new Set(nodes.map(({ visitorId }) => visitorId)).size).toBe(3 * spellings.length);
  });

  it('keeps money that is money, and the event where it is none', async () => {
    const amounts: [unknown, string | null][] = [
      [0.1 + 0.2, '0.3'],
      [4.35 * 100, '435'],
      [1e-7, '0'],
      [' 29.90 ', '29.9'],
      ['+5', '5'],
      ['.5', '0.5'],
      ['5.', '5'],
      ['29,90', '29.9'],
      [1e21, null],
      ['free', null],
      [null, null],
    ];
    const events = amounts.map(([amount], i) => ({ name: `${i}`, revenue: { amount, currency: ' eur' } }));
    for (const sendBy of [WAYS['a variable for the input'], WAYS.REST])
      expect(await sendBy?.(JSON.stringify(events))).toMatchObject({
        accepted: amounts.length,
        rejected: [],
      });
    const { rows } = await server.app.store.pool.query(
      `select t.text as name, array_agg(trim_scale(e.revenue)::text || ' ' || e.currency) as money
       from events e join projects p on p.id = e.project_id join terms t on t.project_id = e.project_id and t.id = e.name and t.kind = 'name'
       where p.write_key = $1 group by 1 order by t.text::int`,
      [tenant.writeKey],
    );
    expect(rows.map(({ money }) => money)).toEqual(
      amounts.map(([, amount]) => Array(2).fill(amount && `${amount} EUR`)),
    );
  });
});

describe('a URL of thousands of characters', () => {
  it('has its path and its campaign counted, and is stored as far as there is room', async () => {
    const ttclid = 'x'.repeat(3_000);
    const url = `https://shop.example/landing?ttclid=${ttclid}&utm_source=tiktok&utm_campaign=autumn`;
    const other = `https://shop.example/landing?ttclid=${ttclid}&utm_source=tiktok&utm_campaign=winter`;
    const title = 't'.repeat(1_200);
    const referrer = `https://mail.example.net/?q=${'y'.repeat(3_000)}`;
    const events = [
      { url, title, visitorId: 'a' },
      { url: other, title, visitorId: 'b' },
      { url: `https://shop.example/${'p'.repeat(5_000)}`, referrer, visitorId: 'c' },
    ];
    expect(await restEvents(events)).toEqual(expect.objectContaining({ accepted: 3, rejected: [] }));
    const { project } = await server.get<
      {
        project: { events: { nodes: { url: string; title: string | null; path: string }[] }; stats: object };
      },
      object
    >(
      parse(`query ($id: ID!) { project(id: $id) {
        events(first: 10) { nodes { url title referrer path } }
        stats(range: { preset: ALL_TIME }) {
          paths: breakdown(by: PATH) { value }
          sources: breakdown(by: SOURCE) { value }
          campaigns: breakdown(by: UTM_CAMPAIGN) { value }
        }
      } }`),
      { id: tenant.projectId },
      reader,
    );
    expect(project.stats).toEqual({
      paths: [{ value: '/landing' }, { value: `/${'p'.repeat(2_047)}` }],
      sources: [{ value: 'tiktok' }, { value: 'mail.example.net' }],
      campaigns: expect.arrayContaining([{ value: 'autumn' }, { value: 'winter' }, { value: null }]),
    });
    for (const event of project.events.nodes) expect(event.url).toHaveLength(2_048);
    expect(project.events.nodes.map((event) => event.title?.length ?? null).toSorted()).toEqual([
      1000,
      1000,
      null,
    ]);
  });
});

describe('keys of properties', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is kept, and known to every question',
    async (key) => {
      const properties = `{"${key}":"x","a":{"${key}":1}}`;
      const event = `[{"name":"a","properties":${properties}},{"name":"a","properties":{"${key}":2}}]`;
      for (const sendBy of [WAYS['a variable for the events'], WAYS.REST])
        expect((await sendBy?.(event))?.accepted).toBe(2);
      await graphqlText(
        `mutation { trackEvents(input: { writeKey: "${tenant.writeKey}", events: [
          { name: "a", properties: { ${key}: "x", a: { ${key}: 1 } } }] }) ${PAYLOAD} }`,
      );
      await fetch(`${server.url}/v1/t`, {
        method: 'POST',
        body: `{"writeKey":"${tenant.writeKey}","event":"a","anonymousId":"v","properties":${properties}}`,
      });
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${reader}` },
        body: JSON.stringify({
          variables: { id: tenant.projectId, key },
          query: `query ($id: ID!, $key: String!) { project(id: $id) {
            events(first: 10, filter: { properties: [{ key: $key, eq: "x" }] }) { nodes { properties } }
            propertyKeys { key }
            propertyValues(key: $key) { value }
            stats(range: { preset: ALL_TIME }) {
              breakdown(by: PROPERTY, property: $key) { value }
              totals { measure(event: "a", property: $key, aggregate: SUM) }
            }
          } }`,
        }),
      });
      const text = await response.text();
      expect(text).not.toContain('errors');
      const { data } = JSON.parse(text);
      const stored = data.project.events.nodes.map((node: { properties: object }) =>
        JSON.stringify(node.properties),
      );
      // jsonb has an order of its own.
      const inOrder = (json: string) =>
        JSON.stringify(Object.entries(JSON.parse(json)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      expect(stored.map(inOrder)).toEqual(Array(4).fill(inOrder(properties)));
      expect(data.project.propertyKeys.map((each: { key: string }) => each.key)).toContain(key);
      expect(data.project.propertyValues.map((each: { value: string }) => each.value).toSorted()).toEqual([
        '2',
        'x',
      ]);
      expect(data.project.stats.breakdown.map((each: { value: string }) => each.value).toSorted()).toEqual([
        '2',
        'x',
      ]);
      expect(data.project.stats.totals.measure).toBe(4);
    },
  );
});

describe('the oldest event', () => {
  it('is what the server is set up for, down to the first instant of the year 1', async () => {
    const old = await startServer({ oldestEvent: Date.parse('0001-01-01T00:00:00Z') });
    try {
      const own = await createTenant(old);
      const events = [
        { name: 'zero', timestamp: '0001-01-01T00:00:00Z' },
        { name: 'good', timestamp: '2025-11-03T10:00:00Z' },
        { name: 'too old', timestamp: '0001-01-01T00:00:00+01:00' },
      ];
      const { data } = await old.ask(INPUT, { input: { writeKey: own.writeKey, events } });
      expect(data).toMatchObject({
        trackEvents: {
          accepted: 2,
          rejected: [{ index: 2, code: 'TIMESTAMP_OUT_OF_RANGE', field: 'timestamp' }],
        },
      });
    } finally {
      await old.close();
    }
  });
});
