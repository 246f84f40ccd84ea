import { PostHog } from 'posthog-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRateLimits } from '../src/ingest/rate-limit.ts';
import { MOST_REASONS } from '../src/ingest/report/days.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// Why events were not stored: by code, field, message, endpoint and name, whatever they were sent with.

const Report = graphql(`
  query RejectionsReport($project: ID!, $range: RangeInput, $first: Int) {
    project(id: $project) {
      ingestion(range: $range) { received stored duplicate bot rejected pending rateLimited blocked }
      rejections(range: $range, first: $first) { code field message endpoint name count firstAt lastAt sample }
    }
  }
`);
const Track = graphql(`
  mutation RejectionsTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }
`);
const Block = graphql(`
  mutation RejectionsBlock($input: UpdateBlocklistInput!) { updateBlocklist(input: $input) { project { id } } }
`);

const LIMIT = 600;
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  // The SDK writes its own clock into events.
  const rateLimits = createRateLimits({ perKey: LIMIT, perAddress: 0, now: Date.now, shared: null });
  server = await startServer({ now: Date.now, rateLimits });
});
beforeEach(async () => {
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const reportOf = async (range?: { start: string; end: string }, on = server, first?: number) => {
  const variables = {
    project: tenant.projectId,
    ...(range ? { range: { between: range } } : {}),
    ...(first ? { first } : {}),
  };
  const { project } = await on.get(Report, variables, tenant.token);
  if (!project) throw new Error('no project');
  const { received, stored, duplicate, bot, rejected, pending } = project.ingestion;
  expect(received).toBe(stored + duplicate + bot + rejected + pending);
  return project;
};
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': CHROME, ...headers },
    body: JSON.stringify(body),
  });
const hourAhead = () => new Date(Date.now() + 3_600_000);

describe('endpoints', () => {
  it('posthog-node: properties of 20 KB, and a time an hour ahead, of which it hears nothing', async () => {
    const posthog = new PostHog(tenant.writeKey, { host: server.url, flushAt: 1, fetchRetryDelay: 1 });
    posthog.capture({
      distinctId: 'ada@example.com',
      event: 'ahead',
      timestamp: hourAhead(),
      properties: { plan: 'a secret plan', $ip: '203.0.113.7' },
    });
    posthog.capture({ distinctId: 'd'.repeat(300), event: 'long id', properties: { a: 1 } });
    // Too large values are left out of what SDKs send, and the event is stored.
    posthog.capture({ distinctId: 'bob', event: 'large', properties: { note: 'x'.repeat(20_480) } });
    await posthog.shutdown();

    const { ingestion, rejections } = await reportOf();
    expect(ingestion).toMatchObject({ received: 3, stored: 1, rejected: 2, rateLimited: 0, blocked: 0 });
    const of = (name: string) => rejections.find((each) => each.name === name);
    expect(rejections).toHaveLength(2);
    expect(of('ahead')).toMatchObject({
      code: 'TIMESTAMP_OUT_OF_RANGE',
      field: 'timestamp',
      endpoint: 'POSTHOG',
      count: 1,
    });
    expect(of('long id')).toMatchObject({ code: 'TOO_LARGE', endpoint: 'POSTHOG', count: 1 });
    const sample = of('ahead')?.sample ?? '';
    expect(JSON.parse(sample)).toMatchObject({ name: 'ahead', properties: { plan: 'string(13)' } });
    expect(sample).not.toMatch(/ada|secret|203\.0/);
  });

  it('our own and those of other SDKs', async () => {
    const { writeKey } = tenant;
    const timestamp = hourAhead().toISOString();
    await server.get(Track, { input: { writeKey, events: [{ name: 'of graphql', timestamp }] } });
    await post('/api/events', { writeKey, events: [{ name: 'of rest', timestamp }] });
    expect(
      (await post('/v1/track', { writeKey, userId: 'u', event: 'of segment', timestamp: 'no time' })).status,
    ).toBe(200);
    await post('/api/send', {
      type: 'event',
      payload: { website: writeKey, url: '/a', name: 'n'.repeat(201), hostname: 'shop.example' },
    });
    const { rejections, ingestion } = await reportOf();
    expect(rejections.map(({ endpoint }) => endpoint).toSorted()).toEqual([
      'GRAPHQL',
      'REST',
      'SEGMENT',
      'UMAMI',
    ]);
    expect(rejections.reduce((sum, { count }) => sum + count, 0)).toBe(ingestion.rejected);
  });
});

