import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { Aggregate } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { statementsOf } from './support/statements.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  server.clock.set('2025-11-21T12:00:00Z');
  tenant = await createTenant(server);
  const at = (minute: number) => new Date(Date.parse('2025-11-21T10:00:00Z') + minute * 60_000).toISOString();
  const view = (visitorId: string, minute: number, path: string) => ({
    visitorId,
    timestamp: at(minute),
    url: `https://a.example${path}`,
  });
  await server.get(
    graphql(`
      mutation StatsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }
    `),
    {
      input: {
        writeKey: tenant.writeKey,
        events: [
          view('ada', 0, '/'),
          view('ada', 1, '/b'),
          view('bob', 0, '/'),
          view('cyd', 0, '/%25_a'),
          ...[1, 2, 3, 4, 100].map((price, i) => ({
            name: 'buy',
            visitorId: 'ada',
            timestamp: at(2 + i),
            properties: { price, label: `no ${price % 2}` },
          })),
          { name: 'buy', visitorId: 'bob', timestamp: at(3), properties: { price: '7' } },
          { name: 'buy', visitorId: 'bob', timestamp: at(4) },
        ],
      },
    },
  );
});
afterAll(() => server.close());

const Dashboard = graphql(`
  query StatsDashboard($project: ID!, $filter: EventFilter) {
    project(id: $project) {
      stats(range: { preset: LAST_30_DAYS }, compare: PREVIOUS_PERIOD, filter: $filter) {
        ...StatsOverview
        previous { ...StatsOverview }
      }
      filtered: stats(range: { preset: LAST_30_DAYS }, filter: { path: { eq: "/" } }) { totals { visitors } }
      reordered: stats(range: { preset: LAST_30_DAYS }, filter: { path: { eq: "/" } }) { breakdown(by: OS) { value } }
    }
  }
  fragment StatsOverview on Stats {
    totals { visitors visits pageviews events bounceRate visitDuration viewsPerVisit }
    timeseries { start metrics { visitors visits } }
    pages: breakdown(by: PATH) { value metrics { visitors visits } }
    entries: breakdown(by: ENTRY_PATH) { value metrics { visitors visits } }
    exits: breakdown(by: EXIT_PATH) { value metrics { visitors visits } }
    channels: breakdown(by: CHANNEL) { value metrics { visitors visits } }
    sources: breakdown(by: SOURCE) { value metrics { visitors visits } }
    countries: breakdown(by: COUNTRY) { value metrics { visitors visits } }
    devices: breakdown(by: DEVICE) { value metrics { visitors visits } }
    names: breakdown(by: EVENT_NAME) { value metrics { visitors visits } }
  }
`);

const readsEvents = (text: string): boolean => /\bevents e\b/.test(text);

it("asks a dashboard's worth of panels without reading events", async () => {
  const statements = await statementsOf(async () => {
    const { project } = await server.get(Dashboard, { project: tenant.projectId }, tenant.token);
    expect(project?.stats.totals).toMatchObject({ visitors: 3, visits: 3, pageviews: 4, events: 11 });
    expect(project?.stats.previous?.totals.visitors).toBe(0);
  });
  expect(statements.filter(readsEvents)).toEqual([]);
  // The session, the project, the numbers of the filter's texts, and the texts of seven lists; new connections set up.
  expect(statements.filter((text) => !text.startsWith('set ')).length).toBeLessThanOrEqual(10);
});

it('asks what only SQL can tell in one statement for each range and filter', async () => {
  const filter = { properties: [{ key: 'price', isNull: false }] };
  const statements = await statementsOf(async () => {
    const { project } = await server.get(Dashboard, { project: tenant.projectId, filter }, tenant.token);
    expect(project?.stats.totals).toMatchObject({ visitors: 2, visits: 2, pageviews: 0, events: 6 });
  });
  // 20 panels: the range, and the one before it.
  expect(statements.filter(readsEvents)).toHaveLength(2);
});

it('does not ask again what no new event can have changed', async () => {
  const ask = () => server.get(Dashboard, { project: tenant.projectId }, tenant.token);
  const filter = { properties: [{ key: 'price', isNull: false }] };
  await server.get(Dashboard, { project: tenant.projectId, filter }, tenant.token);
  const statements = await statementsOf(async () => {
    await ask();
    await server.get(Dashboard, { project: tenant.projectId, filter }, tenant.token);
  });
  expect(statements.filter(readsEvents)).toEqual([]);
});

