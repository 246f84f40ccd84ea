import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { getIntrospectionQuery, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cost, costOf } from '../src/http/cost.ts';
import { graphiqlOptions } from '../src/http/graphiql.ts';
import { COST_LIMITS, MAX_TOKENS } from '../src/limits.ts';
import { schema } from '../src/schema.ts';
import { graphql } from './gql/gql.ts';
import { type GraphqlAnswer, startServer, type TestServer } from './support/app.ts';
import { overWebSocket } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

let server: TestServer;
let tenant: Tenant;
let connections = 0;
beforeAll(async () => {
  server = await startServer();
  tenant = await createTenant(server);
  server.app.store.pool.on('acquire', () => connections++);
});
afterAll(() => server.close());

const METRICS =
  'visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }';
const DIMENSIONS = ['PATH', 'ENTRY_PATH', 'EXIT_PATH', 'SOURCE', 'CHANNEL', 'COUNTRY', 'DEVICE', 'BROWSER'];

/** A dashboard with all that people put on one, and `rows` rows in each of its eight lists. */
const dashboard = (rows: number) => `
  query LimitsDashboard($id: ID!) {
    project(id: $id) {
      id name timeZone currentVisitors
      stats(range: { preset: LAST_30_DAYS }, compare: PREVIOUS_PERIOD) {
        start end
        totals { ${METRICS} }
        timeseries(interval: DAY) { start metrics { ${METRICS} } }
        previous { totals { ${METRICS} } timeseries(interval: DAY) { start metrics { visitors pageviews } } }
        ${DIMENSIONS.map((by) => `${by.toLowerCase()}: breakdown(by: ${by}, first: ${rows}) { value metrics { ${METRICS} } }`).join('\n')}
      }
    }
  }`;

const EVENT = `
  id eventId type name timestamp receivedAt visitorId userId sessionId url hostname path referrer title properties
  revenue { currency amount } source channel country region city device browser os language`;
const events = `
  query LimitsEvents($id: ID!, $first: Int) {
    project(id: $id) { events(first: $first) { edges { cursor node { ${EVENT} } } nodes { ${EVENT} } } }
  }`;

const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join(' ');
const nested = (depth: number): string => (depth === 0 ? '__typename' : `previous { ${nested(depth - 1)} }`);
const problems = ({ errors }: GraphqlAnswer<unknown>) => errors.map(({ extensions }) => extensions);
const tooComplex = (measure: string, limit: number, actual?: number) => [
  { code: 'QUERY_TOO_COMPLEX', measure, limit, ...(actual === undefined ? {} : { actual }) },
];

/** Asks as the owner, and fails when the database was asked anything. */
async function refused(document: string, variables: object = {}): Promise<GraphqlAnswer<unknown>> {
  const before = connections;
  const answer = await server.ask(document, { id: tenant.projectId, ...variables }, tenant.token);
  expect(answer.data).toBeNull();
  expect(connections).toBe(before);
  return answer;
}

