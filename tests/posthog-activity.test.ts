import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/app.ts';
import { held, namesOf } from './support/drop-in.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// What PostHog's SDKs send besides what a visitor did, and how older ones say when it was.

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  server.clock.set('2026-11-21T12:00:30Z');
  tenant = await createTenant(server);
});
afterAll(() => server.close());

async function send(path: string, body: unknown): Promise<void> {
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

const captured = (event: string, properties: object = {}, more: object = {}) => ({
  event,
  properties: { token: tenant.writeKey, distinct_id: 'phone', $device_id: 'phone', ...properties },
  ...more,
});

const BOUNCES = `query PostHogBounces($project: ID!) {
  project(id: $project) {
    ingestion(range: { last: "P1D" }) { received rejected }
    stats(range: { last: "P1D" }) { totals { visitors visits bounceRate events visitDuration } }
  }
}`;
interface Bounces {
  project: { ingestion: { received: number; rejected: number }; stats: { totals: object } };
}
const bounces = async () =>
  (await server.get<Bounces, { project: string }>(BOUNCES, { project: tenant.projectId }, tenant.token))
    .project;

describe('is no activity', () => {
  const at = (minute: number) => ({ timestamp: `2026-11-21T11:0${minute}:00Z` });
  const pageview = () => captured('$pageview', { $current_url: 'https://shop.example/' }, at(0));

  it.each([
    ['$feature_flag_called', { $feature_flag: 'beta', $feature_flag_response: true }],
    ['$feature_enrollment_update', { $feature_flag: 'beta' }],
    ['$feature_view', { feature_flag: 'beta' }],
    ['$feature_interaction', { feature_flag: 'beta' }],
    ['$set', { $set: { plan: 'pro' } }],
    ['$groupidentify', { $group_type: 'company', $group_key: 'acme' }],
    ['$pageleave', {}],
    ['$web_vitals', {}],
  ])('%s', async (event, properties) => {
    await send('/e/', [pageview(), captured(event, properties, at(3))]);
    const { stats } = await bounces();
    expect(stats.totals).toEqual({ visitors: 1, visits: 1, bounceRate: 1, events: 1, visitDuration: 0 });
  });

  it.each([
    ['$identify', { distinct_id: 'ada', $anon_distinct_id: 'phone' }, 'ada'],
    ['$create_alias', { distinct_id: 'ada', alias: 'phone', $device_id: 'laptop' }, 'ada'],
    ['$merge_dangerously', { distinct_id: 'ada', alias: 'phone', $device_id: 'laptop' }, 'ada'],
  ])('%s, which joins the visitor to the user', async (event, properties, user) => {
    await send('/e/', [pageview(), captured(event, properties, at(3))]);
    const alone = await bounces();
    expect(alone.stats.totals).toEqual({
      visitors: 1,
      visits: 1,
      bounceRate: 1,
      events: 1,
      visitDuration: 0,
    });
    expect(alone.ingestion).toEqual({ received: 2, rejected: 0 });
    await send('/e/', [captured('Paid', {}, at(5))]);
    const { events } = await held(server, tenant);
    expect(events.map(({ name, userId }) => [name, userId])).toEqual([
      ['pageview', user],
      ['Paid', user],
    ]);
  });

  it('$identify of its own request, before anything else of the visitor and user', async () => {
    await send('/e/', [captured('$identify', { distinct_id: 'ada', $anon_distinct_id: 'phone' }, at(1))]);
    expect((await held(server, tenant)).events).toEqual([]);
    expect((await bounces()).stats.totals).toMatchObject({ visitors: 0, visits: 0, events: 0 });
    await send('/e/', [captured('Paid', {}, at(5))]);
    const { events, totals } = await held(server, tenant);
    expect(events.map(({ name, userId }) => [name, userId])).toEqual([['Paid', 'ada']]);
    expect(totals).toMatchObject({ visitors: 1, visits: 1, events: 1 });
  });
});

describe('offset', () => {
  const MINUTE = 60_000;
  const NOW = Date.parse('2026-11-21T12:00:30Z');
  const minutesAgo = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString();

  it.each([
    ['/e/', (events: object[]) => events],
    ['/e/?_=1795262430000', (events: object[]) => events],
    // The sender's clock is years behind: an offset does not need it.
    ['/e/?_=1563760000000', (events: object[]) => events],
    ['/i/v0/e/', (events: object[]) => events],
    ['/batch/', (batch: object[]) => ({ api_key: tenant.writeKey, batch })],
  ])('is how long ago it happened: %s', async (path, bodyOf) => {
    const events = [
      captured('$pageview', { $current_url: 'https://shop.example/' }, { offset: 10 * MINUTE }),
      captured('buy', {}, { offset: 0 }),
    ];
    await send(path, bodyOf(events));
    const stored = (await held(server, tenant)).events;
    expect(stored.map(({ timestamp }) => timestamp)).toEqual([minutesAgo(10), minutesAgo(0)]);
  });

  it('does not count beside a timestamp', async () => {
    await send('/e/', [captured('buy', {}, { offset: 10 * MINUTE, timestamp: minutesAgo(20) })]);
    expect((await held(server, tenant)).events.map(({ timestamp }) => timestamp)).toEqual([minutesAgo(20)]);
  });

  it.each([[-5], ['soon'], [null], [true], [{}]])('that is none (%j) is passed over', async (offset) => {
    await send('/e/', [captured('buy', {}, { offset })]);
    const stored = (await held(server, tenant)).events;
    expect(stored.map(({ timestamp }) => timestamp)).toEqual([minutesAgo(0)]);
    expect(namesOf(stored)).toEqual(['buy']);
  });
});
