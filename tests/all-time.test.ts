import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// Whoever has the public write key may send one event of long ago: the charts of all time go on.

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  server.clock.set('2025-11-21T12:00:00Z');
  tenant = await createTenant(server);
  const days = ['1995-01-02', '2025-11-03', '2025-11-12', '2025-11-20'];
  await server.get(
    graphql(`
      mutation AllTimeTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }
    `),
    {
      input: {
        writeKey: tenant.writeKey,
        events: days.map((day) => ({
          visitorId: 'ada',
          timestamp: `${day}T10:00:00Z`,
          url: 'https://a.example/',
        })),
      },
    },
  );
});
afterAll(() => server.close());

const AllTime = graphql(`
  query AllTime($project: ID!, $interval: Interval, $period: Interval) {
    project(id: $project) {
      stats(range: { preset: ALL_TIME }, compare: PREVIOUS_PERIOD) {
        totals { pageviews }
        timeseries(interval: $interval) { start metrics { pageviews } }
        previous { totals { pageviews } timeseries(interval: $interval) { start } }
      }
      retention(range: { preset: ALL_TIME }, period: $period) { cohorts { start size returning } }
      lifecycle(range: { preset: ALL_TIME }, interval: $interval) { start new returning resurrected }
      stickiness(range: { preset: ALL_TIME }, interval: $period) { steps { visitors } average }
    }
  }
`);

it.each([
  ['DAY', 'DAY', 4],
  ['WEEK', 'WEEK', 4],
  ['MONTH', 'MONTH', 2],
  ['YEAR', 'YEAR', 2],
] as const)('%s buckets of all time are there, whatever was sent', async (interval, period, active) => {
  const { project } = await server.get(
    AllTime,
    { project: tenant.projectId, interval, period },
    tenant.token,
  );
  if (!project) throw new Error('the project is not there');
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  expect(project.stats.totals.pageviews).toBe(4);
  const { timeseries, previous } = project.stats;
  expect(sum(timeseries.map(({ metrics }) => metrics.pageviews))).toBe(4);
  expect(timeseries[0]).toEqual({ start: '1995-01-02T00:00:00.000Z', metrics: { pageviews: 1 } });
  expect(timeseries.length).toBeLessThanOrEqual(10_000);
  expect(previous?.totals.pageviews).toBe(0);
  const { cohorts } = project.retention;
  expect(cohorts.length).toBeLessThanOrEqual(366);
  expect(cohorts[0]).toMatchObject({ start: '1995-01-02T00:00:00.000Z', size: 1 });
  expect(sum(cohorts[0]?.returning ?? [])).toBe(active);
  expect(sum(project.lifecycle.map((stages) => stages.new))).toBe(1);
  expect(project.lifecycle[0]).toMatchObject({ start: '1995-01-02T00:00:00.000Z', new: 1 });
  expect(project.stickiness.average).toBe(active);
  expect(project.stickiness.steps[active - 1]?.visitors).toBe(1);
});

it('an interval that is too short for all time says so, or folds what is before', async () => {
  const { project } = await server.get(
    AllTime,
    { project: tenant.projectId, interval: 'HOUR', period: 'DAY' },
    tenant.token,
  );
  expect(project?.stats.timeseries.at(0)?.start).toBe('1995-01-02T00:00:00.000Z');
  const latest = project?.stats.timeseries.at(-1)?.start;
  expect(latest).toBe('2025-11-21T23:00:00.000Z');
});

const GenerateAllTime = graphql(`
  mutation AllTimeInsights($input: GenerateInsightsInput!) {
    generateInsights(input: $input) { insights { type periodStart periodEnd } }
  }
`);

it.each([
  { preset: 'ALL_TIME' },
  { last: 'P40Y' },
  { between: { start: '0001-01-01T00:00:00Z', end: '2025-11-21T00:00:00Z' } },
  { days: { from: '1970-01-01', to: '2025-11-20' } },
] as const)('insights of %j are those of its last days', async (range) => {
  const { generateInsights } = await server.get(
    GenerateAllTime,
    { input: { projectId: tenant.projectId, range, types: ['SUMMARY', 'TREND', 'ANOMALY'] } },
    tenant.token,
  );
  expect(generateInsights.insights.map(({ type }) => type)).toContain('SUMMARY');
});

const Compared = graphql(`
  query ComparedToday($project: ID!, $range: RangeInput!) {
    project(id: $project) {
      stats(range: $range, compare: PREVIOUS_PERIOD) { start end previous { start end totals { pageviews } } }
    }
  }
`);

it('today is compared with yesterday up to the same time of day', async () => {
  for (const range of [{ preset: 'TODAY' }] as const) {
    server.clock.set('2025-11-21T09:59:59Z');
    const early = await server.get(Compared, { project: tenant.projectId, range }, tenant.token);
    server.clock.set('2025-11-21T10:00:01Z');
    const late = await server.get(Compared, { project: tenant.projectId, range }, tenant.token);
    server.clock.set('2025-11-21T12:00:00Z');
    expect(early.project?.stats.previous).toEqual({
      start: '2025-11-20T00:00:00.000Z',
      end: '2025-11-20T09:59:59.000Z',
      totals: { pageviews: 0 },
    });
    expect(late.project?.stats.previous?.totals.pageviews).toBe(1);
    expect(late.project?.stats.end).toBe('2025-11-22T00:00:00.000Z');
  }
});

it.each(['2025-02-29', '2025-13-01', '2025-1-1', '2025-11-21T00:00:00Z', '0000-01-01', '+002025-01-01', ''])(
  'a day that is none is refused: %j',
  async (from) => {
    const answer = await server.ask(
      Compared,
      { project: tenant.projectId, range: { days: { from, to: '2025-12-01' } } },
      tenant.token,
    );
    expect(answer.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  },
);
