import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectNumber } from '../src/ids.ts';
import { OTHER, TERM_BOUNDS, type TermBounds } from '../src/ingest/bounds.ts';
import { createIngest, type Ingest } from '../src/ingest/ingest.ts';
import type { Delivery } from '../src/ingest/prepare.ts';
import { createWriter } from '../src/ingest/writer.ts';
import { rebuildProject } from '../src/rebuild/rebuild.ts';
import type { TermKind } from '../src/store/generated/client/enums.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// A sender makes up names, pages, hosts, campaigns and referrers without end: statistics stay bounded, and events stay what
// they are.

const Numbers = graphql(`
  query CardinalityNumbers($project: ID!, $filter: EventFilter) {
    project(id: $project) {
      stats(range: { preset: ALL_TIME }, filter: $filter) {
        totals { events visits visitors }
        names: breakdown(by: EVENT_NAME, first: 1000, orderBy: EVENTS) { value metrics { events } }
        paths: breakdown(by: PATH, first: 1000, orderBy: EVENTS) { value metrics { events } }
        hosts: breakdown(by: HOSTNAME, first: 1000, orderBy: EVENTS) { value metrics { events } }
        sources: breakdown(by: UTM_SOURCE, first: 1000, orderBy: EVENTS) { value metrics { events } }
        channels: breakdown(by: CHANNEL, first: 1000, orderBy: EVENTS) { value metrics { events } }
      }
      events(first: 1000, range: { preset: ALL_TIME }) { nodes { eventId name url path hostname referrer } }
      eventDefinitions(first: 1000) { nodes { name } }
    }
  }
`);
const Notices = graphql(`
  query CardinalityNotices($project: ID!) {
    project(id: $project) { ingestion { notices { subject limit message } } }
  }
`);

const BOUNDS: TermBounds = {
  ...TERM_BOUNDS,
  name: 5,
  path: 12,
  hostname: 3,
  origin: 40,
  client: 4,
  referrer: 4,
  utm_source: 6,
  browser: 2,
};
const EVENTS = 120;

let server: TestServer;
let tenant: Tenant;
let number: number;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2025-11-21T12:00:00Z');
  tenant = await createTenant(server);
  number = projectNumber(tenant.projectId) ?? 0;
});

// Without those of what origins and clients are made of: a rebuild knows no bounds but the real ones.
const OWN: TermBounds = { ...TERM_BOUNDS, name: 5, path: 12, hostname: 3, origin: 9, client: 4 };

const start = (bounds: TermBounds): Ingest =>
  createIngest(server.app.store, {
    now: server.clock.now,
    locate: () => null,
    intake: createWriter(server.app.store, { lanes: 1, onStored: () => undefined, bounds }),
  });
const delivery = (): Delivery => ({
  receivedAt: server.clock.at,
  sentAt: null,
  address: null,
  userAgent: null,
  acceptLanguage: null,
  trusted: true,
  proxyGeography: null,
});
const AGENTS = [
  'Chrome/126.0.0.0 Safari/537.36',
  'Firefox/140.0',
  'Version/17.5 Safari/605.1.15',
  'OPR/111.0',
];
const event = (n: number) => ({
  id: `${n}`,
  name: `name ${n % 40}`,
  visitorId: `visitor ${n % 60}`,
  timestamp: new Date(server.clock.at - (EVENTS - n) * 1_000).toISOString(),
  url: `https://host${n % 20}.example/page/${n}${n % 3 ? `?utm_source=source${n % 30}` : ''}`,
  referrer: `https://site${n % 50}.example/from/${n}`,
  context: { userAgent: `Mozilla/5.0 (Windows NT 10.0) ${AGENTS[n % AGENTS.length]}` },
});
async function sendAll(bounds = BOUNDS): Promise<void> {
  let ingest = start(bounds);
  for (let from = 0; from < EVENTS; from += 20) {
    // Half-way another process goes on, which remembers nothing.
    if (from === EVENTS / 2) ingest = start(bounds);
    const events = Array.from({ length: 20 }, (_, i) => event(from + i));
    const { accepted } = await ingest.track(number, events, delivery());
    expect(accepted).toBe(20);
  }
}
async function numbers(filter: Record<string, unknown> | null = null) {
  const { project } = await server.get(Numbers, { project: tenant.projectId, filter }, tenant.token);
  if (!project) throw new Error('the project cannot be seen');
  return project;
}
const sum = (rows: readonly { metrics: { events: number } }[]) =>
  rows.reduce((all, { metrics }) => all + metrics.events, 0);

