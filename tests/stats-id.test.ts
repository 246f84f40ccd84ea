import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { StatsIdQueryVariables } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { overWebSocket } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

const Asked = graphql(`
  query StatsId($project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone, $compare: Comparison) {
    project(id: $project) {
      stats(range: $range, filter: $filter, timeZone: $timeZone, compare: $compare) { id previous { id } }
    }
  }
`);
const Watched = graphql(`
  subscription StatsIdLive(
    $project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone, $compare: Comparison
  ) {
    stats(projectId: $project, range: $range, filter: $filter, timeZone: $timeZone, compare: $compare) {
      id previous { id } totals { visitors }
    }
  }
`);

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const QUESTIONS: Omit<StatsIdQueryVariables, 'project'>[] = [
  {},
  { range: { last: 'PT30M' } },
  { range: { preset: 'TODAY' }, compare: 'PREVIOUS_PERIOD' },
  { range: { preset: 'TODAY' }, compare: 'YEAR_OVER_YEAR' },
  { range: { preset: 'TODAY' }, timeZone: 'Asia/Tokyo' },
  { filter: { country: { eq: 'DE' } } },
  { filter: { country: { eq: 'AT' } } },
  { range: { between: { start: '2026-01-01T00:00:00Z', end: '2026-01-02T00:00:00Z' } } },
];

const idsOf = async (variables: (typeof QUESTIONS)[number], project = tenant.projectId) => {
  const { project: found } = await server.get(Asked, { project, ...variables }, tenant.token);
  return found?.stats;
};

it('a question has one id, now and later, as a query and as a subscription', async () => {
  for (const question of QUESTIONS) {
    const asked = await idsOf(question);
    server.clock.pass(90_000);
    expect(await idsOf(question)).toEqual(asked);
    const watch = overWebSocket(
      server.url,
      Watched,
      { project: tenant.projectId, ...question },
      tenant.token,
    );
    await expect.poll(() => watch.received[0]?.data?.stats, { timeout: 20_000 }).toMatchObject(asked ?? {});
    watch.leave();
  }
});

it('absent arguments are their defaults', async () => {
  expect(await idsOf({ range: { preset: 'LAST_30_DAYS' }, filter: null, timeZone: 'UTC' })).toEqual(
    await idsOf({}),
  );
});

it('other questions, the period before and other projects have other ids', async () => {
  const other = await createTenant(server);
  const { project } = await server.get(Asked, { project: other.projectId }, other.token);
  const found = await Promise.all(QUESTIONS.map((question) => idsOf(question)));
  const ids = [...found.flatMap((stats) => [stats?.id, stats?.previous?.id ?? []].flat()), project?.stats.id];
  expect(new Set(ids).size).toBe(QUESTIONS.length + 2 + 1);
});
