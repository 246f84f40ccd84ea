import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { projectNumber } from '../src/ids.ts';
import { handlersOf } from '../src/jobs/schedule.ts';
import { createJobs } from '../src/jobs/worker.ts';
import { turnOf } from '../src/webhooks/thresholds.sql.ts';
import { takeTurn } from '../src/webhooks/thresholds.ts';
import { graphql } from './gql/gql.ts';
import type { ThresholdInput } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import type { Receiver } from './support/receiver.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { track } from './support/watching.ts';
import { idle, sending, webhooksOf } from './support/webhooks.ts';

const Update = graphql(`
  mutation UpdateThresholds($input: UpdateWebhookInput!) {
    updateWebhook(input: $input) {
      webhook { thresholds { metric currency last comparison value passed filter measure { event property aggregate } } }
    }
  }
`);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const attempt = { signal: new AbortController().signal };
const fewVisits: ThresholdInput = { metric: 'VISITS', last: 'PT1H', comparison: 'BELOW', value: 2 };

let server: TestServer;
let tenant: Tenant;
let key: string;
let hooks: ReturnType<typeof webhooksOf>;

beforeAll(async () => {
  server = await startServer(sending);
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await createTenant(server, { timeZone: 'Asia/Kathmandu' });
  // Access tokens end after 15 minutes, and the clock goes on by hours.
  key = (await tenant.createKey('ADMIN')).secret;
  hooks = webhooksOf(server, { ...tenant, token: key });
});

/** Looks at all thresholds, as the schedule does every minute. */
async function look(): Promise<void> {
  await server.app.jobs.add('thresholds', {});
  await idle(server);
}

type Services = Parameters<typeof takeTurn>[0];

/** Looks at the thresholds of a project, as its job does. */
const turn = (services: Services = server.app, length?: number): Promise<void> =>
  takeTurn(services, { projectId: projectNumber(tenant.projectId) }, attempt, length);

/** The messages so far, as `type metric observed`. */
const told = ({ received }: Receiver): string[] =>
  received.map(({ body }) => {
    const { type, data } = JSON.parse(body);
    return `${type} ${data.metric} ${data.observed}`;
  });

/** Visits that begin now, of so many visitors. */
const visits = (...visitors: string[]) =>
  track(
    server,
    tenant,
    visitors.map((visitorId) => pageview(server, visitorId)),
  );

const pageview = ({ clock }: TestServer, visitorId: string) => ({
  visitorId,
  name: 'pageview',
  type: 'PAGEVIEW' as const,
  url: `https://shop.example/${visitorId}`,
  timestamp: new Date(clock.now()).toISOString(),
});

