import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { test } from '../tracker/test-browser.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// Which pages may use the server from a browser. The headers are those that the Fetch standard has browsers send.

const LISTED = 'https://app.example';
const EVIL = 'https://evil.example';
const TYPE = { 'content-type': 'application/json' };

let server: TestServer;
let tenant: Tenant;
let port: number;
const lines: { msg: string }[] = [];
beforeAll(async () => {
  server = await startServer({
    corsOrigins: [LISTED],
    allowedHosts: ['stats.lan'],
    log: pino({}, { write: (line) => void lines.push(JSON.parse(line)) }),
  });
  tenant = await createTenant(server);
  port = Number(new URL(server.url).port);
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => server.close());

/** A request with any headers at all, which `fetch` would not send. */
async function send(
  path: string,
  headers: Record<string, string>,
  body?: string,
  method = body ? 'POST' : 'GET',
) {
  const request = httpRequest({ port, host: '127.0.0.1', path, method, headers, agent: false });
  request.end(body);
  const [response] = await once(request, 'response');
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}
const REGISTER = JSON.stringify({
  query: `mutation { register(input: { email: "evil@evil.example", password: "a good password", organizationName: "Evil" }) { accessToken } }`,
});

describe('GraphQL of a page', () => {
  it.each<[string, Record<string, string>]>([
    ['of another site', { origin: EVIL, 'sec-fetch-site': 'cross-site' }],
    ['of another site over plain HTTP', { origin: 'http://evil.example' }],
    ['of another port', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['in a sandbox', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['of a host with the same end', { origin: 'http://evil-127.0.0.1' }],
    ['of a host with the same beginning', { origin: 'http://127.0.0.1.evil.example' }],
    ['of a listed host over plain HTTP', { origin: 'http://app.example' }],
    ['of a host below a listed one', { origin: 'https://evil.app.example' }],
  ])('%s is refused, with what would let it in', async (_who, headers) => {
    const users = async () => (await server.app.store.pool.query('select from users')).rowCount;
    const before = await users();
    const answer = await send('/graphql', { ...TYPE, ...headers }, REGISTER);
    expect(answer.status).toBe(403);
    const [error] = JSON.parse(answer.body).errors;
    expect(error.extensions).toEqual({ code: 'FORBIDDEN' });
    expect(error.message).toContain('CORS_ORIGINS');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(await users()).toBe(before);
    expect((await send('/graphql?query={__typename}', headers)).status).toBe(403);
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { headers });
    expect(String((await once(socket, 'error'))[0])).toContain('403');
  });

  it.each<[string, Record<string, string>]>([
    ['no page', {}],
    ['its own', { origin: 'https://stats.example', 'sec-fetch-site': 'same-origin' }],
    ['its own over plain HTTP, by name', { host: 'stats.example', origin: 'http://stats.example' }],
    ['its own behind a proxy that encrypts', { host: 'stats.example', origin: 'https://stats.example' }],
    ['its own on a port', { host: 'stats.example:8080', origin: 'http://stats.example:8080' }],
    [
      'its own where the proxy says the host',
      { 'x-forwarded-host': 'stats.example', origin: 'https://stats.example' },
    ],
    ['a listed one', { origin: LISTED, 'sec-fetch-site': 'cross-site' }],
    ['a typed address', { 'sec-fetch-site': 'none' }],
  ])('is answered to %s', async (_who, headers) => {
    expect((await send('/graphql', { ...TYPE, ...headers }, '{"query":"{ __typename }"}')).status).toBe(200);
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { headers });
    await once(socket, 'open');
    socket.terminate();
  });

  it('that is only looked at, as an image, is refused; a link to GraphiQL is not', async () => {
    const site = { 'sec-fetch-site': 'cross-site' };
    expect((await send('/graphql?query={__typename}', { ...site, accept: 'image/*' })).status).toBe(403);
    expect((await send('/graphql', { ...site, accept: 'text/html' })).status).toBe(200);
  });

  it('is named once in the log', async () => {
    const origin = 'https://once.example';
    for (let i = 0; i < 3; i++) await send('/graphql', { ...TYPE, origin }, REGISTER);
    expect(lines.map(({ msg }) => msg)).toEqual([`pages of ${origin} asked; CORS_ORIGINS lacks it`]);
  });
});

describe('a preflight request', () => {
  it.each(['/graphql', '/api/stats', '/api/insights', '/api/chat'])(
    'for %s tells what is missing',
    async (path) => {
      const headers = { origin: EVIL, 'access-control-request-method': 'POST' };
      const answer = await send(path, headers, undefined, 'OPTIONS');
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('CORS_ORIGINS lacks it');
      const listed = await send(path, { ...headers, origin: LISTED }, undefined, 'OPTIONS');
      expect([listed.status, listed.headers['access-control-allow-origin']]).toEqual([204, LISTED]);
    },
  );
});

describe('a name that points to loopback, and is not one of it', () => {
  it.each([
    'evil.example',
    'EVIL.example',
    'evil.example.',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'notlocalhost',
  ])('is refused as %s', async (name) => {
    const host = `${name}:${port}`;
    for (const [path, body] of [
      ['/graphql', REGISTER],
      ['/api/stats', undefined],
      ['/', undefined],
    ] as const) {
      const answer = await send(path, { ...TYPE, host, origin: `http://${host}` }, body);
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('ALLOWED_HOSTS');
    }
    const headers = { host, origin: `http://${host}` };
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { headers });
    expect(String((await once(socket, 'error'))[0])).toContain('403');
  });

  it.each([
    'localhost',
    'LOCALHOST',
    'stats.localhost',
    '127.0.0.1',
    '127.1.2.3',
    '[::1]',
    '192.168.1.5',
    'stats.lan',
    'app.example',
  ])('%s is one', async (name) => {
    const answer = await send('/graphql', { ...TYPE, host: `${name}:${port}` }, '{"query":"{ __typename }"}');
    expect(answer.status).toBe(200);
  });

  // What nginx, Caddy, HAProxy and Apache make of the Host header in front of a server on loopback.
  it.each(['stats.example', 'stats.example:443', 'stats.example:8443', 'pulsegraph'])(
    'is answered to a proxy that was asked as %s',
    async (host) => {
      expect((await send('/graphql', { ...TYPE, host }, '{"query":"{ __typename }"}')).status).toBe(200);
    },
  );

  it('is no matter to whoever asks whether it lives', async () => {
    expect((await send('/health', { host: `kubelet.example:${port}` })).status).toBe(200);
  });
});

