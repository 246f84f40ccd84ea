import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { projectNumber } from '../src/ids.ts';
import { createInsights } from '../src/insights/generate.ts';
import { shop } from '../src/simulate/shop.ts';
import { traffic } from '../src/simulate/traffic.ts';
import { graphql } from './gql/gql.ts';
import type { GenerateInsightsInput } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { overWebSocket } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { until } from './support/watching.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// It is 12:00 on 2026-11-21, a Saturday.
const NOW = Date.parse('2026-11-21T12:00:00Z');
const OUTAGE = { kind: 'outage', from: NOW - 26 * HOUR, to: NOW - 20 * HOUR, size: 1 } as const;

const Generate = graphql(`
  mutation Generate($input: GenerateInsightsInput!) {
    generateInsights(input: $input) {
      insights {
        id type title content model metadata periodStart periodEnd
        evidence { claim metric observed expected low high pValue method query variables }
      }
    }
  }
`);
const Feed = graphql(`
  query InsightFeed($project: ID!, $types: [InsightType!], $first: Int, $after: String) {
    project(id: $project) {
      insights(types: $types, first: $first, after: $after) {
        nodes { id type title }
        pageInfo { endCursor hasNextPage }
      }
    }
  }
`);
const Generated = graphql(`
  subscription Generated($project: ID!, $types: [InsightType!]) {
    insightGenerated(projectId: $project, types: $types) { id type title evidence { observed } }
  }
`);

let server: TestServer;
let broken: Tenant;
let usual: Tenant;
let young: Tenant;
let found: Awaited<ReturnType<typeof generate>>;
let foundOfYoung: typeof found;

async function send({ writeKey }: Tenant, incidents: (typeof OUTAGE)[], days = 40): Promise<void> {
  const events = [
    ...traffic({
      seed: 5,
      site: shop,
      timeZone: 'UTC',
      from: NOW - days * DAY,
      to: NOW,
      visitsPerDay: 150,
      incidents,
    }),
  ].map(({ input }) => input);
  for (let i = 0; i < events.length; i += 1_000) {
    const response = await fetch(`${server.url}/api/events`, {
      method: 'POST',
      // Making the next site's traffic takes longer than a connection is kept.
      headers: { connection: 'close' },
      body: JSON.stringify({ writeKey, events: events.slice(i, i + 1_000) }),
    });
    expect(await response.json()).toMatchObject({ rejected: [] });
  }
}

beforeAll(async () => {
  server = await startServer();
  [broken, usual, young] = [
    await createTenant(server),
    await createTenant(server),
    await createTenant(server),
  ];
  await send(broken, [OUTAGE]);
  await send(usual, []);
  await send(young, [OUTAGE], 12);
  found = await generate(broken);
  foundOfYoung = await generate(young);
});
afterAll(() => server.close());

const generate = async ({ token, projectId }: Tenant, input: Partial<GenerateInsightsInput> = {}) =>
  (await server.get(Generate, { input: { projectId, ...input } }, token)).generateInsights.insights;

const projectOf = ({ projectId }: Tenant) =>
  server.app.store.prisma.project.findUniqueOrThrow({ where: { id: projectNumber(projectId) ?? 0 } });

/** All numbers of an answer, wherever they stand. */
const numbersOf = (answer: unknown): number[] => {
  if (typeof answer === 'number') return [answer];
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(numbersOf) : [];
};

