import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import { ConfigurationError, readEnv } from '../src/env.ts';
import { projectNumber } from '../src/ids.ts';
import { createLeases } from '../src/ingest/queue/leases.ts';
import { queueOf } from '../src/ingest/queue/open.ts';
import { openQueue, type Queue } from '../src/ingest/queue/queue.ts';
import { createStorer } from '../src/ingest/queue/storer.ts';
import {
  GROUP,
  HOLDERS,
  IDENTITY,
  READ,
  STREAMS,
  script,
  streamKey,
  streamOf,
} from '../src/ingest/queue/stream.ts';
import { startWorker } from '../src/ingest/queue/worker.ts';
import { lockRevision } from '../src/ingest/sql.ts';
import { connectBus } from '../src/live/bus.ts';
import { graphql } from './gql/gql.ts';
import type { EventInput } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { overWebSocket } from './support/live.ts';
import { createRedis, type TestRedis } from './support/redis.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { idsOf, subscribers, Tracked, until } from './support/watching.ts';

// The queue with a real Redis: an API that puts events into it, and workers beside it.

const Track = graphql(`
  mutation QueueTrack($input: TrackEventsInput!) {
    trackEvents(input: $input) { accepted duplicates durability rejected { code } }
  }
`);
const Report = graphql(`
  query QueueReport($project: ID!) {
    project(id: $project) {
      ingestion(range: { preset: ALL_TIME }) { received stored duplicate bot rejected pending }
      stats(range: { preset: ALL_TIME }) { totals { events visits } }
      deadLetters { id events reason }
    }
  }
`);
const Replay = graphql(`
  mutation QueueReplay($input: DeadLetterInput!) { replayDeadLetter(input: $input) { stored } }
`);

const silent = pino({ level: 'silent' });
const MOST = 1_000;
let redis: TestRedis & { remove(): Promise<void> };
let probe: Redis;
let server: TestServer;
let queue: Queue;
let tenant: Tenant;
let number: number;
beforeAll(async () => {
  redis = await createRedis({ durable: true });
  await redis.start();
  probe = new Redis(redis.url);
  queue = openQueue({ url: redis.url, maxEvents: MOST, log: silent });
  server = await startServer({
    queue,
    bus: await connectBus({ url: redis.url, database: 'queue', log: silent }),
  });
});
afterAll(async () => {
  await server.close();
  probe.disconnect();
  await redis.remove();
});
beforeEach(async () => {
  await probe.flushall();
  tenant = await createTenant(server);
  number = projectNumber(tenant.projectId) ?? 0;
});

const workers: App[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.drain();
});

/** A worker as its process has it, beside the API. */
async function startWorkerApp(url = redis.url): Promise<App> {
  const app = createApp({
    store: server.app.store,
    log: silent,
    jwtSecret: 'a secret that only the tests know, of 32 characters',
    tracker: { serve: () => undefined },
    bus: await connectBus({ url, database: 'queue', log: silent }),
    statusOnly: true,
    startWorker: (onStored) => startWorker({ url, store: server.app.store, lanes: 2, log: silent, onStored }),
  });
  workers.push(app);
  return app;
}

const step = (id: string, more: EventInput = {}): EventInput => ({
  id,
  name: 'step',
  visitorId: 'ada',
  ...more,
});
const track = async (events: EventInput[]) =>
  (await server.get(Track, { input: { writeKey: tenant.writeKey, events } })).trackEvents;
const projectOf = async () => {
  const { project } = await server.get(Report, { project: tenant.projectId }, tenant.token);
  if (!project) throw new Error('the project cannot be seen');
  return project;
};
const report = async () => (await projectOf()).ingestion;
const settled = () => until(async () => expect((await report()).pending).toBe(0));
const stream = () => streamKey(streamOf(number));
const insert = (text: string) => probe.xadd(stream(), '*', 'parcel', text);
const storedIds = async (): Promise<string[]> => {
  const { rows } = await server.app.store.pool.query(
    'select event_id as id from events where project_id = $1',
    [number],
  );
  return rows.map(({ id }) => id).toSorted();
};

