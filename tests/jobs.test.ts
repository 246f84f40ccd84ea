import pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { installJobs } from '../src/jobs/install.ts';
import { addJob, type Handlers, type Jobs, type Scheduled } from '../src/jobs/jobs.ts';
import { type Flag, ofOrganization } from '../src/jobs/places.ts';
import { createJobs, releaseAbandoned } from '../src/jobs/worker.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { createDatabase, type TestDatabase } from './support/database.ts';

// One database for all, and in each test as many workers as it wants: what server processes have of their own.

let database: TestDatabase;
let store: Store;
let workers: Jobs[] = [];
let warnings: string[] = [];

const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) });

beforeAll(async () => {
  database = await createDatabase();
  store = database.store;
});
afterAll(() => database.drop());
beforeEach(async () => {
  warnings = [];
  await store.pool.query('truncate graphile_worker._private_jobs');
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
});

function startWorker(handlers: Handlers, schedule: readonly Scheduled[] = []): Jobs {
  const worker = createJobs({ store, log });
  worker.start(handlers, schedule);
  workers.push(worker);
  return worker;
}

/** The connections of the workers, by what they do now. */
const connections = async (): Promise<number[]> => {
  const { rows } = await store.pool.query(
    "select pid from pg_stat_activity where application_name like 'pulsegraph jobs%' and datname = current_database()",
  );
  return rows.map(({ pid }) => pid);
};
const listening = () => vi.waitFor(async () => expect(await connections()).not.toHaveLength(0), 10_000);
const waiting = async (): Promise<number> =>
  (await store.pool.query('select 1 from graphile_worker.jobs')).rowCount ?? 0;
const allDone = () => vi.waitFor(async () => expect(await waiting()).toBe(0), 20_000);

