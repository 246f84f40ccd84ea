import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// The worked examples of docs/metrics.md, in weeks from Monday 3 November 2025, UTC.

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  server.clock.set('2025-11-24T00:00:00Z');
  tenant = await createTenant(server);
  const event = (visitorId: string, timestamp: string, name: string | null = null) => ({
    ...{ visitorId, timestamp, name, url: 'https://a.example/' },
  });
  await server.get(
    graphql(`
      mutation PeriodsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }
    `),
    {
      input: {
        writeKey: tenant.writeKey,
        events: [
          event('ada', '2025-11-03T09:00:00Z'),
          event('ada', '2025-11-12T09:00:00Z', 'signup'),
          event('bob', '2025-11-05T09:00:00Z', 'signup'),
          event('bob', '2025-11-19T09:00:00Z'),
          event('cyd', '2025-11-11T09:00:00Z'),
          event('cyd', '2025-11-18T09:00:00Z'),
        ],
      },
    },
  );
});
afterAll(() => server.close());

const THREE_WEEKS = `range: { between: { start: "2025-11-03T00:00:00Z", end: "2025-11-24T00:00:00Z" } }`;
const TWO_WEEKS = `range: { between: { start: "2025-11-10T00:00:00Z", end: "2025-11-24T00:00:00Z" } }`;

async function ask<T>(field: string): Promise<T> {
  const { project } = await server.get<{ project: T }, object>(
    `query { project(id: "${tenant.projectId}") { ${field} } }`,
    {},
    tenant.token,
  );
  return project;
}

async function problem(field: string) {
  const { errors } = await server.ask(
    `query { project(id: "${tenant.projectId}") { ${field} } }`,
    {},
    tenant.token,
  );
  return errors.map(({ extensions }) => extensions);
}

describe('retention', () => {
  const cohorts = 'cohorts { start size returning }';
  const week = (day: number) => `2025-11-${String(day).padStart(2, '0')}T00:00:00.000Z`;

  it('counts who comes back, by weeks unless asked otherwise', async () => {
    expect(await ask(`retention(${THREE_WEEKS}) { ${cohorts} }`)).toEqual({
      retention: {
        cohorts: [
          { start: week(3), size: 2, returning: [2, 1, 1] },
          { start: week(10), size: 1, returning: [1, 1] },
          { start: week(17), size: 0, returning: [0] },
        ],
      },
    });
  });

  it('begins a cohort and counts as coming back with what is asked for', async () => {
    // Bob signs up in the first week, Ada in the second; only Bob has a pageview afterwards.
    const matches = 'start: { name: "signup" }, returning: { filter: { type: { eq: PAGEVIEW } } }';
    expect(await ask(`retention(${THREE_WEEKS}, ${matches}) { cohorts { size returning } }`)).toEqual({
      retention: {
        cohorts: [
          { size: 1, returning: [0, 0, 1] },
          { size: 1, returning: [0, 0] },
          { size: 0, returning: [0] },
        ],
      },
    });
  });

  it('counts only what the filter lets through', async () => {
    const filter = 'filter: { visitorId: { ne: "bob" } }, start: { path: "/" }, period: MONTH';
    expect(await ask(`retention(${THREE_WEEKS}, ${filter}) { cohorts { size returning } }`)).toEqual({
      retention: { cohorts: [{ size: 2, returning: [2] }] },
    });
  });

  it('has at most 366 periods', async () => {
    const days = (count: number) =>
      `range: { between: { start: "2025-01-01T00:00:00Z", end: "${new Date(Date.UTC(2025, 0, 1 + count)).toISOString()}" } }`;
    expect(await problem(`retention(${days(366)}, period: DAY) { cohorts { size } }`)).toEqual([]);
    for (const [range, period] of [
      [days(367), 'DAY'],
      [days(10_000), 'MINUTE'],
    ]) {
      expect(await problem(`retention(${range}, period: ${period}) { cohorts { size } }`)).toEqual([
        expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'period' }),
      ]);
    }
  });
});

