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
  const event = (name: string, properties: Record<string, unknown>, timestamp = '2025-11-29T12:00:00Z') => ({
    ...{ visitorId: 'ada', timestamp, name, properties },
  });
  await server.get(
    graphql(`
      mutation PropertiesTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { message } } }
    `),
    {
      input: {
        writeKey: tenant.writeKey,
        events: [
          event('buy', { plan: 'pro', Price: 12.5, gift: true, note: null }),
          event('buy', { plan: 'free', Price: 12.5 }),
          event('buy', { plan: 'pro', tags: ['a', 'b'] }),
          event('signup', { plan: 'a_b' }),
          event('signup', { plan: 'aXb', '100%': 'yes' }),
          event('signup', {}),
          // 90 days before noon of 30 November are noon of 1 September.
          event('buy', { plan: 'pro', early: 1 }, '2025-09-01T12:00:00Z'),
          event('buy', { plan: 'pro', earlier: 1 }, '2025-09-01T11:59:59.999Z'),
        ],
      },
    },
  );
});
afterAll(() => server.close());

async function ask(field: string) {
  const { data, errors } = await server.ask<{ project: Record<string, object[]> }, object>(
    `query { project(id: "${tenant.projectId}") { ${field} } }`,
    {},
    tenant.token,
  );
  return errors.length > 0
    ? errors.map(({ extensions }) => extensions)
    : Object.values(data?.project ?? {})[0]?.map((row) => Object.values(row));
}

describe('propertyKeys', () => {
  const keys = (options = '') => ask(`propertyKeys${options} { key events }`);

  it('are those of the last 90 days, the most frequent first, then in the order of their letters', async () => {
    // Code points: digits, capitals, small letters. A JSON null is no property.
    expect(await keys()).toEqual([
      ['plan', 6],
      ['Price', 2],
      ['100%', 1],
      ['early', 1],
      ['gift', 1],
      ['tags', 1],
    ]);
  });

  it('can be those of one event', async () => {
    expect(await keys('(event: "signup")')).toEqual([
      ['plan', 2],
      ['100%', 1],
    ]);
    expect(await keys('(event: "no such")')).toEqual([]);
  });

  it('are searched whatever the case, and literally', async () => {
    expect(await keys('(search: "PR")')).toEqual([['Price', 2]]);
    expect(await keys('(search: "%")')).toEqual([['100%', 1]]);
  });

  it('are as many as asked for', async () => {
    expect(await keys('(first: 1)')).toEqual([['plan', 6]]);
    expect(await keys('(first: 1001)')).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'first' }),
    ]);
  });
});

describe('propertyValues', () => {
  const values = (options: string) => ask(`propertyValues(${options}) { value events }`);

  it('are the texts of one property', async () => {
    expect(await values('key: "plan"')).toEqual([
      ['pro', 3],
      ['aXb', 1],
      ['a_b', 1],
      ['free', 1],
    ]);
    expect(await values('key: "Price"')).toEqual([['12.5', 2]]);
    expect(await values('key: "gift"')).toEqual([['true', 1]]);
    expect(await values('key: "tags"')).toEqual([['["a", "b"]', 1]]);
    expect(await values('key: "note"')).toEqual([]);
  });

  it('can be those of one event, searched, and as many as asked for', async () => {
    expect(await values('key: "plan", event: "signup", search: "_"')).toEqual([['a_b', 1]]);
    expect(await values('key: "plan", search: "R", first: 1')).toEqual([['pro', 3]]);
  });

  it('need the name of a property', async () => {
    expect(await values('key: ""')).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'key' }),
    ]);
  });
});

it('looks at the latest 10,000 events', async () => {
  const crowd = await createTenant(server);
  const event = (second: number) => ({
    ...{ visitorId: 'ada', name: 'tick', timestamp: new Date(Date.UTC(2025, 10, 1) + second * 1000) },
    properties: second === 0 ? { oldest: true } : { tick: second === 1 },
  });
  for (let from = 0; from <= 10_000; from += 1_000) {
    const events = Array.from({ length: Math.min(1_000, 10_001 - from) }, (_, i) => event(from + i));
    await server.ask('mutation ($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }', {
      input: { writeKey: crowd.writeKey, events },
    });
  }
  const { project } = await server.get<{ project: unknown }, object>(
    `query { project(id: "${crowd.projectId}") {
       propertyKeys { key events } propertyValues(key: "tick") { value events }
     } }`,
    {},
    crowd.token,
  );
  expect(project).toEqual({
    propertyKeys: [{ key: 'tick', events: 10_000 }],
    propertyValues: [
      { value: 'false', events: 9_999 },
      { value: 'true', events: 1 },
    ],
  });
});