describe('beyond the bounds', () => {
  it('events are what was sent', async () => {
    await sendAll();
    const { events } = await numbers();
    const shown = new Map(events.nodes.map((node) => [node.eventId, node]));
    for (let n = 0; n < EVENTS; n++) {
      const { name, url, referrer } = event(n);
      expect(shown.get(`${n}`)).toMatchObject({ name, url, referrer });
    }
  });

  it('statistics are exact in sum, and each row is what its filter says', async () => {
    await sendAll();
    const { stats } = await numbers();
    expect(stats.totals).toMatchObject({ events: EVENTS, visitors: 60 });
    const dimensions = [
      ['names', 'name', BOUNDS.name],
      ['paths', 'path', BOUNDS.path],
      ['hosts', 'hostname', BOUNDS.hostname],
      ['sources', 'utmSource', BOUNDS.utm_source],
    ] as const;
    for (const [rows, field, bound] of dimensions) {
      const found = stats[rows];
      expect(sum(found)).toBe(EVENTS);
      const values = found.flatMap(({ value }) => value ?? []);
      // (other) itself comes on top of them.
      expect(values.length).toBeLessThanOrEqual(bound + 1);
      expect(values).toContain(OTHER);
      const other = found.find(({ value }) => value === OTHER)?.metrics.events;
      expect((await numbers({ [field]: { eq: OTHER } })).stats.totals.events).toBe(other);
    }
    // The first ones have their own rows: those of the first request, in their order.
    expect(stats.names.find(({ value }) => value === 'name 4')?.metrics.events).toBe(3);
    // What an origin says beside its many values stays.
    expect(stats.channels.map(({ value }) => value)).not.toContain(OTHER);
  });

  it('lists stop growing', async () => {
    await sendAll();
    const { eventDefinitions } = await numbers();
    expect(eventDefinitions.nodes.map(({ name }) => name)).toEqual([
      OTHER,
      ...Array.from({ length: BOUNDS.name }, (_, n) => `name ${n}`),
    ]);
    const { rows } = await server.app.store.pool.query<{ kind: TermKind; count: number }>(
      'select kind, count(*)::int as count from terms where project_id = $1 group by kind',
      [number],
    );
    const channels = rows.find(({ kind }) => kind === 'channel')?.count ?? 0;
    for (const { kind, count } of rows)
      expect(count).toBeLessThanOrEqual(BOUNDS[kind] + (kind === 'origin' ? channels : 4));
  });

  it('visits are those that a rebuild makes of the events', async () => {
    await sendAll(OWN);
    expect(await rebuildProject(server.app.store, number, { parts: ['visits'] })).toMatchObject({
      written: 0,
      removed: 0,
      moved: 0,
    });
  });
});

it('is a notice of the report', async () => {
  const notices = async () =>
    (await server.get(Notices, { project: tenant.projectId }, tenant.token)).project?.ingestion.notices;
  expect(await notices()).toEqual([]);
  await server.app.store.pool.query(
    `insert into terms (project_id, kind, id, digest, text)
     select $1, 'name', n, gen_random_uuid(), 'name ' || n from generate_series(1, $2) n`,
    [number, TERM_BOUNDS.name],
  );
  expect(await notices()).toEqual([
    {
      subject: 'NAME',
      limit: TERM_BOUNDS.name,
      message: `The project has ${TERM_BOUNDS.name} names of events, which is the most that statistics have: new ones are stored with their events, and counted as (other).`,
    },
  ]);
  // And through the API a new name counts as it says.
  const body = JSON.stringify({
    writeKey: tenant.writeKey,
    events: [{ name: 'one more', visitorId: 'ada' }],
  });
  const response = await fetch(`${server.url}/api/events`, { method: 'POST', body });
  expect(await response.json()).toMatchObject({ accepted: 1 });
  const { events, eventDefinitions } = await numbers();
  expect(events.nodes.map(({ name }) => name)).toEqual(['one more']);
  expect(eventDefinitions.nodes.map(({ name }) => name)).toEqual([OTHER]);
});
