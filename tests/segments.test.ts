import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FORMAT } from '../src/segments/format.ts';
import { sweepSegments } from '../src/segments/sweep.ts';
import { createNoCache } from '../src/store/cache.ts';
import { purgeDeletedProjects } from '../src/store/purge.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import {
  answer,
  answerBySql,
  countEvents,
  type Days,
  event,
  type Peer,
  type Site,
  send,
  siteOf,
  startPeer,
} from './support/segments.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { inputOf, traffic } from './support/traffic.ts';

// Two servers of one database, each with threads of its own: what one stores or compacts, the other has to see.
let server: TestServer;
let first: Peer;
let second: Peer;
let tenant: Tenant;
let site: Site;
beforeAll(async () => {
  server = await startServer();
  server.clock.set('2025-11-01T00:00:00Z');
  // Nothing is kept: every answer comes from what the servers hold.
  first = await startPeer(server, { cache: createNoCache() });
  // It puts days together and cuts them elsewhere: what the one writes comes apart by the other.
  const shape = { block: 2, segment: 3 };
  second = await startPeer(server, {
    cache: createNoCache(),
    segments: { maxBytes: 256 * 1024 * 1024, scanners: 1, statementTimeout: 30, shape },
  });
});
afterAll(async () => {
  await first.close();
  await second.close();
  await server.close();
});
beforeEach(async () => {
  tenant = await createTenant(server);
  site = await siteOf(tenant);
  for (const { log } of [first, second]) log.length = 0;
});

const compact = (peer: Peer): Promise<void> => peer.app.engine.compact(site.number);

const query = async (text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await server.app.store.pool.query(text, values)).rows;

const visits = () =>
  query(
    `select id::int, started_at::text as start, events, steps is null as long
     from (select id, started_at at time zone 'UTC' as started_at, events, steps from visits where project_id = $1) v order by started_at, id`,
    site.number,
  );

const removals = async () =>
  (
    await query(
      `select day::text, visit_id::int as id from visit_removals where project_id = $1 order by revision, day, visit_id`,
      site.number,
    )
  ).map(({ day, id }) => [day, id]);

const between = (start: string, end: string): Days => ({
  start: `2025-10-${start}T00:00:00Z`,
  end: `2025-10-${end}T00:00:00Z`,
});
const RANGES = [
  between('22', '23'),
  between('23', '24'),
  between('24', '25'),
  between('25', '26'),
  undefined,
];

/** Both servers answer from segments, and as SQL does. */
async function expectExact(): Promise<void> {
  for (const range of RANGES) {
    const expected = await answerBySql(first, site, range);
    expect(await answer(first, site, range)).toEqual(expected);
    expect(await answer(second, site, range)).toEqual(expected);
  }
  expect([first.log, second.log]).toEqual([[], []]);
}

it('has an event that was stored in the very next answer of every server', { timeout: 120_000 }, async () => {
  const DAYS = ['24', '22', '23'];
  for (let stored = 0; stored < 60; ) {
    const day = DAYS[stored % 3];
    const sender = stored % 2 ? first : second;
    const minute = String(stored).padStart(2, '0');
    await send(sender, site, [event(`visitor ${stored % 5}`, `2025-10-${day}T23:${minute}:00Z`)]);
    stored++;
    expect(await countEvents(first, site)).toBe(stored);
    // The second server lags: it asks now and then only, with older segments at hand.
    if (stored % 4 === 0) expect(await countEvents(second, site)).toBe(stored);
    if (stored % 7 === 0) await compact(first);
    if (stored % 11 === 0) await compact(second);
    if (stored % 7 === 0 || stored % 11 === 0) expect(await countEvents(second, site)).toBe(stored);
  }
  await expectExact();
});

