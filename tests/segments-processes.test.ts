import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { AppOptions } from '../src/app.ts';
import { createEngine, type Snapshot } from '../src/segments/engine.ts';
import { DAY, dayOf } from '../src/segments/fields.ts';
import { BLOCK_DAYS, blockOf } from '../src/segments/layout.ts';
import { LISTED_BYTES, Memory } from '../src/segments/memory.ts';
import type { ScanRequest } from '../src/stats/scan-thread.ts';
import { createNoCache } from '../src/store/cache.ts';
import { startServer, type TestServer } from './support/app.ts';
import { type Program, ROOT, startProgram } from './support/process.ts';
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
import { createTenant } from './support/tenant.ts';
import { until } from './support/watching.ts';

// Threads, connections and processes that die, and what does not fit into memory.
let server: TestServer;
let writer: Peer;
let site: Site;
const NO_PROJECT = 0;
beforeAll(async () => {
  server = await startServer();
  server.clock.set('2025-11-01T00:00:00Z');
  writer = await startPeer(server);
  // Both sweep every minute, which starts their compaction threads: they start here, before a test watches threads.
  await Promise.all([server, writer].map(({ app }) => app.engine.compact(NO_PROJECT)));
});
afterAll(async () => {
  await writer.close();
  await server.close();
});
beforeEach(async () => {
  site = await siteOf(await createTenant(server));
});

const query = async (text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await server.app.store.pool.query(text, values)).rows;

/** A server whose threads have not begun yet; it is closed with the test. */
async function start(options: Partial<AppOptions> = {}): Promise<Peer> {
  const peer = await startPeer(server, { cache: createNoCache(), ...options });
  onTestFinished(() => peer.close());
  return peer;
}

/** The threads that begin from now on, in their order: for a server that is asked, the feed and then the scanner. */
function watchThreads(onThread: (thread: Worker, index: number) => void): void {
  let count = 0;
  const listener = (thread: Worker): void => onThread(thread, count++);
  process.on('worker', listener);
  onTestFinished(() => void process.off('worker', listener));
}

// Each in a block of its own.
const DAYS = [0, 1, 2, 3, 4, 5];
const FIRST = blockOf(dayOf(Date.parse('2025-07-20T00:00:00Z')));
const dateOf = (day: number): string => new Date((FIRST + day * BLOCK_DAYS + 2) * DAY).toISOString();
const onDay = (day: number): string => dateOf(day).replace('T00', 'T10');
const sendDays = (to = site): Promise<void> =>
  send(
    writer,
    to,
    DAYS.map((day) => event('ada', onDay(day), `/${day}`)),
  );

/** All days from one on; of its block the visits of the day before are read too. */
const daysFrom = (from: number, to: number): Days => ({
  start: onDay(from),
  end: new Date(Date.parse(onDay(to)) + DAY).toISOString(),
});

/** A connection that holds what `statement` locks until it is closed. */
async function lock(statement: string): Promise<pg.Client> {
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  await client.query('begin');
  await client.query(statement);
  return client;
}

/** Holds the write of one day's segment up. */
const lockDay = (day: number): Promise<pg.Client> =>
  lock(
    `insert into segments (project_id, day, revision, visits, events, columns) values (${site.number}, date '1970-01-01' + ${FIRST + day * BLOCK_DAYS}, 0, 0, 0, '')`,
  );

/** Waits until a connection of this name waits for a lock; resolves with its process id in Postgres. */
async function waiting(name: string): Promise<number> {
  let pid = 0;
  await until(async () => {
    const [row] = await query(
      `select pid from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock' and datname = current_database()`,
      name,
    );
    expect(row).toBeDefined();
    pid = Number(row?.pid);
  });
  return pid;
}

const terminate = (pid: number) => query('select pg_terminate_backend($1)', pid);

const isComplete = async (): Promise<boolean> => {
  const [row] = await query(
    `select s.revision = r.revision as complete, (select count(*)::int from segments where project_id = $1) as days
     from project_revisions r left join segment_states s on s.project_id = r.project_id where r.project_id = $1`,
    site.number,
  );
  return row?.complete === true && row.days === DAYS.length;
};

