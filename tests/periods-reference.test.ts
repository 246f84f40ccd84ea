import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { EventFilter, EventMatch } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { type RawEvent, type Visit, visitsOf } from './support/reference.ts';
import {
  attributionOf,
  audienceOf,
  lifecycleOf,
  retentionOf,
  stickinessOf,
} from './support/reference-periods.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { inputOf, locate, type MeaningfulFilter, meaningfulFilter, traffic } from './support/traffic.ts';

// Random worlds through the whole server, compared with the definitions computed over all events in memory.

const SLOT = 10 * 60_000;
// A Thursday. In the widest worlds' five days November begins, the clocks of New York and St. John's go back on Sunday
// the 2nd, and a week begins.
const FROM = Date.parse('2025-10-30T12:00:00Z');

const Track = graphql(`
  mutation PeriodsReferenceTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }
`);
const CreateProject = graphql(`
  mutation PeriodsReferenceProject($input: CreateProjectInput!) {
    createProject(input: $input) { project { id writeKey } }
  }
`);

const Ask = graphql(`
  query PeriodsReferenceAsk(
    $project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!
    $start: EventMatch, $returning: EventMatch, $by: Dimension!, $model: AttributionModel!, $lookback: Duration!
  ) {
    project(id: $project) {
      retention(range: $range, filter: $filter, start: $start, returning: $returning, period: $interval, timeZone: $zone) {
        cohorts { start size returning }
      }
      lifecycle(range: $range, filter: $filter, interval: $interval, timeZone: $zone) {
        start new returning resurrected dormant
      }
      stickiness(range: $range, filter: $filter, interval: $interval, timeZone: $zone) {
        average steps { periods visitors }
      }
      stats(range: $range, filter: $filter, timeZone: $zone) { audience { newVisitors returningVisitors } }
      attribution(range: $range, filter: $filter, by: $by, model: $model, lookback: $lookback, first: 1000) {
        value conversions visitors revenue { currency amount }
      }
    }
  }
`);

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer({ locate });
  server.clock.set('2025-12-01T00:00:00Z');
  tenant = await createTenant(server);
});
afterAll(() => server.close());

/** A new project with these events; the number of each event's visit. */
async function store(events: RawEvent[]): Promise<{ id: string; visitNumbers: Map<string, number> }> {
  const { createProject } = await server.get(
    CreateProject,
    { input: { organizationId: tenant.organizationId, name: 'world' } },
    tenant.token,
  );
  const { id, writeKey } = createProject.project;
  for (let i = 0; i < events.length; i += 40) {
    await server.get(Track, { input: { writeKey, events: events.slice(i, i + 40).map(inputOf) } });
  }
  const { rows } = await server.app.store.pool.query<{ id: string; visit: number }>(
    `select e.id, e.visit_id::int as visit from events e join projects p on p.id = e.project_id where p.write_key = $1`,
    [writeKey],
  );
  return { id, visitNumbers: new Map(rows.map((row) => [row.id, row.visit])) };
}

interface MeaningfulMatch {
  match: EventMatch | null;
  matches: MeaningfulFilter['matches'];
}

const match: fc.Arbitrary<MeaningfulMatch> = fc.oneof(
  fc.constantFrom<MeaningfulMatch>(
    { match: null, matches: () => true },
    { match: {}, matches: () => true },
    { match: { name: 'signup' }, matches: (event) => event.name === 'signup' },
    { match: { path: '/pricing' }, matches: (event) => event.path === '/pricing' },
    {
      match: { name: 'pageview', path: '/' },
      matches: (event) => event.name === 'pageview' && event.path === '/',
    },
  ),
  fc.tuple(meaningfulFilter, fc.constantFrom('buy', null)).map(
    ([{ filter, matches }, name]): MeaningfulMatch => ({
      match: { name, filter: filter as EventFilter },
      matches: (event, visit) => matches(event, visit) && (name === null || event.name === name),
    }),
  ),
);

const BY = {
  SOURCE: (visit: Visit) => visit.utmSource ?? visit.referrer,
  REFERRER: (visit: Visit) => visit.referrer,
  ENTRY_PATH: (visit: Visit) => visit.entryPath,
  COUNTRY: (visit: Visit) => visit.country,
};