describe('an event', () => {
  it('is acknowledged as queued, pending, and then stored', async () => {
    const events = [step('a'), step('a'), step('b'), step('c', { timestamp: '2999-01-01T00:00:00Z' })];
    expect(await track(events)).toEqual({
      accepted: 3,
      duplicates: 0,
      durability: 'QUEUED',
      rejected: [{ code: 'TIMESTAMP_OUT_OF_RANGE' }],
    });
    expect(await report()).toEqual({ received: 4, stored: 0, duplicate: 0, bot: 0, rejected: 0, pending: 4 });
    await startWorkerApp();
    await settled();
    const { ingestion, stats } = await projectOf();
    expect(ingestion).toEqual({ received: 4, stored: 2, duplicate: 1, bot: 0, rejected: 1, pending: 0 });
    expect(stats.totals).toEqual({ events: 2, visits: 1 });
    // Nothing of it stays in Redis.
    expect(await probe.xlen(stream())).toBe(0);
    expect(await probe.hlen(`${stream()}:waiting`)).toBe(0);
    expect(await probe.hget('pulsegraph:ingest:backlog', String(streamOf(number)))).toBe('0');
  });

  it('that a worker stored is told to the subscribers of the API', async () => {
    await startWorkerApp();
    const watch = overWebSocket(
      server.url,
      Tracked,
      { project: tenant.projectId, filter: null },
      tenant.token,
    );
    onTestFinished(() => watch.leave());
    await subscribers(server, 1);
    await track([step('a'), step('b')]);
    await until(() => expect(idsOf(watch)).toEqual(['a', 'b']));
  });

  it('is stored within moments of being sent', async () => {
    await startWorkerApp();
    await track([step('first')]);
    await settled();
    const before = performance.now();
    for (let i = 0; i < 5; i++) {
      await track([step(`${i}`)]);
      await settled();
    }
    // Waiting for the next look at the stream would take half a second each.
    expect(performance.now() - before).toBeLessThan(1_500);
  });
});

describe('a parcel that is delivered again', () => {
  it('is passed over, with what it counted', async () => {
    await track([step('a'), step('b'), { name: 'x', timestamp: 'never' as never }].slice(0, 2));
    await track([step('c')]);
    await probe.xgroup('CREATE', stream(), GROUP, '0');
    const [[, entries]] = (await probe.xreadgroup(
      'GROUP',
      GROUP,
      'dead',
      'COUNT',
      9,
      'STREAMS',
      stream(),
      '>',
    )) as [[string, [string, string[]][]]];
    const storer = createStorer({
      store: server.app.store,
      lanes: 1,
      log: silent,
      onStored: () => undefined,
      stopping: new AbortController().signal,
    });
    // It dies between the commit and telling Redis.
    const messages = entries.map(([id, [, text = '']]) => ({ id, text }));
    await storer.store((await probe.get(IDENTITY)) ?? '', messages.slice(0, 1), async () => undefined);
    expect(await report()).toEqual({ received: 3, stored: 2, duplicate: 0, bot: 0, rejected: 0, pending: 1 });
    await startWorkerApp();
    await settled();
    expect(await report()).toEqual({ received: 3, stored: 3, duplicate: 0, bot: 0, rejected: 0, pending: 0 });
    expect(await storedIds()).toEqual(['a', 'b', 'c']);
    await until(async () => expect(await probe.xlen(stream())).toBe(0));
  });

  it('is stored by the next worker where one died, which is forgotten', async () => {
    await track([step('a')]);
    await probe.xgroup('CREATE', stream(), GROUP, '0');
    await probe.xreadgroup('GROUP', GROUP, 'dead', 'COUNT', 1, 'STREAMS', stream(), '>');
    await startWorkerApp();
    await settled();
    expect(await storedIds()).toEqual(['a']);
    await startWorkerApp();
    await until(async () => {
      const consumers = (await probe.xinfo('CONSUMERS', stream(), GROUP)) as string[][];
      expect(consumers.filter(([, name]) => name === 'dead')).toEqual([]);
    });
  });

  it('waits for no writer that is silent', { timeout: 60_000 }, async () => {
    await track([step('a')]);
    const silent = await server.app.store.pool.connect();
    onTestFinished(() => silent.release(true));
    await silent.query('begin');
    await lockRevision(silent, number);
    await startWorkerApp();
    // Ten seconds is how long it may be.
    await vi.waitFor(async () => expect(await storedIds()).toEqual(['a']), {
      timeout: 20_000,
      interval: 100,
    });
  });

  it('in a queue that lost everything is another one', async () => {
    await startWorkerApp();
    await track([step('a')]);
    await settled();
    const former = await probe.get(IDENTITY);
    await probe.flushall();
    await track([step('b')]);
    await settled();
    await until(async () => expect(await storedIds()).toEqual(['a', 'b']));
    expect(await probe.get(IDENTITY)).not.toBe(former);
    expect(await report()).toEqual({ received: 2, stored: 2, duplicate: 0, bot: 0, rejected: 0, pending: 0 });
  });
});