describe('a compaction', () => {
  const startCompaction = (): Program => {
    const command = path.join(ROOT, 'tests/support/compact-command.ts');
    return startProgram(
      [process.execPath, '--import', 'tsx', command, server.databaseUrl, String(site.number)],
      ROOT,
      {},
    );
  };

  it('that is killed half-way is completed by the next', { timeout: 60_000 }, async () => {
    const reader = await start();
    await sendDays();
    expect(await countEvents(reader, site)).toBe(6);
    const other = await lockDay(3);
    const program = startCompaction();
    await program.says(/^3 of 6$/m);
    await waiting('compact-command');
    program.kill('SIGKILL');
    expect(await program.exit).toBe('SIGKILL');
    await other.end();
    await until(async () =>
      expect(await query(`select from pg_stat_activity where application_name = 'compact-command'`)).toEqual(
        [],
      ),
    );
    // Half of the segments are there, which nobody says are complete.
    expect(await query('select from segment_states where project_id = $1', site.number)).toEqual([]);
    const fresh = await start();
    for (const peer of [reader, fresh]) {
      expect(await answer(peer, site)).toEqual(await answerBySql(peer, site));
      await send(writer, site, [event('bob', onDay(1), '/late')]);
      expect(await answer(peer, site)).toEqual(await answerBySql(peer, site));
    }
    await reader.app.engine.compact(site.number);
    expect(await isComplete()).toBe(true);
    for (const peer of [reader, fresh])
      expect(await answer(peer, site)).toEqual(await answerBySql(peer, site));
    expect([reader.log, fresh.log]).toEqual([[], []]);
  });

  it('whose connection breaks is completed by the next', async () => {
    const peer = await start();
    await sendDays();
    const other = await lockDay(2);
    const compacted = peer.app.engine.compact(site.number);
    await terminate(await waiting('pulsegraph compaction'));
    await compacted;
    expect(peer.log).toEqual([expect.stringContaining('writing segments failed')]);
    await other.end();
    expect(await isComplete()).toBe(false);
    await peer.app.engine.compact(site.number);
    expect(await isComplete()).toBe(true);
    expect(await answer(peer, site)).toEqual(await answerBySql(peer, site));
  });

  it('whose thread dies is completed by the next', async () => {
    const peer = await start();
    await sendDays();
    const other = await lockDay(2);
    let thread: Worker | undefined;
    watchThreads((worker) => {
      thread ??= worker;
    });
    const compacted = peer.app.engine.compact(site.number);
    await waiting('pulsegraph compaction');
    await thread?.terminate();
    await compacted;
    expect(peer.log).toEqual([expect.stringContaining('writing segments failed')]);
    await other.end();
    // Postgres lets the project go when it finds the connection closed.
    await until(async () => {
      await peer.app.engine.compact(site.number);
      expect(await isComplete()).toBe(true);
    });
    expect(await answer(peer, site)).toEqual(await answerBySql(peer, site));
  });

  it('does no harm beside another one', { timeout: 60_000 }, async () => {
    const [one, two] = [await start(), await start()];
    await sendDays();
    const other = await lockDay(2);
    const first = startCompaction();
    await waiting('compact-command');
    // The others leave it to the first one, and do not wait.
    await Promise.all([one, two].map(({ app }) => app.engine.compact(site.number)));
    const second = startCompaction();
    await second.says(/^compacted: busy$/m);
    await send(writer, site, [event('bob', onDay(0)), event('bob', onDay(5))]);
    await other.end();
    await first.says(/^compacted: complete$/m);
    expect([await first.exit, await second.exit]).toEqual([0, 0]);
    for (let round = 0; round < 5; round++) {
      await send(writer, site, [event(`visitor ${round}`, onDay(round))]);
      await Promise.all([one, two].map(({ app }) => app.engine.compact(site.number)));
      for (const peer of [one, two]) expect(await answer(peer, site)).toEqual(await answerBySql(peer, site));
    }
    await one.app.engine.compact(site.number);
    expect(await isComplete()).toBe(true);
    expect([one.log, two.log]).toEqual([[], []]);
  });

  it('that ends while newer events are held keeps them at hand', async () => {
    const peer = await start();
    await sendDays();
    expect(await countEvents(peer, site)).toBe(6);
    const other = await lockDay(2);
    const compacted = peer.app.engine.compact(site.number);
    await waiting('pulsegraph compaction');
    // The first day's segment is written already; the reader has this beside what that segment holds.
    await send(writer, site, [event('bob', onDay(0))]);
    expect(await countEvents(peer, site)).toBe(7);
    await other.end();
    await compacted;
    for (let round = 0; round < 3; round++)
      expect(await answer(peer, site)).toEqual(await answerBySql(peer, site));
    expect(peer.log).toEqual([]);
  });
});

describe('a question outlives', () => {
  const FAILED = expect.stringContaining('segments failed: asking SQL');

  it.each([
    ['the feed', 0],
    ['a scanner', 1],
  ])('the death of %s: SQL answers, and the next question a new thread', async (_, victim) => {
    const peer = await start();
    await sendDays();
    watchThreads((thread, index) => {
      if (index === victim) void thread.terminate();
    });
    expect(await countEvents(peer, site)).toBe(6);
    expect(peer.log).toEqual([FAILED]);
    await send(writer, site, [event('bob', onDay(0))]);
    expect(await answer(peer, site)).toEqual(await answerBySql(peer, site));
    expect(peer.log).toEqual([FAILED]);
  });

  it.each([
    ['the feed', 0],
    ['a scanner', 1],
  ])('%s that died while nobody asked', async (_, victim) => {
    const peer = await start();
    await sendDays();
    await peer.app.engine.compact(site.number);
    const threads: Worker[] = [];
    watchThreads((thread) => threads.push(thread));
    expect(await countEvents(peer, site)).toBe(6);
    await threads[victim]?.terminate();
    await send(writer, site, [event('bob', onDay(0))]);
    expect(await answer(peer, site)).toEqual(await answerBySql(peer, site));
    expect(peer.log).toEqual([]);
  });

  it('the connection of the feed', async () => {
    const peer = await start();
    await sendDays();
    await peer.app.engine.compact(site.number);
    const other = await lock('lock table segments in access exclusive mode');
    let threads = 0;
    watchThreads(() => threads++);
    const asked = countEvents(peer, site);
    await terminate(await waiting('pulsegraph segments'));
    await other.end();
    // A connection that breaks passes: SQL answers, and nothing is logged but what concerns SQL.
    expect(await asked).toBe(6);
    await send(writer, site, [event('bob', onDay(0))]);
    expect(await answer(peer, site)).toEqual(await answerBySql(peer, site));
    expect(peer.log).toEqual([]);
    // The feed and the scanner: the thread went on.
    expect(threads).toBe(2);
  });

  it('connections of the feed that break while idle', async () => {
    const peer = await start();
    await sendDays();
    expect(await countEvents(peer, site)).toBe(6);
    for (const { pid } of await query(
      `select pid from pg_stat_activity where application_name = 'pulsegraph segments' and datname = current_database()`,
    ))
      await terminate(Number(pid));
    await send(writer, site, [event('bob', onDay(0))]);
    expect(await countEvents(peer, site)).toBe(7);
  });
});