describe('a visit that begins on another day now', () => {
  it('because of a late event is counted there, and nowhere else', async () => {
    await send(first, site, [
      event('ada', '2025-10-24T00:10:00Z', '/b'),
      event('bob', '2025-10-24T00:10:00Z', '/b'),
    ]);
    await compact(first);
    await expectExact();
    await send(first, site, [event('ada', '2025-10-23T23:50:00Z', '/a')]);
    expect(await visits()).toMatchObject([
      { id: 1, start: '2025-10-23 23:50:00', events: 2 },
      { id: 2, start: '2025-10-24 00:10:00', events: 1 },
    ]);
    expect(await removals()).toEqual([['2025-10-24', 1]]);
    await expectExact();
    await compact(second);
    expect(await removals()).toEqual([]);
    await expectExact();
  });

  it('because it became part of one before midnight is counted once', async () => {
    await send(first, site, [event('ada', '2025-10-24T00:20:00Z', '/b')]);
    await send(first, site, [event('ada', '2025-10-23T23:40:00Z', '/a')]);
    await compact(first);
    await expectExact();
    await send(second, site, [event('ada', '2025-10-24T00:00:00Z', '/c')]);
    expect(await visits()).toMatchObject([{ id: 2, start: '2025-10-23 23:40:00', events: 3 }]);
    expect(await removals()).toEqual([['2025-10-24', 1]]);
    await expectExact();
    await compact(first);
    expect(await removals()).toEqual([]);
    expect(await query(`select visits from segments where project_id = $1`, site.number)).toEqual([
      { visits: 1 },
    ]);
    await expectExact();
  });

  it('because sessions of a day at most are cut elsewhere comes and goes', async () => {
    const sent = (timestamp: string) => ({ ...event('ada', timestamp), sessionId: 's' });
    await send(first, site, [sent('2025-10-24T10:00:00Z'), sent('2025-10-25T09:00:00Z')]);
    expect(await visits()).toMatchObject([{ id: 1, start: '2025-10-24 10:00:00', events: 2 }]);
    await compact(first);
    await expectExact();
    // 24 hours from here end before the last event.
    await send(first, site, [sent('2025-10-23T20:00:00Z')]);
    expect(await visits()).toMatchObject([
      { id: 1, start: '2025-10-23 20:00:00', events: 2 },
      { id: 2, start: '2025-10-25 09:00:00', events: 1 },
    ]);
    await expectExact();
    await compact(second);
    await expectExact();
    // And from here they end before the second one, which draws the third one to its own day.
    await send(first, site, [sent('2025-10-23T08:00:00Z')]);
    expect(await visits()).toMatchObject([
      { id: 1, start: '2025-10-23 08:00:00', events: 2 },
      { id: 2, start: '2025-10-24 10:00:00', events: 2 },
    ]);
    expect(await removals()).toEqual([['2025-10-25', 2]]);
    await expectExact();
    await compact(first);
    expect(await removals()).toEqual([]);
    await expectExact();
  });

  it('and was back before anybody looked is counted once', async () => {
    const sent = (timestamp: string) => ({ ...event('ada', timestamp), sessionId: 's' });
    await send(first, site, [sent('2025-10-24T10:00:00Z'), sent('2025-10-25T09:00:00Z')]);
    await compact(first);
    await expectExact();
    await send(first, site, [sent('2025-10-23T20:00:00Z')]);
    await send(first, site, [sent('2025-10-23T08:00:00Z')]);
    await compact(first);
    await send(first, site, [event('bob', '2025-10-25T09:00:00Z')]);
    await expectExact();
  });
});

describe('visits without steps', () => {
  const minutes = (from: number, count: number, path: string) =>
    Array.from({ length: count }, (_, i) =>
      event(
        'robot',
        new Date(Date.parse('2025-10-23T12:00:00Z') + (from + i) * 60_000).toISOString(),
        `${path}${i % 3}`,
      ),
    );

  it('of more than 1,000 events are answered, grow and are compacted', async () => {
    await send(first, site, minutes(0, 1000, '/a'));
    expect(await visits()).toMatchObject([{ events: 1000, long: false }]);
    await compact(first);
    await expectExact();
    await send(first, site, minutes(1000, 1, '/b'));
    expect(await visits()).toMatchObject([{ events: 1001, long: true }]);
    await expectExact();
    await compact(second);
    await expectExact();
    await send(second, site, minutes(1001, 120, '/c'));
    expect(await visits()).toMatchObject([{ events: 1121, long: true }]);
    await expectExact();
    await compact(first);
    await expectExact();
  });

  it('from before there were steps are read from their events', async () => {
    await send(first, site, [
      ...minutes(0, 5, '/a'),
      event('ada', '2025-10-24T00:10:00Z', '/x', 'buy'),
      // Its path is absent.
      { visitorId: 'bob', timestamp: '2025-10-24T00:10:00Z', name: 'start' },
    ]);
    const forget = async () => {
      await query(
        `with next as (update project_revisions set revision = revision + 1 where project_id = $1 returning revision),
           changed as (update visits set steps = null, revision = next.revision from next where project_id = $1 returning id)
         insert into visit_changes select $1, revision, array(select id from changed) from next`,
        site.number,
      );
    };
    await forget();
    await expectExact();
    await compact(first);
    await expectExact();
    await send(first, site, [
      ...minutes(5, 2, '/b'),
      event('ada', '2025-10-24T00:11:00Z', '/y'),
      event('ada', '2025-10-23T23:55:00Z', '/z'),
    ]);
    await expectExact();
    await forget();
    await compact(second);
    await expectExact();
  });
});

