import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../tests/support/app.ts';
import { event, type Peer, type Site, send, siteOf, startPeer } from '../../tests/support/segments.ts';
import { createTenant } from '../../tests/support/tenant.ts';
import { until } from '../../tests/support/watching.ts';
import { compactProject } from './compact.ts';
import { Feed, type Parts, type Refusal } from './feed.ts';
import { DAY, dayOf } from './fields.ts';
import { BLOCK_DAYS, blockOf } from './layout.ts';
import { LISTED_BYTES, Memory } from './memory.ts';
import { readState } from './sql.ts';

const DAYS = 6;
// Each in a block of its own.
const FIRST = blockOf(dayOf(Date.parse('2025-07-20T00:00:00Z')));
const onDay = (day: number): string =>
  new Date((FIRST + day * BLOCK_DAYS) * DAY + 10 * 3_600_000).toISOString();

let server: TestServer;
let peer: Peer;
// Two projects with the same six days, of one visit each, and what one of them takes of memory.
let sites: Site[];
let dayBytes: number;
beforeAll(async () => {
  server = await startServer();
  server.clock.set('2025-11-01T00:00:00Z');
  peer = await startPeer(server);
  sites = [];
  for (let i = 0; i < 2; i++) {
    const site = await siteOf(await createTenant(server));
    sites.push(site);
    for (let day = 0; day < DAYS; day++) await send(peer, site, [event('ada', onDay(day))]);
    await compact(site);
  }
  const { rows } = await server.app.store.pool.query(
    'select max(octet_length(columns)) as bytes from segments',
  );
  dayBytes = new Memory(1, 1).sizeOf(rows[0]?.bytes);
});
afterAll(async () => {
  await peer.close();
  await server.close();
});

async function compact(site: Site): Promise<void> {
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  expect(await compactProject(client, site.number)).toBe('complete');
  await client.end();
}

/** What a question reads that is asked now. */
async function read(feed: Feed, projectId: number, from: number, to: number): Promise<Parts | Refusal> {
  const state = await readState(server.app.store.pool, projectId);
  return state === null ? 'gone' : feed.parts(from, to, state);
}

/** Feeds of the sites that share room for so many days; `dropped` are the keys that they gave up. */
function open(days: number) {
  const dropped: string[] = [];
  const onDropped = (key: string): void => void dropped.push(key);
  // Their headers differ by some digits, and each project has a list of its segments.
  const memory = new Memory(dayBytes * days + sites.length * DAYS * LISTED_BYTES + 100, 1);
  const feeds = sites.map(({ number }) => new Feed(server.app.store.pool, number, memory, onDropped));
  const ask = async (site: number, from: number, to: number): Promise<Parts | Refusal> => {
    const [feed, number] = [feeds[site], sites[site]?.number];
    const parts =
      feed && number && (await read(feed, number, FIRST + from * BLOCK_DAYS, FIRST + to * BLOCK_DAYS));
    expect(memory.bytes).toBeLessThanOrEqual(memory.maxBytes);
    return parts || 'gone';
  };
  return { memory, dropped, ask };
}

const daysOf = (answer: Parts | Refusal): number[] | Refusal =>
  typeof answer === 'string' ? answer : answer.parts.map(({ day }) => (day - FIRST) / BLOCK_DAYS);

const daysFrom = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

it('has every segment of a question, whatever was held before', async () => {
  const { ask } = open(3);
  expect(daysOf(await ask(0, 1, 3))).toEqual([1, 2, 3]);
  // One of them has to go, and not the one that was used longest ago.
  expect(daysOf(await ask(0, 0, 2))).toEqual([0, 1, 2]);
  expect(daysOf(await ask(0, 2, 4))).toEqual([2, 3, 4]);
});

it('has every segment of any questions one after the other, or says that they do not fit', async () => {
  const window = fc
    .tuple(fc.nat(1), fc.nat(DAYS - 1), fc.nat(DAYS - 1))
    .map(([site, a, b]) => ({ site, from: Math.min(a, b), to: Math.max(a, b) }));
  await fc.assert(
    fc.asyncProperty(fc.array(window, { minLength: 1, maxLength: 12 }), async (windows) => {
      const { ask } = open(3);
      for (const { site, from, to } of windows) {
        const fits = to - from < 3;
        expect(daysOf(await ask(site, from, to))).toEqual(fits ? daysFrom(from, to) : 'too large');
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

it('never lacks a segment that another project drove out meanwhile', async () => {
  const { ask } = open(3);
  for (let round = 0; round < 20; round++) {
    const from = round % 4;
    const answers = await Promise.all([ask(0, from, from + 2), ask(1, 3 - from, 5 - from)]);
    const [one, other] = answers.map(daysOf);
    expect([daysFrom(from, from + 2), 'too large']).toContainEqual(one);
    expect([daysFrom(3 - from, 5 - from), 'too large']).toContainEqual(other);
  }
});

it('gives up what it drops', async () => {
  const { ask, memory, dropped } = open(2);
  await ask(0, 0, 1);
  expect(dropped).toEqual([]);
  await ask(0, 2, 3);
  expect(dropped.map((key) => key.split('@')[0])).toEqual([
    `${sites[0]?.number}/${FIRST}+16.0-Infinity`,
    `${sites[0]?.number}/${FIRST + BLOCK_DAYS}+16.0-Infinity`,
  ]);
  expect(memory.bytes).toBeGreaterThan(2 * dayBytes - 100);
});

it('knows nothing of a project that is gone', async () => {
  const feed = new Feed(server.app.store.pool, 999_999, new Memory(1000, 1), () => undefined);
  const state = { revision: 1, complete: 0, format: null, layout: 0 };
  expect(await feed.parts(FIRST, FIRST, state)).toBe('gone');
});

it('tells different contents by different keys, also when segments are written while events arrive', async () => {
  const site = await siteOf(await createTenant(server));
  const memory = new Memory(1_000_000, 1);
  const dropped = new Set<string>();
  const feed = new Feed(server.app.store.pool, site.number, memory, (key) => dropped.add(key));
  await send(peer, site, [event('ada', onDay(0)), event('ada', onDay(1))]);
  await read(feed, site.number, FIRST, FIRST);

  // Another transaction is about to write the second day: the compaction waits for it behind the first one.
  const other = new pg.Client(server.databaseUrl);
  await other.connect();
  await other.query('begin');
  await other.query(
    `insert into segments (project_id, day, revision, visits, events, columns) values ($1, date '1970-01-01' + $2::int, 0, 0, 0, '')`,
    [site.number, FIRST + BLOCK_DAYS],
  );
  const compacted = compact(site);
  await until(async () =>
    expect(
      (await server.app.store.pool.query('select from segments where project_id = $1', [site.number]))
        .rowCount,
    ).toBe(1),
  );
  await send(peer, site, [event('bob', onDay(0))]);
  const before = await read(feed, site.number, FIRST, FIRST);
  await other.query('rollback');
  await other.end();
  await compacted;
  const after = await read(feed, site.number, FIRST, FIRST);

  if (typeof before === 'string' || typeof after === 'string') throw new Error('no parts');
  // Two visits that are newer than segments; then one in the segment, and one newer.
  expect(before.parts.length).toBe(1);
  expect(after.parts.length).toBe(2);
  const columnsOf = new Map(before.parts.map(({ key, columns }) => [key, columns]));
  for (const { key, columns } of after.parts) {
    expect(columnsOf.get(key) ?? columns).toBe(columns);
    expect(dropped).not.toContain(key);
  }
});