/** What the operation of this name answers, of those in the document. */
async function named(query: string, operationName: string): Promise<unknown> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tenant.token}` },
    body: JSON.stringify({ query, operationName, variables: { id: tenant.projectId, first: 1_000 } }),
  });
  return response.json();
}

describe('an operation is refused before anything is asked of the database', () => {
  it('when it is too deep', async () => {
    const deep = (levels: number) => `query ($id: ID!) { project(id: $id) { stats { ${nested(levels)} } } }`;
    // project, stats and __typename are three levels.
    expect(problems(await refused(deep(10)))).toEqual(tooComplex('depth', 12, 13));
    expect((await server.ask(deep(9), { id: tenant.projectId }, tenant.token)).errors).toEqual([]);
  });

  it('when it selects too many fields, counted where fragments are spread', async () => {
    const broad = (spreads: number) => `
      query ($id: ID!) { project(id: $id) { ${times(spreads, () => '...Fields')} } }
      fragment Fields on Project { ${times(49, () => 'name')} __typename }`;
    expect(problems(await refused(broad(10)))).toEqual(tooComplex('breadth', 500, 501));
    expect((await server.ask(broad(9), { id: tenant.projectId }, tenant.token)).errors).toEqual([]);
  });

  it('when it has too many aliases', async () => {
    const aliased = (count: number) => `{ ${times(count, (i) => `a${i}: __typename`)} }`;
    expect(problems(await refused(aliased(61)))).toEqual(tooComplex('aliases', 60, 61));
    expect((await server.ask(aliased(60))).errors).toEqual([]);
  });

  it('when it has too many tokens', async () => {
    // Five tokens each.
    const operations = times(MAX_TOKENS / 5, (i) => `query Q${i} { __typename }`);
    const long = await refused(`${operations} {`);
    expect(problems(long)).toEqual(tooComplex('tokens', MAX_TOKENS));
    expect(await named(operations, 'Q7')).toEqual({ data: { __typename: 'Query' } });
  });

  it('when it costs too much, whatever the same document cost before', async () => {
    const first = (count: number) => ({ id: tenant.projectId, first: count });
    const [problem] = problems(await refused(events, first(1_000)));
    const limit = COST_LIMITS.complexity;
    expect(problem).toMatchObject({ code: 'QUERY_TOO_COMPLEX', measure: 'complexity', limit });
    // Two lists of 1,000 events with 27 fields each.
    expect(problem?.actual).toBeGreaterThan(2 * 1_000 * 27);
    expect((await server.ask(events, first(10), tenant.token)).errors).toEqual([]);
    expect(problems(await refused(events, first(1_000)))).toEqual([problem]);
  });

  it('when only the operation that is named costs too much', async () => {
    const both = `${events} query LimitsCheap { __typename }`;
    expect(await named(both, 'LimitsCheap')).toEqual({ data: { __typename: 'Query' } });
    expect(await named(both, 'LimitsEvents')).toMatchObject({
      errors: [{ extensions: { measure: 'complexity' } }],
    });
  });

  it('over a WebSocket too', async () => {
    const before = connections;
    const watch = overWebSocket(server.url, parse(events) as TypedDocumentNode, {
      id: tenant.projectId,
      first: 1_000,
    });
    expect(await watch.ended).toBe('QUERY_TOO_COMPLEX');
    expect(connections).toBe(before);
  });

  it('with status 400 for those who ask for the media type of GraphQL', async () => {
    const body = JSON.stringify({ query: events, variables: { id: tenant.projectId, first: 1_000 } });
    const ask = (accept: string) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body,
      });
    expect((await ask('application/graphql-response+json')).status).toBe(400);
    expect((await ask('application/json')).status).toBe(200);
  });
});

describe('what people need passes', () => {
  const id = 'UHJvamVjdDox';
  const cost = (query: string): Cost =>
    costOf(schema, parse(query), {
      query,
      variables: { id, project: id, first: 1_000, input: {}, range: null },
    });

  it.each([10, 100])('a dashboard with lists of %i rows, at a third of the limits', async (rows) => {
    const { depth, ...measures } = cost(dashboard(rows));
    expect(depth).toBeLessThanOrEqual(COST_LIMITS.depth / 2);
    for (const [measure, actual] of Object.entries(measures)) {
      const limit = COST_LIMITS[measure as keyof Cost];
      expect(actual, measure).toBeGreaterThan(limit / 100);
      expect(actual, measure).toBeLessThanOrEqual(limit / 3);
    }
    expect((await server.ask(dashboard(rows), { id: tenant.projectId }, tenant.token)).errors).toEqual([]);
  });

  it('a page of 1,000 events with every field', async () => {
    const page = `query ($id: ID!) { project(id: $id) { events(first: 1000) { totalCount pageInfo { endCursor } nodes { ${EVENT} } } } }`;
    expect((await server.ask(page, { id: tenant.projectId }, tenant.token)).errors).toEqual([]);
  });

  it("GraphiQL's introspection and its tabs", async () => {
    const introspection = getIntrospectionQuery({
      ...{ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true },
      ...{ inputValueDeprecation: true, oneOf: true },
    });
    expect((await server.ask(introspection)).errors).toEqual([]);
    for (const { query } of graphiqlOptions.defaultTabs ?? [])
      expect(cost(query ?? '').complexity).toBeLessThanOrEqual(COST_LIMITS.complexity / 3);
  });
});

describe('signing in is not cheap', () => {
  const login = 'login(input: { email: "owner-1@example.com", password: "guess" }) { accessToken }';
  const tries: [string, string][] = [
    ['login', login],
    [
      'register',
      'register(input: { email: "a@example.com", password: "12345678", organizationName: "A" }) { accessToken }',
    ],
    ['refreshSession', 'refreshSession(input: { refreshToken: "rt_guess" }) { accessToken }'],
  ];

  it.each(tries)('%s is tried four times at most in one operation', async (_name, field) => {
    const some = (count: number) => `mutation { ${times(count, (i) => `a${i}: ${field}`)} }`;
    expect(problems(await refused(some(100)))[0]).toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
    expect(problems(await refused(some(5)))[0]).toMatchObject({ measure: 'complexity' });
    const answer = await server.ask(some(4));
    expect(problems(answer)).not.toContainEqual(expect.objectContaining({ code: 'QUERY_TOO_COMPLEX' }));
  });
});

describe('trackEvents', () => {
  const Send = graphql(`
    mutation LimitsSend($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }
  `);
  const send = (count: number) => {
    const list = Array.from({ length: count }, (_, i) => ({ name: 'counted', visitorId: `visitor-${i}` }));
    return server.ask(Send, { input: { writeKey: tenant.writeKey, events: list } });
  };

  it('is refused for what it costs though the same document was asked in vain before', async () => {
    const document = `mutation LimitsTracking($input: TrackEventsInput!) {
      ${times(3, (i) => `t${i}: trackEvents(input: $input) { accepted }`)}
    }`;
    await server.ask(document, {}, tenant.token);
    const input = { writeKey: tenant.writeKey, events: [] };
    expect(problems(await refused(document, { input }))).toMatchObject([
      { code: 'QUERY_TOO_COMPLEX', measure: 'complexity' },
    ]);
  });

  it('takes 1,000 events, and none of 1,001', async () => {
    const stored = async () => (await server.app.store.pool.query('select from events')).rowCount;
    expect(problems(await send(1_001))).toEqual([{ code: 'BAD_USER_INPUT', field: 'input.events' }]);
    expect(await stored()).toBe(0);
    expect((await send(1_000)).data).toEqual({ trackEvents: { accepted: 1_000 } });
    expect(await stored()).toBe(1_000);
  });
});
