import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openQueue } from '../src/ingest/queue/queue.ts';
import { installJobs } from '../src/jobs/install.ts';
import { MIGRATIONS } from '../src/store/database.ts';
import { startEmbeddedPostgres } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrate.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { startServer, type TestServer } from './support/app.ts';
import { connect, type Watch } from './support/live.ts';
import { temporaryDirectory } from './support/process.ts';
import { createRedis } from './support/redis.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// A real Postgres, and a real Redis, that end under a running server. Each door says so in its own form, and that the same
// request may be sent again: 503 with Retry-After (RFC 9110, section 10.2.3), in GraphQL OVERLOADED with `retryAfter`.

interface Line {
  level: number;
  msg: string;
}
const [WARN, JSON_TYPE] = [40, { 'content-type': 'application/json' }];
const lines: Line[] = [];
const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });

let store: Store;
let server: TestServer;
let tenant: Tenant;
let key: string;
let watched: Watch<unknown>;
let stopPostgres: () => Promise<void>;

beforeAll(async () => {
  const dataDir = await temporaryDirectory();
  const postgres = await startEmbeddedPostgres({ dataDir });
  stopPostgres = postgres.stop;
  store = openStore({ url: postgres.url, poolSize: 4, statementTimeout: 30, onConnectionError: () => {} });
  await migrate(store.pool, MIGRATIONS);
  await installJobs(store);
  server = await startServer({ store, log });
  tenant = await createTenant(server);
  key = (await tenant.createKey('ADMIN')).secret;
  // Who asks is known for a moment, here for as long as the clock stands: the failure is that of the question then.
  await server.get('{ viewer { projects { id } } }', {}, key);
  watched = connect(server.url, key).subscribeText(
    `subscription { stats(projectId: "${tenant.projectId}", range: { last: "PT5M" }) { totals { events } } }`,
  );
  while (watched.received.length < 1) await delay(20);
  const pid = (await store.pool.query("select pg_read_file('postmaster.pid') as file")).rows[0].file;
  // It would be started again where it is.
  await rename(path.join(dataDir, 'postgres'), path.join(dataDir, 'elsewhere'));
  process.kill(Number.parseInt(pid, 10), 'SIGQUIT');
  while (await store.pool.query('select').catch(() => null)) await delay(20);
  lines.length = 0;
});
afterAll(async () => {
  await server.close();
  await store.close();
  await stopPostgres();
});

const UNKNOWN = 'wk_0000000000000000000000000000000000000000000';
const event = { name: 'sent', visitorId: 'v' };
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { ...JSON_TYPE, 'user-agent': 'node', ...headers },
    body: JSON.stringify(body),
  });
