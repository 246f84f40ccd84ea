import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { FunnelOrder, SequenceFunnelQueryVariables } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

let server: TestServer;
let tenant: Tenant;

const TEN = Date.parse('2025-11-21T10:00:00Z');
const at = (minute: number) => new Date(TEN + minute * 60_000).toISOString();
const view = (visitorId: string, minute: number, path: string) => ({
  visitorId,
  timestamp: at(minute),
  url: `https://a.example${path}`,
});
const act = (visitorId: string, minute: number, name: string) => ({ visitorId, timestamp: at(minute), name });

const MILLISECOND = 1 / 60_000;

beforeAll(async () => {
  server = await startServer();
  server.clock.set('2025-11-21T14:00:00Z');
  tenant = await createTenant(server);
  const { trackEvents } = await server.get(
    graphql(`
      mutation FunnelTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }
    `),
    {
      input: {
        writeKey: tenant.writeKey,
        events: [
          // Ada goes straight through.
          view('ada', 0, '/pricing'),
          act('ada', 5, 'signup'),
          act('ada', 25, 'buy'),
          // Bob reads between, and needs an hour, to the millisecond.
          view('bob', 0, '/pricing'),
          view('bob', 10, '/docs'),
          act('bob', 30, 'signup'),
          act('bob', 60, 'buy'),
          // Cyd needs a millisecond more.
          view('cyd', 0, '/pricing'),
          act('cyd', 1, 'signup'),
          act('cyd', 60 + MILLISECOND, 'buy'),
          // Dan signs up first.
          act('dan', 0, 'signup'),
          view('dan', 10, '/pricing'),
          act('dan', 20, 'buy'),
          // Eve comes back for a second try: 50 minutes from there.
          view('eve', 0, '/pricing'),
          view('eve', 50, '/pricing'),
          act('eve', 70, 'signup'),
          act('eve', 100, 'buy'),
          // Fay only buys.
          act('fay', 0, 'buy'),
        ],
      },
    },
  );
  expect(trackEvents.accepted).toBe(18);
});
afterAll(() => server.close());

const Ask = graphql(`
  query SequenceFunnel(
    $project: ID!, $range: RangeInput, $filter: EventFilter, $steps: [FunnelStepInput!]!, $window: Duration, $order: FunnelOrder
  ) {
    project(id: $project) {
      funnel(range: $range, filter: $filter, steps: $steps, window: $window, order: $order) {
        conversionRate
        steps { label visitors conversionRate dropOff medianSecondsFromPrevious }
      }
    }
  }
`);

const STEPS = [
  { match: { path: '/pricing' } },
  { match: { name: 'signup' } },
  { label: 'Bought', match: { filter: { name: { eq: 'buy' } } } },
];

async function ask(question: Partial<SequenceFunnelQueryVariables>) {
  const { project } = await server.get(
    Ask,
    { project: tenant.projectId, steps: STEPS, ...question },
    tenant.token,
  );
  if (!project) throw new Error('no project');
  return project.funnel;
}

