import { once } from 'node:events';
import type { Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { graphql } from './gql/gql.ts';
import type { EventFilter, EventInput } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { connect, overServerSentEvents, overWebSocket, type Subscribe, type Watch } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

const Tracked = graphql(`
  subscription LiveTracked($project: ID!, $filter: EventFilter) {
    eventTracked(projectId: $project, filter: $filter) { eventId properties }
  }
`);
const Track = graphql(`
  mutation LiveTrack($input: TrackEventsInput!) {
    trackEvents(input: $input) { accepted duplicates rejected { message } }
  }
`);
const Events = graphql(`
  query LiveEvents($project: ID!, $filter: EventFilter) {
    project(id: $project) { events(filter: $filter, first: 1000) { nodes { eventId } } }
  }
`);
const Viewer = graphql(`
  query LiveViewer { viewer { projects { id } } }
`);

type Seen = Watch<{ eventTracked: { eventId: string } }>;
const idsOf = ({ received }: Seen) => received.map(({ data }) => data?.eventTracked.eventId);
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 15_000, interval: 10 });

const transports: { transport: string; subscribe: Subscribe }[] = [
  { transport: 'graphql-ws', subscribe: overWebSocket },
  { transport: 'SSE', subscribe: overServerSentEvents },
];

let server: TestServer;
let tenant: Tenant;
let key: string;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await createTenant(server);
  key = (await tenant.createKey('READ')).secret;
});

async function track(to: Tenant, events: EventInput[]) {
  return (await server.get(Track, { input: { writeKey: to.writeKey, events } })).trackEvents;
}

const subscribers = (count: number) => until(() => expect(server.app.hub.size()).toBe(count));

/** Events named by their ids; without times, so that only their order in the request tells them apart. */
const named = (...ids: string[]): EventInput[] => ids.map((id) => ({ id, name: 'step', visitorId: 'ada' }));