describe('segments that cannot be used', () => {
  const BEHIND = 'segments do not serve: asking SQL';

  it('for they are of another format: SQL answers, and they are built anew', async () => {
    await send(first, site, [event('ada', '2025-10-23T10:00:00Z'), event('bob', '2025-10-24T10:00:00Z')]);
    await compact(first);
    await expectExact();
    await query(`update segment_states set format = format + 1 where project_id = $1`, site.number);
    await query(`update segments set columns = 'of another format' where project_id = $1`, site.number);
    await send(first, site, [event('cyd', '2025-10-24T10:00:00Z')]);
    expect(await answer(first, site)).toEqual(await answerBySql(first, site));
    expect(first.log).toEqual([BEHIND]);
    first.log.length = 0;
    // The question had them built: this is the same work.
    await compact(first);
    expect(await query(`select format from segment_states where project_id = $1`, site.number)).toEqual([
      { format: FORMAT },
    ]);
    await expectExact();
  });

  it('for more visits than a reader can hold changed since they were written', async () => {
    // By what Postgres knows of other projects, this one has next to no visits.
    await send(first, await siteOf(await createTenant(server)), [event('ada', '2025-10-24T10:00:00Z')]);
    await query('analyze visits, visit_changes');
    // Visits of one pageview each, whose events are nowhere else: SQL would not find them.
    await query(
      `with next as (update project_revisions set revision = revision + 1 where project_id = $1 returning revision),
         changed as (insert into visit_changes select $1, revision, array(select generate_series(1, 50001)) from next)
       insert into visits (project_id, id, revision, visitor_id, started_at, ended_at, events, pageviews, origin, client, steps)
       select $1, n, next.revision, n, '2025-10-24', '2025-10-24', 1, 1, 1, 1, '\\x00000000ffffffff0000000000000000'
       from next, generate_series(1, 50001) n`,
      site.number,
    );
    expect(await countEvents(first, site, between('24', '25'))).toBe(0);
    expect(first.log).toEqual([BEHIND]);
    first.log.length = 0;
    // The question had them written: this is the same work.
    await compact(first);
    expect(await countEvents(first, site, between('24', '25'))).toBe(50_001);
    expect(first.log).toEqual([]);
  });

  it('for they were thrown away: what was held of them is not missed', async () => {
    await send(first, site, [event('ada', '2025-10-23T10:00:00Z'), event('bob', '2025-10-24T10:00:00Z')]);
    await compact(first);
    await expectExact();
    await query(`delete from segments where project_id = $1`, site.number);
    await query(`delete from segment_states where project_id = $1`, site.number);
    await expectExact();
    await compact(first);
    await expectExact();
  });
});

it('are removed with their project', async () => {
  await send(first, site, [event('ada', '2025-10-24T00:10:00Z')]);
  await compact(first);
  await send(first, site, [event('ada', '2025-10-23T23:50:00Z')]);
  const rest = () =>
    query(
      `select (select count(*)::int from segments where project_id = $1) as segments,
              (select count(*)::int from segment_states where project_id = $1) as states,
              (select count(*)::int from visit_removals where project_id = $1) as removals,
              (select count(*)::int from visits where project_id = $1) as visits`,
      site.number,
    );
  expect(await rest()).toEqual([{ segments: 1, states: 1, removals: 1, visits: 1 }]);
  await server.get(
    graphql(`mutation SegmentsDelete($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }`),
    { id: site.id },
    tenant.token,
  );
  await purgeDeletedProjects(server.app.store);
  expect(await rest()).toEqual([{ segments: 0, states: 0, removals: 0, visits: 0 }]);
  await compact(first);
  expect(await rest()).toEqual([{ segments: 0, states: 0, removals: 0, visits: 0 }]);
});

it('are written for projects with many new visits only, whether or not anybody asks', async () => {
  const [quiet, busy] = [site, await siteOf(await createTenant(server))];
  const compacted = () =>
    query(
      `select project_id::int as id from segment_states where project_id in ($1, $2)`,
      quiet.number,
      busy.number,
    );
  const visitors = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => event(`visitor ${from + i}`, '2025-10-24T10:00:00Z'));
  await send(first, quiet, visitors(0, 1));
  await send(first, busy, visitors(0, 1000));
  await send(first, busy, visitors(1000, 999));
  await sweepSegments(server.app.store.pool, first.app.engine);
  expect(await compacted()).toEqual([]);
  await send(first, busy, visitors(1999, 1));
  await sweepSegments(server.app.store.pool, first.app.engine);
  expect(await compacted()).toEqual([{ id: busy.number }]);
  expect(await countEvents(first, busy)).toBe(2000);
});