describe('memory', () => {
  // Room for this many of the days.
  const ROOM = 3;

  async function startSmall(): Promise<Peer> {
    const [row] = await query(
      `select max(octet_length(columns)) as bytes from segments where project_id = $1`,
      site.number,
    );
    const scanners = 2;
    const bytes = new Memory(1, scanners).sizeOf(Number(row?.bytes)) * ROOM;
    // What each project has beside them.
    const lists = 2 * DAYS.length * LISTED_BYTES + 100;
    return start({ segments: { maxBytes: bytes + lists, scanners, statementTimeout: 30 } });
  }

  it('that a question does not fit into leaves it to SQL', async () => {
    await sendDays();
    await writer.app.engine.compact(site.number);
    const peer = await startSmall();
    const wide = daysFrom(0, 5);
    expect(await answer(peer, site, wide)).toEqual(await answerBySql(peer, site, wide));
    expect(peer.log).toEqual(['segments do not serve: asking SQL']);
    peer.log.length = 0;
    const narrow = daysFrom(2, 4);
    expect(await answer(peer, site, narrow)).toEqual(await answerBySql(peer, site, narrow));
    expect(peer.log).toEqual([]);
  });

  it('is shared by questions of many projects, each of them answered right', {
    timeout: 60_000,
  }, async () => {
    const sites = [site, await siteOf(await createTenant(server))];
    for (const each of sites) {
      await sendDays(each);
      await writer.app.engine.compact(each.number);
    }
    const peer = await startSmall();
    const expected = new Map<string, unknown>();
    const windows = DAYS.slice(1).flatMap((_, from) =>
      [0, 1].map((more) => daysFrom(from, Math.min(5, from + 1 + more))),
    );
    for (const days of windows)
      for (const each of sites)
        expected.set(JSON.stringify([each.id, days]), await answerBySql(peer, each, days));
    for (let round = 0; round < 40; round++) {
      await Promise.all(
        sites.map(async (each, i) => {
          const days = windows[(round * (i ? 7 : 3)) % windows.length];
          expect(await answer(peer, each, days)).toEqual(expected.get(JSON.stringify([each.id, days])));
        }),
      );
    }
    expect(peer.log.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('of what is not read any more is let go by the threads that scan', async () => {
    await sendDays();
    const engine = createEngine({
      questions: server.app.store.questions,
      url: server.databaseUrl,
      maxBytes: 1_000_000,
      scanners: 1,
      statementTimeout: 30,
      log: pino({ level: 'silent' }),
    });
    onTestFinished(() => engine.stop());
    // What the scanner was told to keep and to forget.
    const held = new Set<string>();
    watchThreads((thread, index) => {
      if (index !== 1) return;
      const { postMessage } = thread;
      thread.postMessage = (message: { request: ScanRequest }) => {
        for (const key of message.request.dropped) held.delete(key);
        for (const { key } of message.request.parts) held.add(key);
        postMessage.call(thread, message);
      };
    });
    const span = { start: Date.parse(onDay(0)), end: Date.parse(onDay(5)) + DAY };
    const ask = () => engine.snapshot(site.number, span);
    const scan = async (snapshot: Snapshot): Promise<number | undefined> => {
      const [rows] = await engine.scan(site.number, snapshot, {
        ask: 'panels',
        span,
        condition: null,
        panels: [{ by: 'nothing' }],
      });
      return rows?.[0]?.events;
    };
    for (let round = 0; round < 10; round++) {
      const before = await ask();
      await send(writer, site, [event('bob', onDay(0), `/${round}`)]);
      const after = await ask();
      if (typeof before === 'string' || typeof after === 'string') throw new Error('no snapshot');
      // Both were asked at once: the older one is scanned when the newer one was read already.
      expect(await scan(before)).toBe(6 + round);
      expect(await scan(after)).toBe(7 + round);
      expect(await scan(after)).toBe(7 + round);
      expect([...held].sort()).toEqual(after.parts.map(({ key }) => key).sort());
    }
  });
});