describe('a lease', () => {
  it('is of one worker at a time, shared by all that are there', async () => {
    const [one, two] = [createLeases(probe, 'one'), createLeases(probe, 'two')];
    expect((await one.renew()).size).toBe(STREAMS);
    expect((await two.renew()).size).toBe(0);
    const [first, second] = [await one.renew(), await two.renew()];
    expect([first.size, second.size]).toEqual([STREAMS / 2, STREAMS / 2]);
    expect(new Set([...first.keys(), ...second.keys()]).size).toBe(STREAMS);
    expect(await one.renew()).toEqual(first);
    await one.leave();
    expect((await two.renew()).size).toBe(STREAMS);
  });

  it('that was lost and regained is another one', async () => {
    const [one, two] = [createLeases(probe, 'one'), createLeases(probe, 'two')];
    const before = await one.renew();
    await one.leave();
    await two.renew();
    await two.leave();
    const after = await one.renew();
    for (const [key, lease] of after) expect(lease).not.toBe(before.get(key));
  });

  it('is needed for reading', async () => {
    await track([step('a')]);
    await probe.xgroup('CREATE', stream(), GROUP, '0');
    const read = script(probe, READ, 3);
    const keys = [HOLDERS, IDENTITY, stream()];
    const at = streamOf(number);
    const lease = (await createLeases(probe, 'one').renew()).get(at) ?? '';
    expect(await read(...keys, at, 'one 1.1', GROUP, 'one', 10, 1e6)).toBeNull();
    expect(await read(...keys, at, lease, GROUP, 'one', 10, 1e6)).toEqual([
      await probe.get(IDENTITY),
      [[expect.any(String), ['parcel', expect.stringContaining('"a"')]]],
    ]);
  });
});

it('a worker reads as much at once as it has room for', async () => {
  await probe.xgroup('CREATE', stream(), GROUP, '0', 'MKSTREAM');
  for (const size of [...Array(10).fill(300), ...Array(25).fill(1)]) await insert('x'.repeat(size));
  const lease = (await createLeases(probe, 'one').renew()).get(streamOf(number)) ?? '';
  const read = script(probe, READ, 3);
  const count = async (): Promise<number> => {
    const keys = [HOLDERS, IDENTITY, stream()];
    const reply = await read(...keys, streamOf(number), lease, GROUP, 'one', 20, 1_000);
    return (reply as [null, unknown[]])[1].length;
  };
  // Eight are 2,400 characters; then there is room for as many as may be read at once.
  expect([await count(), await count(), await count(), await count()]).toEqual([8, 20, 7, 0]);
});

