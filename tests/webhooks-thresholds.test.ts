import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { watchThresholds } from '../src/webhooks/thresholds.ts';
import { graphql } from './gql/gql.ts';
import type { ThresholdInput } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
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
const attempt = { number: 1, last: false, signal: new AbortController().signal };
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

/** Visits that begin now, of so many visitors. */
const visits = (...visitors: string[]) =>
  track(
    server,
    tenant,
    visitors.map((visitorId) => ({
      visitorId,
      name: 'pageview',
      type: 'PAGEVIEW',
      url: `https://shop.example/${visitorId}`,
      timestamp: new Date(server.clock.now()).toISOString(),
    })),
  );

describe('a threshold', () => {
  it('is told when the statistic passes it, and again only after it came back', async () => {
    const { receiver } = await hooks.receiving(undefined, { thresholds: [fewVisits] });
    await look();
    await receiver.waitFor(1);
    await look();
    server.clock.pass(MINUTE);
    await look();
    expect(receiver.received).toHaveLength(1);

    await visits('ada', 'bob');
    server.clock.pass(MINUTE);
    // Two are not fewer than two.
    await look();
    expect(receiver.received).toHaveLength(1);

    server.clock.pass(HOUR);
    await look();
    await receiver.waitFor(2);
    await look();
    expect(receiver.received).toHaveLength(2);
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
    await watchThresholds({ ...server.app, ask: counting }, {}, attempt);
    expect(asked).toBe(1);
    await Promise.all([1, 2, 3, 4].map(() => watchThresholds(server.app, {}, attempt)));
    await idle(server);
    expect(first.receiver.received).toHaveLength(2);
    expect(second.receiver.received).toHaveLength(1);
  });

  it('is told once where several see it pass for the first time', async () => {
    const { receiver } = await hooks.receiving(undefined, { thresholds: [fewVisits] });
    await Promise.all([1, 2, 3, 4].map(() => watchThresholds(server.app, {}, attempt)));
    await idle(server);
    expect(receiver.received).toHaveLength(1);
  });

  it('that cannot be answered does not keep the others from being told', async () => {
    const { receiver } = await hooks.receiving(undefined, { thresholds: [fewVisits] });
    const other = await createTenant(server);
    const broken = webhooksOf(server, { ...other, token: (await other.createKey('ADMIN')).secret });
    await broken.receiving(undefined, { thresholds: [fewVisits] });
    const failing: typeof server.app.ask = (...question) =>
      question[1].project === other.projectId
        ? Promise.reject(new Error('too many events'))
        : server.app.ask(...question);
    await watchThresholds({ ...server.app, ask: failing }, {}, attempt);
    await idle(server);
    expect(receiver.received).toHaveLength(1);
  });
});

describe('what cannot be a threshold is refused', () => {
  it.each<[string, Partial<ThresholdInput>, string]>([
    ['revenue without a currency', { metric: 'REVENUE' }, 'input.thresholds.currency'],
    ['a currency without revenue', { currency: 'EUR' }, 'input.thresholds.currency'],
    ['a currency in words', { metric: 'REVENUE', currency: 'euro' }, 'input.thresholds.0.currency'],
    ['a measure without what is measured', { metric: 'MEASURE' }, 'input.thresholds.measure'],
    [
      'a sum of nothing',
      { metric: 'MEASURE', measure: { event: 'buy', aggregate: 'SUM' } },
      'input.thresholds.measure.property',
    ],
    ['a range of seconds', { last: 'PT59S' }, 'input.thresholds.last'],
    ['a range of years', { last: 'P367D' }, 'input.thresholds.last'],
    ['a range beyond time', { last: 'P999999Y' }, 'input.thresholds.last'],
    ['a text that cannot be kept', { filter: { path: { eq: '\0' } } }, 'input.thresholds.filter'],
    ['half a character', { filter: { path: { eq: '\ud800' } } }, 'input.thresholds.filter'],
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