describe('lifecycle', () => {
  const stages = 'new returning resurrected dormant';

  it('tells stages apart', async () => {
    expect(await ask(`lifecycle(${THREE_WEEKS}, interval: WEEK) { ${stages} }`)).toEqual({
      lifecycle: [
        { new: 2, returning: 0, resurrected: 0, dormant: 0 },
        { new: 1, returning: 1, resurrected: 0, dormant: 1 },
        { new: 0, returning: 1, resurrected: 1, dormant: 1 },
      ],
    });
  });

  it('knows what was before the range', async () => {
    expect(await ask(`lifecycle(${TWO_WEEKS}, interval: WEEK) { ${stages} }`)).toEqual({
      lifecycle: [
        { new: 1, returning: 1, resurrected: 0, dormant: 1 },
        { new: 0, returning: 1, resurrected: 1, dormant: 1 },
      ],
    });
  });

  it('takes the first matching event for the first one ever', async () => {
    // Ada was there before, but without a signup.
    const filter = 'filter: { name: { eq: "signup" } }';
    expect(await ask(`lifecycle(${TWO_WEEKS}, interval: WEEK, ${filter}) { ${stages} }`)).toEqual({
      lifecycle: [
        { new: 1, returning: 0, resurrected: 0, dormant: 1 },
        { new: 0, returning: 0, resurrected: 0, dormant: 1 },
      ],
    });
  });

  it('compares a week that the range cuts with what was before the range, back to the start of the week before', async () => {
    // From Wednesday 12: Cyd's event of Tuesday lies before the range; so do Ada's and Bob's of the week before.
    const range = `range: { between: { start: "2025-11-12T00:00:00Z", end: "2025-11-17T00:00:00Z" } }`;
    expect(await ask(`lifecycle(${range}, interval: WEEK) { start ${stages} }`)).toEqual({
      lifecycle: [{ start: '2025-11-12T00:00:00.000Z', new: 0, returning: 1, resurrected: 0, dormant: 2 }],
    });
  });

  it('has the periods of a readable chart unless asked otherwise', async () => {
    const { lifecycle } = await ask<{ lifecycle: unknown[] }>(`lifecycle(${THREE_WEEKS}) { start }`);
    expect(lifecycle).toHaveLength(21);
  });
});

describe('stickiness', () => {
  it('counts in how many periods visitors are active', async () => {
    expect(
      await ask(`stickiness(${THREE_WEEKS}, interval: WEEK) { average steps { periods visitors } }`),
    ).toEqual({
      stickiness: {
        average: 2,
        steps: [
          { periods: 1, visitors: 0 },
          { periods: 2, visitors: 3 },
          { periods: 3, visitors: 0 },
        ],
      },
    });
  });

  it('goes by days unless asked otherwise, and has no average without visitors', async () => {
    const { stickiness } = await ask<{ stickiness: { average: null; steps: unknown[] } }>(
      `stickiness(${THREE_WEEKS}, filter: { name: { eq: "no" } }) { average steps { visitors } }`,
    );
    expect(stickiness.average).toBeNull();
    expect(stickiness.steps).toHaveLength(21);
  });
});

describe('audience', () => {
  it('tells who has been here before, whatever they did then', async () => {
    const audience = 'audience { newVisitors returningVisitors }';
    expect(
      await ask(
        `stats(${TWO_WEEKS}) { ${audience} } signups: stats(${TWO_WEEKS}, filter: { name: { eq: "signup" } }) { ${audience} }
         none: stats(range: { preset: YESTERDAY }) { ${audience} }`,
      ),
    ).toEqual({
      stats: { audience: { newVisitors: 1, returningVisitors: 2 } },
      signups: { audience: { newVisitors: 0, returningVisitors: 1 } },
      none: { audience: { newVisitors: 0, returningVisitors: 0 } },
    });
  });
});