const question = fc.record({
  filter: fc.option(meaningfulFilter, { freq: 2, nil: null }),
  start: match,
  returning: fc.option(match, { freq: 3, nil: null }),
  // Hundredths of the world's time, on the events' grid as often as off it. Doubles would nearly all be next to 0: no
  // range would have events before it.
  from: fc.integer({ min: -20, max: 90 }),
  length: fc.integer({ min: 5, max: 120 }),
  offGrid: fc.constantFrom(0, 0, 7),
  zone: fc.constantFrom('UTC', 'America/New_York', 'America/St_Johns', 'Asia/Kathmandu'),
  interval: fc.constantFrom('HOUR', 'DAY', 'WEEK', 'MONTH'),
  by: fc.constantFrom<keyof typeof BY>('SOURCE', 'REFERRER', 'ENTRY_PATH', 'COUNTRY'),
  model: fc.constantFrom('FIRST_TOUCH', 'LAST_TOUCH'),
  lookback: fc.constantFrom(
    ['PT20M', 20],
    ['P1D', 24 * 60],
    ['PT3H', 180],
    ['P30D', 30 * 24 * 60],
  ) as fc.Arbitrary<['PT20M' | 'P1D' | 'PT3H' | 'P30D', number]>,
});

const amountOf = (cents: number): string => String(Number((cents / 100).toFixed(2)));

it('answers as the definitions do, whatever the traffic and the question', {
  timeout: Number(process.env.REFERENCE_TIMEOUT ?? 300_000),
}, async () => {
  const world = traffic(FROM, 120).chain(({ slots, events }) =>
    fc.record({
      slots: fc.constant(slots),
      events: fc.constant(events),
      order: fc.shuffledSubarray(events, { minLength: events.length }),
      questions: fc.array(question, { minLength: 6, maxLength: 6 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(world, async ({ slots, events, order, questions }) => {
      const { id, visitNumbers } = await store(order);
      const visits = visitsOf(order);
      const all = visits.flatMap((visit) => visit.events.map((event) => ({ event, visit })));
      const numberOf = (visit: Visit) => visitNumbers.get(visit.events[0]?.id ?? '') ?? Number.NaN;

      for (const asked of questions) {
        const { zone, interval, by, model, filter } = asked;
        const start = FROM + Math.round((slots * asked.from) / 100) * SLOT;
        const end = start + Math.ceil((slots * asked.length) / 100) * SLOT + asked.offGrid * 60_000;
        const returning = asked.returning ?? asked.start;
        const { project } = await server.get(
          Ask,
          {
            ...{ project: id, zone, interval, by, model, lookback: asked.lookback[0] },
            range: { between: { start: new Date(start).toISOString(), end: new Date(end).toISOString() } },
            filter: (filter?.filter ?? null) as EventFilter | null,
            start: asked.start.match,
            returning: returning.match,
          },
          tenant.token,
        );
        const periods = { start, end, zone, interval };
        const history = all.filter(({ event, visit }) => filter?.matches(event, visit) ?? true);
        const of = ({ matches }: MeaningfulMatch) =>
          history.filter(({ event, visit }) => matches(event, visit));
        const dated = <T extends { start: number }>(rows: T[]) =>
          rows.map((row) => ({ ...row, start: new Date(row.start).toISOString() }));

        expect(project).toEqual({
          retention: { cohorts: dated(retentionOf(periods, of(asked.start), of(returning))) },
          lifecycle: dated(lifecycleOf(periods, history)),
          stickiness: stickinessOf(periods, history),
          stats: { audience: audienceOf(periods, history, events) },
          attribution: attributionOf(
            { start, end, model, lookback: asked.lookback[1] * 60_000 },
            history,
            visits,
            numberOf,
            BY[by],
          ).map((row) => ({
            ...row,
            revenue: row.revenue.map(({ currency, cents }) => ({ currency, amount: amountOf(cents) })),
          })),
        });
      }
    }),
    { numRuns: Number(process.env.REFERENCE_RUNS ?? 25), endOnFailure: true },
  );
});
