import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// Numbers at the ends of what a double holds (IEEE 754): one that is out of range takes nothing else along.

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const AGGREGATES = ['COUNT', 'SUM', 'AVG', 'MIN', 'MAX', 'P50', 'P90', 'P99', 'UNIQUE'] as const;
type Measures = Record<(typeof AGGREGATES)[number], number | null>;
const MAX = Number.MAX_VALUE;
const LEAST = Number.MIN_VALUE;

/** Each measure by its definition in docs/metrics.md, worked out by hand. */
const CASES: [number[], Measures][] = [
  [
    [1.7e308, 1.7e308, 1],
    {
      COUNT: 3,
      SUM: null,
      AVG: 1.133_333_333_333_333e308,
      MIN: 1,
      MAX: 1.7e308,
      P50: 1.7e308,
      P90: 1.7e308,
      P99: 1.7e308,
      UNIQUE: 2,
    },
  ],
  [
    [-1.7e308, 1.7e308],
    {
      COUNT: 2,
      SUM: 0,
      AVG: 0,
      MIN: -1.7e308,
      MAX: 1.7e308,
      P50: 0,
      P90: 1.36e308,
      P99: 1.666e308,
      UNIQUE: 2,
    },
  ],
  [
    [-MAX, -MAX, -MAX],
    { COUNT: 3, SUM: null, AVG: -MAX, MIN: -MAX, MAX: -MAX, P50: -MAX, P90: -MAX, P99: -MAX, UNIQUE: 1 },
  ],
  [[LEAST, 0, 0, 0], { COUNT: 4, SUM: LEAST, AVG: 0, MIN: 0, MAX: LEAST, P50: 0, P90: 0, P99: 0, UNIQUE: 2 }],
];

interface Answer {
  project: {
    stats: {
      totals: Measures & { other: number; visitors: number };
      timeseries: { metrics: Measures }[];
      breakdown: { metrics: Measures }[];
    };
  };
}

describe.each(CASES)('of %j', (values, expected) => {
  it('every measure is right, or null where no double holds it', async () => {
    const events = values.map((bytes) => ({ name: 'load', visitorId: 'v', properties: { bytes } }));
    const response = await fetch(`${server.url}/api/events`, {
      method: 'POST',
      body: JSON.stringify({
        writeKey: tenant.writeKey,
        events: [...events, { name: 'other', visitorId: 'v', properties: { n: 2 } }],
      }),
    });
    expect(response.status).toBe(202);
    server.clock.pass(60_000);
    const measures = AGGREGATES.map(
      (aggregate) => `${aggregate}: measure(event: "load", property: "bytes", aggregate: ${aggregate})`,
    ).join(' ');
    const { project } = await server.get<Answer, { project: string }>(
      `query ($project: ID!) {
        project(id: $project) {
          stats(range: { last: "P1D" }, filter: { name: { in: ["load", "other"] } }) {
            totals { visitors ${measures} other: measure(event: "other", property: "n", aggregate: SUM) }
            timeseries(interval: DAY) { metrics { ${measures} } }
            breakdown(by: EVENT_NAME) { metrics { ${measures} } }
          }
        }
      }`,
      { project: tenant.projectId },
      tenant.token,
    );
    const { totals, timeseries, breakdown } = project.stats;
    expect(totals).toMatchObject({ visitors: 1, other: 2 });
    const { P90, P99, AVG, ...exact } = expected;
    for (const row of [
      totals,
      timeseries.at(-1)?.metrics,
      breakdown.find(({ metrics }) => metrics.COUNT)?.metrics,
    ]) {
      expect(row).toMatchObject(exact);
      for (const [aggregate, value] of Object.entries({ P90, P99, AVG }))
        expect((row?.[aggregate as 'P90'] ?? Number.NaN) / (value || 1), aggregate).toBeCloseTo(
          value ? 1 : 0,
          12,
        );
    }
  });
});

describe('a literal that no double holds is refused, and nothing is stored', () => {
  const threshold = (value: string, filter = '') =>
    `createWebhook(input: { projectId: $project, url: "https://hooks.example/",
      thresholds: [{ metric: EVENTS, comparison: ABOVE, value: ${value}, last: "PT1H" ${filter} }] }) { webhook { id } }`;
  const integer = `1${'0'.repeat(400)}`;
  const cases: [string, string][] = [
    ['mutation', threshold('1e400')],
    ['mutation', threshold('-1e400')],
    ['mutation', threshold(integer)],
    ['mutation', threshold('1', ', filter: { properties: [{ key: "n", gt: 1e400 }] }')],
    [
      'query',
      'project(id: $project) { stats(range: { last: "P1D" }, filter: { properties: [{ key: "n", gt: 1e400 }] }) { totals { events } } }',
    ],
    [
      'query',
      `project(id: $project) { events(filter: { not: { properties: [{ key: "n", lte: -${integer} }] } }) { totalCount } }`,
    ],
  ];

  it.each(cases)('%s { %s }', async (kind, fields) => {
    const { errors, data } = await server.ask(
      `${kind} ($project: ID!) { ${fields} }`,
      { project: tenant.projectId },
      tenant.token,
    );
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: expect.any(String) });
    const { project } = await server.get<{ project: { webhooks: { nodes: object[] } } }, { project: string }>(
      'query ($project: ID!) { project(id: $project) { webhooks { nodes { id thresholds { value } } } } }',
      { project: tenant.projectId },
      tenant.token,
    );
    expect(project.webhooks.nodes).toEqual([]);
  });

  it('nor is one in variables', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tenant.token}` },
      body: `{"query":${JSON.stringify(`mutation ($project: ID!, $value: Float!) { ${threshold('$value')} }`)},
              "variables":{"project":"${tenant.projectId}","value":1e400}}`,
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});
