import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createNoCache } from '../src/store/cache.ts';
import { startServer, type TestServer } from './support/app.ts';
import { connect } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// What one tenant asks, and leaves, is nobody else's delay.

let server: TestServer;
let busy: Tenant;
let quiet: Tenant;
beforeAll(async () => {
  server = await startServer({ cache: createNoCache() });
  busy = await createTenant(server);
  quiet = await createTenant(server);
  for (const tenant of [busy, quiet]) await send(tenant, 1_000);
  await server.app.store.pool.query('analyze');
});
afterAll(() => server.close());

async function send({ writeKey }: Tenant, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, i) => ({
    name: 'order',
    visitorId: `v${i % 300}`,
    url: `https://shop.example/p${i % 50}`,
    properties: { plan: `plan ${i % 7}`, amount: i },
  }));
  await server.get(
    'mutation ($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }',
    { input: { writeKey, events } },
    undefined,
  );
}

const ofProject = (fields: string) => `query ($id: ID!) { project(id: $id) { ${fields} } }`;
const COUNT = ofProject('events { totalCount }');
const BY_PROPERTY = ofProject('stats { breakdown(by: PROPERTY, property: "plan") { value } }');

/** Nothing that reads events is answered until the test is over, or `release` was called. */
async function holdEvents(): Promise<() => Promise<void>> {
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  await client.query('begin; lock table events in access exclusive mode');
  let held = true;
  const release = async () => {
    if (held) await client.end();
    held = false;
  };
  onTestFinished(release);
  return release;
}

/** How many statements of questions run in Postgres. */
async function running(): Promise<number> {
  const { rows } = await server.app.store.pool.query(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and application_name = 'pulsegraph' and state = 'active' and pid <> pg_backend_pid()`,
  );
  return rows[0].count;
}
const soon = { timeout: 10_000, interval: 20 };

function post(query: string, { projectId, token }: Tenant, signal?: AbortSignal): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { id: projectId } }),
    ...(signal ? { signal } : {}),
  });
}

describe('a client that leaves', () => {
  it.each([
    ['a count', COUNT],
    ['a shared answer', BY_PROPERTY],
  ])('over HTTP ends its statement: %s', async (_what, document) => {
    const release = await holdEvents();
    const leaving = new AbortController();
    const left = post(document, busy, leaving.signal).catch(() => 'left');
    await expect.poll(running, soon).toBe(1);
    leaving.abort();
    expect(await left).toBe('left');
    await expect.poll(running, soon).toBe(0);
    await release();
    // The connection is as good as before.
    expect((await server.ask(COUNT, { id: quiet.projectId }, quiet.token)).data).toEqual({
      project: { events: { totalCount: 1_000 } },
    });
  });

  it('over REST ends its statement', async () => {
    await holdEvents();
    const leaving = new AbortController();
    const left = fetch(`${server.url}/api/events?project=${busy.projectId}`, {
      headers: { authorization: `Bearer ${busy.token}` },
      signal: leaving.signal,
    }).catch(() => 'left');
    await expect.poll(running, soon).toBe(1);
    leaving.abort();
    expect(await left).toBe('left');
    await expect.poll(running, soon).toBe(0);
  });

  it.each(['completes the operation', 'closes the socket'])('over a WebSocket and %s', async (how) => {
    await holdEvents();
    const socket = connect(server.url, busy.token);
    onTestFinished(() => void socket.close());
    const { leave } = socket.subscribe(parse(COUNT) as TypedDocumentNode, { id: busy.projectId });
    await expect.poll(running, soon).toBe(1);
    if (how === 'completes the operation') leave();
    else await socket.close();
    await expect.poll(running, soon).toBe(0);
  });

  it('does not end what another waits for', async () => {
    const release = await holdEvents();
    const clients = [new AbortController(), new AbortController()];
    const answers = clients.map(({ signal }) => post(BY_PROPERTY, busy, signal).catch(() => 'left'));
    await expect.poll(running, soon).toBe(1);
    // Until the second has joined the first.
    await new Promise((resolve) => setTimeout(resolve, 300));
    clients[0]?.abort();
    expect(await answers[0]).toBe('left');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await running()).toBe(1);
    await release();
    expect((await answers[1]) instanceof Response).toBe(true);
  });

  it('leaves nothing in the queue', async () => {
    await holdEvents();
    const leaving = new AbortController();
    const aliases = Array.from({ length: 40 }, (_, i) => `a${i}: events { totalCount }`).join(' ');
    const left = post(ofProject(aliases), busy, leaving.signal).catch(() => 'left');
    await expect.poll(running, soon).toBeGreaterThan(0);
    leaving.abort();
    expect(await left).toBe('left');
    await expect.poll(running, soon).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await running()).toBe(0);
  });
});

describe('a project that floods', () => {
  it('is refused what would wait too long, while another is answered', async () => {
    const release = await holdEvents();
    const flood = Array.from({ length: 10 }, (_, i) =>
      post(
        ofProject(Array.from({ length: 30 }, (_each, j) => `a${i}_${j}: events { totalCount }`).join(' ')),
        busy,
      ).then((response) => response.json() as Promise<{ errors?: { extensions: object }[] }>),
    );
    await expect.poll(running, soon).toBeGreaterThan(0);
    // Its statements wait for a lock: those of the other need none.
    const small = ofProject('ingestion { received } eventDefinitions { nodes { name } }');
    const { errors } = await server.ask(small, { id: quiet.projectId }, quiet.token);
    expect(errors).toEqual([]);
    const ready = await fetch(`${server.url}/ready`);
    expect(ready.status).toBe(200);
    await release();
    const answers = await Promise.all(flood);
    const told = answers.flatMap((answer) => answer.errors ?? []).map(({ extensions }) => extensions);
    expect(told.length).toBeGreaterThan(0);
    for (const each of told) expect(each).toEqual({ code: 'OVERLOADED', retryAfter: 5 });
  });

  it('by scans does not keep the small question of another waiting', async () => {
    const steps = `[${'{ match: { filter: { path: { contains: "p" } } } } '.repeat(10)}]`;
    const heavy = ofProject(
      Array.from(
        { length: 20 },
        (_, i) => `f${i}: funnel(range: { last: "P${i + 1}D" }, steps: ${steps}) { conversionRate }`,
      ).join(' '),
    );
    const leaving = new AbortController();
    const flood = Array.from({ length: 5 }, () => post(heavy, busy, leaving.signal).catch(() => 'left'));
    const small = ofProject('stats { totals { visitors } }');
    for (let i = 0; i < 5; i++) {
      const { data, errors } = await server.ask(small, { id: quiet.projectId }, quiet.token);
      expect(errors).toEqual([]);
      expect(data).toEqual({ project: { stats: { totals: { visitors: 300 } } } });
    }
    leaving.abort();
    await Promise.all(flood);
  });
});

describe('accounts', () => {
  it('have connections of their own, and say so when all of them are in use for too long', async () => {
    const { pool } = server.app.store;
    const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    onTestFinished(() => held.forEach((client) => void client.release()));
    const { errors } = await server.ask('{ viewer { user { email } } }', {}, busy.token);
    expect(errors[0]?.extensions).toMatchObject({ code: 'OVERLOADED' });
  }, 30_000);
});