/** A promise and what resolves it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('the queue', () => {
  it('is made once by any number of processes that start at the same time', async () => {
    await store.pool.query('drop schema graphile_worker cascade');
    const processes = Array.from({ length: 4 }, () =>
      openStore({
        url: database.url,
        poolSize: 2,
        statementTimeout: 60,
        onConnectionError: () => undefined,
      }),
    );
    await Promise.all(processes.map(installJobs));
    await Promise.all(processes.map(({ pool }) => addJob(pool, 'counted', {})));
    expect(await waiting()).toBe(4);
    await Promise.all(processes.map((each) => each.close()));
  });

  it('that is empty asks Postgres a few times a minute, and runs a job as soon as it is added', {
    timeout: 30_000,
  }, async () => {
    let ran = 0;
    startWorker({ told: async () => void ran++ });
    await listening();
    const begun = performance.now();
    await addJob(store.pool, 'told', {});
    await vi.waitFor(() => expect(ran).toBe(1), 5_000);
    expect(performance.now() - begun).toBeLessThan(3_000);
    await allDone();
    // What its connections did last is when they asked last.
    const asked = new Set<string>();
    for (const end = performance.now() + 6_000; performance.now() < end; ) {
      const { rows } = await store.pool.query(
        "select pid, query_start::text as at from pg_stat_activity where application_name like 'pulsegraph jobs%' and datname = current_database()",
      );
      for (const { pid, at } of rows) asked.add(`${pid} ${at}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    // Those that were there at the beginning, and one or two polls.
    expect(asked.size).toBeLessThan(8);
  });

  it('takes a job if and only if the transaction that adds it commits', async () => {
    const ran: unknown[] = [];
    startWorker({ told: async ({ what }) => void ran.push(what) });
    const failing = store.transaction(async (client) => {
      await addJob(client, 'told', { what: 'rolled back' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await store.transaction((client) => addJob(client, 'told', { what: 'committed' }));
    await allDone();
    expect(ran).toEqual(['committed']);
  });

  it('replaces a waiting job of the same key', async () => {
    const ran: unknown[] = [];
    await addJob(store.pool, 'told', { what: 'old' }, { key: 'a', delay: 60_000 });
    await addJob(store.pool, 'told', { what: 'new' }, { key: 'a' });
    expect(await waiting()).toBe(1);
    startWorker({ told: async ({ what }) => void ran.push(what) });
    await allDone();
    expect(ran).toEqual(['new']);
  });

  it('runs each job once, however many processes there are', async () => {
    const ran: unknown[] = [];
    const handlers = { counted: async ({ number }: { number?: unknown }) => void ran.push(number) };
    startWorker(handlers);
    startWorker(handlers);
    const numbers = Array.from({ length: 60 }, (_, number) => number);
    await Promise.all(numbers.map((number) => addJob(store.pool, 'counted', { number })));
    await allDone();
    expect(ran.toSorted((a, b) => Number(a) - Number(b))).toEqual(numbers);
  });

  it('tries a job that fails again, and says so without its payload', async () => {
    const attempts: unknown[] = [];
    startWorker({
      fragile: async (_payload, { number, last }) => {
        attempts.push({ number, last });
        if (number === 1) throw new Error('the first time');
      },
    });
    await addJob(store.pool, 'fragile', { secret: 'whsec_never' }, { attempts: 2 });
    await allDone();
    expect(attempts).toEqual([
      { number: 1, last: false },
      { number: 2, last: true },
    ]);
    expect(warnings).toHaveLength(1);
    expect(JSON.parse(warnings[0] ?? '')).toMatchObject({
      task: 'fragile',
      attempt: 1,
      err: { message: 'the first time' },
    });
    expect(warnings.join()).not.toContain('whsec_never');
  });
});

describe('places', () => {
  it.each<[string, Flag[]]>([
    ['one organization', ['webhooks', ofOrganization('a')]],
    ['receivers that never answer, of many organizations', ['webhooks', 'failing webhooks']],
    ['thresholds', ['thresholds']],
    ['insights', ['insights']],
  ])('that %s holds leave others theirs', async (_name, flags) => {
    const ran: unknown[] = [];
    const hanging = gate();
    startWorker({
      hanging: () => hanging.opened,
      other: async () => void ran.push('other'),
      scheduled: async () => void ran.push('scheduled'),
    });
    await listening();
    // All at once, so that more of them are fetched than there are places.
    const many = Array.from({ length: 40 }, () => addJob(store.pool, 'hanging', {}, { flags, priority: -5 }));
    await Promise.all(many);
    const locked = async () =>
      (await store.pool.query('select 1 from graphile_worker.jobs where locked_at is not null')).rowCount;
    await vi.waitFor(async () => expect(await locked()).toBeGreaterThan(0), 10_000);
    await addJob(store.pool, 'other', {}, { flags: ['webhooks', ofOrganization('b')] });
    await addJob(store.pool, 'scheduled', {});
    await vi.waitFor(() => expect(ran.toSorted()).toEqual(['other', 'scheduled']), 10_000);
    hanging.open();
    await allDone();
  });
});

describe('the schedule', () => {
  it('is kept once by two processes, also where its time passed while none ran', async () => {
    const tasks = Array.from({ length: 20 }, (_, number) => `hourly-${number}`);
    // Due half an hour ago, when no process ran; all of them are known for three quarters of an hour.
    const minute = new Date(Date.now() - 30 * 60_000).getUTCMinutes();
    const schedule = tasks.map((task) => ({ task, cron: `${minute} * * * *`, catchUp: true }));
    await store.pool.query(
      `insert into graphile_worker._private_known_crontabs (identifier, known_since)
       select task, now() - interval '45 minutes' from unnest($1::text[]) task`,
      [tasks],
    );
    const ran: string[] = [];
    const handlers = Object.fromEntries(tasks.map((task) => [task, async () => void ran.push(task)]));
    startWorker(handlers, schedule);
    startWorker(handlers, schedule);
    await vi.waitFor(() => expect(new Set(ran).size).toBe(tasks.length), 20_000);
    await allDone();
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(ran.toSorted()).toEqual(tasks.toSorted());
  });
});

describe('a process', () => {
  it('goes on when its connections are cut, also of a job that runs', async () => {
    const ran: unknown[] = [];
    const { opened, open } = gate();
    startWorker({
      long: async () => {
        await opened;
        ran.push('long');
      },
      short: async () => void ran.push('short'),
    });
    await listening();
    await addJob(store.pool, 'long', {});
    await vi.waitFor(async () => {
      const { rowCount } = await store.pool.query(
        'select 1 from graphile_worker.jobs where locked_at is not null',
      );
      expect(rowCount).toBe(1);
    }, 10_000);
    const cut = await connections();
    await store.pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [cut]);
    open();
    await addJob(store.pool, 'short', {});
    await allDone();
    // That the long one ended could not be noted: it is run again.
    expect(new Set(ran)).toEqual(new Set(['long', 'short']));
    expect(await connections()).not.toEqual(cut);
  });

  it('finishes what it runs when it is told to stop, and keeps no connection', async () => {
    const ran: unknown[] = [];
    const { opened, open } = gate();
    const began = gate();
    const worker = startWorker({
      long: async () => {
        began.open();
        await opened;
        ran.push('long');
      },
    });
    await addJob(store.pool, 'long', {});
    await began.opened;
    const stopped = worker.stop();
    open();
    await stopped;
    expect(ran).toEqual(['long']);
    expect(await waiting()).toBe(0);
    // Postgres lists a connection for some milliseconds after it was closed.
    await vi.waitFor(async () => expect(await connections()).toEqual([]), 2_000);
  });

  it('gives a job back that does not end in time, and another process runs it', async () => {
    const began = gate();
    let aborted = false;
    const worker = startWorker({
      endless: (_payload, { signal }) => {
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        began.open();
        return new Promise(() => {});
      },
    });
    await addJob(store.pool, 'endless', {});
    await began.opened;
    await worker.stop();
    expect(aborted).toBe(true);
    const again = gate();
    startWorker({ endless: async () => again.open() });
    await again.opened;
    await allDone();
  });

  it('that died leaves its jobs to the others; one that lives does not', async () => {
    const living = new pg.Client({
      connectionString: database.url,
      application_name: 'pulsegraph jobs living',
    });
    await living.connect();
    const lock = async (task: string, by: string) => {
      await addJob(store.pool, task, {});
      await store.pool.query(
        `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '2 minutes'
         where id = (select id from graphile_worker.jobs where task_identifier = $2)`,
        [by, task],
      );
    };
    await lock('of-the-dead', 'pulsegraph jobs dead');
    await lock('of-the-living', 'pulsegraph jobs living');
    await releaseAbandoned(store);
    const { rows } = await store.pool.query(
      'select task_identifier as task from graphile_worker.jobs where locked_at is null',
    );
    expect(rows).toEqual([{ task: 'of-the-dead' }]);
    await living.end();
    await releaseAbandoned(store);
    expect(
      (await store.pool.query('select 1 from graphile_worker.jobs where locked_at is null')).rowCount,
    ).toBe(2);
  });
});