describe('a question that SQL has to answer', () => {
  it('is refused where the segments tell of too many events, and only there', async () => {
    await send(first, site, [event('ada', '2025-10-24T10:00:00Z')]);
    await query(
      `insert into segments (project_id, day, revision, visits, events, columns)
       values ($1, '2025-10-22', 0, 1, 1000000000, '')`,
      site.number,
    );
    await expect(answerBySql(first, site, between('22', '24'))).rejects.toThrow('QUERY_TOO_COMPLEX');
    await expect(answerBySql(first, site, between('21', '23'))).rejects.toThrow('about 1000 million events');
    expect((await answerBySql(first, site, between('23', '25'))).totals.events).toBe(1);
    expect((await answerBySql(first, site, between('21', '22'))).totals.events).toBe(0);
  });
});

describe('answers that are kept', () => {
  it('are those that would be computed, whatever happened between', { timeout: 240_000 }, async () => {
    const kept = await startPeer(server);
    // The hour is the last but five of a UTC day.
    const FROM = Date.parse('2025-10-23T18:00:00Z');
    const step = fc.constantFrom('ask', 'ask', 'ask', 'send', 'send', 'compact here', 'compact there');
    try {
      await fc.assert(
        fc.asyncProperty(
          traffic(FROM, 60),
          fc.array(step, { minLength: 8, maxLength: 25, size: 'max' }),
          async ({ events }, steps) => {
            site = await siteOf(await createTenant(server));
            // In the order of their ids, which is not that of their times.
            const batches = events.toSorted((a, b) => (a.id < b.id ? -1 : 1));
            const size = Math.ceil(batches.length / steps.length);
            const ranges = [between('23', '24'), between('24', '25'), between('23', '26'), undefined];
            for (const what of [...steps, 'ask']) {
              if (what === 'send') await send(kept, site, batches.splice(0, size).map(inputOf));
              else if (what === 'compact here') await compact(kept);
              else if (what === 'compact there') await compact(second);
              else {
                for (const range of ranges)
                  expect(await answer(kept, site, range)).toEqual(await answer(second, site, range));
              }
            }
            expect(await answer(kept, site)).toEqual(await answerBySql(second, site));
          },
        ),
        { numRuns: Number(process.env.REFERENCE_RUNS ?? 10), endOnFailure: true },
      );
      expect([kept.log, second.log]).toEqual([[], []]);
    } finally {
      await kept.close();
    }
  });
});

it('counts all that was acknowledged, and nothing that was not sent, while all happens at once', {
  timeout: 120_000,
}, async () => {
  const ROUNDS = 25;
  const BATCH = 20;
  let [sent, acknowledged, writing] = [0, 0, true];
  const write = async (peer: Peer, writer: number) => {
    for (let round = 0; round < ROUNDS; round++) {
      const batch = Array.from({ length: BATCH }, (_, i) => {
        // Round by round into the past, over midnight.
        const at = Date.parse('2025-10-25T02:00:00Z') - (round * BATCH + i) * 300_000;
        return event(`visitor ${(writer + i) % 7}`, new Date(at).toISOString(), `/${i % 4}`);
      });
      sent += BATCH;
      await send(peer, site, batch);
      acknowledged += BATCH;
    }
  };
  let answers = 0;
  const read = async (peer: Peer) => {
    while (writing) {
      const least = acknowledged;
      const events = await countEvents(peer, site);
      expect(events).toBeGreaterThanOrEqual(least);
      expect(events).toBeLessThanOrEqual(sent);
      answers++;
    }
  };
  const compactAlways = async (peer: Peer) => {
    while (writing) await compact(peer);
  };
  const rest = Promise.all([
    read(first),
    read(first),
    read(second),
    compactAlways(first),
    compactAlways(second),
  ]);
  await Promise.all([write(first, 0), write(first, 1), write(second, 2), write(second, 3)]).finally(() => {
    writing = false;
  });
  await rest;
  expect(answers).toBeGreaterThan(10);
  expect(await countEvents(first, site)).toBe(4 * ROUNDS * BATCH);
  await expectExact();
});