describe('measure', () => {
  // Prices of ada: 1, 2, 3, 4, 100; bob's are the text "7" and none. Percentiles lie between neighbours:
  // P90 at rank 1 + 0.9 · 4 = 4.6 → 4 + 0.6 · 96 = 61.6; P99 at 4.96 → 96.16.
  it.each<[Aggregate, string | null, number | null]>([
    ['COUNT', null, 7],
    ['COUNT', 'price', 6],
    ['SUM', 'price', 110],
    ['AVG', 'price', 22],
    ['MIN', 'price', 1],
    ['MAX', 'price', 100],
    ['P50', 'price', 3],
    ['P90', 'price', 61.6],
    ['P99', 'price', 96.16],
    ['UNIQUE', 'price', 6],
    ['UNIQUE', 'label', 2],
    ['UNIQUE', null, 2],
    ['SUM', 'label', null],
    ['COUNT', 'absent', 0],
    ['MAX', 'absent', null],
  ])('%s of %s is %s', async (aggregate, property, expected) => {
    const { project } = await server.get(
      graphql(`
        query StatsMeasure($project: ID!, $aggregate: Aggregate!, $property: String) {
          project(id: $project) {
            stats(range: { preset: TODAY }) {
              totals { measure(event: "buy", property: $property, aggregate: $aggregate) }
              breakdown(by: EVENT_NAME) { value metrics { measure(event: "buy", property: $property, aggregate: $aggregate) } }
              timeseries(interval: HOUR) { metrics { measure(event: "buy", property: $property, aggregate: $aggregate) } }
            }
          }
        }
      `),
      { project: tenant.projectId, aggregate, property },
      tenant.token,
    );
    const stats = project?.stats;
    const rounded = (value: number | null | undefined) => (value == null ? null : Number(value.toFixed(9)));
    expect(rounded(stats?.totals.measure)).toBe(expected);
    // All of it is in the row of the event, and in the hour from 10 o'clock.
    expect(rounded(stats?.breakdown.find(({ value }) => value === 'buy')?.metrics.measure)).toBe(expected);
    expect(rounded(stats?.timeseries[10]?.metrics.measure)).toBe(expected);
  });

  it('says which aggregates need a property', async () => {
    const { errors } = await server.ask(
      `query { project(id: "${tenant.projectId}") { stats { totals { measure(event: "buy", aggregate: SUM) } } } }`,
      {},
      tenant.token,
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'property' });
  });
});

describe('breakdown', () => {
  const ask = async (options: string) => {
    const { data, errors } = await server.ask<
      { project: null | { stats: { breakdown: { value: string | null; metrics: { visits: number } }[] } } },
      object
    >(
      `query { project(id: "${tenant.projectId}") { stats(range: { preset: TODAY }) { breakdown(${options}) { value metrics { visits } } } } }`,
      {},
      tenant.token,
    );
    return {
      values: data?.project?.stats.breakdown.map(({ value }) => value),
      code: errors[0]?.extensions?.code,
    };
  };

  it('orders by the metric, then by the letters, nulls last', async () => {
    // Visitors: ada and bob saw /; ada and bob bought, on no page; one each of the others.
    expect((await ask('by: PATH')).values).toEqual(['/', null, '/%25_a', '/b']);
    expect((await ask('by: PATH, orderBy: EVENTS')).values).toEqual([null, '/', '/%25_a', '/b']);
    expect((await ask('by: PATH, orderBy: VISIT_DURATION, first: 1')).values).toEqual(['/b']);
  });

  it('searches without wildcards, in any case', async () => {
    expect((await ask('by: PATH, search: "%"')).values).toEqual(['/%25_a']);
    expect((await ask('by: PATH, search: "_A"')).values).toEqual(['/%25_a']);
    expect((await ask('by: PATH, search: "zzz"')).values).toEqual([]);
  });

  it('says what is wrong', async () => {
    expect((await ask('by: PROPERTY')).code).toBe('BAD_USER_INPUT');
    expect((await ask('by: PATH, first: 0')).code).toBe('BAD_USER_INPUT');
    expect((await ask('by: PATH, first: 1001')).code).toBe('BAD_USER_INPUT');
  });
});

it('counts a visit that starts in the range by what happens after its end', async () => {
  // Ada's visit starts at 10:00; the event with the price of 100 is at 10:06.
  const { project } = await server.get(
    graphql(`
      query StatsOverTheEnd($project: ID!, $range: RangeInput!, $filter: EventFilter) {
        project(id: $project) { stats(range: $range, filter: $filter) { totals { events visitors visits bounceRate visitDuration } } }
      }
    `),
    {
      project: tenant.projectId,
      range: { between: { start: '2025-11-21T10:00:00Z', end: '2025-11-21T10:05:00Z' } },
      filter: { properties: [{ key: 'price', gt: 50 }] },
    },
    tenant.token,
  );
  expect(project?.stats.totals).toEqual({
    events: 0,
    visitors: 0,
    visits: 1,
    bounceRate: 0,
    visitDuration: 6 * 60,
  });
});

it('counts current visitors: those of the last five minutes', async () => {
  server.clock.set('2025-11-21T10:06:00.000Z');
  const ask = async () =>
    (
      await server.get(
        graphql(`
          query StatsCurrent($project: ID!) { project(id: $project) { currentVisitors } }
        `),
        { project: tenant.projectId },
        tenant.token,
      )
    ).project?.currentVisitors;
  // ada at 10:06, bob at 10:04, cyd at 10:00.
  expect(await ask()).toBe(2);
  server.clock.set('2025-11-21T10:05:00.000Z');
  expect(await ask()).toBe(3);
});

it('refuses filters that no statement should hold', async () => {
  const or = Array.from({ length: 101 }, (_, i) => ({ path: { eq: `/${i}` } }));
  const { errors } = await server.ask(
    'query ($project: ID!, $filter: EventFilter) { project(id: $project) { stats(filter: $filter) { totals { visits } } } }',
    { project: tenant.projectId, filter: { or } },
    tenant.token,
  );
  expect(errors[0]?.extensions?.code).toBe('QUERY_TOO_COMPLEX');
});
