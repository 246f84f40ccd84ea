import { decodeGlobalID } from '@pothos/plugin-relay';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { EventFilter } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { breakdown, type RawEvent, totals, visitsOf } from './support/reference.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { DIMENSIONS, inputOf, locate, meaningfulFilter, traffic } from './support/traffic.ts';

// Random worlds through the whole server, compared with the definitions computed over all events in memory.

const SLOT = 10 * 60_000;
// The clocks of Berlin go back on 26 October 2025 at 01:00 UTC, in the middle of the widest worlds' five days.
const FROM = Date.parse('2025-10-23T18:00:00Z');

const Track = graphql(`
  mutation ReferenceTrack($input: TrackEventsInput!) {
    trackEvents(input: $input) { accepted duplicates rejected { message } }
  }
`);

const Ask = graphql(`
  query ReferenceAsk($project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!, $by: Dimension!) {
    project(id: $project) {
      stats(range: $range, filter: $filter, timeZone: $zone) {
        totals { ...ReferenceNumbers }
        timeseries(interval: $interval) { start metrics { ...ReferenceNumbers } }
        breakdown(by: $by, first: 1000) { value metrics { ...ReferenceNumbers } }
        properties: breakdown(by: PROPERTY, property: "plan", first: 1000) { value metrics { ...ReferenceNumbers } }
      }
    }
  }
  fragment ReferenceNumbers on Metrics {
    visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }
  }
`);

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer({ locate });
  tenant = await createTenant(server);
});
afterAll(() => server.close());

async function newProject(): Promise<{ id: string; writeKey: string }> {
  const { createProject } = await server.get(
    graphql(`
      mutation ReferenceProject($input: CreateProjectInput!) {
        createProject(input: $input) { project { id writeKey } }
      }
    `),
    { input: { organizationId: tenant.organizationId, name: 'world' } },
    tenant.token,
  );
  return createProject.project;
}

/** What happens between batches: a reader looks, so that it holds what later events change; segments are written. */
type Moment = 'look' | 'compact' | 'compact and look' | 'nothing';

/** Sends events in batches, several at once, with some of them sent twice. */
async function send(project: { id: string; writeKey: string }, batches: RawEvent[][], moments: Moment[]) {
  const { writeKey } = project;
  for (let i = 0; i < batches.length; i += 3) {
    const moment = moments[(i / 3) % moments.length] ?? 'nothing';
    if (moment.includes('compact')) await server.app.engine.compact(await projectNumber(project.id));
    if (moment.includes('look')) {
      await server.get(
        graphql(
          `query ReferenceLook($project: ID!) { project(id: $project) { stats(range: { preset: ALL_TIME }) { totals { visits } } } }`,
        ),
        { project: project.id },
        tenant.token,
      );
    }
    await Promise.all(
      batches.slice(i, i + 3).map(async (batch, index) => {
        const again = index === 0 ? batch.slice(0, 2) : [];
        const { trackEvents } = await server.get(Track, {
          input: { writeKey, events: [...batch, ...again].map(inputOf) },
        });
        expect(trackEvents).toEqual({ accepted: batch.length, duplicates: again.length, rejected: [] });
      }),
    );
  }
}

