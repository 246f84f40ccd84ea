import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { SequencePathsQueryVariables } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

let server: TestServer;
let tenant: Tenant;

const TEN = Date.parse('2025-11-21T10:00:00Z');
const at = (minute: number) => new Date(TEN + minute * 60_000).toISOString();
const view = (visitorId: string, minute: number, path: string | null) => ({
  visitorId,
  timestamp: at(minute),
  url: path === null ? null : `https://a.example${path}`,
});
const LONG_AGO = -60 * 24 * 60;
const act = (visitorId: string, minute: number, name: string) => ({
  ...view(visitorId, minute, '/form'),
  name,
});

beforeAll(async () => {
  server = await startServer();
  server.clock.set('2025-11-21T14:00:00Z');
  tenant = await createTenant(server);
  const { trackEvents } = await server.get(
    graphql(`
      mutation PathsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }
    `),
    {
      input: {
        writeKey: tenant.writeKey,
        events: [
          // Ada reloads the home page, and has another visit an hour later.
          view('ada', 0, '/'),
          view('ada', 1, '/'),
          act('ada', 2, 'signup'),
          view('ada', 3, '/docs'),
          view('ada', 63, '/'),
          view('ada', 64, '/docs'),
          // A page without a URL is none; the second signup changes nothing.
          view('bob', 0, '/'),
          view('bob', 1, null),
          view('bob', 2, '/pricing'),
          act('bob', 3, 'signup'),
          view('bob', 4, '/docs'),
          act('bob', 5, 'signup'),
          view('bob', 6, '/'),
          // Cyd comes from elsewhere, and leaves after signing up.
          view('cyd', 0, '/pricing'),
          view('cyd', 2, '/'),
          act('cyd', 3, 'signup'),
          // Long before, so that it is in no other question.
          view('dan', LONG_AGO, '/straße'),
          view('dan', LONG_AGO + 1, '/docs'),
        ],
      },
    },
  );
  expect(trackEvents.accepted).toBe(18);
});
afterAll(() => server.close());

const Ask = graphql(`
  query SequencePaths(
    $project: ID!, $range: RangeInput, $filter: EventFilter, $startingAt: String, $depth: Int, $first: Int
  ) {
    project(id: $project) {
      paths(range: $range, filter: $filter, startingAt: $startingAt, depth: $depth, first: $first) {
        nodes { step path visitors }
        links { step source target visitors }
      }
    }
  }
`);

async function ask(question: Partial<SequencePathsQueryVariables> = {}) {
  const { project } = await server.get(Ask, { project: tenant.projectId, ...question }, tenant.token);
  return {
    nodes: project?.paths.nodes.map(({ step, path, visitors }) => `${step} ${path} ${visitors}`),
    links: project?.paths.links.map(
      ({ step, source, target, visitors }) => `${step} ${source} ${target} ${visitors}`,
    ),
  };
}

describe('paths', () => {
  it('follow the pageviews of visits, by distinct visitors', async () => {
    expect(await ask()).toEqual({
      nodes: ['1 / 2', '1 /pricing 1', '2 / 1', '2 /docs 1', '2 /pricing 1', '3 /docs 1', '4 / 1'],
      links: ['1 / /docs 1', '1 / /pricing 1', '1 /pricing / 1', '2 /pricing /docs 1', '3 /docs / 1'],
    });
  });

  it('end with the depth and fold what is beyond the first', async () => {
    expect(await ask({ depth: 2, first: 1 })).toEqual({
      nodes: ['1 / 2', '1 other 1', '2 / 1', '2 other 2'],
      links: ['1 / other 2', '1 other / 1'],
    });
  });

  it('begin where a path first is', async () => {
    expect(await ask({ startingAt: '/pricing' })).toEqual({
      nodes: ['1 /pricing 2', '2 / 1', '2 /docs 1', '3 / 1'],
      links: ['1 /pricing / 1', '1 /pricing /docs 1', '2 /docs / 1'],
    });
    expect(await ask({ startingAt: '/nowhere' })).toEqual({ nodes: [], links: [] });
  });

  it.each(['/straße', '/stra%C3%9Fe'])('begin with %s as people or URLs write it', async (startingAt) => {
    const range = { between: { start: at(LONG_AGO), end: at(LONG_AGO + 60) } };
    expect((await ask({ startingAt, range })).links).toEqual(['1 /stra%C3%9Fe /docs 1']);
  });

  it('begin with an event, after which the pageviews count', async () => {
    expect(await ask({ startingAt: 'signup' })).toEqual({
      nodes: ['1 signup 3', '2 /docs 2', '3 / 1'],
      links: ['1 signup /docs 2', '2 /docs / 1'],
    });
  });

  it('consider the events of the filter and the range only', async () => {
    // Bob's start is a matching event after the start of the range: his second signup.
    expect(await ask({ startingAt: 'signup', range: { between: { start: at(4), end: at(60) } } })).toEqual({
      nodes: ['1 signup 1', '2 / 1'],
      links: ['1 signup / 1'],
    });
    expect(await ask({ startingAt: 'signup', filter: { type: { eq: 'PAGEVIEW' } } })).toEqual({
      nodes: [],
      links: [],
    });
    expect((await ask({ filter: { path: { ne: '/' } } })).links).toEqual(['1 /pricing /docs 1']);
  });

  it.each([
    [{ depth: 1 }, 'depth'],
    [{ depth: 11 }, 'depth'],
    [{ first: 0 }, 'first'],
    [{ first: 51 }, 'first'],
    [{ startingAt: '' }, 'startingAt'],
  ])('refuse %j', async (question, field) => {
    const { errors } = await server.ask(Ask, { project: tenant.projectId, ...question }, tenant.token);
    expect(errors.map(({ extensions }) => [extensions?.code, extensions?.field])).toEqual([
      ['BAD_USER_INPUT', field],
    ]);
  });
});

