import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rebuildProject } from '../src/rebuild/rebuild.ts';
import { rows, sql } from '../src/store/sql.ts';
import type { EventInput } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { held } from './support/drop-in.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { track } from './support/watching.ts';

// What joins an anonymous visitor to a user: one event with both ids, whichever SDK sends it. Browsers without ids:
// identify-browsers.test.ts.

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

/** The minute of the hour before now at which it happened. */
const at = (minute: number) => `2026-11-21T11:${String(minute).padStart(2, '0')}:00Z`;
const seen = (minute: number, ids: Pick<EventInput, 'visitorId' | 'userId'>): EventInput => ({
  name: `at ${minute}`,
  timestamp: at(minute),
  ...ids,
});
const anonymous = (minute: number) => seen(minute, { visitorId: 'phone' });
const both = (minute: number, userId: string) => seen(minute, { visitorId: 'phone', userId });

/** Who each event counts as, by minute, and how many visitors there are. */
async function users() {
  const { events, totals } = await held(server, tenant);
  return {
    by: events.map(({ timestamp, userId }) => [Number(timestamp.slice(14, 16)), userId]),
    visitors: totals.visitors,
  };
}

describe('an anonymous visitor', () => {
  it('is the user from the visit with both ids on, and no sooner', async () => {
    await track(server, tenant, [anonymous(1)]);
    await track(server, tenant, [anonymous(32)]);
    await track(server, tenant, [both(35, 'ada')]);
    await track(server, tenant, [anonymous(36)]);
    expect(await users()).toEqual({
      by: [
        [1, null],
        [32, 'ada'],
        [35, 'ada'],
        [36, 'ada'],
      ],
      visitors: 2,
    });
    expect((await held(server, tenant)).totals).toMatchObject({ visits: 2, events: 4 });
    // The id that was sent is still there to be seen.
    expect(new Set((await held(server, tenant)).events.map(({ visitorId }) => visitorId))).toEqual(
      new Set(['phone']),
    );
  });

  it.each([
    ['in one request', [[0, 1, 2, 3]]],
    ['in one request, in another order', [[3, 1, 0, 2]]],
    ['in requests of their own', [[0], [1], [2], [3]]],
    ['with the first ones last', [[1], [2], [3], [0]]],
  ])('is so by the times at which events happened: %s', async (_, requests) => {
    const all = [anonymous(1), both(2, 'ada'), anonymous(2), anonymous(40)];
    for (const request of requests)
      await track(
        server,
        tenant,
        request.flatMap((i) => all[i] ?? []),
      );
    expect((await users()).by.toSorted()).toEqual([
      [1, 'ada'],
      [2, 'ada'],
      [2, 'ada'],
      [40, 'ada'],
    ]);
  });

  it('is the last user before the event', async () => {
    await track(server, tenant, [
      both(10, 'ada'),
      both(20, 'bob'),
      anonymous(5),
      anonymous(15),
      anonymous(25),
    ]);
    await track(server, tenant, [anonymous(30), anonymous(26)]);
    expect((await users()).by).toEqual([
      [5, 'ada'],
      [10, 'ada'],
      [15, 'ada'],
      [20, 'bob'],
      [25, 'bob'],
      [26, 'bob'],
      [30, 'bob'],
    ]);
    // An older join that arrives late does not take the place of a newer one.
    await track(server, tenant, [both(12, 'ada'), anonymous(40)]);
    expect((await users()).by.at(-1)).toEqual([40, 'bob']);
  });

  it('is joined with one write, however often both ids come', async () => {
    await track(server, tenant, [both(10, 'ada'), both(11, 'ada')]);
    await track(server, tenant, [both(20, 'ada')]);
    const joins = await rows(
      server.app.store.pool,
      z.object({ key: z.string(), user: z.string(), at: z.date() }),
      sql`select v.key, u.key as user, v.joined_at as at from visitors v
          join visitors u on u.project_id = v.project_id and u.id = v.joined_to where v.key = 'phone'
          and v.project_id = (select max(id) from projects)`,
    );
    expect(joins).toEqual([{ key: 'phone', user: 'ada', at: new Date(at(10)) }]);
  });

  it('of another project, or with another id, is somebody else', async () => {
    await track(server, tenant, [both(1, 'ada')]);
    const other = await createTenant(server);
    await track(server, other, [anonymous(2)]);
    await track(server, tenant, [seen(2, { visitorId: 'desk' }), seen(3, { visitorId: 'ada' })]);
    expect((await held(server, other)).events).toMatchObject([{ userId: null }]);
    expect((await users()).by).toEqual([
      [1, 'ada'],
      [2, null],
      [3, null],
    ]);
  });

  it('goes on with the visit of the user', async () => {
    await track(server, tenant, [both(1, 'ada'), anonymous(2), seen(3, { userId: 'ada' })]);
    expect((await held(server, tenant)).totals).toMatchObject({ visitors: 1, visits: 1, events: 3 });
  });
});

