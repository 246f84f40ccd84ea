import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { EventFilter, EventMatch } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { type Predicate, type RawEvent, type Visit, visitsOf } from './support/reference.ts';
import { funnelOf, pathsOf, timeOnPageOf } from './support/reference-sequences.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { DIMENSIONS, inputOf, locate, meaningfulFilter, traffic } from './support/traffic.ts';

// Random worlds through the whole server, compared with the definitions computed over all events in memory.

const MINUTE = 60_000;
const SLOT = 10 * MINUTE;
const FROM = Date.parse('2025-10-30T12:00:00Z');

const Track = graphql(`
  mutation SequencesReferenceTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }
`);
const CreateProject = graphql(`
  mutation SequencesReferenceProject($input: CreateProjectInput!) {
    createProject(input: $input) { project { id writeKey } }
  }
`);
const Ask = graphql(`
  query SequencesReferenceAsk(
    $project: ID!, $range: RangeInput!, $filter: EventFilter, $steps: [FunnelStepInput!]!, $window: Duration
    $startingAt: String, $depth: Int!, $first: Int!, $by: Dimension!
  ) {
    project(id: $project) {
      ordered: funnel(range: $range, filter: $filter, steps: $steps, window: $window) { ...ReferenceFunnel }
      strict: funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: STRICT) { ...ReferenceFunnel }
      any: funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: ANY) { ...ReferenceFunnel }
      paths(range: $range, filter: $filter, startingAt: $startingAt, depth: $depth, first: $first) {
        nodes { step path visitors }
        links { step source target visitors }
      }
      stats(range: $range, filter: $filter) {
        totals { timeOnPage }
        timeseries(interval: HOUR) { start metrics { timeOnPage } }
        breakdown(by: $by, first: 1000) { value metrics { timeOnPage } }
        properties: breakdown(by: PROPERTY, property: "plan", first: 1000) { value metrics { timeOnPage } }
      }
    }
  }
  fragment ReferenceFunnel on Funnel {
    conversionRate
    steps { visitors conversionRate dropOff medianSecondsFromPrevious }
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

/** The id of a new project with these events. */
async function store(events: RawEvent[]): Promise<string> {
  const { createProject } = await server.get(
    CreateProject,
    { input: { organizationId: tenant.organizationId, name: 'world' } },
    tenant.token,
  );
  const { id, writeKey } = createProject.project;
  for (let i = 0; i < events.length; i += 40) {
    await server.get(Track, { input: { writeKey, events: events.slice(i, i + 40).map(inputOf) } });
  }
  return id;
}

const maybe = <T>(value: fc.Arbitrary<T>, freq: number) => fc.option(value, { freq, nil: null });
const NAMES = ['pageview', 'signup', 'buy'];
const PATHS = ['/', '/pricing', '/docs'];

const step = fc
  .record({
    name: fc.constantFrom(null, ...NAMES),
    path: fc.constantFrom(null, null, null, ...PATHS),
    filter: fc.constantFrom(false, false, true).chain((has) => (has ? meaningfulFilter : fc.constant(null))),
  })
  .map(({ name, path, filter }) => ({
    match: { name, path, filter: (filter?.filter ?? null) as EventFilter | null } satisfies EventMatch,
    matches: ((event, visit) =>
      (name === null || event.name === name) &&
      (path === null || event.path === path) &&
      (filter === null || filter.matches(event, visit))) satisfies Predicate as Predicate,
  }));

const WINDOWS: Record<string, number> = {
  PT1S: 1000,
  PT10M: 10 * MINUTE,
  'PT59M59.999S': 60 * MINUTE - 1,
  PT1H: 60 * MINUTE,
  P1D: 24 * 60 * MINUTE,
};

const question = fc.record({
  filter: fc.option(meaningfulFilter, { freq: 2, nil: null }),
  start: fc.double({ min: -0.2, max: 0.7, noNaN: true }),
  length: fc.double({ min: 0.1, max: 1.2, noNaN: true }),
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
  window: maybe(fc.constantFrom(...Object.keys(WINDOWS)), 3),
  startingAt: maybe(fc.constantFrom(...NAMES, ...PATHS), 2),
  depth: fc.integer({ min: 2, max: 6 }),
  first: fc.integer({ min: 1, max: 4 }),
  by: fc.constantFrom(...(Object.keys(DIMENSIONS) as (keyof typeof DIMENSIONS)[])),
});

const close = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'number' ? Number(part.toPrecision(12)) : part,
  );

it('answers as the definitions do, whatever the events and the question', { timeout: 600_000 }, async () => {
  const world = traffic(FROM, 90).chain(({ slots, events }) =>
    fc.record({
      slots: fc.constant(slots),
      events: fc.constant(events),
      questions: fc.array(question, { minLength: 6, maxLength: 6 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(world, async ({ slots, events, questions }) => {
      const project = await store(events);
      const visits = visitsOf(events);
      for (const asked of questions) {
        const start = FROM + Math.round(slots * asked.start) * SLOT;
        const end = start + Math.ceil(slots * asked.length) * SLOT;
        const matches = asked.filter?.matches ?? (() => true);
        const { project: answer } = await server.get(
          Ask,
          {
            project,
            range: { between: { start: new Date(start).toISOString(), end: new Date(end).toISOString() } },
            filter: (asked.filter?.filter ?? null) as EventFilter | null,
            steps: asked.steps.map(({ match }) => ({ match })),
            window: asked.window,
            startingAt: asked.startingAt,
            depth: asked.depth,
            first: asked.first,
            by: asked.by,
          },
          tenant.token,
        );
        if (!answer) throw new Error('no answer');

        const window = asked.window === null ? null : (WINDOWS[asked.window] ?? null);
        const predicates = asked.steps.map((one) => one.matches);
        for (const order of ['ORDERED', 'STRICT', 'ANY'] as const) {
          const steps = funnelOf(visits, { start, end, matches }, predicates, window, order);
          const [all, last] = [steps[0]?.visitors ?? 0, steps.at(-1)?.visitors ?? 0];
          const found = { ORDERED: answer.ordered, STRICT: answer.strict, ANY: answer.any }[order];
          expect(close(found), order).toEqual(
            close({ conversionRate: all === 0 ? null : last / all, steps }),
          );
        }

        expect(answer.paths).toEqual(
          pathsOf(visits, { start, end, matches }, asked.startingAt, asked.depth, asked.first),
        );

        const time = (of: { start: number; end: number; matches: Predicate }) => timeOnPageOf(visits, of);
        const { totals, timeseries, breakdown, properties } = answer.stats;
        expect(close(totals.timeOnPage)).toEqual(close(time({ start, end, matches })));
        const starts = timeseries.map((point) => Date.parse(point.start));
        expect(close(timeseries.map(({ metrics }) => metrics.timeOnPage))).toEqual(
          close(starts.map((from, i) => time({ start: from, end: starts[i + 1] ?? end, matches }))),
        );
        const rowsBy = (of: typeof breakdown, textOf: (event: RawEvent, visit: Visit) => string | null) =>
          expect(close(of.map(({ metrics }) => metrics.timeOnPage))).toEqual(
            close(
              of.map(({ value }) =>
                time({ start, end, matches: (e, v) => matches(e, v) && textOf(e, v) === value }),
              ),
            ),
          );
        rowsBy(breakdown, DIMENSIONS[asked.by].value);
        rowsBy(properties, ({ properties: { plan } }) => (plan === undefined ? null : String(plan)));
      }
    }),
    { numRuns: Number(process.env.REFERENCE_RUNS ?? 25), endOnFailure: true },
  );
});