describe('a threshold', () => {
  it('is told when the statistic passes it, once more when it came back, and then when it passes it again', async () => {
    const { receiver } = await hooks.receiving(undefined, { thresholds: [fewVisits] });
    await look();
    await look();
    server.clock.pass(MINUTE);
    await look();
    expect(told(receiver)).toEqual(['threshold.passed VISITS 0']);

    await visits('ada', 'bob');
    server.clock.pass(MINUTE);
    // Two are not fewer than two.
    await look();
    server.clock.pass(MINUTE);
    await look();
    expect(told(receiver).slice(1)).toEqual(['threshold.recovered VISITS 2']);
    const [passed, recovered] = receiver.received.map(({ body }) => JSON.parse(body).data);
    expect(Object.keys(recovered)).toEqual(Object.keys(passed));

    server.clock.pass(HOUR);
    await look();
    await look();
    expect(told(receiver).slice(2)).toEqual(['threshold.passed VISITS 0']);
  });

  it('is not told that it came back where it was never passed', async () => {
    const { receiver } = await hooks.receiving(undefined, {
      thresholds: [{ ...fewVisits, comparison: 'ABOVE' }],
    });
    await look();
    await visits('ada', 'bob');
    server.clock.pass(MINUTE);
    await look();
    expect(receiver.received).toEqual([]);
  });

  it('is told with the number, the bound, and the question that anyone can ask again', async () => {
    const filter = { path: { startsWith: '/a' } };
    const { receiver } = await hooks.receiving(undefined, {
      thresholds: [{ metric: 'VISITORS', last: 'P1D', comparison: 'ABOVE', value: 1, filter }],
    });
    await visits('ada', 'alf', 'bob');
    server.clock.pass(MINUTE + 17_000);
    await look();
    const [request] = await receiver.waitFor(1);
    const { type, timestamp, data } = JSON.parse(request?.body ?? '');
    const end = Math.floor(server.clock.now() / MINUTE) * MINUTE;
    expect({ type, timestamp }).toEqual({
      type: 'threshold.passed',
      timestamp: new Date(server.clock.now()).toISOString(),
    });
    expect(data).toMatchObject({
      projectId: tenant.projectId,
      metric: 'VISITORS',
      last: 'P1D',
      comparison: 'ABOVE',
      bound: 1,
      observed: 2,
      filter,
      variables: {
        project: tenant.projectId,
        filter,
        range: {
          between: { start: new Date(end - 24 * HOUR).toISOString(), end: new Date(end).toISOString() },
        },
      },
    });
    // More happens; the question is still about what was seen.
    await visits('ann');
    server.clock.pass(5 * MINUTE);
    const asked = await server.get(data.query, data.variables, (await tenant.createKey('READ')).secret);
    expect(asked).toEqual({ project: { stats: { totals: { visitors: 2 } } } });
  });

  it.each([
    ['PAGEVIEWS', {}, 2],
    ['EVENTS', {}, 4],
    ['BOUNCE_RATE', {}, 0.5],
    ['VISIT_DURATION', {}, 30],
    ['VIEWS_PER_VISIT', {}, 1],
    ['TIME_ON_PAGE', {}, 20],
    ['REVENUE', { currency: 'EUR' }, 12.5],
    ['MEASURE', { measure: { event: 'buy', property: 'seats', aggregate: 'SUM' } }, 7],
    ['MEASURE', { measure: { event: 'buy', aggregate: 'COUNT' } }, 2],
  ] as const)('can be on %s %j', async (metric, more, observed) => {
    const { receiver } = await hooks.receiving(undefined, {
      thresholds: [
        { metric, ...more, last: 'PT1H', comparison: 'ABOVE', value: observed - 0.01 },
        { metric, ...more, last: 'PT1H', comparison: 'ABOVE', value: observed },
      ],
    });
    const at = (seconds: number) => new Date(server.clock.now() + seconds * 1_000).toISOString();
    const money = { currency: 'EUR', amount: '12.50' };
    // Ada is there for a minute, 20 seconds of it on her page; Bob for one event.
    await track(server, tenant, [
      { visitorId: 'ada', type: 'PAGEVIEW', name: 'pageview', url: 'https://a.example/', timestamp: at(0) },
      { visitorId: 'ada', name: 'buy', timestamp: at(20), revenue: money, properties: { seats: 3 } },
      {
        visitorId: 'ada',
        name: 'buy',
        timestamp: at(60),
        revenue: { currency: 'USD', amount: '1' },
        properties: { seats: 4 },
      },
      { visitorId: 'bob', type: 'PAGEVIEW', name: 'pageview', url: 'https://a.example/', timestamp: at(0) },
    ]);
    server.clock.pass(2 * MINUTE);
    await look();
    await receiver.waitFor(1);
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.observed)).toEqual([observed]);
  });

  it('says nothing where there is no number', async () => {
    const { receiver } = await hooks.receiving(undefined, {
      thresholds: [{ metric: 'BOUNCE_RATE', last: 'PT1H', comparison: 'BELOW', value: 1 }],
    });
    await look();
    expect(receiver.received).toEqual([]);
  });

  it('stays told when others are added or its webhook is changed', async () => {
    const { receiver, id } = await hooks.receiving(undefined, { thresholds: [fewVisits] });
    await look();
    await receiver.waitFor(1);
    const more: ThresholdInput = { ...fewVisits, metric: 'VISITORS', filter: { country: { eq: 'DE' } } };
    const { updateWebhook } = await server.get(Update, { input: { id, thresholds: [more, fewVisits] } }, key);
    const passed = Object.fromEntries(
      updateWebhook.webhook.thresholds.map((threshold) => [threshold.metric, threshold.passed]),
    );
    expect(passed).toEqual({ VISITS: true, VISITORS: false });
    await look();
    await receiver.waitFor(2);
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.metric)).toEqual(['VISITS', 'VISITORS']);
  });

  it('is told once where several look at the same time, and its question asked once for all', async () => {
    const first = await hooks.receiving(undefined, { thresholds: [fewVisits, { ...fewVisits, value: 3 }] });
    const second = await hooks.receiving(undefined, { thresholds: [fewVisits] });
    let asked = 0;
    const counting: typeof server.app.ask = (...question) => {
      if (question[2].kind === 'key' && question[1].project === tenant.projectId) asked++;
      return server.app.ask(...question);
    };
    await Promise.all([1, 2, 3, 4].map(() => turn({ ...server.app, ask: counting })));
    expect(asked).toBe(1);
    server.clock.pass(MINUTE);
    await Promise.all([1, 2, 3, 4].map(() => turn({ ...server.app, ask: counting })));
    expect(asked).toBe(2);
    await idle(server);
    expect(first.receiver.received).toHaveLength(2);
    expect(second.receiver.received).toHaveLength(1);
  });

  it('is told once where several see it pass for the first time', async () => {
    const { receiver } = await hooks.receiving(undefined, { thresholds: [fewVisits] });
    // Clocks that differ look for different minutes.
    const clocks = [0, 1, 2, 3].map((minutes) => server.clock.now() + minutes * MINUTE);
    await Promise.all(clocks.map((at) => turn({ ...server.app, now: () => at })));
    await idle(server);
    expect(receiver.received).toHaveLength(1);
  });

  it('that cannot be answered does not keep the others from being told', async () => {
    const { receiver } = await hooks.receiving(undefined, {
      thresholds: [{ ...fewVisits, last: 'PT2H' }, fewVisits, { ...fewVisits, last: 'PT3H' }],
    });
    let asked = 0;
    const failing: typeof server.app.ask = (...question) =>
      ++asked < 3 ? Promise.reject(new Error('too many events')) : server.app.ask(...question);
    await turn({ ...server.app, ask: failing });
    await idle(server);
    expect(receiver.received).toHaveLength(1);
  });

  it('is the next turn’s where the project’s turn is over, and then comes first', async () => {
    const { receiver } = await hooks.receiving(undefined, {
      thresholds: [fewVisits, { ...fewVisits, metric: 'VISITORS' }, { ...fewVisits, metric: 'PAGEVIEWS' }],
    });
    const asked: string[] = [];
    const slow: typeof server.app.ask = async (document, ...rest) => {
      asked.push(/visits|visitors|pageviews/.exec(document)?.[0] ?? document);
      await pause(150);
      return server.app.ask(document, ...rest);
    };
    await turn({ ...server.app, ask: slow }, 100);
    expect(asked).toHaveLength(1);
    // The job of the next turn is there.
    await idle(server);
    expect(told(receiver).toSorted()).toEqual([
      'threshold.passed PAGEVIEWS 0',
      'threshold.passed VISITORS 0',
      'threshold.passed VISITS 0',
    ]);
    // Where there is time for one question a minute, each has its turn in three.
    asked.length = 0;
    const hurried = { ...server.app, ask: slow, jobs: { add: async () => undefined } };
    for (let minute = 0; minute < 3; minute++) {
      server.clock.pass(MINUTE);
      await turn(hurried, 100);
    }
    expect(asked.toSorted()).toEqual(['pageviews', 'visitors', 'visits']);
  });

  it('is looked at by the next tick where the job failed', async () => {
    const { receiver } = await hooks.receiving(undefined, { thresholds: [fewVisits] });
    const key = turnOf(projectNumber(tenant.projectId) ?? 0);
    await server.app.jobs.add('thresholds of a project', { projectId: null }, { key });
    const failed = 'select 1 from graphile_worker.jobs where attempts = 1 and locked_at is null';
    await expect.poll(async () => (await server.app.store.pool.query(failed)).rowCount).toBe(1);
    // It would be tried again later and later.
    await server.app.store.pool.query(
      "update graphile_worker._private_jobs set run_at = now() + interval '1 day'",
    );
    await look();
    expect(told(receiver)).toEqual(['threshold.passed VISITS 0']);
  });
});

