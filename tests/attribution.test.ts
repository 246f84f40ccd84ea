import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  server.clock.set('2025-11-30T12:00:00Z');
  tenant = await createTenant(server);
  const page = 'https://shop.example/';
  const event = (visitorId: string, timestamp: string, more: object = {}) => ({
    ...{ visitorId, timestamp: `2025-11-${timestamp}Z`, url: page },
    ...more,
  });
  const buys = (amount: string, currency = 'EUR') => ({ name: 'buy', revenue: { amount, currency } });
  await server.get(
    graphql(`
      mutation AttributionTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }
    `),
    {
      input: {
        writeKey: tenant.writeKey,
        events: [
          // Ada: by mail on the 1st, from a news site on the 10th, direct on the 12th, when she buys twice.
          event('ada', '01T10:00:00', { url: `${page}?utm_source=mail` }),
          event('ada', '10T10:00:00', { referrer: 'https://news.example.net/story' }),
          event('ada', '12T10:00:00'),
          event('ada', '12T10:10:00', buys('19.99')),
          event('ada', '12T10:20:00', buys('5.01')),
          // Bob: direct twice; buys in dollars and euros.
          event('bob', '20T10:00:00'),
          event('bob', '22T10:00:00', buys('0.1', 'USD')),
          event('bob', '22T10:00:01', buys('0.2', 'USD')),
          event('bob', '22T10:00:02', buys('-3')),
          // Cyd comes by mail after buying.
          event('cyd', '25T10:00:00', buys('1')),
          event('cyd', '26T10:00:00', { url: `${page}?utm_source=mail` }),
          // Dan's visit is longer than an hour when he buys.
          ...[0, 20, 40, 60].map((minutes) =>
            event('dan', new Date(Date.UTC(2025, 10, 27, 10, minutes)).toISOString().slice(8, 19), {
              url: `${page}?utm_source=ads`,
              ...(minutes === 60 ? buys('7') : {}),
            }),
          ),
        ],
      },
    },
  );
});
afterAll(() => server.close());

async function attribution(options: string) {
  const { data, errors } = await server.ask<{ project: { attribution: unknown[] } | null }, object>(
    `query { project(id: "${tenant.projectId}") {
       attribution(range: { preset: LAST_30_DAYS }, ${options}) { value conversions visitors revenue { currency amount } }
     } }`,
    {},
    tenant.token,
  );
  return { rows: data?.project?.attribution, problems: errors.map(({ extensions }) => extensions) };
}

const eur = (amount: string) => ({ currency: 'EUR', amount });
const DIRECT = {
  ...{ value: null, conversions: 4, visitors: 2 },
  revenue: [eur('-2'), { currency: 'USD', amount: '0.3' }],
};
const ADS = { value: 'ads', conversions: 1, visitors: 1, revenue: [eur('7')] };

describe('attribution', () => {
  it('credits the last visit with a source, and one without where there is none', async () => {
    expect((await attribution('by: SOURCE, model: LAST_TOUCH')).rows).toEqual([
      DIRECT,
      { value: 'news.example.net', conversions: 2, visitors: 1, revenue: [eur('25')] },
      ADS,
    ]);
  });

  it('is by source and last touch unless asked otherwise', async () => {
    expect((await attribution('first: 1000')).rows).toEqual(
      (await attribution('by: SOURCE, model: LAST_TOUCH')).rows,
    );
  });

  it('credits the first visit of the lookback', async () => {
    expect((await attribution('by: SOURCE, model: FIRST_TOUCH')).rows).toEqual([
      DIRECT,
      { value: 'mail', conversions: 2, visitors: 1, revenue: [eur('25')] },
      ADS,
    ]);
  });

  it('counts the lookback from each conversion, to the millisecond', async () => {
    // Ada's first visit is 11 days and 10 or 20 minutes before she buys.
    const values = async (lookback: string) =>
      ((await attribution(`by: SOURCE, model: FIRST_TOUCH, lookback: "${lookback}"`)).rows ?? [])
        .map((row) => Object.values(row as object).slice(0, 2))
        .filter(([value]) => value === 'mail' || value === 'news.example.net');
    expect(await values('P11DT20M')).toEqual([['mail', 2]]);
    expect(await values('P11DT19M59.999S')).toEqual([
      ['mail', 1],
      ['news.example.net', 1],
    ]);
    expect(await values('P11DT10M')).toEqual([
      ['mail', 1],
      ['news.example.net', 1],
    ]);
    expect(await values('P11DT9M59.999S')).toEqual([['news.example.net', 2]]);
  });

  it('credits its own visit to a conversion without any in the lookback', async () => {
    for (const model of ['FIRST_TOUCH', 'LAST_TOUCH'])
      expect((await attribution(`by: SOURCE, model: ${model}, lookback: "PT59M59S"`)).rows).toContainEqual(
        ADS,
      );
  });

  it('breaks down by other dimensions of the credited visit', async () => {
    expect((await attribution('by: UTM_SOURCE, model: LAST_TOUCH, first: 1')).rows).toEqual([
      { value: null, conversions: 6, visitors: 3, revenue: [eur('23'), { currency: 'USD', amount: '0.3' }] },
    ]);
    expect((await attribution('by: ENTRY_PATH, filter: { visitorId: { eq: "ada" } }')).rows).toEqual([
      { value: '/', conversions: 2, visitors: 1, revenue: [eur('25')] },
    ]);
  });

  it('has no rows without conversions', async () => {
    expect((await attribution('filter: { name: { eq: "pageview" } }')).rows).toEqual([]);
  });

  it.each([
    ['by: PATH', 'by'],
    ['by: PROPERTY', 'by'],
    ['by: SOURCE, lookback: "P101Y"', 'lookback'],
    ['by: SOURCE, lookback: "P999999Y"', 'lookback'],
    ['by: SOURCE, first: 1001', 'first'],
  ])('%s is refused', async (options, field) => {
    expect((await attribution(options)).problems).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', field }),
    ]);
  });

  it('takes a lookback of a hundred years', async () => {
    expect((await attribution('by: SOURCE, lookback: "P100Y"')).problems).toEqual([]);
  });
});