describe('a message that cannot be stored', () => {
  const parcelOf = async () => {
    const [[, [, text = '']]] = (await probe.xrange(stream(), '-', '+', 'COUNT', 1)) as [[string, string[]]];
    return JSON.parse(text);
  };

  it('is a dead letter, and those beside it are stored', async () => {
    await track([step('good')]);
    const parcel = await parcelOf();
    const [event] = parcel.events;
    const bad = (fields: object) =>
      insert(JSON.stringify({ ...parcel, events: [{ ...event, id: randomUUID(), ...fields }] }));
    await bad({ timestamp: 9e15 });
    await bad({ name: 'no\u0000name' });
    await bad({ visitor: null });
    await bad({ id: 'no uuid' });
    await bad({ revenue: { currency: 'EUR', amount: 'much' } });
    await track([step('better')]);
    await startWorkerApp();
    await until(async () => expect(await storedIds()).toEqual(['better', 'good']));
    await until(async () => expect(await probe.xlen(stream())).toBe(0));
    const { ingestion, deadLetters } = await projectOf();
    expect(ingestion).toEqual({ received: 7, stored: 2, duplicate: 0, bot: 0, rejected: 0, pending: 5 });
    expect(deadLetters?.map(({ reason }) => reason)).toEqual([
      'it is not what the server can store (RangeError)',
      expect.any(String),
      'it is not what the server can store (TypeError)',
      'Postgres refuses it (22P02)',
      'Postgres refuses it (22P02)',
    ]);
    // What is kept of a text that Postgres does not take can be stored.
    const id = deadLetters?.[1]?.id ?? '';
    const input = { projectId: tenant.projectId, id };
    expect(await server.get(Replay, { input }, tenant.token)).toEqual({ replayDeadLetter: { stored: 1 } });
    expect((await report()).pending).toBe(4);
  });

  it('because it is none is a dead letter of no project', async () => {
    const ids = [
      await insert('{"projectId":'),
      await insert('{}'),
      await probe.xadd(stream(), '*', 'other', 'field'),
    ];
    await track([step('good')]);
    await startWorkerApp();
    await settled();
    await until(async () => expect(await probe.xlen(stream())).toBe(0));
    const { rows } = await server.app.store.pool.query(
      'select message_id, message from dead_letters where project_id is null order by id',
    );
    expect(rows.map(({ message_id }) => message_id.split(' ')[1])).toEqual(ids);
    expect(rows.map(({ message }) => message)).toEqual(['{"projectId":', '{}', 'field']);
  });

  it('because its project was deleted is thrown away', async () => {
    await track([step('a')]);
    await server.app.store.prisma.project.delete({ where: { id: number } });
    await startWorkerApp();
    await until(async () => expect(await probe.xlen(stream())).toBe(0));
    const letters = await server.app.store.pool.query('select from dead_letters where project_id = $1', [
      number,
    ]);
    expect(letters.rowCount).toBe(0);
  });
});

describe('the bound', () => {
  const send = () =>
    fetch(`${server.url}/api/events`, {
      method: 'POST',
      body: JSON.stringify({
        writeKey: tenant.writeKey,
        events: Array.from({ length: 100 }, () => ({ name: 'step' })),
      }),
    });

  it('of a project is a quarter, is said over REST and GraphQL, and lifts when workers catch up', async () => {
    const share = Math.floor(MOST / 4 / 100) * 100;
    for (let i = 0; i < share / 100; i++) expect((await send()).status).toBe(202);
    const refused = await send();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    const answer = await server.ask(Track, { input: { writeKey: tenant.writeKey, events: [step('a')] } });
    expect(answer.status).toBe(503);
    expect(answer.errors.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'OVERLOADED', retryAfter: 5 },
    ]);
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
    expect(await report()).toEqual({
      received: share,
      stored: 0,
      duplicate: 0,
      bot: 0,
      rejected: 0,
      pending: share,
    });
    await startWorkerApp();
    await settled();
    await until(async () => expect((await send()).status).toBe(202));
    await settled();
    expect(await probe.exists(`${stream()}:held`)).toBe(0);
  });

  it('leaves room for other projects of the stream, until it is full', async () => {
    const parcel = (projectId: number, events: number) => ({
      projectId,
      receivedAt: server.clock.at,
      events: [],
      bots: [],
      rejected: events,
    });
    const other = number + STREAMS;
    const add = (projectId: number, events: number) =>
      queue.add(parcel(projectId, events)).then(
        () => true,
        () => false,
      );
    expect(await add(number, MOST / 4)).toBe(true);
    expect(await add(number, 1)).toBe(false);
    expect(queue.refuses(number)).toBe(true);
    expect(queue.refuses(other)).toBe(false);
    expect(await queue.full()).toBeNull();
    expect(await add(other, MOST / 2 + 200)).toBe(true);
    expect(await queue.full()).toBe('the queue is nearly full');
    expect(await add(other + STREAMS, 50)).toBe(true);
    expect(await add(other + 2 * STREAMS, 1)).toBe(false);
  });

  it('is also the memory of Redis, and workers empty the queue when there is none left', {
    timeout: 60_000,
  }, async () => {
    const { used_memory: used = '0' } = Object.fromEntries(
      (await probe.info('memory')).split('\r\n').map((line) => line.split(':')),
    );
    await probe.config('SET', 'maxmemory', String(Number(used) + 1_000_000));
    onTestFinished(async () => void (await probe.config('SET', 'maxmemory', '0')));
    const sent: string[] = [];
    for (let status = 202; status === 202; ) {
      const id = `${sent.length}`;
      const events = [step(id, { properties: { filler: 'x'.repeat(16_000) } })];
      const response = await fetch(`${server.url}/api/events`, {
        method: 'POST',
        body: JSON.stringify({ writeKey: tenant.writeKey, events }),
      });
      status = response.status;
      if (status === 202) sent.push(id);
      else {
        expect([status, response.headers.get('retry-after')]).toEqual([503, '5']);
        expect(await response.text()).toContain('Redis has no memory left');
      }
    }
    const ready = await fetch(`${server.url}/ready`);
    expect([ready.status, await ready.text()]).toEqual([
      503,
      expect.stringContaining('Redis has no memory left'),
    ]);
    expect(sent.length).toBeGreaterThan(3);
    await startWorkerApp();
    await settled();
    expect(await storedIds()).toEqual(sent.toSorted());
    await until(async () => expect((await track([step('after')])).accepted).toBe(1));
    await settled();
    expect(await probe.hget('pulsegraph:ingest:backlog', String(streamOf(number)))).toBe('0');
  });

  it('is also what waits in the process for a Redis that hangs', { timeout: 60_000 }, async () => {
    const parcel = {
      projectId: number,
      receivedAt: server.clock.at,
      events: [],
      bots: [],
      rejected: 1,
      filler: 'x'.repeat(1024 * 1024),
    };
    const other = openQueue({ url: redis.url, maxEvents: MOST, log: silent });
    onTestFinished(() => other.close());
    await until(async () => expect(await other.full()).toBeNull());
    redis.freeze();
    const before = performance.now();
    const added = await Promise.allSettled(Array.from({ length: 100 }, () => other.add(parcel)));
    expect(performance.now() - before).toBeLessThan(8_000);
    expect(added.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await other.full()).toBe('the queue cannot be reached');
    redis.thaw();
    await until(async () => expect(await other.full()).toBeNull());
  });
});