describe('generateInsights', () => {
  it('finds an outage as one thing, when it was, and sums the week up', async () => {
    const anomalies = found.filter(({ type }) => type === 'ANOMALY');
    expect(anomalies).toHaveLength(1);
    const [outage] = anomalies;
    expect(outage?.title).toMatch(/^Fewer (visits|pageviews) than usual/);
    expect(outage?.metadata).toMatchObject({ direction: 'DOWN', cause: 'TRAFFIC' });
    expect(Date.parse(`${outage?.periodStart}`)).toBeLessThan(OUTAGE.to);
    expect(Date.parse(`${outage?.periodEnd}`)).toBeGreaterThan(OUTAGE.from);
    expect(found.filter(({ type }) => type === 'SUMMARY')).toHaveLength(1);
  });

  it('finds it by the days before where there are no weeks', () => {
    const anomalies = foundOfYoung.filter(({ type }) => type === 'ANOMALY');
    expect(anomalies).toHaveLength(1);
    const [outage] = anomalies;
    expect(outage?.title).toMatch(/^Fewer (visits|pageviews) than usual/);
    expect(Date.parse(`${outage?.periodStart}`)).toBeGreaterThanOrEqual(OUTAGE.from);
    expect(Date.parse(`${outage?.periodStart}`)).toBeLessThan(OUTAGE.to);
    const [first] = outage?.evidence ?? [];
    // From the 10th, the first whole day, to the 19th.
    expect(first?.method).toContain('the same hours of the 10 days before');
    expect(first?.observed).toBeLessThan(first?.low ?? 0);
    expect(first?.expected).toBeGreaterThan(first?.low ?? 0);
    expect(first?.expected).toBeLessThan(first?.high ?? 0);
  });

  it('has a question for every number that gives it again', async () => {
    for (const [{ token }, insights] of [
      [broken, found],
      [young, foundOfYoung],
    ] as const) {
      const evidence = insights.flatMap((insight) => insight.evidence);
      expect(evidence.length).toBeGreaterThan(5);
      for (const { query, variables, observed, claim } of evidence) {
        const answer = await server.get(query, variables, token);
        expect(numbersOf(answer), claim).toContain(observed);
      }
    }
  });

  it('writes no number that is not in a claim', async () => {
    for (const { title, content, evidence } of [
      ...found,
      ...foundOfYoung.filter(({ type }) => type === 'ANOMALY'),
    ]) {
      const claims = evidence.map(({ claim }) => claim).join('\n');
      for (const number of `${title}\n${content}`.match(/\d[\d,.:]*\d|\d/g) ?? [])
        expect(claims).toContain(number);
    }
  });

  it('tells nothing twice', async () => {
    expect((await generate(broken)).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });

  it('finds nothing where nothing is out of the ordinary', async () => {
    expect((await generate(usual, { types: ['ANOMALY', 'TREND'] })).map(({ title }) => title)).toEqual([]);
  });

  it('looks at one range of a project at a time: who asks for the same shares it', async () => {
    const { insights } = server.app;
    const [project, other] = [await projectOf(broken), await projectOf(usual)];
    const asked = (day: number) => ({
      range: { between: { start: new Date(NOW - (day + 1) * DAY), end: new Date(NOW - day * DAY) } },
      types: ['ANOMALY' as const],
    });
    const first = insights.generate(project, asked(9));
    const another = insights.generate(project, asked(8));
    const same = insights.generate(project, asked(9));
    const elsewhere = insights.generate(other, asked(9));
    await expect(another).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) },
    });
    expect(await same).toBe(await first);
    expect(await elsewhere).toEqual([]);
    expect(await insights.generate(project, asked(8))).toEqual([]);
  });

  it('looks for the types that are asked for', async () => {
    expect((await generate(broken, { types: ['SUMMARY'] })).map(({ type }) => type)).toEqual(['SUMMARY']);
  });

  it('is for those who may read the project', async () => {
    const input = { input: { projectId: broken.projectId, types: ['SUMMARY' as const] } };
    const [reader, writer] = [await broken.createKey('READ'), await broken.createKey('WRITE')];
    expect((await server.ask(Generate, input, reader.secret)).errors).toEqual([]);
    expect((await server.ask(Generate, input, writer.secret)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await server.ask(Generate, input, usual.token)).errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('says what is wrong with a range', async () => {
    const range = { between: { start: '2026-11-22T00:00:00Z', end: '2026-11-23T00:00:00Z' } };
    const { errors } = await server.ask(
      Generate,
      { input: { projectId: broken.projectId, range } },
      broken.token,
    );
    expect(errors[0]).toMatchObject({
      message: /no hour that is over/,
      extensions: { field: 'input.range' },
    });
  });
});

describe('the feed', () => {
  it('lists the latest first, page by page', async () => {
    const project = broken.projectId;
    const all = (await server.get(Feed, { project }, broken.token)).project?.insights.nodes ?? [];
    expect(all.length).toBeGreaterThan(1);
    const page = (await server.get(Feed, { project, first: 1 }, broken.token)).project?.insights;
    const after = page?.pageInfo.endCursor ?? null;
    const rest = (await server.get(Feed, { project, after }, broken.token)).project?.insights.nodes ?? [];
    expect([...(page?.nodes ?? []), ...rest]).toEqual(all);
    const summaries = (await server.get(Feed, { project, types: ['SUMMARY'] }, broken.token)).project
      ?.insights;
    expect(new Set(summaries?.nodes.map(({ type }) => type))).toEqual(new Set(['SUMMARY']));
  });

  it('tells watchers of new ones, of the types they want', async () => {
    const { projectId: project, token } = usual;
    const all = overWebSocket(server.url, Generated, { project }, token);
    const anomalies = overWebSocket(server.url, Generated, { project, types: ['ANOMALY'] }, token);
    await until(() => expect(server.app.hub.size()).toBe(2));
    const range = { between: { start: '2026-11-10T00:00:00Z', end: '2026-11-12T00:00:00Z' } };
    const [summary] = await generate(usual, { range, types: ['SUMMARY'] });
    await generate(usual, { range, types: ['SUMMARY'] });
    await until(() => expect(all.received).toHaveLength(1));
    expect(all.received[0]?.data?.insightGenerated.id).toBe(summary?.id);
    expect(anomalies.received).toEqual([]);
    all.leave();
    anomalies.leave();
  });
});

describe('REST', () => {
  it('answers as GraphQL does', async () => {
    const authorization = `Bearer ${broken.token}`;
    const generated = await fetch(`${server.url}/api/insights/generate`, {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify({ projectId: broken.projectId, types: ['SUMMARY'] }),
    });
    expect(generated.status).toBe(200);
    const { insights } = (await generated.json()) as { insights: { id: string }[] };
    expect(insights.map(({ id }) => id)).toEqual(
      (await generate(broken, { types: ['SUMMARY'] })).map(({ id }) => id),
    );
    const query = new URLSearchParams({ project: broken.projectId, types: 'SUMMARY' });
    const listed = await fetch(`${server.url}/api/insights?${query}`, { headers: { authorization } });
    const { nodes } = (await listed.json()) as { nodes: { id: string; type: string }[] };
    expect(nodes.map(({ id }) => id)).toContain(insights[0]?.id);
    expect(new Set(nodes.map(({ type }) => type))).toEqual(new Set(['SUMMARY']));
  });
});

describe('a summary', () => {
  it('is told once: what comes late is in its questions, not in its words', async () => {
    const range = { between: { start: '2026-11-09T00:00:00Z', end: '2026-11-10T00:00:00Z' } };
    const summarise = async () => {
      const [summary] = await generate(usual, { range, types: ['SUMMARY'] });
      const [visits] = summary?.evidence.filter(({ metric }) => metric === 'visits') ?? [];
      if (!summary || !visits) throw new Error('there are visits to be summed up');
      return { summary, visits };
    };
    const { summary, visits } = await summarise();
    const response = await fetch(`${server.url}/api/events`, {
      method: 'POST',
      body: JSON.stringify({
        writeKey: usual.writeKey,
        events: [{ visitorId: 'late', timestamp: '2026-11-09T12:00:00Z', url: 'https://shop.example/' }],
      }),
    });
    expect(await response.json()).toMatchObject({ accepted: 1 });
    expect((await summarise()).summary).toEqual(summary);
    const answer = await server.get(visits.query, visits.variables, usual.token);
    expect(answer).toMatchObject({ project: { stats: { totals: { visits: visits.observed + 1 } } } });
  });
});

describe('the scheduled look', () => {
  it('looks at the days of a project that nobody visits once a day', async () => {
    const idle = await createTenant(server);
    const response = await fetch(`${server.url}/api/events`, {
      method: 'POST',
      body: JSON.stringify({
        writeKey: idle.writeKey,
        events: [{ visitorId: 'last', timestamp: '2026-11-10T12:00:00Z', url: 'https://shop.example/' }],
      }),
    });
    expect(await response.json()).toMatchObject({ accepted: 1 });
    const project = await projectOf(idle);
    let byDays = 0;
    const insights = createInsights({
      ...server.app,
      ask: (document, variables, viewer) => {
        if (variables.interval === 'DAY') byDays++;
        return server.app.ask(document, variables, viewer);
      },
      phrase: async (_project, drafts) => [...drafts],
    });
    const looks: number[] = [];
    for (const time of ['02:05', '03:05', '04:05', '12:05', '23:05']) {
      server.clock.set(`2026-11-20T${time}:00Z`);
      byDays = 0;
      expect(await insights.look(project)).toEqual([]);
      looks.push(byDays);
    }
    await insights.stop();
    expect(looks.map((asked) => asked > 0)).toEqual([false, true, false, false, false]);
  });

  it('tells of the last hours once, and sums yesterday up in the morning', async () => {
    const project = await projectOf(usual);
    server.clock.set('2026-11-21T12:05:00Z');
    const first = await server.app.insights.look(project);
    expect(first.map(({ type, title }) => [type, title.includes('on Friday, November 20')])).toEqual([
      ['SUMMARY', true],
    ]);
    expect(await server.app.insights.look(project)).toEqual([]);
  });
});