describe('a project', () => {
  it.each([
    ['hang', () => new Promise<never>(() => undefined)],
    ['fail', () => Promise.reject(new Error('too many events'))],
  ])('whose questions %s does not delay another’s', async (what, ask) => {
    // A server without jobs: those that run here ask what does not come back.
    const quiet = await startServer({ ...sending, jobs: null });
    const jobs = createJobs(quiet.app);
    onTestFinished(async () => {
      await jobs.stop();
      await quiet.close();
    });
    const [slow, quick] = [await createTenant(quiet), await createTenant(quiet)];
    const asking: typeof server.app.ask = (...question) =>
      question[1].project === slow.projectId ? ask() : quiet.app.ask(...question);
    jobs.start(handlersOf({ ...quiet.app, ask: asking }), []);
    const ranges = ['PT1H', 'PT2H', 'PT3H', 'PT4H', 'PT5H'];
    await webhooksOf(quiet, slow).receiving(undefined, {
      thresholds: ranges.map((last) => ({ ...fewVisits, last })),
    });
    const { receiver } = await webhooksOf(quiet, quick).receiving(undefined, { thresholds: [fewVisits] });
    const slowJob = turnOf(projectNumber(slow.projectId) ?? 0);
    const left = async () => {
      const { rows } = await quiet.app.store.pool.query('select key from graphile_worker.jobs');
      return rows.map(({ key }) => key).filter((key) => key !== slowJob || what === 'fail');
    };
    for (let minute = 0; minute < 3; minute++) {
      await quiet.app.jobs.add('thresholds', {});
      await expect.poll(left, { timeout: 10_000 }).toEqual([]);
      quiet.clock.pass(MINUTE);
      await track(quiet, quick, [pageview(quiet, 'ada'), pageview(quiet, 'bob')]);
    }
    expect(told(receiver)).toEqual(['threshold.passed VISITS 0', 'threshold.recovered VISITS 2']);
  });
});

