import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../src/store/store.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

const MIB = 1024 * 1024;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SITE = { origin: 'https://example.com', 'user-agent': FIREFOX };

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { method: 'POST', headers: { ...SITE, ...headers }, body });

/** A request as it is put together here, chunk by chunk; without a Content-Length unless `headers` has one. */
async function send(path: string, chunks: string[], options: RequestOptions = {}) {
  const request = httpRequest(`${server.url}${path}`, { method: 'POST', agent: false, ...options });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  for (const chunk of chunks) request.write(chunk);
  request.end();
  const [response] = await answered;
  return { status: response.statusCode, headers: response.headers, body: JSON.parse(await text(response)) };
}

describe('paths', () => {
  it('/health says that the server is alive', async () => {
    const response = await fetch(`${server.url}/health`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'alive' }]);
  });

  it('/ready says that it may get requests', async () => {
    const response = await fetch(`${server.url}/ready`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('/ready says that the database cannot be reached', async () => {
    const url = 'postgres://nobody@127.0.0.1:1/none';
    const store = openStore({ url, poolSize: 1, statementTimeout: 1, onConnectionError: () => {} });
    const cut = await startServer({ store });
    const response = await fetch(`${cut.url}/ready`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'unready', reason: 'the database cannot be reached' },
    ]);
    expect((await fetch(`${cut.url}/health`)).status).toBe(200);
    await cut.close();
    await store.close();
  });

  it('/ready says that the server is stopping', async () => {
    const stopping = await startServer();
    const { port, hostname } = new URL(stopping.url);
    const connected = once(stopping.app.server, 'connection');
    const socket = connect(Number(port), hostname);
    await connected;
    // A connection that has not had its answer yet stays open while the server stops.
    const stopped = stopping.close();
    socket.write('GET /ready HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 503 /);
    expect(answer).toContain('{"status":"unready","reason":"the server is stopping"}');
    await stopped;
  });

  it.each(['/health', '/ready'])('%s answers HEAD without a body', async (path) => {
    const response = await fetch(`${server.url}${path}`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('/ leads to GraphiQL', async () => {
    const response = await fetch(server.url, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  it.each(['/nothing', '/graphql/nothing', '/api', '/.env', '//health', '/health/'])(
    '%s is not there',
    async (path) => {
      const response = await fetch(`${server.url}${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ error: { code: 'NOT_FOUND', message: expect.any(String) } });
    },
  );

  it.each([['/health'], ['/ready'], ['/'], ['/tracker.js']])('%s is not there for POST', async (path) => {
    expect((await post(path, '{}')).status).toBe(404);
  });
});

describe('CORS', () => {
  const preflight = (path: string) =>
    fetch(`${server.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        ...SITE,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

  it('lets any site send events', async () => {
    const { status, headers } = await preflight('/api/events');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(SITE.origin);
    expect(headers.get('access-control-allow-methods')).toBe('POST');
    expect(headers.get('access-control-allow-headers')).toBe('content-type');
  });

  it('lets those sites ask that CORS_ORIGINS names, without cookies, and no others', async () => {
    const allowed = async ({ url }: TestServer, origin: string) => {
      const { status, headers } = await fetch(`${url}/graphql?query={__typename}`, {
        headers: { ...SITE, origin },
      });
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      return [status, headers.get('access-control-allow-origin')];
    };
    const open = await startServer({ corsOrigins: [SITE.origin, 'https://other.example'] });
    try {
      expect(await allowed(server, SITE.origin)).toEqual([403, null]);
      expect(await allowed(open, SITE.origin)).toEqual([200, SITE.origin]);
      expect(await allowed(open, 'https://third.example')).toEqual([403, null]);
    } finally {
      await open.close();
    }
  });

  it.each(['/health', '/ready', '/', '/nothing'])('is not for %s', async (path) => {
    const answers = [
      await preflight(path),
      await fetch(`${server.url}${path}`, { headers: SITE, redirect: 'manual' }),
    ];
    for (const { headers } of answers) expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(answers[0]?.status).toBe(404);
  });
});

describe('POST /api/events', () => {
  const event = { url: 'https://example.com/pricing', visitorId: 'visitor' };
  const body = (over: object = {}) => JSON.stringify({ writeKey: tenant.writeKey, events: [event], ...over });

  it.each(['text/plain;charset=UTF-8', 'application/json'])('stores events sent as %s', async (type) => {
    const response = await post('/api/events', body(), { 'content-type': type });
    expect(response.status).toBe(202);
    expect(response.headers.get('access-control-allow-origin')).toBe(SITE.origin);
    expect(await response.json()).toEqual({
      accepted: 1,
      duplicates: 0,
      durability: 'STORED',
      rejected: [],
    });
  });

  it('stores the good ones and says what is wrong with the others', async () => {
    const events = [
      event,
      { name: '', type: 'CUSTOM' },
      { ...event, name: 'x'.repeat(201) },
      'not an event',
      event,
    ];
    const response = await post('/api/events', body({ events }));
    expect(response.status).toBe(202);
    const { accepted, duplicates, rejected } = (await response.json()) as {
      accepted: number;
      duplicates: number;
      rejected: { index: number; code: string; field: string | null }[];
    };
    expect([accepted, duplicates]).toEqual([2, 0]);
    expect(rejected.map(({ index, code, field }) => [index, code, field])).toEqual([
      [1, 'INVALID', 'name'],
      [2, 'TOO_LARGE', 'name'],
      [3, 'INVALID', null],
    ]);
  });

  it('takes a key in the Authorization header instead', async () => {
    const { secret } = await tenant.createKey('WRITE');
    const authorization = `Bearer ${secret}`;
    const sent = JSON.stringify({ events: [event] });
    expect((await post('/api/events', sent, { authorization })).status).toBe(202);
    const { secret: reading } = await tenant.createKey('READ');
    expect((await post('/api/events', sent, { authorization: `Bearer ${reading}` })).status).toBe(403);
  });

  it.each<[number, string, string]>([
    [401, 'UNAUTHENTICATED', '{"writeKey":"wk_unknown","events":[]}'],
    [401, 'UNAUTHENTICATED', '{"writeKey":"nul\\u0000","events":[]}'],
    [401, 'UNAUTHENTICATED', '{"events":[]}'],
    [400, 'BAD_USER_INPUT', ''],
    [400, 'BAD_USER_INPUT', '{"events":'],
    [400, 'BAD_USER_INPUT', 'null'],
    [400, 'BAD_USER_INPUT', '[]'],
    [400, 'BAD_USER_INPUT', '{"writeKey":1,"events":[]}'],
    [400, 'BAD_USER_INPUT', '{"events":{}}'],
    [400, 'BAD_USER_INPUT', '{"sentAt":"yesterday","events":[]}'],
    [400, 'BAD_USER_INPUT', `{"writeKey":"WRITE_KEY","events":[${Array(1_001).fill('{}')}]}`],
  ])('answers %i %s to %.60s', async (status, code, sent) => {
    const response = await post('/api/events', sent.replace('WRITE_KEY', tenant.writeKey));
    expect(response.status).toBe(status);
    expect(response.headers.get('access-control-allow-origin')).toBe(SITE.origin);
    expect(await response.json()).toEqual({
      error: expect.objectContaining({ code, message: expect.any(String) }),
    });
  });

  it.each([
    ['{"events":[]}', 'Send the write key of the project as writeKey.'],
    ['{"writeKey":"","events":[]}', 'Send the write key of the project as writeKey.'],
    [
      '{"writeKey":"PASTE_THE_WRITE_KEY_HERE","events":[]}',
      'PASTE_THE_WRITE_KEY_HERE is still there: put the writeKey of a project in its place.',
    ],
    [
      '{"writeKey":"wk_...","events":[]}',
      'wk_... is still there: put the writeKey of a project in its place.',
    ],
    ['{"writeKey":"wk_unknown","events":[]}', 'There is no such write key.'],
  ])('says what to do about the key of %s', async (sent, message) => {
    expect(await (await post('/api/events', sent)).json()).toEqual({
      error: { code: 'UNAUTHENTICATED', message, field: 'input.writeKey' },
    });
  });

  it('answers 413 to more than 1 MiB, however it is sent', async () => {
    const long = body({ events: [{ ...event, title: 'x'.repeat(MIB) }] });
    const response = await post('/api/events', long);
    expect(response.status).toBe(413);
    expect(response.headers.get('access-control-allow-origin')).toBe(SITE.origin);
    const half = 'x'.repeat(MIB / 2);
    const chunked = await send('/api/events', ['{"events":["', half, half, half, '"]}']);
    expect(chunked.status).toBe(413);
    expect(chunked.body.error.code).toBe('BAD_USER_INPUT');
  });

  it('answers 405 to other methods', async () => {
    const response = await fetch(`${server.url}/api/events`, { method: 'PUT', headers: SITE });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  });
});

describe('POST /graphql', () => {
  const json = { 'content-type': 'application/json' };
  const ask = (body: string) => fetch(`${server.url}/graphql`, { method: 'POST', headers: json, body });
  const query = (size: number) => {
    const empty = JSON.stringify({ query: '{ __typename }', extensions: { padding: '' } });
    return JSON.stringify({
      query: '{ __typename }',
      extensions: { padding: 'x'.repeat(size - empty.length) },
    });
  };

  it('takes 1 MiB, and answers 413 to more', async () => {
    expect(await (await ask(query(MIB))).json()).toEqual({
      data: { __typename: 'Query' },
    });
    const response = await ask(query(MIB + 1));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('takes a body of unknown length', async () => {
    const chunked = await send('/graphql', ['{"query":', '"{__typename}"}'], { headers: json });
    expect([chunked.status, chunked.body]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  it.each(['{', '', '"text"', '[{"query":"{__typename}"},{"query":"{__typename}"}]'])(
    'answers 400 to the body %j',
    async (body) => {
      const response = await ask(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ message: expect.any(String) }] });
    },
  );

  it('sends subscriptions as server-sent events', async () => {
    const watch = new AbortController();
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      signal: watch.signal,
      headers: { ...json, accept: 'text/event-stream', authorization: `Bearer ${tenant.token}` },
      body: JSON.stringify({
        query: 'subscription ($id: ID!) { eventTracked(projectId: $id) { name visitorId } }',
        variables: { id: tenant.projectId },
      }),
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const events = [{ name: 'watched', visitorId: 'over SSE' }];
    await post('/api/events', JSON.stringify({ writeKey: tenant.writeKey, events }));
    let received = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      received += chunk;
      if (received.includes('watched')) break;
    }
    watch.abort();
    expect(received).toContain(
      'event: next\ndata: {"data":{"eventTracked":{"name":"watched","visitorId":"over SSE"}}}\n\n',
    );
  });
});

describe('without introspection', () => {
  it('refuses what asks about the schema, and nothing else', async () => {
    const closed = await startServer({ introspection: false });
    const { data, errors } = await closed.ask(getIntrospectionQuery());
    expect(data).toBeNull();
    expect(errors[0]?.message).toContain('introspection has been disabled');
    expect((await closed.ask('{ __type(name: "Query") { name } }')).data).toBeNull();
    const me = graphql(`query HttpMe { __typename viewer { user { id } } }`);
    expect(await closed.get(me)).toEqual({ __typename: 'Query', viewer: null });
    expect((await server.ask(getIntrospectionQuery())).errors).toEqual([]);
    await closed.close();
  });
});