describe('a project whose events cannot be stored', () => {
  /** As where the disk is full, for one project. */
  async function refuse(projectId: number): Promise<() => Promise<void>> {
    const { pool } = server.app.store;
    await pool.query(
      `create or replace function refuse() returns trigger language plpgsql as
       $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`,
    );
    await pool.query(
      `create trigger refused before insert on events for each row when (new.project_id = ${projectId}) execute function refuse()`,
    );
    let lifted: Promise<unknown> | undefined;
    const lift = async () => {
      lifted ??= pool.query('drop trigger refused on events');
      await lifted;
    };
    onTestFinished(lift);
    return lift;
  }

  it('is waited for by nobody else, told of, and stored in order at last', { timeout: 90_000 }, async () => {
    let other = await createTenant(server);
    while (streamOf(projectNumber(other.projectId) ?? 0) !== streamOf(number))
      other = await createTenant(server);
    const count = async (projectId: string) =>
      (
        await server.app.store.pool.query('select event_id from events where project_id = $1', [
          projectNumber(projectId),
        ])
      ).rowCount;
    const lift = await refuse(number);
    const worker = startWorker({
      url: redis.url,
      store: server.app.store,
      lanes: 2,
      log: silent,
      onStored: () => undefined,
    });
    onTestFinished(() => worker.stop());
    for (let i = 0; i < 5; i++) {
      await track([step(`a${i}`)]);
      const events = [step(`b${i}`)];
      await server.get(Track, { input: { writeKey: other.writeKey, events } });
      await vi.waitFor(async () => expect(await count(other.projectId)).toBe(i + 1), { timeout: 10_000 });
    }
    expect(await count(tenant.projectId)).toBe(0);
    await vi.waitFor(
      () =>
        expect(worker.broken({ alone: true })).toMatch(
          /^events of the queue wait for 3\d s to be stored: the disk of the database is full$/,
        ),
      { timeout: 40_000, interval: 200 },
    );
    // The server takes events of all others and stores them.
    expect(worker.broken({ alone: false })).toBeNull();
    await lift();
    await vi.waitFor(async () => expect(await count(tenant.projectId)).toBe(5), { timeout: 15_000 });
    await settled();
    expect(await report()).toMatchObject({ received: 5, stored: 5, duplicate: 0, pending: 0 });
    expect(worker.broken({ alone: true })).toBeNull();
  });

  it('beside no other is a reason to send requests away', { timeout: 60_000 }, async () => {
    const direct = await startServer();
    onTestFinished(() => direct.close());
    const own = await createTenant(direct);
    const send = () => direct.ask(Track, { input: { writeKey: own.writeKey, events: [step('a')] } });
    const ready = async () => {
      const response = await fetch(`${direct.url}/ready`);
      return [response.status, await response.text()];
    };
    const { pool } = direct.app.store;
    await pool.query(
      `create function refuse() returns trigger language plpgsql as
       $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`,
    );
    await pool.query('create trigger refused before insert on events for each row execute function refuse()');
    expect((await ready())[0]).toBe(200);
    expect((await send()).errors.length).toBe(1);
    expect(await ready()).toEqual([
      503,
      expect.stringContaining('events cannot be stored: the disk of the database is full'),
    ]);
    await pool.query('drop trigger refused on events');
    expect((await send()).errors).toEqual([]);
    expect((await ready())[0]).toBe(200);
  });
});