it('timeOnPage is the mean time to the next event of the visit', async () => {
  const { project } = await server.get(
    graphql(`
      query SequenceTime($project: ID!) {
        project(id: $project) {
          stats(range: { between: { start: "2025-11-21T10:00:00Z", end: "2025-11-21T10:04:00Z" } }) {
            totals { timeOnPage }
            timeseries(interval: MINUTE) { metrics { timeOnPage } }
            breakdown(by: PATH) { value metrics { timeOnPage } }
          }
          nothing: stats(range: { between: { start: "2025-11-21T12:00:00Z", end: "2025-11-21T12:04:00Z" } }) {
            totals { timeOnPage }
          }
        }
      }
    `),
    { project: tenant.projectId },
    tenant.token,
  );
  // Minutes to the next event. Ada: / 1, / 1; her last /docs of this visit has none. Bob: / 1, no path 1, /pricing 1.
  // Cyd: /pricing 2, / 1. The 7 of them are 8 minutes.
  const stats = project?.stats;
  expect(stats?.totals.timeOnPage).toBeCloseTo((8 * 60) / 7, 9);
  expect(stats?.timeseries.map(({ metrics }) => metrics.timeOnPage)).toEqual([80, 60, 60, null]);
  expect(
    Object.fromEntries(
      stats?.breakdown.map(({ value, metrics }) => [String(value), metrics.timeOnPage]) ?? [],
    ),
  ).toEqual({
    '/': 60,
    '/pricing': 90,
    '/docs': null,
    '/form': null,
    null: 60,
  });
  expect(project?.nothing.totals.timeOnPage).toBeNull();
});

// Equal counts are ordered by text, so all texts are needed: more than a scanning thread keeps (100,000).
it('more distinct paths than are kept in memory are ordered and folded too', {
  timeout: 240_000,
}, async () => {
  const [distinct, batch] = [100_001, 1_000];
  const big = await createTenant(server);
  const pathOf = (i: number) => `/p/${String(i).padStart(6, '0')}`;
  // One path has a second visitor.
  const views = Array.from({ length: distinct }, (_, i) => view(`v${i}`, 0, pathOf(i)));
  views.push(view('another', 0, pathOf(50_000)));
  for (let from = 0; from < views.length; from += batch) {
    const { trackEvents } = await server.get(
      graphql(`
        mutation PathsTrackMany($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }
      `),
      { input: { writeKey: big.writeKey, events: views.slice(from, from + batch) } },
    );
    expect(trackEvents.accepted).toBe(Math.min(batch, views.length - from));
  }
  for (const repeated of [1, 2]) {
    const { project } = await server.get(
      Ask,
      { project: big.projectId, first: 3, depth: 2 + repeated },
      big.token,
    );
    expect(project?.paths.nodes.map(({ path, visitors }) => [path, visitors])).toEqual([
      [pathOf(50_000), 2],
      [pathOf(0), 1],
      [pathOf(1), 1],
      ['other', distinct - 3],
    ]);
  }
});
