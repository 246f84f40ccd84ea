import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectNumber } from '../src/ids.ts';
import { rebuildProject } from '../src/rebuild/rebuild.ts';
import { graphql } from './gql/gql.ts';
import type { EventFilter } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { overWebSocket } from './support/live.ts';
import { type RawEvent, totals, visitsOf } from './support/reference.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { inputOf, locate, meaningfulFilter, traffic } from './support/traffic.ts';
import { until } from './support/watching.ts';

// After a deletion all numbers are those of a world in which the deleted events were never sent.

const FROM = Date.parse('2025-10-20T00:00:00Z');
const SLOT = 10 * 60_000;

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer({ locate });
  server.clock.set('2025-12-01T00:00:00Z');
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const Create = graphql(`
  mutation DeleteEventsProject($input: CreateProjectInput!) { createProject(input: $input) { project { id writeKey } } }
`);
const Track = graphql(`
  mutation DeleteEventsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted duplicates } }
`);
const Delete = graphql(`
  mutation DeleteEvents($input: DeleteEventsInput!) {
    deleteEvents(input: $input) { deleted more project { events { totalCount } } }
  }
`);
const Ask = graphql(`
  query DeleteEventsAsk($project: ID!, $range: RangeInput!) {
    project(id: $project) {
      stats(range: $range) { totals { visitors visits pageviews events bounceRate visitDuration } }
      events { totalCount }
    }
  }
`);

const rangeOf = (start: number, end: number) => ({
  between: { start: new Date(start).toISOString(), end: new Date(end).toISOString() },
});

async function newProject() {
  const input = { organizationId: tenant.organizationId, name: 'world' };
  return (await server.get(Create, { input }, tenant.token)).createProject.project;
}

it('leaves the numbers of a world without them, whatever is deleted', { timeout: 240_000 }, async () => {
  const world = traffic(FROM, 80).chain(({ slots, events }) =>
    fc.record({
      slots: fc.constant(slots),
      events: fc.constant(events),
      filter: fc.option(meaningfulFilter, { freq: 6, nil: null }),
      start: fc.integer({ min: -10, max: 60 }),
      length: fc.integer({ min: 10, max: 120 }),
      compact: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(world, async ({ slots, events, filter, start: from, length, compact }) => {
      const { id, writeKey } = await newProject();
      const number = projectNumber(id) ?? 0;
      const send = () => server.get(Track, { input: { writeKey, events: events.map(inputOf) } });
      await send();
      if (compact) await server.app.engine.compact(number);
      const all = rangeOf(FROM - SLOT, FROM + 1_000 * SLOT);
      await server.get(Ask, { project: id, range: all }, tenant.token);

      const start = FROM + Math.round((slots * from) / 100) * SLOT;
      const end = start + Math.ceil((slots * length) / 100) * SLOT;
      const matches = filter?.matches ?? (() => true);
      const deleted = new Set(
        visitsOf(events).flatMap((visit) =>
          visit.events.filter((event) => event.at >= start && event.at < end && matches(event, visit)),
        ),
      );
      const left: RawEvent[] = events.filter((event) => !deleted.has(event));
      const input = {
        projectId: id,
        range: rangeOf(start, end),
        filter: (filter?.filter ?? null) as EventFilter | null,
      };
      const { deleteEvents } = await server.get(Delete, { input }, tenant.token);
      expect(deleteEvents).toEqual({
        deleted: deleted.size,
        more: false,
        project: { events: { totalCount: left.length } },
      });

      const { project } = await server.get(Ask, { project: id, range: all }, tenant.token);
      const expected = totals(visitsOf(left), {
        start: FROM - SLOT,
        end: FROM + 1_000 * SLOT,
        matches: () => true,
      });
      expect(project?.stats?.totals).toMatchObject(
        Object.fromEntries(
          Object.keys(project?.stats?.totals ?? {}).map((key) => [
            key,
            expected[key as keyof typeof expected],
          ]),
        ),
      );
      // Nothing is left for a rebuild, and what is sent again is not stored.
      const rebuilt = await rebuildProject(server.app.store, number, { parts: ['visits', 'segments'] });
      expect(rebuilt).toMatchObject({ written: 0, removed: 0, moved: 0 });
      expect((await send()).trackEvents).toEqual({ accepted: 0, duplicates: events.length });
    }),
    { numRuns: Number(process.env.REFERENCE_RUNS ?? 25), endOnFailure: true },
  );
});

const Watch = graphql(`
  subscription DeleteEventsWatch($project: ID!) {
    stats(projectId: $project, range: { preset: ALL_TIME }, throttle: "PT0.1S") { totals { events } }
  }
`);

it('reaches live queries', async () => {
  const { id, writeKey } = await newProject();
  const events = ['a', 'b', 'c'].map((name) => ({
    name,
    visitorId: name,
    timestamp: '2025-11-01T00:00:00Z',
  }));
  await server.get(Track, { input: { writeKey, events } });
  const watch = overWebSocket(server.url, Watch, { project: id }, tenant.token);
  const latest = () => watch.received.at(-1)?.data?.stats.totals.events;
  await until(() => expect(latest()).toBe(3));
  const input = { projectId: id, range: { preset: 'ALL_TIME' as const }, filter: { name: { ne: 'b' } } };
  const { deleteEvents } = await server.get(Delete, { input }, tenant.token);
  expect(deleteEvents.deleted).toBe(2);
  await until(() => expect(latest()).toBe(1));
  watch.leave();
});

it('is for those who manage the project, and for no key', async () => {
  const input = { projectId: tenant.projectId, range: { preset: 'ALL_TIME' as const } };
  const { secret } = await tenant.createKey('ADMIN');
  const stranger = await createTenant(server);
  const codes = async (token?: string) =>
    (await server.ask(Delete, { input }, token)).errors.map(({ extensions }) => extensions?.code);
  expect(await codes(secret)).toEqual(['FORBIDDEN']);
  expect(await codes(stranger.token)).toEqual(['NOT_FOUND']);
  expect(await codes()).toEqual(['UNAUTHENTICATED']);
});
