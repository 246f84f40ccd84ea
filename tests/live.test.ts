import type { Socket } from 'node:net';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { EventFilter, EventInput } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { overWebSocket, type Watch } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import {
  idsOf,
  named,
  numbers,
  type Pair,
  startPair,
  subscribers,
  Tracked,
  track,
  trackMany,
  until,
  WAYS,
} from './support/watching.ts';

const Events = graphql(`
  query LiveEvents($project: ID!, $filter: EventFilter) {
    project(id: $project) { events(filter: $filter, first: 1000) { nodes { eventId } } }
  }
`);

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const ada = { visitorId: 'ada', context: { userAgent: firefox } };
const bob = { visitorId: 'bob', context: { userAgent: safari } };
const at = (seconds: number) => `2026-11-21T11:00:${String(seconds).padStart(2, '0')}Z`;
const VISITS: EventInput[] = [
  { ...ada, id: 'a1', timestamp: at(1), url: 'https://shop.example/landing?utm_source=news' },
  { ...bob, id: 'b1', timestamp: at(2), url: 'https://shop.example/' },
  { ...ada, id: 'a2', timestamp: at(3), url: 'https://shop.example/pricing' },
  { ...ada, id: 'a3', timestamp: at(4), name: 'signup', properties: { plan: 'pro', seats: 3 } },
  { ...bob, id: 'b2', timestamp: at(5), name: 'signup', properties: { plan: 'free', seats: 1 } },
];
const FILTERS: { filter: EventFilter | null; expected: string[] }[] = [
  { filter: null, expected: ['a1', 'a2', 'a3', 'b1', 'b2'] },
  { filter: { type: { eq: 'PAGEVIEW' } }, expected: ['a1', 'a2', 'b1'] },
  { filter: { path: { startsWith: '/p' } }, expected: ['a2'] },
  { filter: { properties: [{ key: 'seats', gte: 2 }] }, expected: ['a3'] },
  { filter: { entryPath: { eq: '/landing' } }, expected: ['a1', 'a2', 'a3'] },
  { filter: { utmSource: { isNull: true } }, expected: ['b1', 'b2'] },
  { filter: { browser: { eq: 'Firefox' }, name: { ne: 'signup' } }, expected: ['a1', 'a2'] },
  {
    filter: { or: [{ device: { eq: 'Mobile' } }, { name: { eq: 'signup' } }] },
    expected: ['a3', 'b1', 'b2'],
  },
  { filter: { not: { visitorId: { startsWith: 'bob' } } }, expected: ['a1', 'a2', 'a3'] },
];

let pair: Pair;
let server: TestServer;
let tenant: Tenant;
let key: string;
const watches: Pick<Watch<unknown>, 'leave'>[] = [];
beforeAll(async () => {
  pair = await startPair();
  server = pair.first;
});
afterAll(() => pair.close());
beforeEach(async () => {
  tenant = await createTenant(server);
  key = (await tenant.createKey('READ')).secret;
});
afterEach(async () => {
  for (const watch of watches.splice(0)) watch.leave();
  await subscribers(pair.first, 0);
  await subscribers(pair.second, 0);
});