describe.for(transports)('eventTracked over $transport', ({ subscribe }) => {
  const watch = (filter: EventFilter | null = null): Seen => {
    const seen = subscribe(server.url, Tracked, { project: tenant.projectId, filter }, key);
    onTestFinished(() => seen.leave());
    return seen;
  };

  it('sends each stored event once, in the order of its request, and none of another project', async () => {
    const other = await createTenant(server);
    const seen = watch();
    await subscribers(1);
    const [first, second] = [named('delta', 'alpha', 'charlie'), named('bravo', 'alpha', 'echo', 'echo')];
    expect(await track(tenant, first)).toMatchObject({ accepted: 3, duplicates: 0 });
    await track(other, named('foreign', 'alpha'));
    expect(await track(tenant, second)).toMatchObject({ accepted: 2, duplicates: 2 });
    expect(await track(tenant, first)).toMatchObject({ accepted: 0, duplicates: 3 });
    await track(tenant, named('end'));
    await until(() => expect(idsOf(seen)).toContain('end'));
    expect(idsOf(seen)).toEqual(['delta', 'alpha', 'charlie', 'bravo', 'echo', 'end']);
  });

  it('sends to each filter what the events query finds with it', async () => {
    const watches = FILTERS.map(({ filter }) => watch(filter));
    await subscribers(FILTERS.length);
    await track(tenant, VISITS);
    for (const [index, { filter, expected }] of FILTERS.entries()) {
      const { project } = await server.get(Events, { project: tenant.projectId, filter }, key);
      const stored = project?.events.nodes.map(({ eventId }) => eventId).sort();
      expect(stored, JSON.stringify(filter)).toEqual(expected);
      const seen = watches[index];
      if (seen) await until(() => expect(idsOf(seen).sort(), JSON.stringify(filter)).toEqual(expected));
    }
    // The same once more: had anything else been sent before, it would stand in between.
    await track(
      tenant,
      VISITS.map((event) => ({ ...event, id: `${event.id} again`, visitorId: `${event.visitorId} again` })),
    );
    for (const [index, { filter, expected }] of FILTERS.entries()) {
      const both = [...expected, ...expected.map((id) => `${id} again`)].sort();
      const seen = watches[index];
      if (seen) await until(() => expect(idsOf(seen).sort(), JSON.stringify(filter)).toEqual(both));
    }
  });

  it('sends nothing before the commit', async () => {
    const other = await createTenant(server);
    const otherKey = (await other.createKey('READ')).secret;
    const seen = watch();
    const beside = subscribe(server.url, Tracked, { project: other.projectId, filter: null }, otherKey);
    onTestFinished(() => beside.leave());
    await subscribers(2);

    const commits = await holdCommits(tenant);
    const tracked = track(tenant, named('held'));
    await commits.waiting();
    // The way of an event from its commit to a subscriber is open meanwhile.
    await track(other, named('free'));
    await until(() => expect(idsOf(beside)).toEqual(['free']));
    expect(idsOf(seen)).toEqual([]);
    await commits.release();
    await tracked;
    await until(() => expect(idsOf(seen)).toEqual(['held']));
  });

  it('forgets a subscriber who leaves or vanishes, before the first event or amid many', async () => {
    for (const [events, end] of [
      [0, 'leave'],
      [0, 'vanish'],
      [50, 'leave'],
      [50, 'vanish'],
    ] as const) {
      const seen = watch();
      await subscribers(1);
      for (let i = 0; i < events; i++) void track(tenant, named(`${end} ${i}`));
      if (events > 0) await until(() => expect(seen.received).not.toEqual([]));
      seen[end]();
      await subscribers(0);
    }
  });

  it('forgets those who vanish at any moment of subscribing', async () => {
    const asked = vi.spyOn(server.app.hub, 'events');
    onTestFinished(() => asked.mockRestore());
    const gone: Promise<unknown>[] = [];
    while (asked.mock.calls.length < 30) {
      const seen = watch();
      gone.push(seen.ended);
      for (let turn = 0; turn < gone.length % 10; turn++) await new Promise(setImmediate);
      await server.app.store.pool.query('select 1');
      seen.vanish();
    }
    const last = watch();
    await until(() => expect(server.app.hub.size()).toBe(1));
    last.leave();
    await subscribers(0);
  });

  it('lets a subscriber who does not read fall behind, and goes on for the others', async () => {
    const sockets = new Set<Socket>();
    server.app.server.on('connection', (socket) => sockets.add(socket));
    const slow = watch();
    const quick = watch();
    await subscribers(2);
    await track(tenant, named('first'));
    await until(() => expect([idsOf(slow), idsOf(quick)]).toEqual([['first'], ['first']]));

    slow.pause();
    const count = 4_000;
    const properties = { text: 'x'.repeat(8_000) };
    for (let sent = 0; sent < count; sent += 100) {
      await track(
        tenant,
        named(...Array.from({ length: 100 }, (_, i) => `${sent + i}`)).map((event) => ({
          ...event,
          properties,
        })),
      );
      await until(() => expect(quick.received).toHaveLength(1 + sent + 100));
    }
    const held = Math.max(...[...sockets].map((socket) => socket.writableLength));
    console.log('held', held);
    expect(held).toBeLessThan(100_000);
    slow.resume();
    await until(() => expect(idsOf(slow).at(-1)).toBe(`${count - 1}`));
    const order = idsOf(slow).slice(1).map(Number);
    console.log(order.length);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.slice(-1_000)).toEqual(Array.from({ length: 1_000 }, (_, i) => count - 1_000 + i));
    expect(order.length).toBeLessThan(count);
  });
});

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const ada = { visitorId: 'ada', context: { userAgent: firefox } };
const bob = { visitorId: 'bob', context: { userAgent: safari } };
const VISITS: EventInput[] = [
  { ...ada, id: 'a1', timestamp: '2026-11-21T11:00:00Z', url: 'https://shop.example/landing?utm_source=news' },
  { ...bob, id: 'b1', timestamp: '2026-11-21T11:00:00Z', url: 'https://shop.example/' },
  { ...ada, id: 'a2', timestamp: '2026-11-21T11:00:10Z', url: 'https://shop.example/pricing' },
  { ...ada, id: 'a3', timestamp: '2026-11-21T11:00:20Z', name: 'signup', properties: { plan: 'pro', seats: 3 } },
  { ...bob, id: 'b2', timestamp: '2026-11-21T11:00:20Z', name: 'signup', properties: { plan: 'free', seats: 1 } },
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
  { filter: { not: { visitorId: { eq: 'bob' } } }, expected: ['a1', 'a2', 'a3'] },
];

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