/** Of requests at the same time, only the server knows which came first. */
async function inOrderOfArrival(project: string, events: readonly RawEvent[]): Promise<RawEvent[]> {
  const { rows } = await server.app.store.pool.query<{ id: string }>(
    'select id::text from events where project_id = $1 order by received_at',
    [await projectNumber(project)],
  );
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  return events.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

const projectNumber = async (id: string): Promise<number> => Number(decodeGlobalID(id).id);

// Means nothing, but only SQL can tell.
const ANYTHING: EventFilter = {
  or: [{ properties: [{ key: 'plan', isNull: true }] }, { properties: [{ key: 'plan', isNull: false }] }],
};

const question = fc.record({
  filter: fc.option(meaningfulFilter, { freq: 4, nil: null }),
  // Shares of the world's time, on the events' grid as often as off it: an end of a range is where it goes wrong.
  start: fc.integer({ min: -20, max: 90 }).map((hundredths) => hundredths / 100),
  length: fc.integer({ min: 5, max: 120 }).map((hundredths) => hundredths / 100),
  offGrid: fc.constantFrom(0, 0, 7),
  zone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns'),
  interval: fc.constantFrom<'HOUR' | 'DAY' | 'WEEK' | 'MONTH'>('HOUR', 'DAY', 'WEEK', 'MONTH'),
  by: fc.constantFrom(...(Object.keys(DIMENSIONS) as (keyof typeof DIMENSIONS)[])),
});

const close = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'number' ? Number(part.toPrecision(12)) : part,
  );

const byValue = (a: { value?: string | null }, b: { value?: string | null }) =>
  String(a.value ?? '\uffff') < String(b.value ?? '\uffff') ? -1 : 1;

it('answers as the definitions do, whatever the order of events and the question', {
  timeout: 300_000,
}, async () => {
  server.clock.set('2025-11-01T00:00:00Z');
  const world = traffic(FROM, 120).chain(({ slots, events }) =>
    fc.record({
      slots: fc.constant(slots),
      events: fc.constant(events),
      order: fc.shuffledSubarray(events, { minLength: events.length }),
      size: fc.integer({ min: 1, max: 40 }),
      moments: fc.array(fc.constantFrom<Moment>('look', 'compact', 'compact and look', 'nothing'), {
        minLength: 1,
        maxLength: 6,
      }),
      questions: fc.array(question, { minLength: 6, maxLength: 6 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(world, async ({ slots, events, order, size, moments, questions }) => {
      const project = await newProject();
      const batches = Array.from({ length: Math.ceil(order.length / size) }, (_, i) =>
        order.slice(i * size, (i + 1) * size),
      );
      await send(project, batches, moments);
      const visits = visitsOf(await inOrderOfArrival(project.id, events));

      for (const { filter, start: from, length, offGrid, zone, interval, by } of questions) {
        const start = FROM + Math.round(slots * from) * SLOT;
        const end = start + Math.ceil(slots * length) * SLOT + offGrid * 60_000;
        const matches = filter?.matches ?? (() => true);
        const ask = async (asked: EventFilter | null) =>
          server.get(
            Ask,
            {
              project: project.id,
              range: { between: { start: new Date(start).toISOString(), end: new Date(end).toISOString() } },
              filter: asked,
              zone,
              interval,
              by,
            },
            tenant.token,
          );
        const asked = (filter?.filter ?? null) as EventFilter | null;
        const { project: answer } = await ask(asked);
        expect(answer).toEqual((await ask({ and: [ANYTHING, ...(asked ? [asked] : [])] })).project);
        const stats = answer?.stats;
        if (!stats) throw new Error('no statistics');
        expect(close(stats.totals)).toEqual(close(totals(visits, { start, end, matches })));

        const starts = stats.timeseries.map((point) => Date.parse(point.start));
        expect(starts[0]).toBe(start);
        const expected = starts.map((from, i) =>
          totals(visits, { start: from, end: starts[i + 1] ?? end, matches }),
        );
        expect(close(stats.timeseries.map((point) => point.metrics))).toEqual(close(expected));

        const rows = breakdown(visits, { start, end, matches }, DIMENSIONS[by].value);
        expect(close(stats.breakdown.toSorted(byValue))).toEqual(close(rows.toSorted(byValue)));
        const plans = breakdown(visits, { start, end, matches }, (event) =>
          event.properties.plan === undefined ? null : String(event.properties.plan),
        );
        expect(close(stats.properties.toSorted(byValue))).toEqual(close(plans.toSorted(byValue)));
      }
    }),
    { numRuns: Number(process.env.REFERENCE_RUNS ?? 25), endOnFailure: true },
  );
});
