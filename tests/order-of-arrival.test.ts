import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectNumber } from '../src/ids.ts';
import { rebuildProject } from '../src/rebuild/rebuild.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// Events of one millisecond are in the order of their arrival, whatever their ids are (docs/metrics.md, "Exactness").

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  server.clock.set('2026-11-21T12:00:00Z');
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const AT = '2026-11-21T11:00:00.123Z';
const PATHS = ['/c', '/a', '/d', '/b'];

const Order = graphql(`
  query OrderOfArrival($project: ID!) {
    project(id: $project) {
      stats(range: { preset: ALL_TIME }) {
        entries: breakdown(by: ENTRY_PATH) { value metrics { visits } }
        exits: breakdown(by: EXIT_PATH) { value metrics { visits } }
      }
      paths(range: { preset: ALL_TIME }, depth: 10) { links { step source target } }
      events { nodes { path } }
    }
  }
`);

/** The order in which statistics and lists have the pages. */
async function orders() {
  const { project } = await server.get(Order, { project: tenant.projectId }, tenant.token);
  if (!project?.stats) throw new Error('the project is not there');
  const { stats, paths, events } = project;
  const [first] = paths.links;
  return {
    entries: stats.entries.map(({ value }) => value),
    exits: stats.exits.map(({ value }) => value),
    links: [first?.source, ...paths.links.toSorted((a, b) => a.step - b.step).map(({ target }) => target)],
    list: events.nodes.map(({ path }) => path).toReversed(),
  };
}

const ordered = (paths: readonly string[]) => ({
  entries: paths.slice(0, 1),
  exits: paths.slice(-1),
  links: paths,
  list: paths,
});

const sorted = (ids: string[]) => ids.toSorted();
const IDS: [string, (string | null)[]][] = [
  ['left out', [null, null, null, null]],
  ['numbers', ['1', '2', '3', '4']],
  ['numbers with a prefix', ['order-10', 'order-11', 'order-12', 'order-13']],
  ['UUIDs that rise', sorted(PATHS.map(() => randomUUID()))],
  ['UUIDs that fall', sorted(PATHS.map(() => randomUUID())).toReversed()],
  ['of several kinds', ['z', randomUUID(), null, '0']],
];

const pageview = (path: string, id: string | null) => ({
  id,
  url: `https://shop.example${path}`,
  visitorId: 'v',
  timestamp: AT,
});

async function send(events: readonly object[]): Promise<void> {
  const response = await fetch(`${server.url}/api/events`, {
    method: 'POST',
    body: JSON.stringify({ writeKey: tenant.writeKey, events }),
  });
  expect(response.status).toBe(202);
}

/** A rebuild reads what is stored: it finds the same order. */
async function changesOfRebuild() {
  const number = projectNumber(tenant.projectId) ?? 0;
  const { written, removed, moved } = await rebuildProject(server.app.store, number, {
    parts: ['visits', 'segments'],
  });
  return { written, removed, moved };
}

describe.each(IDS)('ids that are %s', (_kind, ids) => {
  it('in one request', async () => {
    await send(PATHS.map((path, i) => pageview(path, ids[i] ?? null)));
    expect(await orders()).toEqual(ordered(PATHS));
    expect(await changesOfRebuild()).toEqual({ written: 0, removed: 0, moved: 0 });
  });

  it('in requests that follow one another', async () => {
    for (const [i, path] of PATHS.entries()) await send([pageview(path, ids[i] ?? null)]);
    expect(await orders()).toEqual(ordered(PATHS));
    expect(await changesOfRebuild()).toEqual({ written: 0, removed: 0, moved: 0 });
  });

  it('after other events of the visit, of before and later', async () => {
    const minute = (at: string, path: string) => ({ ...pageview(path, null), timestamp: at });
    await send([
      minute('2026-11-21T10:59:00Z', '/before'),
      minute('2026-11-21T11:01:00Z', '/later'),
      ...PATHS.slice(0, 2).map((path, i) => pageview(path, ids[i] ?? null)),
    ]);
    await send(PATHS.slice(2).map((path, i) => pageview(path, ids[i + 2] ?? null)));
    expect(await orders()).toEqual(ordered(['/before', ...PATHS, '/later']));
    expect(await changesOfRebuild()).toEqual({ written: 0, removed: 0, moved: 0 });
  });
});

it.each([
  ['Segment', '/v1/batch', { batch: PATHS.map((path, i) => segment(path, `ajs-next-${9 - i}`)) }],
  ['PostHog', '/batch/', { batch: PATHS.map((path, i) => posthog(path, i)) }],
])('as %s sends them', async (_vendor, path, body) => {
  const key = { writeKey: tenant.writeKey, api_key: tenant.writeKey };
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...key, ...body }),
  });
  expect(response.status).toBe(200);
  expect(await orders()).toEqual(ordered(PATHS));
});

function segment(path: string, messageId: string) {
  const url = `https://shop.example${path}`;
  return { type: 'page', messageId, anonymousId: 'v', timestamp: AT, properties: { url } };
}

function posthog(path: string, place: number) {
  const uuid = `0190a000-0000-7000-8000-00000000000${9 - place}`;
  const properties = { distinct_id: 'v', $current_url: `https://shop.example${path}` };
  return { event: '$pageview', uuid, timestamp: AT, properties };
}

const Page = graphql(`
  query OrderOfArrivalPage($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    project(id: $project) {
      events(first: $first, after: $after, last: $last, before: $before) {
        nodes { path }
        pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
      }
    }
  }
`);

it('pages of a list have each event of one instant once, from both ends', async () => {
  const all = Array.from({ length: 25 }, (_, i) => `/${i}`);
  for (let i = 0; i < all.length; i += 7) {
    const part = all.slice(i, i + 7);
    await send(part.map((path, j) => pageview(path, j % 2 ? randomUUID() : null)));
  }
  const walk = async (forward: boolean) => {
    const paths: (string | null | undefined)[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = forward ? { first: 4, after: cursor } : { last: 4, before: cursor };
      const { project }: Awaited<ReturnType<typeof pageOf>> = await pageOf(page);
      if (!project) throw new Error('the project is not there');
      const { nodes, pageInfo } = project.events;
      const found = nodes.map(({ path }) => path);
      paths.push(...(forward ? found : found.toReversed()));
      if (!(forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return paths;
      cursor = (forward ? pageInfo.endCursor : pageInfo.startCursor) ?? null;
    }
  };
  const pageOf = (page: object) => server.get(Page, { project: tenant.projectId, ...page }, tenant.token);
  expect(await walk(true)).toEqual(all.toReversed());
  expect(await walk(false)).toEqual(all);
});
