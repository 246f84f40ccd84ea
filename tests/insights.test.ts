import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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
let found: Awaited<ReturnType<typeof generate>>;

async function send({ writeKey }: Tenant, incidents: (typeof OUTAGE)[]): Promise<void> {
  const events = [
    ...traffic({
      seed: 5,
      site: shop,
      timeZone: 'UTC',
      from: NOW - 40 * DAY,
      to: NOW,
      visitsPerDay: 150,
      incidents,
    }),
  ].map(({ input }) => input);
  for (let i = 0; i < events.length; i += 1_000) {
    const response = await fetch(`${server.url}/api/events`, {
      method: 'POST',
      body: JSON.stringify({ writeKey, events: events.slice(i, i + 1_000) }),
    });
    expect(await response.json()).toMatchObject({ rejected: [] });
  }
}

beforeAll(async () => {
  server = await startServer();
  [broken, usual] = [await createTenant(server), await createTenant(server)];
  await send(broken, [OUTAGE]);
  await send(usual, []);
  found = await generate(broken);
});
afterAll(() => server.close());

const generate = async ({ token, projectId }: Tenant, input: Partial<GenerateInsightsInput> = {}) =>
  (await server.get(Generate, { input: { projectId, ...input } }, token)).generateInsights.insights;

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

  it('has a question for every number that gives it again', async () => {
    const evidence = found.flatMap((insight) => insight.evidence);
    expect(evidence.length).toBeGreaterThan(5);
    for (const { query, variables, observed, claim } of evidence) {
      const answer = await server.get(query, variables, broken.token);
      expect(numbersOf(answer), claim).toContain(observed);
    }
  });

  it('writes no number that is not in a claim', async () => {
    for (const { title, content, evidence } of found) {
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

describe('the scheduled look', () => {
  it('tells of the last hours once, and sums yesterday up in the morning', async () => {
    const project = await server.app.store.prisma.project.findUniqueOrThrow({
      where: { id: Number(Buffer.from(usual.projectId, 'base64').toString().split(':')[1]) },
    });
    server.clock.set('2026-11-21T12:05:00Z');
    const first = await server.app.insights.look(project);
    expect(first.map(({ type, title }) => [type, title.includes('on Friday, November 20')])).toEqual([
      ['SUMMARY', true],
    ]);
    expect(await server.app.insights.look(project)).toEqual([]);
  });
});
