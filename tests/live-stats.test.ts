import { getNamedType, isObjectType } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { schema } from '../src/schema.ts';
import { graphql } from './gql/gql.ts';
import type { EventFilter, LiveStatsSubscription, RangeInput } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { connect, overServerSentEvents, overWebSocket, type Watch } from './support/live.ts';
import { statementsOf } from './support/statements.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import {
  named,
  numbers,
  type Pair,
  Stats,
  startPair,
  subscribers,
  track,
  until,
  WAYS,
} from './support/watching.ts';

const Whole = graphql(`
  subscription LiveWhole($project: ID!, $range: RangeInput) {
    stats(projectId: $project, range: $range, compare: PREVIOUS_PERIOD, timeZone: "Asia/Kathmandu", throttle: "PT0.1S") {
      start
      end
      timeZone
      totals { visitors visits events revenue { currency amount } }
      timeseries(interval: DAY) { start metrics { events } }
      breakdown(by: PATH) { value metrics { visitors } }
      audience { newVisitors returningVisitors }
      previous { totals { events } }
    }
  }
`);
const WholeQuery = graphql(`
  query LiveWholeQuery($project: ID!, $range: RangeInput) {
    project(id: $project) {
      stats(range: $range, compare: PREVIOUS_PERIOD, timeZone: "Asia/Kathmandu") {
        start
        end
        timeZone
        totals { visitors visits events revenue { currency amount } }
        timeseries(interval: DAY) { start metrics { events } }
        breakdown(by: PATH) { value metrics { visitors } }
        audience { newVisitors returningVisitors }
        previous { totals { events } }
      }
    }
  }
`);
const Wrong = graphql(`
  subscription LiveWrong($project: ID!, $range: RangeInput, $throttle: Duration) {
    stats(projectId: $project, range: $range, throttle: $throttle) { totals { events } }
  }
`);

const TODAY: RangeInput = { preset: 'TODAY' };
let pair: Pair;
let server: TestServer;
let tenant: Tenant;
let key: string;
beforeAll(async () => {
  pair = await startPair();
  server = pair.first;
});
afterAll(() => pair.close());
beforeEach(async () => {
  server.clock.set('2026-11-21T12:00:00Z');
  tenant = await createTenant(server);
  key = (await tenant.createKey('READ')).secret;
});
const leaving: (() => unknown)[] = [];
afterEach(async () => {
  for (const leave of leaving.splice(0)) await leave();
  await subscribers(pair.first, 0);
  await subscribers(pair.second, 0);
});

const eventsOf = ({ received }: Watch<LiveStatsSubscription>) =>
  received.map(({ data }) => data?.stats.totals.events);

function open(authorization: string) {
  const socket = connect(server.url, authorization);
  leaving.push(() => socket.close());
  return socket;
}

/** How often questions are asked from now on. */
function countQuestions(): () => number {
  const asked = vi.spyOn(server.app.engine, 'snapshot');
  onTestFinished(() => asked.mockRestore());
  return () => asked.mock.calls.length;
}

interface Asked {
  range?: RangeInput;
  filter?: EventFilter | null;
  throttle?: string;
}