describe('events', () => {
  const events = () =>
    JSON.stringify({ writeKey: tenant.writeKey, events: [{ name: 'sent', visitorId: 'v' }] });

  it.each(['/api/events', '/api/event', '/v1/t'])(
    'may be sent to %s by any page, in any way',
    async (path) => {
      const asked = 'content-type, x-request-id, content-encoding';
      const preflight = await send(
        path,
        { origin: EVIL, 'access-control-request-method': 'POST', 'access-control-request-headers': asked },
        undefined,
        'OPTIONS',
      );
      expect(preflight.status).toBe(204);
      expect(preflight.headers).toMatchObject({
        'access-control-allow-origin': EVIL,
        'access-control-allow-credentials': 'true',
        'access-control-allow-headers': asked,
        'access-control-allow-methods': expect.stringContaining('POST'),
      });
    },
  );

  test('are taken of every kind of request that a page can send', async ({ browser }) => {
    const site = await startServer();
    // A headless browser's own name is that of a bot.
    const page = await browser.newPage({
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0',
    });
    try {
      // A page of another origin, whose requests browsers ask about first.
      await page.goto(`${site.url}/health`);
      const stored = async () => (await server.app.store.pool.query('select from events')).rowCount ?? 0;
      const before = await stored();
      const seen = await page.evaluate(
        async ([url, body]) => {
          const send = (init: RequestInit) =>
            fetch(url ?? '', { method: 'POST', ...(body ? { body } : {}), ...init }).then(
              ({ status }) => status,
              () => 'failed',
            );
          const json = { 'content-type': 'application/json' };
          return [
            navigator.sendBeacon(url ?? '', body),
            navigator.sendBeacon(url ?? '', new Blob([body ?? ''], { type: 'application/json' })),
            await send({ headers: json, credentials: 'include', keepalive: true }),
            await send({ credentials: 'include' }),
            await send({ headers: { ...json, 'x-request-id': '1' } }),
          ];
        },
        [`${server.url}/api/events`, events()],
      );
      expect(seen).toEqual([true, true, 202, 202, 202]);
      await expect.poll(async () => (await stored()) - before).toBe(5);
    } finally {
      await site.close();
    }
  });
});
