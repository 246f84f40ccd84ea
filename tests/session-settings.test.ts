import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../src/store/store.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createDatabase, type TestDatabase } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

// Answers do not hang on the zone and the formats of a database, nor on the zone of the process.

const DATABASES = {
  'as it is made': [],
  'of Shanghai': ["timezone = 'Asia/Shanghai'"],
  'of New York': ["timezone = 'America/New_York'"],
  'with other dates': ["datestyle = 'SQL, DMY'", "timezone = 'Asia/Kathmandu'"],
  'with other formats': [
    "datestyle = 'German'",
    "intervalstyle = 'iso_8601'",
    "bytea_output = 'escape'",
    'extra_float_digits = 0',
    'standard_conforming_strings = off',
    "default_transaction_isolation = 'serializable'",
  ],
};

const Track = graphql(`
  mutation SessionSettingsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { code } } }
`);
const See = graphql(`
  query SessionSettingsSee($project: ID!, $second: RangeInput!) {
    project(id: $project) {
      eventDefinitions { nodes { name firstSeenAt lastSeenAt } }
      events { nodes { timestamp receivedAt } }
      second: events(range: $second) { totalCount }
      ingestion(range: { last: "P1D" }) { received }
      stats(range: { preset: ALL_TIME }) { totals { visitors events } audience { newVisitors returningVisitors } timeseries(interval: YEAR) { start metrics { events } } }
    }
  }
`);

/** What a server answers of events of several centuries. */
async function answers(server: TestServer) {
  server.clock.set('2026-11-21T21:50:18Z');
  const tenant = await createTenant(server);
  const timestamps = ['1995-01-02T03:04:05.006Z', '2026-03-29T01:30:00Z', '2026-11-21T21:50:18Z'];
  const { trackEvents } = await server.get(Track, {
    input: {
      writeKey: tenant.writeKey,
      events: timestamps.map((timestamp, i) => ({ name: `at ${i}`, visitorId: `v${i}`, timestamp })),
    },
  });
  expect(trackEvents).toEqual({ accepted: 3, rejected: [] });
  const second = { between: { start: '1995-01-02T03:04:05Z', end: '1995-01-02T03:04:06Z' } };
  const { project } = await server.get(See, { project: tenant.projectId, second }, tenant.token);
  return { project, timestamps };
}

describe.each(Object.entries(DATABASES))('a database %s', (_kind, settings) => {
  let database: TestDatabase;
  let store: Store;
  let server: TestServer;
  beforeAll(async () => {
    database = await createDatabase();
    const name = new URL(database.url).pathname.slice(1);
    for (const setting of settings) await database.store.pool.query(`alter database ${name} set ${setting}`);
    store = openStore({
      url: database.url,
      poolSize: 8,
      statementTimeout: 60,
      onConnectionError: () => undefined,
    });
    server = await startServer({ store });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
    await database.drop();
  });
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });

  it.each(['UTC', 'Asia/Kathmandu', 'America/New_York'])('and a server in %s', async (zone) => {
    process.env.TZ = zone;
    const { project, timestamps } = await answers(server);
    const instants = timestamps.map((timestamp) => new Date(timestamp).toISOString());
    const definitions = project?.eventDefinitions.nodes.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(definitions).toEqual(
      instants.map((at, i) => ({ name: `at ${i}`, firstSeenAt: at, lastSeenAt: at })),
    );
    expect(project?.events.nodes.map(({ timestamp }) => timestamp).toReversed()).toEqual(instants);
    expect(new Set(project?.events.nodes.map(({ receivedAt }) => receivedAt))).toEqual(
      new Set(['2026-11-21T21:50:18.000Z']),
    );
    expect(project?.second.totalCount).toBe(1);
    expect(project?.stats?.audience).toEqual({ newVisitors: 3, returningVisitors: 0 });
    expect(project?.ingestion.received).toBe(3);
    expect(project?.stats?.totals).toEqual({ visitors: 3, events: 3 });
    const series = project?.stats?.timeseries.filter(({ metrics }) => metrics.events > 0);
    expect(series?.map(({ start, metrics }) => [start, metrics.events])).toEqual([
      ['1995-01-02T00:00:00.000Z', 1],
      ['2026-01-01T00:00:00.000Z', 2],
    ]);
  });
});

it('a second before 1900 is that second, wherever the server is', async () => {
  const { TZ } = process.env;
  process.env.TZ = 'Asia/Kathmandu';
  const server = await startServer({ oldestEvent: Date.parse('1800-01-01T00:00:00Z') });
  try {
    const tenant = await createTenant(server);
    const events = [{ name: 'a', visitorId: 'v', timestamp: '1890-01-01T00:00:30.500Z' }];
    await server.get(Track, { input: { writeKey: tenant.writeKey, events } });
    const second = { between: { start: '1890-01-01T00:00:30Z', end: '1890-01-01T00:00:31Z' } };
    const { project } = await server.get(See, { project: tenant.projectId, second }, tenant.token);
    expect(project?.second.totalCount).toBe(1);
    expect(project?.eventDefinitions.nodes[0]?.firstSeenAt).toBe('1890-01-01T00:00:30.500Z');
  } finally {
    await server.close();
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});
