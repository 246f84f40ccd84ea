import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// What a request has to be, in whatever way it is sent, and what one that is not is answered.

const MIB = 1024 * 1024;
const JSON_TYPE = 'application/json';
const RESPONSE_JSON = 'application/graphql-response+json';

let server: TestServer;
let closed: TestServer;
let tenant: Tenant;
const lines: string[] = [];
beforeAll(async () => {
  server = await startServer({ log: pino({ level: 'warn' }, { write: (line) => void lines.push(line) }) });
  closed = await startServer({ introspection: false });
  tenant = await createTenant(server);
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(async () => {
  await server.close();
  await closed.close();
});

async function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  to = server,
) {
  const response = await fetch(`${to.url}${path}`, { method: 'POST', headers, body });
  const answer = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(answer || 'null') };
}
const codeOf = (body: { errors?: { extensions?: { code?: string } }[] }) =>
  body.errors?.[0]?.extensions?.code;

describe('a body of another type than JSON', () => {
  const query = '{ __typename }';
  it.each([
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(query)}`],
    ['application/graphql', query],
    ['text/plain', JSON.stringify({ query })],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"${query}"}\r\n--x--`,
    ],
    ['application/jsonp', JSON.stringify({ query })],
    ['', JSON.stringify({ query })],
  ])('%j is answered 415, and what to send', async (type, body) => {
    const answer = await post(
      '/graphql',
      new TextEncoder().encode(body),
      type ? { 'content-type': type } : {},
    );
    expect([answer.status, codeOf(answer.body)]).toEqual([415, 'BAD_REQUEST']);
    expect(answer.body.errors[0].message).toContain('application/json');
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON',
    'application/graphql+json',
  ])('%s is JSON', async (type) => {
    const { status, body } = await post('/graphql', JSON.stringify({ query }), { 'content-type': type });
    expect([status, body]).toEqual([200, { data: { __typename: 'Query' } }]);
  });
});

describe('a request that is no operation', () => {
  it.each([
    '{}',
    '{"query":1}',
    '{"query":null}',
    '{"query":""}',
    '{"query":{}}',
    '[]',
    'null',
    '1',
    '"{ __typename }"',
    '{"query":"{ __typename }"',
    '',
    '{"query":"{ __typename }","variables":"{}"}',
    '{"query":"{ __typename }","variables":[]}',
    '{"query":"{ __typename }","extensions":1}',
    '{"query":"{ __typename }","more":1}',
    '[{"query":"{ __typename }"}]',
  ])('%s is 400 BAD_REQUEST, whatever is accepted', async (sent) => {
    for (const accept of [JSON_TYPE, RESPONSE_JSON, '*/*']) {
      const { status, body } = await post('/graphql', sent, { 'content-type': JSON_TYPE, accept });
      expect([status, codeOf(body)]).toEqual([400, 'BAD_REQUEST']);
    }
    expect(lines).toEqual([]);
  });

  it.each([
    '',
    'query=',
    'variables={}',
    'query={__typename}&variables={',
    'query={__typename}&extensions=x',
  ])('GET ?%s is 400 BAD_REQUEST', async (search) => {
    const response = await fetch(`${server.url}/graphql?${search}`, { headers: { accept: JSON_TYPE } });
    expect([response.status, codeOf((await response.json()) as never)]).toEqual([400, 'BAD_REQUEST']);
    expect(lines).toEqual([]);
  });
});

