import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createJobs } from '../src/jobs/worker.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant } from './support/tenant.ts';

// Postgres counts the first thousand events of a project soon, whether autovacuum comes or not.

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ jobs: createJobs, insights: false });
});
afterAll(() => server.close());

const TABLES = ['visits', 'visitors', 'event_keys'];

it('tables are analyzed once a project has a thousand events', { timeout: 60_000 }, async () => {
  const { pool } = server.app.store;
  await pool.query('select ensure_events_partition($1)', [new Date(server.clock.at)]);
  await pool.query(`do $$ declare t regclass; begin
    for t in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
      execute format('alter table %s set (autovacuum_enabled = off)', t);
    end loop; end $$`);
  const tenant = await createTenant(server);
  const send = (from: number, count: number) =>
    server.get(
      graphql(`
        mutation StatisticsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }
      `),
      {
        input: {
          writeKey: tenant.writeKey,
          events: Array.from({ length: count }, (_, i) => ({
            visitorId: `v${from + i}`,
            url: 'https://a.example/',
            timestamp: new Date(server.clock.at - 60_000).toISOString(),
          })),
        },
      },
    );
  const counted = async (): Promise<Record<string, number>> => {
    const { rows } = await pool.query<{ name: string; rows: number }>(
      `select relname as name, reltuples as rows from pg_class
       where relkind = 'r' and (relname = any($1) or oid in (select inhrelid from pg_inherits where inhparent = 'events'::regclass))
         and reltuples > 0`,
      [TABLES],
    );
    return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
  };
  await send(0, 999);
  expect(await counted()).toEqual({});
  await send(999, 1);
  await vi.waitFor(async () => {
    const known = await counted();
    for (const table of TABLES) expect(known[table]).toBe(1_000);
    expect(Object.keys(known)).toHaveLength(TABLES.length + 1);
  }, 40_000);
});