describe('funnel', () => {
  it('says how many came how far, and how fast', async () => {
    // Seconds from /pricing to signup: Cyd 60, Ada 300, Eve 1200, Bob 1800; from signup to buy: Ada 1200, Bob and Eve 1800.
    expect(await ask({ window: 'PT1H' })).toEqual({
      conversionRate: 0.6,
      steps: [
        { label: '/pricing', visitors: 5, conversionRate: 1, dropOff: 0, medianSecondsFromPrevious: null },
        { label: 'signup', visitors: 4, conversionRate: 0.8, dropOff: 1, medianSecondsFromPrevious: 750 },
        { label: 'Bought', visitors: 3, conversionRate: 0.75, dropOff: 1, medianSecondsFromPrevious: 1800 },
      ],
    });
  });

  it.each<[string, FunnelOrder, string | null, number[], (number | null)[]]>([
    // Cyd's 3,540.001 seconds join the last step.
    ['anything between, at any time', 'ORDERED', null, [5, 4, 4], [null, 750, 1800]],
    // Bob reads between; Cyd is late: Ada and Eve are left, of 1200 and 1800 seconds.
    ['nothing between, within an hour', 'STRICT', 'PT1H', [5, 3, 2], [null, 300, 1500]],
    ['nothing between, at any time', 'STRICT', null, [5, 3, 3], [null, 300, 1800]],
    ['in any order, within an hour', 'ANY', 'PT1H', [5, 5, 4], [null, null, null]],
    ['in any order, at any time', 'ANY', null, [5, 5, 5], [null, null, null]],
    ['a millisecond more', 'ORDERED', 'PT1H0.001S', [5, 4, 4], [null, 750, 1800]],
    ['a month', 'ORDERED', 'P1M', [5, 4, 4], [null, 750, 1800]],
  ])('%s', async (_, order, window, visitors, medians) => {
    const { steps } = await ask({ order, window });
    expect(steps.map((step) => step.visitors)).toEqual(visitors);
    expect(steps.map((step) => step.medianSecondsFromPrevious)).toEqual(medians);
  });

  it('considers the events of the filter and the range only', async () => {
    const withoutDocs = await ask({
      order: 'STRICT',
      window: 'PT1H',
      filter: { path: { ne: '/docs' } },
    });
    expect(withoutDocs.steps.map(({ visitors }) => visitors)).toEqual([5, 4, 3]);
    // Bob's buy happens with the end of the range, and Ada's with its start.
    const cut = await ask({ range: { between: { start: at(0), end: at(60) } } });
    expect(cut.steps.map(({ visitors }) => visitors)).toEqual([5, 3, 1]);
    const late = await ask({ range: { between: { start: at(25), end: at(101) } }, order: 'ANY' });
    expect(late.steps.map(({ visitors }) => visitors)).toEqual([1, 1, 1]);
  });

  it('divides by nothing as null, and takes the whole match', async () => {
    const nobody = { match: { name: 'buy', path: '/pricing' } };
    expect(
      await ask({
        steps: [nobody, { match: {} }, { label: '', match: { path: '/docs', name: 'pageview' } }],
      }),
    ).toEqual({
      conversionRate: null,
      steps: [
        { label: 'buy', visitors: 0, conversionRate: 1, dropOff: 0, medianSecondsFromPrevious: null },
        { label: 'Step 2', visitors: 0, conversionRate: null, dropOff: 0, medianSecondsFromPrevious: null },
        { label: '', visitors: 0, conversionRate: null, dropOff: 0, medianSecondsFromPrevious: null },
      ],
    });
    const { conversionRate, steps } = await ask({ steps: [{ match: {} }] });
    expect([conversionRate, steps[0]?.visitors]).toEqual([1, 6]);
  });

  it.each([
    ['no step', { steps: [] }, 'BAD_USER_INPUT', 'steps'],
    ['11 steps', { steps: Array(11).fill({ match: {} }) }, 'BAD_USER_INPUT', 'steps'],
    [
      'a step of 101 conditions',
      { steps: [{ match: { filter: { or: Array(100).fill({ type: { eq: 'CUSTOM' } }) } } }] },
      'QUERY_TOO_COMPLEX',
      undefined,
    ],
    ['a window of no time', { window: 'PT0S' }, 'BAD_USER_INPUT', 'window'],
    [
      'an empty range',
      { range: { between: { start: at(1), end: at(1) } } },
      'BAD_USER_INPUT',
      'range.between',
    ],
  ] as const)('refuses %s', async (_, question, code, field) => {
    const variables = {
      project: tenant.projectId,
      steps: STEPS,
      ...question,
    } as SequenceFunnelQueryVariables;
    const { errors } = await server.ask(Ask, variables, tenant.token);
    expect(errors.map(({ extensions }) => [extensions?.code, extensions?.field])).toEqual([[code, field]]);
  });
});