const get = (path: string) => fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${key}` } });

describe('while Postgres is away', () => {
  const project = () => `project(id: "${tenant.projectId}")`;
  const operations: [string, () => string][] = [
    ['a question', () => `{ ${project()} { stats { totals { visitors } } } }`],
    ['single records', () => `{ ${project()} { eventDefinitions { nodes { name } } } }`],
    [
      'a mutation by Prisma',
      () => `mutation { login(input: { email: "a@b.example", password: "a good one" }) { accessToken } }`,
    ],
    [
      'events',
      () =>
        `mutation { trackEvents(input: { writeKey: "${tenant.writeKey}", events: [{ name: "a" }] }) { accepted } }`,
    ],
    [
      'events of an unknown key',
      () =>
        `mutation { trackEvents(input: { writeKey: "${UNKNOWN}", events: [{ name: "a" }] }) { accepted } }`,
    ],
  ];
  // Before any mutation: after one, who may do what is looked up again.
  it('an operation of which something is answered is 200', async () => {
    const query = `{ __typename ${project()} { stats { totals { visitors } } } }`;
    const response = await post('/graphql', { query }, { authorization: `Bearer ${key}` });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
  });

  it('a socket says it of an operation, and stays open', async () => {
    const socket = connect(server.url, key);
    for (const [, query] of operations) {
      const watch = socket.subscribeText(query());
      const ended = await watch.ended;
      const codes = watch.received.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions?.code));
      expect([ended, ...codes]).toContain('OVERLOADED');
    }
    await socket.close();
  });

  it('a live query says it, and goes on', async () => {
    server.clock.pass(60_000);
    await expect.poll(() => watched.received.length, { timeout: 20_000 }).toBeGreaterThan(1);
    expect(watched.received[1]?.errors?.[0]?.extensions).toEqual({ code: 'OVERLOADED', retryAfter: 5 });
    watched.leave();
  });

  const doors: [string, (writeKey: string) => Promise<Response>][] = [
    ['POST /api/events', (writeKey) => post('/api/events', { writeKey, events: [event] })],
    ['PostHog', (api_key) => post('/batch/', { api_key, batch: [{ event: 'a', distinct_id: 'v' }] })],
    ['PostHog /e/', (api_key) => post('/e/', { api_key, event: 'a', distinct_id: 'v' })],
    [
      'Segment',
      (writeKey) =>
        post('/v1/batch', { writeKey, batch: [{ type: 'track', event: 'a', userId: 'v', messageId: 'm' }] }),
    ],
    [
      'Umami',
      (website) =>
        post('/api/send', {
          type: 'event',
          payload: { website, hostname: 'a.example', url: '/', name: 'a' },
        }),
    ],
    ['Plausible', (domain) => post('/api/event', { n: 'pageview', u: 'https://a.example/', d: domain })],
    [
      'GA4',
      (secret) =>
        post(`/mp/collect?measurement_id=G-1&api_secret=${secret}`, {
          client_id: 'v',
          events: [{ name: 'a' }],
        }),
    ],
  ];
  it.each(doors)('%s asks its senders to come back', async (_name, send) => {
    for (const writeKey of [tenant.writeKey, UNKNOWN, 'a.example']) {
      const response = await send(writeKey);
      if (writeKey === 'a.example' && response.status < 500 && response.status !== 429) continue;
      // Segment's clients come back after a 429, and drop what a 5xx answers.
      expect([429, 503]).toContain(response.status);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.text()).not.toMatch(/Unexpected|INTERNAL/);
    }
  });

  it.each([
    ['GET /api/events', () => get('/api/events')],
    ['GET /api/stats', () => get('/api/stats?last=P7D')],
    ['GET /api/insights', () => get('/api/insights')],
    [
      'POST /api/insights/generate',
      () => post('/api/insights/generate', {}, { authorization: `Bearer ${key}` }),
    ],
    [
      'an API key that nobody knows here',
      () => post('/api/insights/generate', {}, { authorization: 'Bearer sk_unknown' }),
    ],
  ])('%s answers 503', async (_name, ask) => {
    const response = await ask();
    expect([response.status, Number(response.headers.get('retry-after'))]).toEqual([503, 5]);
    expect(await response.json()).toMatchObject({ error: { code: 'OVERLOADED', retryAfter: 5 } });
  });

  it.each(operations)('GraphQL says it of %s', async (_name, query) => {
    for (const accept of ['application/json', 'application/graphql-response+json', 'text/event-stream'])
      for (const authorization of [`Bearer ${key}`, 'Bearer sk_unknown']) {
        const response = await post('/graphql', { query: query() }, { accept, authorization });
        expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
        const text = await response.text();
        expect(text).toContain('"code":"OVERLOADED","retryAfter":5');
        expect(text).not.toMatch(/Unexpected|INTERNAL/);
      }
  });

  it('a socket whose credentials cannot be looked up is closed for now', async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer sk_unknown' } }));
    const [code, reason] = await once(socket, 'close');
    expect([code, String(reason)]).toEqual([1013, expect.stringContaining('again later')]);
  });

  it('/ready says so, and /health does not care', async () => {
    expect((await fetch(`${server.url}/ready`)).status).toBe(503);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  });

  it('is one line in the log, whatever was asked', () => {
    const ofRequests = lines.filter(({ level, msg }) => level >= WARN && !/^rights|^live/.test(msg));
    expect(ofRequests.map(({ msg }) => msg)).toEqual([
      'the database cannot be reached: requests are answered with OVERLOADED meanwhile',
    ]);
  });
});

describe('while Redis is away', () => {
  it('every door that puts events into the queue asks its senders to come back', async () => {
    const redis = await createRedis({ durable: true });
    await redis.start();
    const queued = await startServer({ queue: openQueue({ url: redis.url, maxEvents: 1_000, log }) });
    try {
      const owner = await createTenant(queued);
      const { writeKey } = owner;
      const send = (path: string, body: unknown) =>
        fetch(`${queued.url}${path}`, {
          method: 'POST',
          headers: { ...JSON_TYPE, 'user-agent': 'node' },
          body: JSON.stringify(body),
        });
      const query = `mutation { trackEvents(input: { writeKey: "${writeKey}", events: [{ name: "a" }] }) { accepted } }`;
      const sendAll = () =>
        Promise.all([
          send('/api/events', { writeKey, events: [event] }),
          send('/batch/', { api_key: writeKey, batch: [{ event: 'a', distinct_id: 'v' }] }),
          send('/v1/batch', { writeKey, batch: [{ type: 'track', event: 'a', userId: 'v' }] }),
          send('/graphql', { query }),
        ]);
      for (const { status } of await sendAll()) expect(status).toBeLessThan(300);
      await redis.stop('SIGKILL');
      for (const response of await sendAll()) {
        expect([429, 503]).toContain(response.status);
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(await response.text()).not.toMatch(/Unexpected|INTERNAL/);
      }
      const report = `{ project(id: "${owner.projectId}") { ingestion { received } } }`;
      const answer = await queued.ask(report, {}, owner.token);
      expect(answer.errors[0]?.extensions?.code).toBe('OVERLOADED');
    } finally {
      await queued.close();
      await redis.remove();
    }
  });
});