it('a Redis that stops writing to disk is noticed', { timeout: 60_000 }, async () => {
  const changed = await createRedis({ durable: true });
  onTestFinished(() => changed.remove());
  await changed.start();
  const client = new Redis(changed.url);
  onTestFinished(() => client.disconnect());
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) });
  const other = openQueue({ url: changed.url, maxEvents: MOST, log });
  onTestFinished(() => other.close());
  await until(async () => expect(await other.full()).toBeNull());
  for (const [setting, value, kept] of [
    ['appendonly', 'no', 'yes'],
    ['maxmemory-policy', 'allkeys-lru', 'noeviction'],
  ] as const) {
    lines.length = 0;
    await client.config('SET', setting, value);
    const words = expect.stringContaining('Redis may lose events');
    await vi.waitFor(async () => expect(await other.full()).toEqual(words), {
      timeout: 15_000,
      interval: 200,
    });
    expect(lines).toEqual([words]);
    await client.config('SET', setting, kept);
    await vi.waitFor(async () => expect(await other.full()).toBeNull(), { timeout: 15_000, interval: 200 });
    expect(lines.at(-1)).toBe('Redis keeps events again');
  }
});

describe('a process', () => {
  const envOf = (role: string, url?: string) => readEnv({ ROLE: role, ...(url ? { REDIS_URL: url } : {}) });

  it.each(['api', 'worker'])('with ROLE=%s needs REDIS_URL', async (role) => {
    await expect(queueOf(envOf(role), silent)).rejects.toThrow(`ROLE=${role} needs REDIS_URL`);
  });

  it('stores events itself without REDIS_URL', async () => {
    expect(await queueOf(envOf('all'), silent)).toBeNull();
  });

  it.each(['all', 'api', 'worker'])('with ROLE=%s says that Redis cannot be reached', async (role) => {
    await expect(queueOf(envOf(role, 'redis://127.0.0.1:1'), silent)).rejects.toThrow(
      /^Redis cannot be reached at REDIS_URL .*start it there/,
    );
  });

  it.each([
    ['no append-only file', [], /has no append-only file.*set `appendonly yes`/],
    [
      'an eviction policy',
      ['--appendonly', 'yes', '--maxmemory-policy', 'allkeys-lru'],
      /maxmemory-policy allkeys-lru.*set `maxmemory-policy noeviction`/,
    ],
  ])('does not queue in a Redis with %s', async (_, settings, words) => {
    const weak = await createRedis({ settings });
    onTestFinished(() => weak.remove());
    await weak.start();
    for (const role of ['api', 'worker']) {
      const refused = queueOf(envOf(role, weak.url), silent);
      await expect(refused).rejects.toThrow(ConfigurationError);
      await expect(refused).rejects.toThrow(words);
    }
    const warnings: string[] = [];
    const log = pino(
      { level: 'warn' },
      { write: (line: string) => void warnings.push(JSON.parse(line).msg) },
    );
    expect(await queueOf(envOf('all', weak.url), log)).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(words)]);
  });

  it('queues in one that is durable', async () => {
    const opened = await queueOf(envOf('api', redis.url), silent);
    expect(opened).not.toBeNull();
    opened?.close();
  });
});