it('counts what a rate limit refuses, and what is blocked, within received and rejected', async () => {
  const { writeKey } = tenant;
  await server.get(
    Block,
    { input: { projectId: tenant.projectId, hostnames: ['staging.example'] } },
    tenant.token,
  );
  const events = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      name: `event ${i}`,
      url: i === 0 ? 'https://staging.example/?token=abc' : 'https://shop.example/',
    }));
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++)
    statuses.push((await post('/api/events', { writeKey, events: events(200) })).status);
  expect(statuses).toEqual([202, 202, 202, 429, 429, 429, 429]);

  const { ingestion, rejections } = await reportOf();
  expect(ingestion).toMatchObject({
    received: 1_400,
    stored: 597,
    rejected: 803,
    rateLimited: 800,
    blocked: 3,
  });
  expect(rejections).toMatchObject([
    { code: 'RATE_LIMITED', field: null, endpoint: 'REST', name: null, count: 800, sample: null },
    { code: 'BLOCKED', field: 'url', endpoint: 'REST', name: 'event 0', count: 3 },
  ]);
  expect(rejections[0]?.message).toContain(`At most ${LIMIT} events a minute`);
  expect(rejections[1]?.sample).toContain('https://staging.example/');
  expect(rejections[1]?.sample).not.toContain('abc');
});

describe('bounds', () => {
  it('groups without what a sender wrote', async () => {
    const events = Array.from({ length: 20 }, (_, i) => ({
      name: 'same',
      properties: { [`person ${i}`]: 1, deep: { a: { b: { c: { d: { e: i } } } } } },
    }));
    await server.get(Track, { input: { writeKey: tenant.writeKey, events } });
    const { rejections } = await reportOf();
    expect(rejections).toMatchObject([{ code: 'TOO_LARGE', field: 'properties', name: 'same', count: 20 }]);
  });

  it('counts reasons past the most together, over several writes and servers', async () => {
    const more = 50;
    const timestamp = hourAhead().toISOString();
    const events = Array.from({ length: MOST_REASONS + more }, (_, i) => ({ name: `name ${i}`, timestamp }));
    await server.get(Track, { input: { writeKey: tenant.writeKey, events: events.slice(0, 80) } });
    await server.app.rejections.flush();
    await server.get(Track, { input: { writeKey: tenant.writeKey, events: events.slice(80) } });
    await server.app.rejections.flush();
    await server.get(Track, { input: { writeKey: tenant.writeKey, events } });
    const { rejections, ingestion } = await reportOf(undefined, server, 200);
    expect(rejections).toHaveLength(MOST_REASONS + 1);
    expect(rejections[0]).toMatchObject({ name: null, field: null, count: 2 * more, sample: null });
    expect(rejections[0]?.message).toMatch(/^other reasons/);
    expect(rejections.reduce((sum, { count }) => sum + count, 0)).toBe(ingestion.rejected);
  });
});

it('counts by the time of arrival, forgets after 90 days, and writes the rest as it stops', async () => {
  const own = await startServer();
  try {
    const send = (name: string) =>
      own.get(Track, {
        input: { writeKey: tenant.writeKey, events: [{ name, timestamp: '2026-12-24T00:00:00Z' }] },
      });
    own.clock.set('2026-11-21T12:10:00Z');
    tenant = await createTenant(own);
    await send('before');
    own.clock.set('2026-11-21T12:20:00Z');
    await send('after');
    const noon = { start: '2026-11-21T12:00:00Z', end: '2026-11-21T12:15:00Z' };
    const later = { start: '2026-11-21T12:15:00Z', end: '2026-11-21T13:00:00Z' };
    expect((await reportOf(noon, own)).rejections.map(({ name }) => name)).toEqual(['before']);
    expect((await reportOf(later, own)).rejections).toMatchObject([
      { name: 'after', firstAt: '2026-11-21T12:20:00.000Z', lastAt: '2026-11-21T12:20:00.000Z' },
    ]);

    const count = async () =>
      (await own.app.store.pool.query('select sum(count)::int as count from rejections')).rows[0].count;
    await send('at the end');
    expect(await count()).toBe(2);
    await own.app.rejections.close();
    expect(await count()).toBe(3);
    own.clock.set('2027-02-19T12:10:00Z');
    await own.app.rejections.forget();
    expect(await count()).toBe(2);
  } finally {
    await own.close();
  }
});
