import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { CronItem, Job, RunnerOptions, Task, WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import { settingUp } from '../store/session.ts';
import { type Queryable, run, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { addJob, type Handler, type Handlers, type JobPayload, type Jobs, type Scheduled } from './jobs.ts';
import { workerLogger } from './log.ts';
import { createPlaces, type Flag, PLACES, type Places } from './places.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
// What waits for a time is looked for this often, once for all places, which are told. Each place looks by itself seldom: where
// nothing is due that is not even a statement a second, not several.
const LOOK = 2_000;
const POLL = 60_000;
// When a job that found no place is tried again; until then the places that are left go to others.
const HAND_BACK = 500;
// One listens; the others fetch and finish jobs. What handlers ask goes through the store's pool.
const CONNECTIONS = 3;
// How long jobs that run may go on when the process is to stop; and the longest that stopping takes.
const PATIENCE = 5_000;
const LONGEST_STOP = 12_000;
const RESTART = 1_000;

/** Runs the jobs of the store's database, on a few connections of its own. */
export function createJobs({ store, log }: { store: Store; log: Logger }): Jobs {
  const stopping = new AbortController();
  let working: Promise<void> = Promise.resolve();
  let sweeping: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;

  async function work(handlers: Handlers, schedule: readonly Scheduled[]): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await workUntilBroken(store, log, handlers, schedule, stopping.signal);
      } catch (error) {
        log.warn({ err: error }, 'the jobs broke off; they begin again');
      }
      await pause(RESTART, null, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    start(handlers, schedule) {
      working = work(handlers, schedule);
      // While the database is away, what is due waits.
      looking = setInterval(() => void tellOfDue(store).catch(() => undefined), LOOK);
      sweeping = setInterval(
        () =>
          void releaseAbandoned(store).catch((error: unknown) =>
            log.warn({ err: error }, 'jobs of processes that died were not looked for'),
          ),
        MINUTE,
      );
    },
    async stop() {
      clearInterval(sweeping);
      clearInterval(looking);
      stopping.abort();
      await Promise.race([working, pause(LONGEST_STOP, null, { ref: false })]);
    },
  };
}

async function workUntilBroken(
  store: Store,
  log: Logger,
  handlers: Handlers,
  schedule: readonly Scheduled[],
  stopping: AbortSignal,
): Promise<void> {
  // Here, not above: loading it takes a sixth of a second, which a starting server has better use for.
  const { Logger: WorkerLogger, parseCronItems, run: runJobs } = await import('graphile-worker');
  const name = `pulsegraph jobs ${randomBytes(9).toString('hex')}`;
  const pool = openPool(store.url, name, log);
  const events: WorkerEvents = new EventEmitter();
  // Who holds a job is named as its connections are: by that it can be seen that it died.
  events.on('pool:create', ({ workerPool }) => {
    workerPool.id = name;
  });
  const places = createPlaces();
  const options: RunnerOptions = {
    pgPool: pool,
    logger: workerLogger(WorkerLogger, log),
    events,
    concurrency: PLACES,
    pollInterval: POLL,
    // Jobs that would find no place stay in the queue, without being fetched.
    forbiddenFlags: () => places.full(),
    noHandleSignals: true,
    // Poolers such as PgBouncer do not keep them.
    noPreparedStatements: true,
    gracefulShutdownAbortTimeout: PATIENCE,
    // In batches, however small: else a job whose end cannot be noted is told on the console.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
  try {
    const runner = await runJobs(
      options,
      tasksOf(handlers, { store, log, places }),
      parseCronItems(schedule.map(cronItem)),
    );
    const stop = () => void runner.stop().catch(() => undefined);
    stopping.addEventListener('abort', stop, { once: true });
    if (stopping.aborted) stop();
    await runner.promise;
  } finally {
    await pool.end();
    // What ended while the database was away is still marked as running.
    await release(store.pool, name).catch(() => undefined);
  }
}

const release = (db: Queryable, name: string): Promise<number> =>
  run(db, sql`select graphile_worker.force_unlock_workers(array[${name}]::text[])`);

function openPool(url: string, name: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    verify: settingUp(0),
  });
  pool.on('error', (error) => log.warn({ err: error }, 'a connection of the jobs broke'));
  // One that breaks while it is used fails what runs on it; an error nobody listens to ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

interface Running {
  store: Store;
  log: Logger;
  places: Places;
}

const tasksOf = (handlers: Handlers, running: Running): Record<string, Task> =>
  Object.fromEntries(
    Object.entries(handlers).map(([task, handler]) => [task, taskOf(task, handler, running)]),
  );

const taskOf =
  (task: string, handler: Handler, { store, log, places }: Running): Task =>
  async (payload, { job, abortSignal, abortPromise }) => {
    const attempt = { number: job.attempts, last: job.attempts >= job.max_attempts, signal: abortSignal };
    // Several can be fetched at once for the last place.
    const giveBack = places.take(Object.keys(job.flags ?? {}));
    if (!giveBack) return handBack(store.pool, task, job);
    try {
      // A handler that does not hear the signal must not keep the process: its job is run again.
      await Promise.race([handler(payload as Record<string, unknown>, attempt), abortPromise]);
    } catch (error) {
      const fate = attempt.last ? 'it is given up' : 'it will be tried again';
      log.warn({ err: error, task, attempt: attempt.number }, `a job failed; ${fate}`);
      throw error;
    } finally {
      giveBack();
    }
  };

/** Puts a job that found no place back: this run of it ends, and another waits. */
const handBack = (db: Queryable, task: string, job: Job): Promise<void> =>
  addJob(db, task, job.payload as JobPayload, {
    delay: HAND_BACK,
    attempts: job.max_attempts,
    priority: job.priority,
    flags: Object.keys(job.flags ?? {}) as Flag[],
    ...(job.key === null ? {} : { key: job.key }),
  });

const cronItem = ({ task, cron, catchUp }: Scheduled): CronItem => ({
  task,
  match: cron,
  identifier: task,
  options: {
    backfillPeriod: catchUp ? DAY : 0,
    queueName: task,
    priority: -1,
    jobKey: task,
    jobKeyMode: 'replace',
  },
});

/** Wakes the places where jobs are due, as the queue itself does when one is added; not where each is being run already. */
async function tellOfDue({ pool }: Pick<Store, 'pool'>): Promise<void> {
  await run(
    pool,
    sql`select pg_notify('jobs:insert', json_build_object('r', random(), 'count', count(*))::text)
        from (select from graphile_worker.jobs j
              where j.run_at <= now() and j.locked_at is null and j.attempts < j.max_attempts limit ${PLACES}) due
        having count(*) > 0`,
  );
}

/** Gives back the jobs of processes that have no connection any more. */
export async function releaseAbandoned({ pool }: Pick<Store, 'pool'>): Promise<void> {
  await run(
    pool,
    sql`select graphile_worker.force_unlock_workers(array_agg(distinct j.locked_by))
        from graphile_worker.jobs j
        where j.locked_at < now() - interval '1 minute'
          and not exists (select from pg_stat_activity a where a.application_name = j.locked_by)
        having count(*) > 0`,
  );
}