describe.for(WAYS)('stats over $way', ({ subscribe, of }) => {
  let watched: TestServer;
  beforeAll(() => {
    watched = pair[of];
  });

  function watch({ range = TODAY, filter = null, throttle = 'PT0.1S' }: Asked = {}) {
    const variables = { project: tenant.projectId, range, filter, throttle };
    const watching = subscribe(watched.url, Stats, variables, key);
    leaving.push(() => watching.leave());
    return watching;
  }

  it('answers at once, and again when the numbers change', async () => {
    await track(server, tenant, named('before'));
    const seen = watch();
    await until(() => expect(eventsOf(seen)).toEqual([1]));
    await track(server, tenant, named('one', 'two'));
    await until(() => expect(eventsOf(seen)).toEqual([1, 3]));
    await track(server, tenant, named('three'));
    await until(() => expect(eventsOf(seen)).toEqual([1, 3, 4]));
  });

  it('answers as the query does, with all of its panels', async () => {
    const variables = { project: tenant.projectId, range: { preset: 'LAST_7_DAYS' as const } };
    const seen = subscribe(watched.url, Whole, variables, key);
    leaving.push(() => seen.leave());
    await until(() => expect(seen.received).toHaveLength(1));
    const buy = { name: 'buy', visitorId: 'ada', revenue: { amount: '19.99', currency: 'EUR' } };
    await track(server, tenant, [buy, { visitorId: 'bob', url: 'https://shop.example/' }]);
    // New visitors are told by what they did before the range, whatever else is asked.
    await track(server, tenant, [{ name: 'x', visitorId: 'bob', timestamp: '2026-11-01T00:00:00Z' }]);
    await until(async () => {
      const { project } = await server.get(WholeQuery, variables, key);
      expect(project?.stats.audience).toEqual({ newVisitors: 1, returningVisitors: 1 });
      expect(seen.received.at(-1)).toEqual({ data: { stats: project?.stats } });
    });
  });

  it('sends nothing while the numbers stay what they are', async () => {
    const signups = watch({ filter: { name: { eq: 'signup' } } });
    const all = watch();
    await until(() => expect([eventsOf(signups), eventsOf(all)]).toEqual([[0], [0]]));
    for (const id of numbers(5)) await track(server, tenant, named(id));
    await until(() => expect(eventsOf(all).at(-1)).toBe(5));
    await track(server, tenant, [{ name: 'signup', visitorId: 'ada' }]);
    await until(() => expect(eventsOf(signups)).toEqual([0, 1]));
  });

  it('follows what is stored late of days that are over', async () => {
    const november = { between: { start: '2026-11-02T00:00:00Z', end: '2026-11-03T00:00:00Z' } };
    const seen = watch({ range: november });
    await until(() => expect(eventsOf(seen)).toEqual([0]));
    await track(server, tenant, [{ name: 'late', visitorId: 'ada', timestamp: '2026-11-02T23:59:59Z' }]);
    await until(() => expect(eventsOf(seen)).toEqual([0, 1]));
  });

  it('begins the new day at midnight, and lets what is too old go, without an event', async () => {
    const [today, lately] = [watch(), watch({ range: { last: 'PT5M' } })];
    await track(server, tenant, named('one'));
    server.clock.pass(1_000);
    await until(() => expect([eventsOf(today).at(-1), eventsOf(lately).at(-1)]).toEqual([1, 1]));
    server.clock.pass(5 * 60_000);
    await until(() => expect(eventsOf(lately).at(-1)).toBe(0));
    expect(eventsOf(today).at(-1)).toBe(1);
    server.clock.set('2026-11-22T00:00:01Z');
    await until(() => expect(eventsOf(today).at(-1)).toBe(0));
  });

  it('goes on for the others when one is paused, who then has the newest answer alone', async () => {
    const filter = { name: { eq: 'step' } };
    const [slow, quick] = [watch({ filter }), watch({ filter })];
    await until(() => expect([eventsOf(slow), eventsOf(quick)]).toEqual([[0], [0]]));
    slow.pause();
    for (const id of numbers(10)) {
      await track(server, tenant, named(id));
      await until(() => expect(eventsOf(quick).at(-1)).toBe(Number(id) + 1));
    }
    slow.resume();
    await until(() => expect(eventsOf(slow).at(-1)).toBe(10));
  });

  it.for([
    {
      what: 'a range that ends before it starts',
      range: { between: { start: '2026-11-03T00:00:00Z', end: '2026-11-02T00:00:00Z' } },
      throttle: null,
    },
    { what: 'a throttle that is too short', range: TODAY, throttle: 'PT0.01S' },
    { what: 'a throttle that is too long', range: TODAY, throttle: 'P1D' },
    { what: 'a throttle past the end of the calendar', range: TODAY, throttle: 'P300000Y' },
  ])('refuses $what', async ({ range, throttle }) => {
    const refused = subscribe(watched.url, Wrong, { project: tenant.projectId, range, throttle }, key);
    expect(await refused.ended).toBe('complete');
    expect(refused.received.map(({ errors }) => errors?.[0]?.extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('tells of a failure, and answers when it has passed', async () => {
    const seen = watch();
    await until(() => expect(eventsOf(seen)).toEqual([0]));
    const { engine, store } = watched.app;
    const fail = async () => Promise.reject(new Error('secret'));
    const broken = [
      vi.spyOn(engine, 'snapshot').mockImplementationOnce(fail),
      vi.spyOn(store.questions, 'lookUps').mockImplementationOnce(() => ({ query: fail as never })),
    ];
    onTestFinished(() => broken.forEach((spy) => void spy.mockRestore()));
    await track(server, tenant, named('one'));
    await until(() => expect(seen.received).toHaveLength(2));
    expect(JSON.stringify(seen.received[1])).not.toContain('secret');
    expect(seen.received[1]?.errors?.[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
    server.clock.pass(5_000);
    await until(() => expect(eventsOf(seen)).toEqual([0, undefined, 1]));
  });
});

describe('subscribers with the same question', () => {
  const variables = (filter: EventFilter | null = null, range: RangeInput = TODAY) => ({
    project: tenant.projectId,
    range,
    filter,
    throttle: 'PT0.2S',
  });

  it('share one computation, whoever they are and however they came', async () => {
    const revenue = graphql(`
      subscription LiveRevenue($project: ID!) {
        stats(projectId: $project, range: { preset: TODAY }, throttle: "PT0.2S") {
          totals { events revenue { amount } }
        }
      }
    `);
    const variables = { project: tenant.projectId };
    const readsRevenue = (text: string) => text.includes('with paid as');
    const asked: number[] = [];
    for (const count of [1, 60]) {
      const socket = open(tenant.token);
      const watches = [
        overServerSentEvents(server.url, revenue, variables, key),
        ...Array.from({ length: count }, () => socket.subscribe(revenue, variables)),
      ];
      await until(() => expect(watches.every(({ received }) => received.length === 1)).toBe(true));
      const statements = await statementsOf(async () => {
        await track(server, tenant, named(`with ${count}`));
        await until(() => expect(watches.every(({ received }) => received.length === 2)).toBe(true));
      });
      asked.push(statements.filter(readsRevenue).length);
      for (const { leave } of watches) leave();
      await subscribers(server, 0);
    }
    expect(asked).toEqual([1, 1]);
  });

  it('are each told what they may know, and their answers are nobody’s in particular', async () => {
    const socket = open((await createTenant(server)).token);
    const mine = overWebSocket(server.url, Stats, variables(), key);
    leaving.push(() => mine.leave());
    await until(() => expect(eventsOf(mine)).toEqual([0]));
    const foreign = socket.subscribe(Stats, variables());
    expect(await foreign.ended).toBe('complete');
    expect(foreign.received.map(({ errors }) => errors?.[0]?.extensions?.code)).toEqual(['NOT_FOUND']);
  });

  it('can select nothing that depends on who asks, or on more than the range and the filter', () => {
    const reached = new Set<string>();
    const visit = (name: string): void => {
      const type = schema.getType(name);
      if (reached.has(name) || !isObjectType(type)) return;
      reached.add(name);
      for (const field of Object.values(type.getFields())) visit(getNamedType(field.type).name);
    };
    visit('Stats');
    // What is added here is shared: it must not look at the viewer, and what it looks at beyond the visits of the range
    // belongs into scopesOf (src/live/question.ts).
    expect([...reached].sort()).toEqual([
      'Audience',
      'BreakdownRow',
      'Metrics',
      'Money',
      'Stats',
      'TimePoint',
    ]);
    const stats = schema.getType('Stats');
    expect(isObjectType(stats) && Object.keys(stats.getFields()).sort()).toEqual([
      'audience',
      'breakdown',
      'end',
      'id',
      'previous',
      'start',
      'timeZone',
      'timeseries',
      'totals',
    ]);
  });

  it('are not asked for again by what cannot have changed them', async () => {
    const firefox = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
    const yesterday: RangeInput = { preset: 'YESTERDAY' };
    const socket = open(key);
    const unmoved = [
      socket.subscribe(Stats, variables(null, yesterday)),
      socket.subscribe(Stats, variables({ browser: { eq: 'Chrome' } })),
      socket.subscribe(Stats, variables({ not: { browser: { startsWith: 'F' } } })),
    ];
    await until(() => expect(unmoved.map(eventsOf)).toEqual([[0], [0], [0]]));
    const questions = countQuestions();
    const moved = socket.subscribe(Stats, variables({ browser: { eq: 'Firefox' } }));
    await until(() => expect(eventsOf(moved)).toEqual([0]));
    for (const id of numbers(5)) {
      // An event of the visit's first millisecond could be its first.
      server.clock.pass(1_000);
      await track(server, tenant, [{ id, visitorId: 'ada', name: 'step', context: firefox }]);
      await until(() => expect(eventsOf(moved).at(-1)).toBe(Number(id) + 1));
    }
    expect(questions()).toBe(6);
    await track(server, tenant, [{ name: 'late', visitorId: 'bob', timestamp: '2026-11-20T10:00:00Z' }]);
    await until(() => expect(unmoved.map(eventsOf)[0]).toEqual([0, 1]));
    expect(unmoved.map(eventsOf).slice(1)).toEqual([[0], [0]]);
  });

  it('are asked again, within seconds, after a batch that nobody told of', async () => {
    const socket = open(key);
    const seen = socket.subscribe(Stats, variables());
    await until(() => expect(eventsOf(seen)).toEqual([0]));
    const other = await startServer({ store: server.app.store, now: server.clock.now });
    onTestFinished(() => other.close());
    await track(other, tenant, named('imported'));
    await until(() => expect(eventsOf(seen)).toEqual([0, 1]));
  });

  it('see the days of another time zone once the project has it', async () => {
    const socket = open(tenant.token);
    const seen = socket.subscribe(Stats, variables());
    await track(server, tenant, [{ name: 'early', visitorId: 'ada', timestamp: '2026-11-20T23:30:00Z' }]);
    await until(() => expect(eventsOf(seen).at(-1)).toBe(0));
    const move = graphql(`
      mutation LiveMove($id: ID!) { updateProject(input: { id: $id, timeZone: "Europe/Berlin" }) { project { id } } }
    `);
    await server.get(move, { id: tenant.projectId }, tenant.token);
    await until(() => expect(eventsOf(seen).at(-1)).toBe(1));
  });
});