describe.for(WAYS)('eventTracked over $way', ({ subscribe, of }) => {
  let watched: TestServer;
  beforeAll(() => {
    watched = pair[of];
  });

  function watch(filter: EventFilter | null = null, to = tenant, authorization: string | undefined = key) {
    const variables = { project: to.projectId, filter };
    const watching = subscribe(watched.url, Tracked, variables, authorization);
    watches.push(watching);
    return watching;
  }

  it('sends each stored event once, in the order of its request, and none of another project', async () => {
    const other = await createTenant(server);
    const seen = watch();
    await subscribers(watched, 1);
    const [first, second] = [named('delta', 'alpha', 'charlie'), named('bravo', 'alpha', 'echo', 'echo')];
    expect(await track(server, tenant, first)).toMatchObject({ accepted: 3, duplicates: 0 });
    await track(server, other, named('foreign', 'alpha'));
    expect(await track(server, tenant, second)).toMatchObject({ accepted: 2, duplicates: 2 });
    expect(await track(server, tenant, first)).toMatchObject({ accepted: 0, duplicates: 3 });
    await track(server, tenant, named('end'));
    await until(() => expect(idsOf(seen)).toContain('end'));
    expect(idsOf(seen)).toEqual(['delta', 'alpha', 'charlie', 'bravo', 'echo', 'end']);
  });

  it('sends to each filter what the events query finds with it', async () => {
    const asked = FILTERS.map(({ filter, expected }) => ({ filter, expected, seen: watch(filter) }));
    await subscribers(watched, FILTERS.length);
    await track(server, tenant, VISITS);
    for (const { filter, expected, seen } of asked) {
      const { project } = await server.get(Events, { project: tenant.projectId, filter }, key);
      const stored = project?.events.nodes.map(({ eventId }) => eventId).sort();
      expect(stored, JSON.stringify(filter)).toEqual(expected);
      await until(() => expect(idsOf(seen).sort(), JSON.stringify(filter)).toEqual(expected));
    }
    // The same once more: had anything else been sent before, it would stand in between.
    const again = VISITS.map(({ id, visitorId, ...event }) => ({
      ...event,
      id: `${id} again`,
      visitorId: `${visitorId} again`,
    }));
    await track(server, tenant, again);
    for (const { filter, expected, seen } of asked) {
      const both = [...expected, ...expected.map((id) => `${id} again`)].sort();
      await until(() => expect(idsOf(seen).sort(), JSON.stringify(filter)).toEqual(both));
    }
  });

  it('sends nothing before the commit', async () => {
    const other = await createTenant(server);
    const seen = watch();
    const beside = watch(null, other, other.token);
    await subscribers(watched, 2);
    const commits = await holdCommits(tenant);
    const tracked = track(server, tenant, named('held'));
    await commits.waiting();
    // The way of an event from its commit to a subscriber is open meanwhile.
    await track(server, other, named('free'));
    await until(() => expect(idsOf(beside)).toEqual(['free']));
    expect(idsOf(seen)).toEqual([]);
    await commits.release();
    await tracked;
    await until(() => expect(idsOf(seen)).toEqual(['held']));
  });

  it('forgets a subscriber who leaves or vanishes, before the first event or amid many', async () => {
    for (const end of ['leave', 'vanish'] as const) {
      const early = watch();
      await subscribers(watched, 1);
      early[end]();
      await subscribers(watched, 0);

      const late = watch();
      await subscribers(watched, 1);
      const tracked = Promise.all(numbers(20).map((id) => track(server, tenant, named(`${end} ${id}`))));
      await until(() => expect(late.received).not.toEqual([]));
      late[end]();
      await subscribers(watched, 0);
      await tracked;
    }
  });

  it('forgets those who vanish at any moment of subscribing', async () => {
    const { pool } = server.app.store;
    const subscribed = vi.spyOn(watched.app.hub, 'events');
    onTestFinished(() => subscribed.mockRestore());
    for (let round = 0; round < 20 || subscribed.mock.calls.length < 5; round++) {
      const seen = watch();
      // Each round a little later in the making of the connection, the authorisation and the subscription.
      for (let turn = 0; turn < round; turn++) await pool.query('select 1');
      seen.vanish();
    }
    watch();
    await until(() => expect(subscribed.mock.lastCall).toBeDefined());
    await until(() => expect(pool.idleCount).toBe(pool.totalCount));
    await subscribers(watched, 1);
  });

  it('lets a subscriber who does not read fall behind, and goes on for the others', async () => {
    const sockets = new Set<Socket>();
    watched.app.server.on('connection', (socket) => sockets.add(socket));
    const slow = watch();
    const quick = watch();
    await subscribers(watched, 2);
    await track(server, tenant, named('first'));
    await until(() => expect([idsOf(slow), idsOf(quick)]).toEqual([['first'], ['first']]));

    slow.pause();
    // Beyond what the sockets' buffers in the kernel take, about 4 MB.
    const count = 2_600;
    await trackMany(server, tenant, count, { text: 'x'.repeat(4_000) });
    await until(() => expect(quick.received).toHaveLength(1 + count));
    const sent = idsOf(quick);
    expect(new Set(sent)).toEqual(new Set(['first', ...numbers(count)]));
    // One event is on its way into the socket; the others wait where their number is limited.
    expect(Math.max(...[...sockets].map((socket) => socket.writableLength))).toBeLessThan(100_000);

    slow.resume();
    await until(() => expect(idsOf(slow).at(-1)).toBe(sent.at(-1)));
    // What had gone into the socket before it was full, and then the newest thousand.
    const late = idsOf(slow);
    expect(late.slice(-1_000)).toEqual(sent.slice(-1_000));
    expect(late.slice(0, -1_000)).toEqual(sent.slice(0, late.length - 1_000));
  });

  it('ends when the server stops', async () => {
    const stopping = await startServer();
    onTestFinished(() => stopping.close());
    const owner = await createTenant(stopping);
    const variables = { project: owner.projectId, filter: null };
    const seen = subscribe(stopping.url, Tracked, variables, owner.token);
    await subscribers(stopping, 1);
    await stopping.app.drain();
    // 1001 is Going Away; with `complete`, a client of graphql-ws would not connect again.
    expect(await seen.ended).toBe(subscribe === overWebSocket ? '1001' : 'complete');
  });

  it('is refused to those who may not read the project', async () => {
    const stranger = await createTenant(server);
    const writer = await tenant.createKey('WRITE');
    const refusals = [
      { authorization: stranger.token, code: 'NOT_FOUND' },
      { authorization: writer.secret, code: 'FORBIDDEN' },
      { authorization: tenant.writeKey, code: 'FORBIDDEN' },
      { authorization: '', code: 'UNAUTHENTICATED' },
    ];
    for (const { authorization, code } of refusals) {
      const refused = watch(null, tenant, authorization);
      expect(await refused.ended).toBe('complete');
      expect(refused.received.map(({ errors }) => errors?.[0]?.extensions?.code)).toEqual([code]);
    }
    expect(watched.app.hub.size()).toBe(0);
  });
});

/** Lets the transactions that store a project's events come as far as their commit, and no further. */
async function holdCommits({ projectId }: Tenant) {
  const lock = 4711;
  const id = Buffer.from(projectId, 'base64').toString().replace('Project:', '');
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  await client.query(`
    create or replace function wait_for_test() returns trigger language plpgsql
      as $$ begin perform pg_advisory_xact_lock_shared(${lock}); return null; end $$;
    create constraint trigger hold_${id} after insert or update on visits deferrable initially deferred
      for each row when (new.project_id = ${id}) execute function wait_for_test();
    select pg_advisory_lock(${lock});`);
  const isWaiting = `select from pg_locks where locktype = 'advisory' and objid = ${lock} and not granted`;
  return {
    waiting: () => until(async () => expect((await client.query(isWaiting)).rowCount).toBe(1)),
    release: () => client.end(),
  };
}