describe('joins', () => {
  it('hold for other processes at once, which know the visitor already', async () => {
    const other = await startServer({ store: server.app.store, now: server.clock.now });
    try {
      // Both hold the visitor in their caches now.
      await track(server, tenant, [anonymous(1)]);
      await track(other, tenant, [anonymous(2)]);
      await track(server, tenant, [both(3, 'ada')]);
      await track(other, tenant, [anonymous(4)]);
      await track(other, tenant, [both(5, 'bob')]);
      await track(server, tenant, [anonymous(6)]);
      expect((await users()).by).toEqual([
        [1, 'ada'],
        [2, 'ada'],
        [3, 'ada'],
        [4, 'ada'],
        [5, 'bob'],
        [6, 'bob'],
      ]);
    } finally {
      await other.app.drain();
    }
  });

  it('are not undone by a rebuild', async () => {
    await track(server, tenant, [anonymous(1), both(2, 'ada'), anonymous(3)]);
    await track(server, tenant, [both(50, 'bob')]);
    const before = await held(server, tenant);
    const [project] = await server.app.store.prisma.project.findMany({ orderBy: { id: 'desc' }, take: 1 });
    const counts = await rebuildProject(server.app.store, project?.id ?? 0, {
      parts: ['visits', 'segments'],
    });
    expect(counts).toMatchObject({ events: 4, written: 0, removed: 0, moved: 0 });
    expect(await held(server, tenant)).toEqual(before);
  });
});

describe('other SDKs join', () => {
  const anon = (event: string, at: string) => ({ type: 'track', event, anonymousId: 'phone', timestamp: at });
  const web = (event: string, timestamp: string, distinct_id: string, properties: object) => ({
    event,
    timestamp,
    distinct_id,
    properties: { $device_id: 'phone', $is_identified: distinct_id !== 'phone', ...properties },
  });
  const requests: [string, string, object[]][] = [
    [
      "Segment's identify",
      '/v1/batch',
      [
        anon('a', at(1)),
        { type: 'identify', userId: 'ada', anonymousId: 'phone', timestamp: at(2) },
        anon('b', at(3)),
      ],
    ],
    [
      "Segment's alias",
      '/v1/batch',
      [
        anon('a', at(1)),
        { type: 'alias', userId: 'ada', previousId: 'phone', timestamp: at(2) },
        anon('b', at(3)),
      ],
    ],
    [
      "PostHog's $identify",
      '/batch/',
      [
        web('a', at(1), 'phone', {}),
        web('$identify', at(2), 'ada', { $anon_distinct_id: 'phone' }),
        web('b', at(3), 'phone', {}),
      ],
    ],
    [
      "PostHog's $create_alias",
      '/batch/',
      [
        web('a', at(1), 'phone', {}),
        { event: '$create_alias', timestamp: at(2), distinct_id: 'ada', properties: { alias: 'phone' } },
        web('b', at(3), 'phone', {}),
      ],
    ],
  ];

  it.each(requests)('%s', async (_, path, calls) => {
    for (const call of calls) {
      const body = JSON.stringify({ api_key: tenant.writeKey, writeKey: tenant.writeKey, batch: [call] });
      expect((await fetch(`${server.url}${path}`, { method: 'POST', body })).status).toBe(200);
    }
    const { events, totals } = await held(server, tenant);
    // Segment's calls are events, PostHog's are none.
    expect(events.map(({ userId }) => userId)).toEqual(Array(path === '/batch/' ? 2 : 3).fill('ada'));
    expect(totals).toMatchObject({ visitors: 1, visits: 1 });
  });
});