describe('a document that is named by its hash', () => {
  const extensions = {
    persistedQuery: { version: 1, sha256Hash: 'ecf4edb46db40b5132295c0291d62fb65d6759a9' },
  };
  // As Apollo Client and urql know it: by the message, or by the code.
  const expected = {
    errors: [
      { message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
    ],
  };

  it.each([
    [JSON_TYPE, 200],
    [RESPONSE_JSON, 400],
  ])('is not supported, for %s', async (accept, status) => {
    const sent = JSON.stringify({ operationName: 'X', variables: {}, extensions });
    const posted = await post('/graphql', sent, { 'content-type': JSON_TYPE, accept });
    expect([posted.status, posted.body]).toEqual([status, expected]);
    const search = new URLSearchParams({ operationName: 'X', extensions: JSON.stringify(extensions) });
    const got = await fetch(`${server.url}/graphql?${search}`, { headers: { accept } });
    expect([got.status, await got.json()]).toEqual([status, expected]);
  });

  it('and sent with it, too, is run', async () => {
    const sent = JSON.stringify({ query: '{ __typename }', extensions });
    expect((await post('/graphql', sent, { 'content-type': JSON_TYPE })).body).toEqual({
      data: { __typename: 'Query' },
    });
  });
});

describe('a packed body', () => {
  const packed = { gzip: gzipSync, 'x-gzip': gzipSync, deflate: deflateSync, br: brotliCompressSync };
  const doors: [string, (more: string) => object, number][] = [
    ['/graphql', (more) => ({ query: '{ __typename }', extensions: { more } }), 200],
    [
      '/api/events',
      (more) => ({ writeKey: tenant.writeKey, events: [{ name: 'packed', visitorId: 'v', title: more }] }),
      202,
    ],
  ];
  const cases = doors.flatMap(([path, body, status]) =>
    Object.entries(packed).map(([encoding, pack]) => ({ path, body, status, encoding, pack })),
  );

  it.each(cases)(
    '$encoding is taken at $path, within the same bounds',
    async ({ path, body, status, encoding, pack }) => {
      const headers = { 'content-type': JSON_TYPE, 'content-encoding': encoding };
      const send = (content: string | Buffer) => post(path, pack(content), headers);
      expect((await send(JSON.stringify(body('')))).status).toBe(status);
      // Small when it is packed, a little over the limit when it is not.
      expect((await send(JSON.stringify(body('x'.repeat(MIB))))).status).toBe(413);
      expect((await send(Buffer.alloc(20 * MIB))).status).toBe(413);
      expect((await post(path, Buffer.from('not packed'), headers)).status).toBe(400);
      expect((await post(path, pack('{}').subarray(0, 5), headers)).status).toBe(400);
    },
  );

  it.each(['/graphql', '/api/events'])('of another kind is answered 415 at %s', async (path) => {
    for (const encoding of ['zstd', 'gzip, br', 'constructor', 'toString'])
      expect(
        (await post(path, '{}', { 'content-type': JSON_TYPE, 'content-encoding': encoding })).status,
      ).toBe(415);
  });
});

describe('a body over the limit', () => {
  const paths = ['/api/events', '/graphql', '/api/insights/generate', '/api/chat', '/v1/batch', '/batch/'];
  const sizes = [1.1 * MIB, 2 * MIB, 9 * MIB, 20 * MIB].map(Math.ceil);

  it.each(paths)('is answered 413 at %s, whatever its size and however it is sent', async (path) => {
    const { secret } = await tenant.createKey('ADMIN');
    const isFormat = path.endsWith('/batch') || path.endsWith('/batch/');
    for (const size of sizes) {
      if (isFormat && size < 5 * MIB) continue;
      for (const chunked of [true, false]) {
        const request = httpRequest(`${server.url}${path}`, {
          method: 'POST',
          agent: false,
          headers: {
            'content-type': JSON_TYPE,
            // Whose key is nobody's is refused before its body is read.
            authorization: path === '/v1/batch' ? `Basic ${btoa(`${tenant.writeKey}:`)}` : `Bearer ${secret}`,
            ...(chunked ? {} : { 'content-length': size }),
          },
        });
        const answered = new Promise<number | undefined>((resolve, reject) => {
          request.on('response', (response) => {
            response.resume();
            resolve(response.statusCode);
          });
          request.on('error', reject);
        });
        for (let left = size; left > 0; left -= MIB) request.write('x'.repeat(Math.min(left, MIB)));
        request.end();
        expect(await answered).toBe(413);
      }
    }
    expect(lines).toEqual([]);
  });
});

it('a client that leaves while it sends, or before its answer, is no failure', async () => {
  const port = Number(new URL(server.url).port);
  for (const path of ['/graphql', '/api/events', '/v1/batch', '/batch/', '/api/insights/generate'])
    for (const reset of [true, false]) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${tenant.token}\r\nContent-Length: 1000\r\n\r\n{"query":`,
      );
      await delay(50);
      if (reset) socket.resetAndDestroy();
      else socket.end();
    }
  await delay(300);
  expect(lines).toEqual([]);
  expect((await fetch(`${server.url}/ready`)).status).toBe(200);
});

describe('a variable that is not of its type', () => {
  const Send = 'mutation Send($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }';
  const Ask =
    'query Ask($id: ID!, $range: RangeInput, $by: Dimension = PATH) { project(id: $id) { stats(range: $range) { breakdown(by: $by) { value } } } }';
  const id = 'UHJvamVjdDox';
  it.each<[string, string, unknown, string]>([
    ['an enum', Ask, { id, by: 'NOTHING' }, 'by'],
    ['a text that says where', Ask, { id, by: 'x at "by.z"; ' }, 'by'],
    ['one of several', Ask, { id, range: { preset: 'TODAY', last: 'P1D' } }, 'range'],
    ['none of several', Ask, { id, range: {} }, 'range'],
    ['a duration', Ask, { id, range: { last: 'a week' } }, 'range.last'],
    [
      'an instant',
      Ask,
      { id, range: { between: { start: 'today', end: '2026-11-21T09:30:00Z' } } },
      'range.between.start',
    ],
    ['an unknown field', Ask, { id, range: { since: 1 } }, 'range.since'],
    [
      'an unknown field in a list',
      'query F($filter: EventFilter) { project(id: "x") { stats(filter: $filter) { start } } }',
      { filter: { and: [{ nme: 'a' }] } },
      'filter.and[0].nme',
    ],
    ['an absent one', Ask, {}, 'id'],
    ['null', Ask, { id: null }, 'id'],
    ['an object', Send, { input: 5 }, 'input'],
    [
      'a field that is missing',
      'mutation L($i: LoginInput!) { login(input: $i) { accessToken } }',
      { i: { email: 'a' } },
      'i.password',
    ],
  ])('%s is BAD_USER_INPUT with its path', async (_what, query, variables, field) => {
    const { body, status } = await post('/graphql', JSON.stringify({ query, variables }), {
      'content-type': JSON_TYPE,
    });
    expect(body.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(body.errors[0].extensions.field).toBe(field);
    expect(body.errors[0].extensions).not.toHaveProperty('http');
    expect(status).toBe(400);
    expect(lines).toEqual([]);
  });
});

// A scalar of ours: a code, a path and a place, as the variable of the same value has.
describe('a literal that is not of its type', () => {
  const stats = (args: string) => `{ project(id: "UHJvamVjdDox") { stats(${args}) { start } } }`;
  it.each<[string, string, string]>([
    ['a duration', stats('range: { last: "a week" }'), 'range.last'],
    ['a zone', stats('timeZone: "Mars/Base"'), 'timeZone'],
    [
      'an instant',
      stats('range: { between: { start: "today", end: "2026-11-21T09:30:00Z" } }'),
      'range.between.start',
    ],
    ['a day', stats('range: { days: { from: "2026-02-30", to: "2026-03-01" } }'), 'range.days.from'],
    [
      'one in a list',
      'mutation { createWebhook(input: { projectId: "x", url: "https://a.example", thresholds: [{ metric: VISITS, comparison: BELOW, value: 1, last: "PT1H" }, { metric: VISITS, comparison: BELOW, value: 1, last: "a week" }] }) { secret } }',
      'input.thresholds[1].last',
    ],
    [
      'one of a fragment',
      'query { project(id: "x") { ...F } } fragment F on Project { stats(range: { last: 7 }) { start } }',
      'range.last',
    ],
  ])('%s is BAD_USER_INPUT with its path and place', async (_what, query, field) => {
    const { body } = await post('/graphql', JSON.stringify({ query }), { 'content-type': JSON_TYPE });
    const wrong = /"a week"|"Mars\/Base"|"today"|"2026-02-30"|\b7\b/.exec(query)?.index ?? -1;
    expect(body.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field }, locations: [{ line: 1, column: wrong + 1 }] },
    ]);
  });
});

describe('without introspection', () => {
  it.each([
    ['a field', '{ projct(id: "x") { id } }', {}],
    ['an argument', '{ project(ident: "x") { id } }', {}],
    ['a type', 'query ($p: Projct) { __typename }', {}],
    [
      'a field of an input',
      'mutation ($i: LoginInput!) { login(input: $i) { accessToken } }',
      { i: { emial: 'a' } },
    ],
    [
      'an enum',
      'query ($p: Dimension!) { project(id: "x") { stats { breakdown(by: $p) { value } } } }',
      { p: 'PAHT' },
    ],
    ['a literal', '{ project(id: "x") { stats { breakdown(by: PAHT) { value } } } }', {}],
  ])('no message names what would have been right: %s', async (_what, query, variables) => {
    const send = (to: TestServer) =>
      post('/graphql', JSON.stringify({ query, variables }), { 'content-type': JSON_TYPE }, to);
    const [told, kept] = [await send(server), await send(closed)];
    expect(JSON.stringify(told.body)).toContain('Did you mean');
    expect(kept.body.errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept.body)).not.toContain('Did you mean');
    expect(codeOf(kept.body)).toBe(codeOf(told.body));
  });

  it('there is no description of REST', async () => {
    expect((await fetch(`${server.url}/openapi.json`)).status).toBe(200);
    expect((await fetch(`${closed.url}/openapi.json`)).status).toBe(404);
    expect((await fetch(`${closed.url}/schema.graphql`)).status).toBe(404);
  });
});

describe('documents', () => {
  it('that are refused, or long, are not kept', async () => {
    const memory = () => {
      global.gc?.();
      return process.memoryUsage().rss;
    };
    const before = memory();
    // As S18 has it: 1,250 aliases, 100,000 characters.
    for (let i = 0; i < 400; i++) {
      const aliases = Array.from({ length: 1_250 }, (_, n) => `a${i}_${n}: __typename`).join(' ');
      const query = `{ ${aliases} } #${'x'.repeat(60_000)}`;
      const { body } = await post('/graphql', JSON.stringify({ query }), { 'content-type': JSON_TYPE });
      expect(codeOf(body)).toBe('QUERY_TOO_COMPLEX');
    }
    expect((memory() - before) / MIB).toBeLessThan(150);
  });

  it('with as many aliases as are allowed are run, and arguments are none', async () => {
    const aliases = Array.from({ length: 60 }, (_, n) => `a${n}: __typename`).join(' ');
    const ask = async (query: string) =>
      (await post('/graphql', JSON.stringify({ query }), { 'content-type': JSON_TYPE })).body;
    expect(Object.keys((await ask(`{ ${aliases} }`)).data)).toHaveLength(60);
    expect(codeOf(await ask(`{ ${aliases} b: __typename }`))).toBe('QUERY_TOO_COMPLEX');
    const conditions = Array.from({ length: 80 }, () => '{ path: { eq: "/" } }').join(' ');
    const body = await ask(
      `{ project(id: "x") { stats(filter: { or: [${conditions}] }) { totals { visitors } } } }`,
    );
    expect(codeOf(body)).not.toBe('QUERY_TOO_COMPLEX');
  });
});

describe('an answer', () => {
  it.each([
    ['/graphql?query={__typename}', {}],
    ['/api/stats?last=P7D', {}],
    ['/api/events', {}],
    ['/openapi.json', {}],
    ['/ready', {}],
    ['/nothing', {}],
    ['/v1/projects/wk_x/settings', {}],
  ])('of %s is kept nowhere, and is what its type says', async (path) => {
    const response = await fetch(`${server.url}${path}`, {
      headers: { authorization: `Bearer ${tenant.token}` },
    });
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    await response.text();
  });
});