describe('what cannot be a threshold is refused', () => {
  it.each<[string, Partial<ThresholdInput>, string]>([
    ['revenue without a currency', { metric: 'REVENUE' }, 'input.thresholds.currency'],
    ['a currency without revenue', { currency: 'EUR' }, 'input.thresholds.currency'],
    ['a currency in words', { metric: 'REVENUE', currency: 'euro' }, 'input.thresholds[0].currency'],
    ['a measure without what is measured', { metric: 'MEASURE' }, 'input.thresholds.measure'],
    [
      'a sum of nothing',
      { metric: 'MEASURE', measure: { event: 'buy', aggregate: 'SUM' } },
      'input.thresholds.measure.property',
    ],
    ['a range of seconds', { last: 'PT59S' }, 'input.thresholds.last'],
    ['a range of years', { last: 'P367D' }, 'input.thresholds.last'],
    ['a range beyond time', { last: 'P999999Y' }, 'input.thresholds.last'],
    ['a text that cannot be kept', { filter: { path: { eq: '\0' } } }, 'input.thresholds[0].filter.path.eq'],
    ['half a character', { filter: { path: { eq: '\ud800' } } }, 'input.thresholds[0].filter.path.eq'],
  ])('%s', async (_what, wrong, field) => {
    const { errors } = await hooks.create({ thresholds: [{ ...fewVisits, ...wrong }] });
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ code: 'BAD_USER_INPUT', field }]);
  });

  it('a filter of too many conditions', async () => {
    const or = Array.from({ length: 101 }, () => ({ path: { eq: '/' } }));
    const { errors } = await hooks.create({ thresholds: [{ ...fewVisits, filter: { or } }] });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['QUERY_TOO_COMPLEX']);
  });

  it.each(['PT1M', 'P1Y', 'P366D', 'P1M'])('but not a range of %s', async (last) => {
    const { errors } = await hooks.create({ thresholds: [{ ...fewVisits, last }] });
    expect(errors).toEqual([]);
  });
});
